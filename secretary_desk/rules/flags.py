"""Why a rule may not apply to a branch, or not yet."""

from collections.abc import Callable
from typing import TypeVar

from ..records.record import Record
from .case import Case
from .rule import Unless

R = TypeVar("R", bound=Record)


def without_committee(case: Case) -> str:
    """不设支委会."""
    return "不设支委会" if case.branch and case.branch.no_committee else ""


def without_groups(case: Case) -> str:
    """未设党小组."""
    return "未设党小组" if case.branch and case.branch.no_groups else ""


def temporary(case: Case) -> str:
    """临时党支部 (《中国共产党支部工作条例（试行）》, article 8)."""
    return "临时党支部" if case.is_temporary else ""


def without_profile(case: Case) -> str:
    """支部概况 is not written yet."""
    return "" if case.branch else "支部概况未登记"


def without_seats(case: Case) -> str:
    """Nobody is known to sit on a committee."""
    return "" if case.committee() else "支部概况里没有登记支委"


def without_secretary(case: Case) -> str:
    """It is not known who is secretary."""
    return "" if case.secretary else "支部概况里没有登记书记"


def without_roster(case: Case) -> str:
    """Nobody is a member by the roster."""
    return "" if case.members else "党员名册里没有党员"


def without_a_month(case: Case) -> str:
    """No month has passed of which anything could be owed."""
    return "" if case.months else "没有满一个月"


def without_a_quarter(case: Case) -> str:
    """No quarter has passed of which anything could be owed."""
    return "" if case.quarters else "没有满一个季度"


def before_last_quarter(case: Case) -> str:
    """What is owed once a year is not yet looked for, or the branch was too young for it."""
    if case.on < case.last_quarter:
        return "年度还没有到最后一个季度"
    return "支部在最后一个季度才成立" if case.founded_on > case.last_quarter else ""


def before_years_end(case: Case) -> str:
    """What only the whole year can tell."""
    return "" if case.year_is_over else "年度还没有结束"


def founded_in_year(case: Case) -> str:
    """The branch was founded in the course of the year."""
    return "支部本年内成立" if case.founded_on > case.year.period.start else ""


def lacking(cls: type[R], what: str, holds: Callable[[R], object] = lambda _: True) -> Unless:
    """Make a reason of that no complete entry of a kind is such: ``没有登记…``."""

    def unless(case: Case) -> str:
        return "" if any(holds(entry) for entry in case.entries(cls)) else f"没有登记{what}"

    return unless


def any_of(*reasons: Unless) -> Unless:
    """Return the first reason that holds."""
    return lambda case: next(filter(None, (reason(case) for reason in reasons)), "")
