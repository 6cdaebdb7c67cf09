"""The self-check: rules over a year's register, each with its source. A new subject: a file here
that ends with ``RULES``, and a line below."""

from . import (
    admission,
    attendance,
    branch,
    candidates,
    development,
    dues,
    election,
    integrity,
    life,
    meetings,
    problems,
    rhythms,
    talks,
    training,
    whole_way,
)
from .rule import Area, Rule

_EVERY: tuple[Rule, ...] = (
    *branch.RULES, *rhythms.RULES, *meetings.RULES, *life.RULES, *talks.RULES, *election.RULES,
    *development.RULES, *candidates.RULES, *admission.RULES, *whole_way.RULES,
    *dues.RULES, *training.RULES, *attendance.RULES, *integrity.RULES, *problems.RULES,
)  # fmt: skip
_AREAS = list(Area)
# In the order in which inspectors look at the areas.
RULES: tuple[Rule, ...] = tuple(sorted(_EVERY, key=lambda rule: _AREAS.index(rule.area)))
