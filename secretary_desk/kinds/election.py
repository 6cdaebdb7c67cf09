"""换届选举: how the branch elected its committee."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..records.day import Day, before
from ..records.declare import count, day, line, person, prose, rows, yes
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.fields import Row
from ..records.kind import Kind, Point
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year
from .branch import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Row):
    """How many voted for someone."""

    who: Link | None = person("姓名")
    votes: int | None = count("得票", unit="票")
    elected: bool = yes("当选")


@dataclass(frozen=True, slots=True, kw_only=True)
class Election(Record):
    """One election, in numbers of members with the right to vote."""

    held_on: Day | None = day("日期", required=True, headers=("选举日期", "会议时间"))
    term: str = line("届次", hint="如：第五届")
    entitled: int | None = count("应到有选举权", unit="人")
    present: int | None = count("实到", unit="人", headers=("实到有选举权",))
    candidates: int | None = count("候选人数", unit="人")
    seats: int | None = count("应选", unit="人", headers=("应选人数",))
    issued: int | None = count("发出票", unit="张", headers=("发出票数",))
    returned: int | None = count("收回票", unit="张", headers=("收回票数",))
    valid: int | None = count("有效票", unit="张", headers=("有效票数",))
    ballots: tuple[Ballot, ...] = rows("得票情况", Ballot)
    approved_on: Day | None = day("批复日期")
    note: str = prose("备注")

    def check(self) -> Iterator[Problem]:
        chain = ("entitled", "present", "issued", "returned", "valid")
        known = [(name, given) for name in chain if (given := getattr(self, name)) is not None]
        for (larger, most), (name, given) in pairwise(known):
            if given > most:
                labels = KIND.specs[name].label, KIND.specs[larger].label
                yield Problem(name, f"{labels[0]}{given}多于{labels[1]}{most}")
        for row in self.ballots:
            if self.valid is not None and (row.votes or 0) > self.valid:
                name = row.who.name if row.who else ""
                yield Problem("ballots", f"{name}得票{row.votes}多于有效票{self.valid}")
        if before(self.approved_on, self.held_on):
            yield Problem("approved_on", "批复日期早于选举日期")


COUNT = Measure("换届选举.次数", "换届选举次数", "次")
ELECTED = Measure("换届选举.当选人数", "换届选举当选人数", "名")
RATE = Measure("换届选举.到会率", "换届选举到会率", "%")
SHELF = Shelf("换届选举.清单", "换届选举")
IN_TERM = Shelf("换届选举.按期清单", "按期换届选举")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield the elections, how many were elected, and which were held before the term ran out."""
    held = year.counted(Election)
    yield COUNT.count(held)
    yield ELECTED.total(held, lambda e: sum(row.elected for row in e.ballots))
    yield RATE.share(held, lambda e: e.present, lambda e: e.entitled)
    yield SHELF.holds(held)
    former = year.previous.one(Branch) if year.previous else None
    ends = former.term_ends_on if former else None
    yield IN_TERM.holds(e for e in held if ends and e.held_on and e.held_on.last() <= ends.last())


KIND = Kind(
    "election",
    "换届选举",
    Election,
    when=Point("held_on"),
    columns=("held_on", "term", "entitled", "present", "candidates", "seats", "approved_on"),
    measures=(COUNT, ELECTED, RATE),
    shelves=(SHELF, IN_TERM),
    facts=facts,
)
