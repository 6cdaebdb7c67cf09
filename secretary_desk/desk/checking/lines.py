"""The lines of the self-check: areas, their rules, and what each of them has found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...rules.checking import Finding, Outcome
from ...rules.rule import Weight
from ...rules.standing import by_area, stand, summary

_FEW = 3  # findings of a rule that are in view at once


@dataclass(frozen=True, slots=True)
class AreaLine:
    """The heading over an area's rules."""

    text: str
    note: str

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from all others."""
        return (self.text,)

    def words(self) -> str:
        """Return all of it, for a reader of the screen."""
        return f"{self.text}，{self.note}"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule and how it stands."""

    outcome: Outcome

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from all others."""
        return self.outcome.rule.area, self.outcome.rule.name

    @property
    def folds(self) -> bool:
        """Whether its findings are too many to be in view at once."""
        return len(self.outcome.findings) > _FEW

    def words(self) -> str:
        """Return all of it, for a reader of the screen."""
        rule = self.outcome.rule
        return f"{rule.text}，{rule.weight}，{stand(self.outcome)}"


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One finding of a rule."""

    finding: Finding

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from all others, and stays the same while the matter does."""
        rule = self.finding.rule
        return rule.area, rule.name, self.finding.found.about

    @property
    def text(self) -> str:
        """What was found, on one line."""
        return " ".join(self.finding.found.text.split())

    @property
    def reason(self) -> str:
        """The user's reason; empty where there is none."""
        answer = self.finding.answer
        return f"说明：{' '.join(answer.reason.split())}" if answer else ""

    def words(self) -> str:
        """Return all of it, for a reader of the screen."""
        return "，".join(filter(None, (self.finding.found.state, self.text, self.reason)))


Line = AreaLine | RuleLine | FoundLine


def narrowed(outcomes: Iterable[Outcome], *, found: bool, strict: bool) -> Iterator[Outcome]:
    """Yield the outcomes that are asked for: those that have found something, those of rules that
    a statute lays down."""
    for outcome in outcomes:
        wanted = outcome.findings or not found
        if wanted and not (strict and outcome.rule.weight is Weight.ADVICE):
            yield outcome


def areas(outcomes: Iterable[Outcome]) -> Iterator[tuple[AreaLine, list[Outcome]]]:
    """Yield a heading for each area with its outcomes."""
    for area, group in by_area(outcomes):
        yield AreaLine(area.value, summary(group)), group
