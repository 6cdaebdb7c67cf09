"""Random values, rows, records and years, as reading leaves them: always cleaned."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from secretary_desk.facts.load import year_of
from secretary_desk.kinds import CHECKING, KINDS
from secretary_desk.records import fields, specs
from secretary_desk.records.day import Day
from secretary_desk.records.kind import Kind
from secretary_desk.records.period import Period
from secretary_desk.records.record import Record
from secretary_desk.records.text import clean, one_line
from secretary_desk.records.year import Year

YEARS = (2025, 2026)
PIECES = (
    "党建引领", "述职", "支部委员会", "𠮷野", "𡈽㐂", "12次", "3%", "“引号”", '"', "'",
    "{{ 三会一课 }}", "{%", "%}", "{# 注 #}", "&<>", "——", "…", "、", "；", "(一)",
    "\\", "|", "`", " ", "\u3000", "\t", "https://", "A-1",
)  # fmt: skip
NAMES = ("张伟", "欧阳明", "王𠮷", "阿卜杜拉·买买提", "李 娜")
IDS = tuple(f"00000000-0000-4000-8000-{number:012}" for number in range(5))
TIMES = st.datetimes().map(lambda time: time.isoformat(timespec="milliseconds") + "+00:00")


def _text(pieces: Sequence[str]) -> st.SearchStrategy[str]:
    piece = st.sampled_from(pieces)
    return piece | st.builds("{}{}{}".format, piece, piece, piece) | st.text(max_size=6)


LINES = _text(PIECES).map(one_line)
PROSE = _text((*PIECES, "\n")).map(clean)
WORDS = st.sampled_from(("党建+攻关", "创新", "𠮷", "{{", "2026")) | LINES.filter(bool)
LINKS = st.builds(
    specs.Link,
    st.none() | st.sampled_from(IDS),
    st.sampled_from(NAMES) | LINES.filter(bool),
)


@st.composite
def days(draw: st.DrawFn, first: int = YEARS[0], last: int = YEARS[-1]) -> Day:
    """Draw a date as precise as may be known; a midnight is a day, as reading has it."""
    on = draw(st.dates(date(first, 1, 1), date(last, 12, 31))).isoformat()
    minute = draw(st.integers(1, 24 * 60 - 1))
    time = f"T{minute // 60:02}:{minute % 60:02}"
    return Day(draw(st.sampled_from((on, on, on, on[:7], on[:4], on + time))))


def values(spec: specs.Spec) -> st.SearchStrategy[Any]:
    """Draw a filled value of a field."""
    match spec:
        case specs.Prose():
            return PROSE
        case specs.Line():
            return LINES
        case specs.Day():
            return days() | days() | days(1900, 2200)
        case specs.Count():
            within = st.integers(spec.least, spec.most)
            years = [year for year in YEARS if spec.least <= year <= spec.most]
            few = within if spec.least else st.integers(0, min(spec.most, 60))
            return (st.sampled_from(years) if years else within) | within | few
        case specs.Amount():
            least = -(10**9) if spec.signed else 0
            return st.decimals(least, 10**9, places=2) | st.integers(0, 60).map(Decimal)
        case specs.Choice():
            return st.sampled_from(list(spec.options))
        case specs.Yes():
            return st.booleans()
        case specs.Linked():
            return LINKS
        case specs.Tags():
            return st.lists(WORDS, max_size=3, unique=True).map(tuple)
        case fields.Rows():
            return st.lists(rows(spec.row), max_size=2).map(tuple)
    raise NotImplementedError(f"no values for {spec!r}")


def _fields(cls: type, filled: Sequence[str] = ()) -> dict[str, st.SearchStrategy[Any]]:
    return {
        name: values(spec).filter(lambda value: value not in (None, "", ()))
        if name in filled
        else st.just(spec.empty) | values(spec)
        for name, spec in fields.specs_of(cls).items()
    }


def rows(row: type[fields.Row]) -> st.SearchStrategy[Any]:
    """Draw a row of a record's list."""
    return st.builds(row, **_fields(row))


def records(kind: Kind[Any], complete: bool | None = None) -> st.SearchStrategy[Any]:
    """Draw a whole record of a kind, complete or not as wanted."""
    if complete is None:
        return st.one_of(*(records(kind, wanted) for wanted in (True, True, True, False)))
    required = [name for name, spec in kind.specs.items() if spec.required]
    drawn = _fields(kind.record, required if complete else ())
    drawn["filed_under"] = st.none() | st.sampled_from(YEARS)
    times = {name: st.just("") | TIMES for name in ("created", "changed")}
    return st.builds(kind.record, id=st.uuids().map(str), **times, **drawn)


def periods() -> st.SearchStrategy[Period]:
    """Draw a calendar year, a school year, or a tenure begun in May; perhaps cut short."""
    return st.builds(
        _period, st.sampled_from(YEARS), st.sampled_from((1, 5, 9)), st.integers(0, 300)
    )


def _period(year: int, month: int, unknown: int) -> Period:
    start = date(year - (month == 9), month, 1)
    end = date(year, 8, 31) if month == 9 else date(year, 12, 31)
    as_of = max(start, end - timedelta(unknown))
    return Period(f"{year}年度", year, start, end, as_of)


Entries = Mapping[type[Record], Sequence[Record]]


def entries(at_most: int = 3) -> st.SearchStrategy[Entries]:
    """Draw some records of every kind."""
    return st.fixed_dictionaries(
        {kind.record: st.lists(records(kind), max_size=at_most) for kind in KINDS}
    )


def year_from(given: Entries, period: Period) -> Year:
    """Return a year of these records, with the years before and after."""

    def fetch(kind: Kind[Any], _period: Period) -> Sequence[Record]:
        return sorted(given.get(kind.record, ()), key=kind.when.bounds)

    before, after = (year_of(fetch, period.shifted(years)) for years in (-1, 1))
    return year_of(fetch, period, (*KINDS, *CHECKING), before, after)


def years(at_most: int = 3) -> st.SearchStrategy[Year]:
    """Draw a year of random records, complete and incomplete, dated in it and elsewhere."""
    return st.builds(year_from, entries(at_most), periods())
