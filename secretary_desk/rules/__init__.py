"""The self-check: rules over a year's register, each with its source. A new subject: a file here
that ends with ``RULES``, and a line below."""

from . import meetings, rhythms
from .rule import Rule

RULES: tuple[Rule, ...] = (*rhythms.RULES, *meetings.RULES)
