"""党员名册: everyone the branch knows, applicants and transferred-out members among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..records.day import Day, before
from ..records.declare import choice, day, line, prose, yes
from ..records.fact import Fact, Measure, Nature, split
from ..records.identity_number import slip
from ..records.kind import Kind, Standing
from ..records.record import Problem, Record
from ..records.year import Year


class Category(StrEnum):
    """How far someone is with the Party."""

    FULL = "正式党员"
    PROBATIONARY = "预备党员"
    CANDIDATE = "发展对象"
    ACTIVIST = "积极分子"
    APPLICANT = "申请人"
    OUTSIDE = "群众"


class Sex(StrEnum):
    """As the roster has it."""

    MALE = "男"
    FEMALE = "女"


# One year and at most one more (《中国共产党发展党员工作细则》, article 32).
PROBATION_DAYS = 2 * 365
MEMBERS = (Category.FULL, Category.PROBATIONARY)
SYNONYMS = {"党员": "正式党员", "中共党员": "正式党员", "中共预备党员": "预备党员",
            "入党积极分子": "积极分子", "入党申请人": "申请人"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """One person: one identity over all kinds and years."""

    name: str = line("姓名", required=True)
    sex: Sex | None = choice("性别", Sex)
    ethnicity: str = line("民族")
    born_on: Day | None = day("出生年月")
    id_number: str = line("身份证号", private=True)
    phone: str = line("联系电话", private=True)
    education: str = line("学历")
    job: str = line("岗位")
    group: str = line("党小组")
    category: Category | None = choice("人员类别", Category, synonyms=SYNONYMS)
    joined_on: Day | None = day("入党日期", hint="支部大会接收为预备党员的日期")
    confirmed_on: Day | None = day("转正日期")
    arrived_on: Day | None = day("转入日期")
    left_on: Day | None = day("转出日期")
    floating: bool = yes("流动党员")
    in_need: bool = yes("困难党员")
    note: str = prose("备注")

    def check(self) -> Iterator[Problem]:
        if before(self.confirmed_on, self.joined_on):
            yield Problem("confirmed_on", "转正日期早于入党日期")
        if before(self.left_on, self.arrived_on):
            yield Problem("left_on", "转出日期早于转入日期")
        if self.category is Category.FULL and self.joined_on and not self.confirmed_on:
            yield Problem("confirmed_on", "正式党员请填写转正日期")
        if self.category is None and not self.confirmed_on:
            yield Problem("category", "请填写人员类别，否则不计入党员")
        if said := slip(self.id_number):
            yield Problem("id_number", said)

    def category_on(self, on: date) -> Category | None:
        """Return what the person is on a day: by the dates known, else as typed."""
        if not self._is_here(on):
            return None
        if self.confirmed_on and self.confirmed_on.first() <= on:
            return Category.FULL
        if self.joined_on:
            return self._joined_category(self.joined_on, on)
        return Category.PROBATIONARY if self.confirmed_on else self.category

    def may_be_member(self, on: date) -> bool:
        """Whether the person is a member on a day, or nothing says what else."""
        if self.category is None and not (self.joined_on or self.confirmed_on):
            return self._is_here(on)
        return self.category_on(on) in MEMBERS

    def _is_here(self, on: date) -> bool:
        arrived = self.arrived_on is None or self.arrived_on.first() <= on
        return arrived and (self.left_on is None or self.left_on.last() > on)

    def _joined_category(self, joined_on: Day, on: date) -> Category | None:
        if joined_on.first() > on:
            return None if self.category in MEMBERS else self.category
        if self.confirmed_on:
            return Category.PROBATIONARY
        if self.category is None and (on - joined_on.first()).days > PROBATION_DAYS:
            return None
        return Category.FULL if self.category is Category.FULL else Category.PROBATIONARY

    def age_on(self, on: date) -> int | None:
        """Return full years of age; None while the month of birth is unknown."""
        if self.born_on is None or len(self.born_on) < 7:
            return None
        born = self.born_on.last()
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _stock(name: str, label: str = "") -> Measure:
    return Measure(f"党员名册.{name}", label or name, "名", Nature.STOCK)


ALL = _stock("党员总数", "党员")
# Those who are not members yet have their dates in 发展党员, which counts them.
BY_CATEGORY = {category: _stock(category.value) for category in MEMBERS}
WOMEN = _stock("女党员")
MINORITY = _stock("少数民族党员")
YOUNG = _stock("三十五岁以下党员")
FLOATING = _stock("流动党员")
IN_NEED = _stock("困难党员")
ARRIVED = Measure("党员名册.转入", "转入党员", "名")
LEFT = Measure("党员名册.转出", "转出党员", "名")
YOUNG_AGE = 35  # “以下” includes the number itself (Civil Code, article 1259)


def facts(year: Year) -> Iterator[Fact | None]:
    """Yield who stands on the roster at as_of, and who came and went in the period."""
    people, on = year.counted(Person), year.period.as_of
    members = [p for p in people if p.category_on(on) in MEMBERS]
    yield ALL.count(members)
    yield from split(BY_CATEGORY, members, by=lambda p: p.category_on(on))
    yield WOMEN.count([p for p in members if p.sex is Sex.FEMALE])
    yield MINORITY.count([p for p in members if p.ethnicity not in ("", "汉", "汉族")])
    yield YOUNG.count(
        [p for p in members if (age := p.age_on(on)) is not None and age <= YOUNG_AGE]
    )
    yield FLOATING.count([p for p in members if p.floating])
    yield IN_NEED.count([p for p in members if p.in_need])
    yield ARRIVED.count([p for p in people if _moved_as_member(p, p.arrived_on, 0, year)])
    yield LEFT.count([p for p in people if _moved_as_member(p, p.left_on, 1, year)])


def _moved_as_member(person: Person, day: Day | None, days_before: int, year: Year) -> bool:
    if day is None or not year.period.holds(day):
        return False
    return person.category_on(day.first() - timedelta(days_before)) in MEMBERS


KIND = Kind(
    "person",
    "党员名册",
    Person,
    when=Standing("arrived_on", "left_on"),
    columns=("name", "category", "sex", "group", "job", "joined_on", "confirmed_on"),
    measures=(ALL, *BY_CATEGORY.values(), WOMEN, MINORITY, YOUNG, FLOATING, IN_NEED, ARRIVED, LEFT),
    facts=facts,
)
