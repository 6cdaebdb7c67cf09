"""How the self-check stands, in words: counts of what is said, never a score."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from .checking import Finding, Outcome
from .rule import Area, State

FULFILLED, NOT_APPLICABLE = "符合", "不适用"


def stand(outcome: Outcome) -> str:
    """Return how one rule stands: ``符合``, ``不适用：不设支委会`` or ``未登记2条，待核1条``."""
    if outcome.not_applicable:
        return f"{NOT_APPLICABLE}：{outcome.not_applicable}"
    return "，".join(_states(outcome.findings)) or FULFILLED


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return how several rules stand: what was found first, then what is fulfilled."""
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    off = sum(bool(outcome.not_applicable) for outcome in outcomes)
    fulfilled = sum(not outcome.findings for outcome in outcomes) - off
    answered = sum(finding.answer is not None for finding in findings)
    told = [
        *_states(findings),
        *([f"写了说明{answered}条"] if answered else []),
        *([f"{FULFILLED}{fulfilled}条"] if fulfilled else []),
        *([f"{NOT_APPLICABLE}{off}条"] if off else []),
    ]
    return "，".join(told)


def by_area(outcomes: Iterable[Outcome]) -> Iterator[tuple[Area, list[Outcome]]]:
    """Yield the areas in the order of the outcomes, each with its own."""
    for area, group in groupby(outcomes, key=lambda outcome: outcome.rule.area):
        yield area, list(group)


def _states(findings: Iterable[Finding]) -> Iterator[str]:
    count = Counter(finding.found.state for finding in findings)
    yield from (f"{state}{count[state]}条" for state in State if count[state])
