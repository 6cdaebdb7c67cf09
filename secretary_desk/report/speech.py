"""现场稿: the report to be read aloud, told in its short forms, and how long that takes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..kinds.report_settings import ReportSettings
from ..records.text import characters, one_line
from ..records.year import Year
from .build import Report, compose
from .document import (
    AnnexTitle,
    Aside,
    Block,
    Byline,
    Document,
    Enclosures,
    Heading,
    Number,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Salutation,
    Signature,
    Table,
    Title,
    Value,
    Wording,
    text_of,
)
from .wording import load_wording
from .written import outline_of

MINUTES, PACE = 8, 260  # how long a speech may be, how many 字 a minute: as notices have it
OPENING = "开场"  # what is said before the first heading
_STEP = 5  # seconds: no one speaks to the second
Spoken = Salutation | Heading | Paragraph
_ON_PAPER = Byline | Enclosures | AnnexTitle | Table | Signature


@dataclass(frozen=True, slots=True)
class Timing:
    """One section: its 字 with its headings, its seconds, and the seconds at its end."""

    key: str
    heading: str
    characters: int
    seconds: int
    until: int


@dataclass(frozen=True, slots=True)
class Target:
    """How long a speech is to be, in minutes, and how many 字 are said in one.

    ``is_assumed``: the user has set no minutes.
    """

    minutes: int
    pace: int
    is_assumed: bool = field(default=False, compare=False)

    @property
    def seconds(self) -> int:
        """Return the minutes as seconds."""
        return self.minutes * 60

    @property
    def characters(self) -> int:
        """Return how many 字 fill the minutes."""
        return self.minutes * self.pace

    @property
    def said(self) -> str:
        """Return the minutes as people are told of them."""
        return f"按{self.minutes}分钟算" if self.is_assumed else f"限时{self.minutes}分钟"


def target_of(settings: ReportSettings) -> Target:
    """Return what the settings ask of a speech, else eight minutes of 260 字."""
    minutes = settings.minutes
    return Target(minutes or MINUTES, settings.pace or PACE, is_assumed=not minutes)


def speech_of(year: Year, settings: ReportSettings, outline: str = "") -> Report:
    """Return a year's speech with its passages, whose keys begin with 现场/.

    It has no annexes; who speaks, and how long, stands under the title. Raises DeskError for an
    unknown outline.
    """
    told = compose(year, settings, load_wording(), outline_of(year, settings, outline), spoken=True)
    return told._replace(document=_for_reading(told.document, settings))


def timings(document: Document, pace: int) -> list[Timing]:
    """Return the sections of a speech in order, spoken at ``pace`` 字 a minute."""
    found: list[Timing] = []
    spoken = 0
    for blocks in _sections(document):
        count = sum(characters(text_of(block.runs)) for block in blocks)
        before, spoken = _seconds(spoken, pace), spoken + count
        until = _seconds(spoken, pace)
        found.append(Timing(*_named(blocks[0]), count, until - before, until))
    return found


def section_of(document: Document) -> list[int | None]:
    """Return for each block the place of its section among the timings; None before them."""
    starts, here = _starts(document.blocks), -1
    places: list[int | None] = []
    for number, block in enumerate(document.blocks):
        here += number in starts or (here < 0 and isinstance(block, Spoken))
        places.append(here if here >= 0 else None)
    return places


def length(seconds: int) -> str:
    """Return a length of time as people say it: 45秒, 8分, 1分20秒."""
    minutes, rest = divmod(seconds, 60)
    return (f"{minutes}分" if minutes else "") + (f"{rest}秒" if rest or not minutes else "")


def about(seconds: int) -> str:
    """Return a length of time to five seconds, no less than that."""
    return length(max(_STEP, (seconds + _STEP // 2) // _STEP * _STEP))


def _for_reading(document: Document, settings: ReportSettings) -> Document:
    spoken = tuple(block for block in document.blocks if not isinstance(block, _ON_PAPER))
    document = replace(document, blocks=spoken)
    times = timings(document, target_of(settings).pace)
    starts, blocks = _starts(spoken), list[Block]()
    for number, (block, place) in enumerate(zip(spoken, section_of(document), strict=True)):
        blocks.append(block)
        if isinstance(block, Title):
            blocks.append(_byline(document, settings, times))
        elif number in starts and place is not None:
            blocks.append(_mark(times[place]))
    return replace(document, blocks=tuple(blocks))


def _byline(document: Document, settings: ReportSettings, times: Sequence[Timing]) -> Byline:
    """Return what stands under the title: that it is a speech, how long, who speaks, and when."""
    whole: Runs = (Wording("（现场稿，约"), Number(about(times[-1].until)), Wording("）"))
    who: list[Run] = []
    if document.secretary:
        who.append(Value(one_line(document.secretary), "书记姓名"))
    if settings.reported_on:
        who += [Wording("　")] if who else []
        who.append(Value(settings.reported_on.show().split(" ")[0], "报告日期"))
    return Byline((whole, tuple(who)) if who else (whole,))


def _mark(timing: Timing) -> Aside:
    """Return how long a section takes and where the clock should stand at its end."""
    runs = (Wording("〔约"), Number(about(timing.seconds)), Wording("，讲到"))
    return Aside((*runs, Number(about(timing.until)), Wording("〕")))


def _sections(document: Document) -> list[list[Spoken]]:
    """Return what is spoken, section by section."""
    sections: list[list[Spoken]] = []
    for block, place in zip(document.blocks, section_of(document), strict=True):
        if place is not None and isinstance(block, Spoken):
            sections += [[]] if place == len(sections) else []
            sections[place].append(block)
    return sections


def _starts(blocks: Sequence[Block]) -> set[int]:
    """Return where sections begin: at the headings of the highest level that has several."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    level = next((level for level in sorted(set(levels)) if levels.count(level) > 1), 1)
    return {
        n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == level
    }


def _named(first: Spoken) -> tuple[str, str]:
    """Return a section's key, the same while the report is rebuilt, and its heading."""
    if not isinstance(first, Heading):
        return OPENING, OPENING
    words = tuple(run for run in first.runs if not isinstance(run, Number))
    entries = [run.entry.id for run in words if isinstance(run, Quotation)]
    return entries[0] if entries else text_of(words), text_of(first.runs)


def _seconds(count: int, pace: int) -> int:
    return round(count * 60 / pace)
