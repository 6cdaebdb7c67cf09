"""Why a rule may not apply to a branch."""

from .case import Case
from .rule import Unless


def without_committee(case: Case) -> str:
    """不设支委会."""
    return "不设支委会" if case.branch and case.branch.no_committee else ""


def without_groups(case: Case) -> str:
    """未设党小组."""
    return "未设党小组" if case.branch and case.branch.no_groups else ""


def temporary(case: Case) -> str:
    """临时党支部 (《中国共产党支部工作条例（试行）》, article 8)."""
    return "临时党支部" if case.is_temporary else ""


def any_of(*reasons: Unless) -> Unless:
    """Return the first reason that holds."""
    return lambda case: next(filter(None, (reason(case) for reason in reasons)), "")
