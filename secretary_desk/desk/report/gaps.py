"""Where what is still missing from a report can be filled in."""

from collections.abc import Iterator
from typing import NamedTuple

from ...facts.gather import LAST_YEAR, gather
from ...kinds import find_kind
from ...records.record import Ref
from ...records.year import Year
from ...report.build import SUPPLEMENT
from ...report.document import Document, Figure, Paragraph, Quotation, Run, Wording, runs_of
from ...report.parts import Part
from ...report.passage import SPOKEN
from ...report.tagged import ENTRY
from ...report.telling import GAP
from ...report.wording import load_wording
from ..page import Place

_END = "】"
_SETTING = "报告日期"


class Gap(NamedTuple):
    """One 【待补充：…】: what is missing, the block it stands in, the page that takes it."""

    text: str
    block: int
    place: Place

    @property
    def hint(self) -> str:
        """Where it is filled in, for people."""
        if self.place.page != "report":
            return f"去“{find_kind(self.place.page).label}”填写"
        return "写在上面的“补充”里" if self.place.find else "在上面填写"


def gaps_of(document: Document, part: Part, year: Year) -> list[Gap]:
    """Return the gaps of a part, in order."""
    return [
        Gap(text, block, _place(document, block, text, year))
        for block in part.blocks
        for run in runs_of(document.blocks[block])
        for text in _texts(run)
    ]


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text's pieces, each with what it says is missing; empty for plain ones."""
    while GAP in text:
        before, _, rest = text.partition(GAP)
        what, _, text = rest.partition(_END)
        if before:
            yield before, ""
        yield f"{GAP}{what}{_END}", what
    if text:
        yield text, ""


def _texts(run: Run) -> list[str]:
    return [what for _, what in pieces(run.text) if what] if isinstance(run, Wording) else []


def _place(document: Document, block: int, text: str, year: Year) -> Place:
    found = document.blocks[block]
    if not isinstance(found, Paragraph):
        return Place("report" if text == _SETTING else "branch")
    key, _, entry = found.passage.removeprefix(SPOKEN).partition("/")
    if key == SUPPLEMENT:
        return Place("report", find=entry)
    if entry and (known := _known(document, entry)):
        return Place(known.kind, known)
    return Place(_kind(key, text, year))


def _known(document: Document, entry: str) -> Ref | None:
    """Return the entry of this id, where the report speaks of it."""
    for block in document.blocks:
        for run in runs_of(block):
            refs = run.entries if isinstance(run, Figure) else ()
            refs = (run.entry,) if isinstance(run, Quotation) else refs
            for ref in refs:
                if ref.id == entry:
                    return ref
    return None


def _kind(passage: str, text: str, year: Year) -> str:
    """Return the kind whose entries would fill a gap: the missing fact's, else the passage's."""
    declared = (key for key, label in gather(year).declared.items() if label == text)
    if passage.endswith(ENTRY):
        return find_kind(passage.removesuffix(ENTRY)).name
    wording = load_wording()[passage]
    wanted = next(declared, next(iter((*wording.needs, wording.each)), ""))
    label = wanted.split("|")[0].strip().removeprefix(LAST_YEAR).split(".")[0]
    return find_kind(label or "支部概况").name
