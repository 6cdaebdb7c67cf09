"""Commands on the report's text: its passages, its outline, edits of it, its proof reading."""

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import DeskError
from ..facts.gather import gather
from ..facts.load import load_year, settings_of
from ..kinds.supplement import Supplement
from ..records.fact import Listing
from ..records.finding import finding_json
from ..records.record import Record
from ..records.text import clean
from ..records.year import Year
from ..report.build import SUPPLEMENT, Report
from ..report.document import Wording, text_of
from ..report.editing import written
from ..report.forms import FORMS, OTHER, typed_number
from ..report.outline import outline_json, outline_lines
from ..report.passage import Passage
from ..report.proof.proofread import proofread as findings_of
from ..report.resolving import Resolver
from ..report.speech import speech_of
from ..report.template import Reference, read, reference_to
from ..report.written import earlier_reports, outline_of, whole_report
from ..store.entering import enter
from ..store.reasons import why_unread
from ..store.store import Store
from .shapes import print_json


def passages(given: Namespace) -> None:
    """List a year's passages: as templates, as they will print, edited or not, what changed."""
    with Store.open(Path(given.file)) as store:
        told, _, _ = _told(store, given.year)
    if given.json:
        print_json([_shape(passage) for passage in told.values()])
        return
    for passage in told.values():
        marks = ["已改写"] * _is_edited(passage) + ["有变化"] * bool(passage.drift)
        print(passage.key, "、".join(marks), _text(passage).replace("\n", " "), sep="\t")


def edit(given: Namespace) -> None:
    """Replace a passage's text by a template."""
    text = clean(_text_input(given.input))
    with Store.open(Path(given.file)) as store:
        told, year, sections = _told(store, given.year)
        kind, _, section = given.passage.partition("/")
        resolver = Resolver(gather(year), year)
        if kind == SUPPLEMENT and section in sections:
            changed: list[Record] = _supplement(year, section, text)
        elif given.passage in told:
            passage = told[given.passage]
            resolver = Resolver(gather(year), year, passage.entry)
            changed = [written(passage, text, given.year, resolver)]
        else:
            raise DeskError(f"没有“{given.passage}”这一段；用 passages 列出各段")
        _check(text, resolver)
        enter(store, changed, given.year)
    print(f"已改写：{given.passage}")


def outline(given: Namespace) -> None:
    """Show the outline by which a year is told, or a preset."""
    with Store.open(Path(given.file)) as store:
        year, settings = load_year(store, given.year), settings_of(store, given.year)
    found = outline_of(year, settings, given.preset)
    if given.json:
        print_json(outline_json(found))
    else:
        print(found.name, *outline_lines(found), sep="\n")


def proofread(given: Namespace) -> None:
    """List what does not agree in a year's report."""
    with Store.open(Path(given.file)) as store:
        year, settings = load_year(store, given.year), settings_of(store, given.year)
        earlier = earlier_reports(store, given.year)
    report, told_by = whole_report(year, settings), outline_of(year, settings)
    found = findings_of(report, year, settings, told_by, earlier)
    if given.json:
        print_json([finding_json(finding) for finding in found])
        return
    for finding in found:
        print(finding.weight, finding.check, finding.text, finding.sentence, sep="\t")
    print(f"共 {len(found)} 处" if found else "没有发现问题")


def _told(store: Store, number: int) -> tuple[dict[str, Passage], Year, set[str]]:
    """Return the passages of report and speech, the year, and the sections of its outline."""
    year, settings = load_year(store, number), settings_of(store, number)
    both: tuple[Report, Report] = whole_report(year, settings), speech_of(year, settings)
    told = {key: passage for report in both for key, passage in report.passages.items()}
    return told, year, set(outline_of(year, settings).keyed())


def _shape(passage: Passage) -> dict[str, Any]:
    return {
        "key": passage.key,
        "template": passage.template,
        "text": _text(passage),
        "edited": _is_edited(passage),
        "drift": [{"label": d.label, "old": d.old, "new": d.new} for d in passage.drift],
        "reads": dict(passage.reads),
    }


def _is_edited(passage: Passage) -> bool:
    return bool(passage.edit and passage.edit.is_written) or passage.key.startswith(SUPPLEMENT)


def _text(passage: Passage) -> str:
    return "\n".join(map(text_of, passage.paragraphs))


def _supplement(year: Year, section: str, text: str) -> list[Record]:
    found = [entry for entry in year.counted(Supplement) if entry.section == section]
    first, *others = found or [Supplement(year=year.period.year, section=section)]
    return [replace(first, text=text), *(replace(other, text="") for other in others)]


def _check(text: str, resolver: Resolver) -> None:
    """Refuse references that name nothing; one whose figure has no entry now is its gap."""
    for piece in read(text):
        if not isinstance(piece, Reference) or piece.text is not None:
            continue
        if unknown := [step.name for step in piece.steps if step.name not in FORMS]:
            raise DeskError(f"没有“{unknown[0]}”这种写法；有：{'、'.join(FORMS)}。没有改动")
        others = (step.argument for step in piece.steps if FORMS[step.name].needs == OTHER)
        for key in (piece.key, *others) if isinstance(resolver.run(piece), Wording) else ():
            if not (typed_number(key) or _is_there(key, resolver)):
                raise DeskError(f"没有“{key}”这个数据；用 facts 列出可用的数据，没有改动")


def _is_there(key: str, resolver: Resolver) -> bool:
    """Whether there is such a figure, be it without an entry now."""
    declared = key.partition("@")[0] in resolver.facts.declared
    listed = isinstance(resolver.facts.said.get(key), Listing)
    return (declared and not listed) or not isinstance(resolver.run(reference_to(key)), Wording)


def _text_input(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise DeskError(f"打不开“{name}”：{why_unread(error)}") from None
    except UnicodeDecodeError:
        raise DeskError(f"“{name}”不是 UTF-8 文本") from None
