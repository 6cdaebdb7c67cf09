"""支部概况: what the branch is, once a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..records.day import Day, before
from ..records.declare import choice, count, day, line, person, rows, yes
from ..records.fact import Fact, Measure, Nature
from ..records.fields import Row
from ..records.kind import Kind, OneAYear
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.text import key_part
from ..records.year import Year


class UnitType(StrEnum):
    """What sort of unit the branch belongs to."""

    AGENCY = "机关"
    STATE_ENTERPRISE = "国企"
    UNIVERSITY = "高校"
    SCHOOL = "中小学"
    VILLAGE = "农村"
    COMMUNITY = "社区"
    HOSPITAL = "医院"
    NEW_ORGANISATION = "两新组织"
    OTHER = "其他"


class BranchType(StrEnum):
    """How the branch was set up."""

    SINGLE = "单独"
    JOINT = "联合"
    TEMPORARY = "临时"


class Post(StrEnum):
    """A post on the branch committee."""

    SECRETARY = "书记"
    DEPUTY = "副书记"
    ORGANISATION = "组织委员"
    PUBLICITY = "宣传委员"
    DISCIPLINE = "纪检委员"
    MEMBER = "委员"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Row):
    """One party group of the branch."""

    name: str = line("名称")
    leader: Link | None = person("组长")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Row):
    """Someone on the committee, from one day to another."""

    who: Link | None = person("姓名")
    post: Post | None = choice("职务", Post)
    since: Day | None = day("任职日期")
    until: Day | None = day("离任日期")

    def holds(self, on: date) -> bool:
        """Whether the post was held on a day."""
        return _in_office(self.since, self.until, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Row):
    """Someone as secretary, from one day to another."""

    who: Link | None = person("姓名")
    office: str = line("行政职务")
    since: Day | None = day("任职日期")
    until: Day | None = day("离任日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber(Row):
    """A total that the user vouches for."""

    name: str = line("名称")
    number: int | None = count("数")
    unit: str = line("单位")


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Record):
    """The branch in one year."""

    name: str = line("支部名称", required=True)
    unit: str = line("单位名称")
    unit_type: UnitType | None = choice("单位类型", UnitType, synonyms={"企业": "国企"})
    superior: str = line("上级党组织")
    branch_type: BranchType | None = choice("支部类型", BranchType)
    founded_on: Day | None = day("成立日期")
    no_committee: bool = yes("不设支委会")
    no_groups: bool = yes("未设党小组")
    groups: tuple[Group, ...] = rows("党小组", Group)
    committee: tuple[Seat, ...] = rows("支委", Seat)
    secretaries: tuple[Tenure, ...] = rows("书记任职", Tenure)
    elected_on: Day | None = day("换届日期", hint="本届支部委员会选举产生的日期")
    term_ends_on: Day | None = day("届满日期")
    theme_day: str = line("主题党日固定日", hint="如：每月6日")
    typed: tuple[TypedNumber, ...] = rows("手填数", TypedNumber)

    def check(self) -> Iterator[Problem]:
        if self.no_groups and self.groups:
            yield Problem("groups", "勾选了未设党小组，又列出了党小组")
        if before(self.term_ends_on, self.elected_on):
            yield Problem("term_ends_on", "届满日期早于换届日期")
        names = [row.name for row in self.typed if row.name]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Problem("typed", f"“{name}”手填了两个数，以后一个为准")

    def secretary(self, on: date) -> Link | None:
        """Return who is secretary on a day: from the tenures, else from the committee, where it
        names someone of whom no tenure tells."""
        tenures = [t for t in self.secretaries if t.who]
        holders = [t.who for t in tenures if _in_office(t.since, t.until, on)]
        seats = [s for s in self.committee if s.post is Post.SECRETARY and s.who and s.holds(on)]
        others = [s.who for s in seats if s.who and not any(s.who.same(t.who) for t in tenures)]
        return next(reversed(holders or others), None)


def _in_office(since: Day | None, until: Day | None, on: date) -> bool:
    return (since is None or since.first() <= on) and (until is None or until.last() >= on)


SEATS = Measure("支部概况.支委数", "支部委员", "名", Nature.STOCK)
GROUPS = Measure("支部概况.党小组数", "党小组", "个", Nature.STOCK)


def facts(year: Year) -> Iterator[Fact | None]:
    """Yield the branch's standing figures, and the totals that the user typed."""
    branch = year.one(Branch)
    if branch is None:
        return
    in_office = [seat for seat in branch.committee if seat.holds(year.period.as_of)]
    members = {seat.who for seat in in_office if seat.who}  # one may hold two posts
    yield SEATS.of(0 if branch.no_committee else len(members), [branch])
    yield GROUPS.of(0 if branch.no_groups else len(branch.groups), [branch])
    for row in branch.typed:
        measure = Measure(f"支部概况.手填.{key_part(row.name)}", row.name, row.unit, Nature.TYPED)
        if row.name:
            yield measure.of(row.number, [branch])


KIND = Kind(
    "branch",
    "支部概况",
    Branch,
    when=OneAYear(),
    columns=("name", "unit_type", "superior", "elected_on"),
    measures=(SEATS, GROUPS),
    facts=facts,
)
