"""By which of the self-check's values the calendar tells of what is to be done."""

from ..facts.due import Terms
from ..facts.rhythm import RHYTHMS
from ..kinds.rule_value import RuleValue
from ..records.year import Year
from .values import Values

_YEAR = 12  # months


def terms_of(year: Year) -> Terms:
    """Return what 转正 and 换届 are told of by: the self-check's values, the user's first."""
    number = Values(year.counted(RuleValue)).number
    return Terms(
        number("发展党员.预备期月数"),
        _YEAR * number("换届选举.任期"),
        _YEAR * number("换届选举.村社区任期"),
        number("换届选举.提醒"),
    )


def turned_off(year: Year) -> frozenset[str]:
    """Return the keys of the rhythms' values that the user set to nought: nothing is expected."""
    number = Values(year.counted(RuleValue)).number
    return frozenset(r.value for r in RHYTHMS if r.value and not number(r.value))
