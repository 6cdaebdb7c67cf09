"""The report as an inert value: blocks of runs, each run knowing where its words come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.record import Ref


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the program's; they hold no digit."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its measure word; ``entries`` are what stands behind it.

    ``fact`` is a reference (``report.template``): the fact's key, and how it was derived.
    """

    text: str
    fact: str
    entries: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words or dates as the user entered them: a field of an entry."""

    text: str
    entry: Ref
    field: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the branch's profile, the period or the year's settings, by its name."""

    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Own:
    """The user's own words in a passage; a number typed over a figure names its ``fact``."""

    text: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A computed number: of a heading, an item, an annex."""

    text: str


Run = Wording | Figure | Quotation | Value | Own | Number
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title, broken into balanced lines."""

    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Byline:
    """Name and date under the title, where the signature stands on top."""

    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Salutation:
    """Whom the report addresses."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; its number, where it has one, is its first run.

    ``section`` is the key of what it heads: of a repeated section, the key of the one around it
    and the entry's id.
    """

    level: int
    runs: Runs
    section: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``passage`` is the key of the passage that it belongs to."""

    runs: Runs
    passage: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A line for whoever reads the text aloud, no part of it: how the time stands."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Enclosures:
    """附件说明: the annexes by name, each item without its number."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, a line each, and the date."""

    lines: tuple[Runs, ...]
    date: Runs


@dataclass(frozen=True, slots=True)
class AnnexTitle:
    """The head of an annex, which begins a page: 附件1, then its title."""

    label: Runs
    title: Runs


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its share of the width beside the others', left or centre."""

    label: str
    share: float
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A ledger; every row has a cell for every column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block = (
    Title
    | Byline
    | Salutation
    | Heading
    | Paragraph
    | Aside
    | Enclosures
    | Signature
    | AnnexTitle
    | Table
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report; the names and the year go into the file's properties."""

    branch: str
    secretary: str
    year: int
    blocks: tuple[Block, ...]

    def title(self) -> str:
        """Return the title on one line."""
        titles = (block for block in self.blocks if isinstance(block, Title))
        return "".join(text_of(line) for title in titles for line in title.lines)


def text_of(runs: Runs) -> str:
    """Return the text of runs, joined."""
    return "".join(run.text for run in runs)


def runs_of(block: Block) -> Iterator[Run]:
    """Yield every run of a block."""
    match block:
        case Title() | Byline():
            lines: tuple[Runs, ...] = block.lines
        case Salutation() | Heading() | Paragraph() | Aside():
            lines = (block.runs,)
        case Enclosures():
            lines = block.items
        case Signature():
            lines = (*block.lines, block.date)
        case AnnexTitle():
            lines = (block.label, block.title)
        case Table():
            lines = tuple(cell for row in block.rows for cell in row)
    for line in lines:
        yield from line
