"""The report built whole: a pure function from a year to a Document, in milliseconds."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..facts.gather import gather
from ..kinds.branch import Branch
from ..kinds.report_settings import Occasion, ReportSettings, SignaturePlace
from ..kinds.reporter import reporter
from ..kinds.supplement import Supplement
from ..records.day import Day
from ..records.record import Record
from ..records.text import one_line, width
from ..records.year import Year
from .annex import annex_blocks, enclosures, filled
from .document import (
    Block,
    Byline,
    Document,
    Heading,
    Number,
    Own,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Salutation,
    Signature,
    Title,
    Value,
    Wording,
)
from .numbering import Places
from .outline import Outline
from .passage import Passage, Teller
from .sections import Section
from .tagged import is_fed, tagged
from .telling import Telling, gap
from .title import title_lines
from .views import EntryView
from .wording import PassageWording

SALUTATIONS = {
    Occasion.REVIEW: "各位领导、同志们：",
    Occasion.GENERAL_MEETING: "各位党员：",
}
SUPPLEMENT = "补充"  # how the keys of the user's own passages begin
_NOBODY: Runs = (Wording(gap("支部名称和书记姓名")),)
SIGNATURE_WIDTH = 24  # characters: a line of 28 less two free on either side


class Report(NamedTuple):
    """A document, and its passages by key, in the order in which they are told."""

    document: Document
    passages: Mapping[str, Passage]


def build(
    year: Year,
    settings: ReportSettings,
    wording: Mapping[str, PassageWording],
    outline: Outline,
) -> Document:
    """Return the report of a year. What is missing stands there as 【待补充：…】."""
    return compose(year, settings, wording, outline).document


def compose(
    year: Year,
    settings: ReportSettings,
    wording: Mapping[str, PassageWording],
    outline: Outline,
    *,
    spoken: bool = False,
) -> Report:
    """Return the report of a year with its passages; ``spoken`` in its short forms."""
    teller = Teller(year, gather(year), settings, wording, spoken)
    branch = year.one(Branch)
    me = reporter(year)
    names = (branch.name if branch else "", me.who.name if me else "")
    annexes = filled(outline.annexes, teller)
    on_top = settings.signature is SignaturePlace.TOP
    blocks = [
        Title(title_lines(year.period.label, names[0])),
        *(_byline(*names, settings.reported_on) if on_top else ()),
        _salutation(settings, branch),
        *_sections(outline.sections, outline, teller),
        *enclosures(annexes, teller),
        *(() if on_top else _signature(*names, settings.reported_on)),
        *annex_blocks(annexes, teller),
    ]
    return Report(Document(*names, year.period.year, tuple(blocks)), teller.told)


def _sections(
    sections: tuple[Section, ...],
    outline: Outline,
    teller: Teller,
    above: str = "",
    entry: Record | None = None,
) -> Iterator[Block]:
    """Yield sections one after the other; ``above`` is the key of the one around them."""
    places = Places()
    for section in sections:
        entries = teller.entries(section.each) if section.each else (entry,)
        for one in entries:
            key = section.key or _key(section, one, above)
            if section.heading or section.heading_field:
                number = places.number(section.level, outline.numbering)
                yield Heading(section.level, (*_number(number), _words(section, one, outline)), key)
            yield from _body(section, teller, one)
            yield from _sections(section.sections, outline, teller, key, one)
        if section.each and not teller.ledger(section.each):
            yield from _passages(section, teller, None)


def _key(section: Section, entry: Record | None, above: str) -> str:
    """Return the key of a section that has none of its own, for its heading to name."""
    step = entry.id if entry and section.each else section.heading
    return "/".join(filter(None, (above, step)))


def _body(section: Section, teller: Teller, entry: Record | None) -> Iterator[Block]:
    """Yield what a section says itself; where that is nothing, what is missing."""
    said = [
        *_passages(section, teller, entry),
        *_paragraphs(tagged(section, teller)),
        *_supplements(section, teller),
    ]
    yield from said
    if section.heading and section.key and not said and (is_fed(section) or not section.sections):
        missing = (Wording(gap(section.heading)),)
        yield Paragraph(missing, teller.key(f"{SUPPLEMENT}/{section.key}"))


def _passages(section: Section, teller: Teller, entry: Record | None) -> Iterator[Block]:
    for key in section.passages:
        if key in teller.wording:
            yield from _paragraphs(teller.tell(key, entry))
        else:  # an outline of a newer program, or one typed by hand
            yield Paragraph((Wording(gap(key)),), teller.key(f"{SUPPLEMENT}/{section.key}"))


def _paragraphs(passages: Iterable[Passage]) -> Iterator[Block]:
    for passage in passages:
        for runs in passage.paragraphs or ((),):  # the user may have emptied it
            yield Paragraph(runs, passage.key)


def _supplements(section: Section, teller: Teller) -> Iterator[Block]:
    """Yield what the user adds to a section, where it is one that can be named."""
    added = [e.text for e in teller.year.counted(Supplement) if e.section == section.key]
    if section.key and added:
        passage = teller.added(teller.key(f"{SUPPLEMENT}/{section.key}"), "\n".join(added))
        for runs in passage.paragraphs:
            yield Paragraph(runs, passage.key)


def _number(number: str) -> Runs:
    return (Number(number),) if number else ()


def _words(section: Section, entry: Record | None, outline: Outline) -> Run:
    if entry is not None and section.heading_field:
        said = EntryView(Telling(0), entry).pick(section.heading_field)
        return Quotation(said.text, said.entry, said.label)  # type: ignore[union-attr]
    return Own(section.heading) if outline.own else Wording(section.heading)


def _salutation(settings: ReportSettings, branch: Branch | None) -> Salutation:
    if settings.salutation:
        return Salutation((Value(settings.salutation.rstrip(":：！!，,。") + "：", "称谓"),))
    if settings.occasion is Occasion.IN_WRITING:
        superior: Run = Wording(gap("上级党组织"))
        if branch and branch.superior:
            superior = Value(branch.superior, "上级党组织")
        return Salutation((superior, Wording("：")))
    return Salutation((Wording(SALUTATIONS[settings.occasion or Occasion.REVIEW]),))


def _byline(branch: str, secretary: str, on: Day | None) -> Iterator[Block]:
    name = (*_name(branch, "支部名称"), Wording(" "), *_name(secretary, "书记姓名"))
    yield Byline((_NOBODY if not branch and not secretary else name,
                  (Wording("（"), *_date(on), Wording("）"))))  # fmt: skip


def _signature(branch: str, secretary: str, on: Day | None) -> Iterator[Block]:
    first, second = _name(branch, "支部名称"), _name(secretary, "书记姓名")
    lines: tuple[Runs, ...] = ((*first, Wording("书记　"), *second),)
    if not branch and not secretary:
        lines = (_NOBODY,)
    elif width(branch) + width(secretary) + 3 > SIGNATURE_WIDTH:
        lines = (first, (Wording("书记　"), *second))
    yield Signature(lines, _date(on))


def _name(text: str, what: str) -> Runs:
    return (Value(one_line(text), what) if text else Wording(gap(what)),)


def _date(on: Day | None) -> Runs:
    return (Value(on.show().split(" ")[0], "报告日期") if on else Wording(gap("报告日期")),)
