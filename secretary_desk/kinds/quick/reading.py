"""Lines as secretaries jot them down, made into drafts; whatever is typed, one comes of it.

``3.5 支委会 研究发展对象 5/5`` is a 支部委员会 of 5 March with that topic, 应到5, 实到5. No word is
lost: what no field takes is the entry's own text.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from ...records.day import Day
from ...records.fields import People
from ...records.kind import Kind, Point, Span, Yearly
from ...records.period import Period
from ...records.record import META, Attendance, Record
from ...records.specs import Choice, Link, Spec
from ...records.specs import Day as DaySpec
from ...records.text import clean
from ..branch import Branch
from ..expected import expected
from ..person import Person
from ..study_meeting import KIND as LESSONS
from ..talk import KIND as TALK
from .filling import Filling, take_place
from .rest import Piece, Rest
from .what import first_word, form_field, options, take_kind
from .when import Calendar, Found, take_day
from .who import Names, take_attendance, take_leading, take_named


@dataclass(frozen=True, slots=True)
class Around:
    """What a line is read by: the date on the wall, the year at work, the roster.

    ``kind`` is what a line is about that does not say it; ``places`` are those of earlier entries.
    """

    today: date
    period: Period
    people: Sequence[Person] = ()
    branch: Branch | None = None
    me: Link | None = None
    kind: Kind[Any] = LESSONS
    places: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Jotted:
    """One line with its draft; ``guessed`` where it does not say of which kind it is."""

    line: str
    kind: Kind[Any]
    draft: Record
    guessed: bool
    pieces: tuple[Piece, ...] = field(default=(), compare=False)

    def told(self, year: int) -> list[tuple[str, str]]:
        """Return what was understood: each filled field's label, and what it holds; days of a
        year without it.
        """
        shown = []
        for name, spec in self.kind.specs.items():
            value = getattr(self.draft, name)
            if name in META or value == spec.empty:
                continue
            shown.append((spec.label, _shown(spec, value, year)))
        return shown


def read_lines(text: str, around: Around, kind: Kind[Any] | None = None) -> list[Jotted]:
    """Return what the lines of a text mean, empty ones left out; ``kind`` decides for them all."""
    names = Names(around.people, around.me)
    lines = [line for line in clean(text).splitlines() if line.strip()]
    read = (_read(line, around, names, kind, alone=len(lines) == 1) for line in lines)
    return [jotted for jotted in read if jotted.line]


def _read(
    line: str, around: Around, names: Names, kind: Kind[Any] | None, *, alone: bool
) -> Jotted:
    rest = Rest(line)
    day = take_day(rest, Calendar(around.today, around.period))
    place, values = take_place(rest), dict[str, Any]()
    meant = _take_talk(rest, names, kind, values) or _take_kind(rest, names, kind, values)
    filling = Filling(meant or kind or around.kind, rest, values)
    ahead = (_put_day(filling, day, around, alone=alone), filling.put_place(place))
    filling.take_labelled()
    filling.take_known_place(around.places)
    take_leading(filling, names)
    filling.take_numbers()
    filling.take_marks()
    take_attendance(filling, names, _expected_at(filling, around))
    take_named(filling, names)
    filling.take_choices()
    filling.take_rest(" ".join(filter(None, ahead)))
    draft = filling.kind.record(**filling.values)
    guessed = meant is None and kind is None
    return Jotted(rest.line, filling.kind, draft, guessed, tuple(rest.pieces))


def _take_talk(
    rest: Rest, names: Names, kind: Kind[Any] | None, values: dict[str, Any]
) -> Kind[Any] | None:
    """Take 与张三谈话 where no other kind is named before it; the talker is me, unless told."""
    found, other = names.talk(rest), first_word(rest, kind)
    if found is None or kind not in (None, TALK) or (other and other.start() < found.start()):
        return None
    values["to"] = Link(None, found["to"])
    if talker := Link(None, found["talker"]) if found["talker"] else names.me:
        values["talker"] = talker
    types = options(cast(Choice, TALK.specs["form"]))
    form = next((types[word] for word in types if word in found["how"]), None)
    if form is not None:
        values["form"] = form
    rest.take(found.start(), found.end(), "to")
    return TALK


def _take_kind(
    rest: Rest, names: Names, kind: Kind[Any] | None, values: dict[str, Any]
) -> Kind[Any] | None:
    """Take the word for the kind, with who gives the lesson: 张三讲党课."""
    if kind in (None, LESSONS) and (found := names.lesson(rest)):
        values["speaker"] = Link(None, found["speaker"])
        rest.take(found.start(), found.end(), "speaker")
        kind = LESSONS
    word = take_kind(rest, kind)
    if word and word.value:
        values[form_field(word.kind)] = word.value
    return word.kind if word else None


def _put_day(filling: Filling, found: Found | None, around: Around, *, alone: bool) -> str:
    """Put the day where the kind has one; return what of it the kind has no field for."""
    when, values = filling.kind.when, filling.values
    if isinstance(when, Yearly):
        return _put_year(filling, when.year, found, around)
    start = when.on if isinstance(when, Point) else getattr(when, "start", "")
    if found is None:
        today = around.period.start <= around.today <= around.period.end
        if alone and today and isinstance(when, Point):
            values[start] = Day(around.today.isoformat())
        return ""
    if start not in filling.specs:
        return found.typed
    values[start] = found.day
    if isinstance(when, Span) and found.until and when.end in filling.specs:
        values[when.end] = found.until
        return ""
    return found.typed if found.until else ""


def _put_year(filling: Filling, name: str, found: Found | None, around: Around) -> str:
    filling.values[name] = int(found.day[:4]) if found else around.period.year
    on = next((n for n, s in filling.specs.items() if isinstance(s, DaySpec)), "")
    if found is None or len(found.day) == 4:
        return ""
    if on and not found.until:
        filling.values[on] = found.day
        return ""
    return found.typed


def _expected_at(filling: Filling, around: Around) -> Callable[[], Sequence[Person]]:
    def ask() -> Sequence[Person]:
        days = (value for value in filling.values.values() if isinstance(value, Day))
        day = next(days, None)
        meeting = filling.kind.record(**filling.values)
        return expected(meeting, around.people, around.branch, day.first() if day else around.today)

    return ask


def _shown(spec: Spec, value: Any, year: int) -> str:
    match spec:
        case DaySpec():
            return _shown_day(value, year)
        case People():
            return _shown_people(value)
    return f"{spec.show(value)}{getattr(spec, 'unit', '')}"


def _shown_people(rows: Sequence[Attendance]) -> str:
    away = [
        f"{row.who.name}（{row.reason}）" if row.reason else row.who.name
        for row in rows
        if row.who and not row.present
    ]
    came = sum(row.present for row in rows)
    told = (f"到会{came}人" if came else "", f"缺席{'、'.join(away)}" if away else "")
    return "，".join(filter(None, told))


def _shown_day(day: Day, year: int) -> str:
    if not day.whole:
        return day.show_in_year() if day.first().year == year else day.show()
    text = day.show() if day.first().year != year else day.show().split("年", 1)[1]
    date_, _, hour = text.partition(" ")
    return f"{date_}（周{'一二三四五六日'[day.first().weekday()]}）{hour}"
