"""A rule of the self-check, and what it finds in the register."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.record import Record, Ref
from .case import Case


class Weight(StrEnum):
    """How strictly the source speaks: 应当、必须 or 不少于; 一般; or no statute at all."""

    MUST = "必须"
    USUAL = "一般"
    ADVICE = "建议"


class State(StrEnum):
    """What a finding says of the register, never of guilt."""

    UNREGISTERED = "未登记"
    UNCLEAR = "待核"
    HINT = "提示"


class Area(StrEnum):
    """What inspectors look at."""

    BRANCH = "支部设置"
    MEETINGS = "三会一课"
    LIFE = "组织生活会及民主评议"
    THEME_DAY = "主题党日"
    ELECTION = "换届选举"
    DEVELOPMENT = "党员发展"
    EDUCATION = "党员教育管理"
    INTEGRITY = "党风廉政"
    PROBLEMS = "问题整改"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: a sentence, what it is ``about`` and where it leads.

    ``about`` tells it from the rule's others and stays the same while the matter does (``2026-03``,
    a person's id): an answer of the user's holds by it. ``entries`` are what was looked at;
    ``draft`` is a new entry begun with what is known, where one is missing.
    """

    state: State
    text: str
    about: str
    entries: tuple[Ref, ...] = ()
    draft: Record | None = None


Check = Callable[[Case], Iterator[Found]]
Unless = Callable[[Case], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence that the register is held against. ``name`` is frozen: answers refer to it.

    ``unless`` returns why the rule does not apply, empty where it does.
    """

    name: str
    area: Area
    text: str
    source: str
    weight: Weight
    check: Check
    unless: Unless

    def __call__(self, case: Case) -> Iterator[Found]:
        """Yield what the rule finds."""
        return self.check(case)


def always(_case: Case) -> str:
    """Give no reason: the rule applies to every branch."""
    return ""


def rule(
    area: Area, text: str, *, source: str, weight: Weight, unless: Unless = always
) -> Callable[[Check], Rule]:
    """Make a rule of a function over a case; its name is the function's."""

    def made(check: Check) -> Rule:
        return Rule(check.__name__, area, text, source, weight, check, unless)

    return made
