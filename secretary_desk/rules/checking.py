"""The self-check of a year: every rule with what it finds, and the user's answers beside it."""

from dataclasses import dataclass
from datetime import date

from ..kinds.check_answer import CheckAnswer
from ..kinds.rule_value import RuleValue
from ..records.year import Year
from . import RULES
from .case import Case
from .rule import Found, Rule
from .values import Values


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, with the user's reason where it was answered."""

    rule: Rule
    found: Found
    answer: CheckAnswer | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one rule: why it does not apply, or what it found, which may be nothing."""

    rule: Rule
    not_applicable: str
    findings: tuple[Finding, ...]


def case_of(year: Year, on: date) -> Case:
    """Return what the rules look at; after the period nothing more is looked at."""
    values = Values(year.counted(RuleValue))
    return Case(year, min(on, year.period.end), values)


def self_check(year: Year, on: date) -> list[Outcome]:
    """Return every rule's outcome on a day, in the order of the areas' rules."""
    case = case_of(year, on)
    answers = {(a.rule, a.about): a for a in year.counted(CheckAnswer)}
    return [_outcome(rule, case, answers) for rule in RULES]


def _outcome(rule: Rule, case: Case, answers: dict[tuple[str, str], CheckAnswer]) -> Outcome:
    if reason := rule.unless(case):
        return Outcome(rule, reason, ())
    findings = (Finding(rule, f, answers.get((rule.name, f.about))) for f in rule(case))
    return Outcome(rule, "", tuple(findings))
