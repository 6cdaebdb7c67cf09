"""One function per command; each prints what it did."""

import json
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ..errors import DeskError, Unreadable
from ..export.files import write_whole
from ..facts.gather import disagreements, gather
from ..facts.load import load_year, settings_of
from ..kinds import STORED, branch, find_kind, person
from ..records.kind import Kind
from ..records.record import Record, read_record
from ..report.speech import speech_of
from ..report.style import load_speech_style, load_style
from ..report.written import counted, report_of
from ..store import attachments
from ..store.entering import enter
from ..store.founding import create_archive
from ..store.reasons import why_unread
from ..store.store import Store
from . import shapes
from .reporting import REPORTS, proof_copy


def new(given: Namespace) -> None:
    """Make an archive with the branch and its secretary in it."""
    fields = branch.KIND.specs
    name, unit_type = fields["name"].read(given.branch), fields["unit_type"].read(given.unit_type)
    secretary = person.KIND.specs["name"].read(given.secretary)
    if not name or not secretary:
        raise DeskError("请写明支部名称（--branch）和书记姓名（--secretary）")
    create_archive(Path(given.file), name, secretary, unit_type, date.today().year).close()
    print(f"已新建档案：{given.file}")


def add(given: Namespace) -> None:
    """Enter one object or a list of them."""
    kind = find_kind(given.kind)
    records = _records(kind, _json_input(given.input))
    with Store.open(Path(given.file)) as store:
        whole = [_with_files_kept(record, store.path) for record in records]
        saved = enter(store, whole, date.today().year)
    ids = [record.id for record in saved]
    if given.json:
        shapes.print_json(ids)
    else:
        print(*ids, sep="\n")


def _records(kind: Kind[Any], value: Any) -> list[Record]:
    items = value if isinstance(value, list) else [value]
    records = []
    for place, item in enumerate(items, 1):
        if not isinstance(item, dict):
            raise DeskError(f"第{place}条应是一个 JSON 对象，键为各项的名称")
        try:
            records.append(read_record(kind.record, item, kind.label))
        except Unreadable as error:
            raise DeskError(f"第{place}条：{error}") from None
    return records


def _with_files_kept(record: Record, archive: Path) -> Record:
    """Return the record with the files that its 附件 name by path kept beside the archive."""
    sound = attachments.is_sound
    kept = [
        f if sound(archive, f) else attachments.keep(archive, Path(f.name)) for f in record.files
    ]
    return replace(record, files=tuple(kept))


def _json_input(name: str) -> Any:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise DeskError(f"打不开“{name}”：{why_unread(error)}") from None
    except UnicodeDecodeError:
        raise DeskError(f"“{name}”不是 UTF-8 文本") from None
    except json.JSONDecodeError as error:
        raise DeskError(f"“{name}”第{error.lineno}行不是合格的 JSON") from None
    except (ValueError, RecursionError):
        raise DeskError(f"“{name}”不是合格的 JSON") from None


def show_list(given: Namespace) -> None:
    """List the entries of a kind, of one year or all."""
    kind = find_kind(given.kind)
    with Store.open(Path(given.file)) as store:
        period = load_year(store, given.year).period if given.year else None
        found = store.entries(kind, period)
    records = [r for r in found if not period or kind.when.holds(r, period) is not False]
    if given.json:
        shapes.print_json([shapes.record(kind, record) for record in records])
        return
    columns = [n for n in kind.columns if not (n in kind.specs and kind.specs[n].private)]
    print(*(kind.column(name) for name in columns), sep="\t")
    for record in records:
        print(*(" ".join(kind.shown(record, name).split()) for name in columns), sep="\t")


def facts(given: Namespace) -> None:
    """List a year's figures with the number of entries behind each."""
    with Store.open(Path(given.file)) as store:
        year = load_year(store, given.year)
    gathered = gather(year)
    if given.json:
        shapes.print_json([shapes.fact(fact) for fact in gathered.figures()])
        return
    for fact in gathered.figures():
        print(f"{fact.key}\t{fact.show()}\t{len(fact.entries)}条记录")
    for kind in STORED:
        if waiting := year.aside(kind.record):
            print(f"{kind.label}\t另有{len(waiting)}条没有计入：未填完、日期不全或在统计截止之后")
    for sentence in disagreements(gathered):
        print(f"两处不一致\t{sentence}")


def report(given: Namespace) -> None:
    """Write a year's report, its speech or its proof copy as docx, PDF, text or JSON."""
    out = Path(given.out)
    if out.suffix.lower() not in REPORTS:
        raise DeskError(f"报告可以写成 {'、'.join(REPORTS)}，不能写成“{out.suffix or out.name}”")
    if given.proof and given.speech:
        raise DeskError("--speech 和 --proof 是两种文稿，请分两次写")
    if given.proof and out.suffix.lower() != ".docx":
        raise DeskError("核对稿的批注写在 Word 文档里：请写成 .docx")
    if out.exists() and not given.force:
        raise DeskError(f"“{out}”已经存在；要覆盖请加 --force")
    with Store.open(Path(given.file)) as store:
        year, settings = load_year(store, given.year), settings_of(store, given.year)
    if given.speech:
        document = speech_of(year, settings, given.outline).document
        data = REPORTS[out.suffix.lower()](document, load_speech_style())
    else:
        document = report_of(year, settings, given.outline)
        write = proof_copy(year) if given.proof else REPORTS[out.suffix.lower()]
        data = write(document, load_style())
    write_whole(out, data, force=given.force)
    characters, gaps = counted(document)
    print(f"已写出：{out}（{characters}字，待补充{gaps}处）")


def undo(given: Namespace) -> None:
    """Take the last step back."""
    with Store.open(Path(given.file)) as store:
        words = store.undo()
    print(f"已撤销：{words}" if words else "没有可以撤销的改动")


def redo(given: Namespace) -> None:
    """Do again what was undone last."""
    with Store.open(Path(given.file)) as store:
        words = store.redo()
    print(f"已重做：{words}" if words else "没有可以重做的改动")


def history(given: Namespace) -> None:
    """List the latest changes, the newest first."""
    with Store.open(Path(given.file)) as store:
        steps = store.history()
    if given.json:
        shapes.print_json([shapes.step(step) for step in steps])
        return
    for step in steps:
        print(f"{step.at}\t{step.words}")


def kinds(given: Namespace) -> None:
    """List the kinds of record with their fields."""
    if given.json:
        shapes.print_json([shapes.kind(kind) for kind in STORED])
        return
    for kind in STORED:
        print(f"{kind.label}（{kind.name}）：{'、'.join(s.label for s in kind.specs.values())}")
