"""The printed page as data, in millimetres, points and characters; every writer reads it."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from ..paths import resources

Place = Literal["outside", "centre"]

# 固定值, as local notices ask for it; the standard's own is StyleSheet.grid.pitch.
LOCAL_PITCHES = (28.0, 29.0, 30.0)


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def block_width(self) -> float:
        """Return the width of the text block (版心)."""
        return self.width - self.left - self.right

    @property
    def block_height(self) -> float:
        """Return the height of the text block."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """The exact line pitch and what is added after every character, in points."""

    pitch: float
    spacing: float


@dataclass(frozen=True, slots=True)
class Blanks:
    """Blanks that the standard asks for, in characters of the body."""

    first_line: float
    signature: float
    date: float
    page_number: float


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where page numbers stand: at the outer edge or centred; ``below`` in millimetres."""

    place: Place
    below: float


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table's least line pitch and its rules in points, its cells' padding in millimetres."""

    pitch: float
    padding: float
    rule: float


@dataclass(frozen=True, slots=True)
class Face:
    """The type of one role: Chinese font, font of letters and digits, size in points."""

    font: str
    size: float
    latin: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Faces:
    """The face of every role."""

    title: Face
    byline: Face
    salutation: Face
    body: Face
    heading1: Face
    heading2: Face
    heading3: Face
    heading4: Face
    aside: Face
    signature: Face
    annex: Face
    annex_title: Face
    table: Face
    table_head: Face
    page_number: Face


@dataclass(frozen=True, slots=True)
class StandIn:
    """What is shown where a machine lacks a font; files always name the wanted one."""

    font: str
    instead: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Everything that a writer must know of the page."""

    page: Page
    grid: Grid
    blanks: Blanks
    page_number: PageNumber
    table: TableLook
    faces: Faces
    stand_ins: tuple[StandIn, ...]

    @property
    def advance(self) -> float:
        """Return how far one character of the body moves on, in points."""
        return self.faces.body.size + self.grid.spacing

    @property
    def lines(self) -> int:
        """Return how many lines a full page holds."""
        return int(points(self.page.block_height) / self.grid.pitch)

    @property
    def characters(self) -> int:
        """Return how many Chinese characters a full line holds."""
        return int(points(self.page.block_width) / self.advance)

    def varied(
        self,
        *,
        pitch: float | None = None,
        margins: tuple[float, float, float, float] | None = None,
        page_number: Place | None = None,
        bold_level_2: bool | None = None,
    ) -> "StyleSheet":
        """Return the sheet with local wishes; margins are top, bottom, left, right."""
        page, grid, number, second = self.page, self.grid, self.page_number, self.faces.heading2
        if margins is not None:
            top, bottom, left, right = margins
            page = replace(page, top=top, bottom=bottom, left=left, right=right)
        if pitch is not None:
            grid = replace(grid, pitch=pitch)
        if page_number is not None:
            number = replace(number, place=page_number)
        if bold_level_2 is not None:
            second = replace(second, bold=bold_level_2)
        faces = replace(self.faces, heading2=second)
        return replace(self, page=page, grid=grid, page_number=number, faces=faces)


def points(millimetres: float) -> float:
    """Return a length in points."""
    return millimetres * 72 / 25.4


@cache
def load_style() -> StyleSheet:
    """Return the standard's style sheet, as ``resources/report/style.toml`` has it."""
    text = (resources() / "report" / "style.toml").read_text(encoding="utf-8")
    return _read(tomllib.loads(text))


@cache
def load_speech_style() -> StyleSheet:
    """Return the style sheet of what is read aloud: ``speech.toml`` over the standard's."""
    folder = resources() / "report"
    whole, own = (
        tomllib.loads((folder / name).read_text(encoding="utf-8"))
        for name in ("style.toml", "speech.toml")
    )
    return _read(whole | {part: whole[part] | own[part] for part in own})


def _read(raw: dict[str, Any]) -> StyleSheet:
    latin = raw["latin"]
    faces = {role: Face(**{"latin": latin, **face}) for role, face in raw["faces"].items()}
    return StyleSheet(
        page=Page(**raw["page"]),
        grid=Grid(**raw["grid"]),
        blanks=Blanks(**raw["blanks"]),
        page_number=PageNumber(**raw["page_number"]),
        table=TableLook(**raw["table"]),
        faces=Faces(**faces),
        stand_ins=tuple(StandIn(**each) for each in raw["stand_ins"]),
    )
