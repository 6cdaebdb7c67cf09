"""《中国共产党发展党员工作细则》 of 2014 and as revised in 2026: which one a day falls under."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .rule import Weight
from .sources import CUSTOM, DEVELOPMENT_2014, DEVELOPMENT_2026
from .values import Values

_SHIFTED = 19  # from this article of 2014 on, those of 2026 are one lower


class Regime(StrEnum):
    """The two versions, by their years."""

    FIRST = "2014年"
    REVISED = "2026年修订"


def regime_on(on: date, values: Values) -> Regime:
    """Return the version that holds on a day."""
    return Regime.REVISED if on >= values.day("发展党员.新细则生效日") else Regime.FIRST


def revised(article: int) -> int:
    """Return the number in 2026 of an article of 2014."""
    return article - 1 if article >= _SHIFTED else article


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule is written: an article of 2014, one that is new in 2026, or no statute."""

    weight: Weight = Weight.ADVICE
    since_2014: int = 0
    new_in_2026: int = 0

    def applies(self, regime: Regime) -> bool:
        """Whether the version knows the rule."""
        return not self.new_in_2026 or regime is Regime.REVISED

    def source(self, regime: Regime) -> str:
        """Return the article in words, by its number in that version."""
        if self.new_in_2026:
            return DEVELOPMENT_2026.article(self.new_in_2026)
        if not self.since_2014:
            return CUSTOM.whole()
        if regime is Regime.FIRST:
            return DEVELOPMENT_2014.article(self.since_2014)
        return DEVELOPMENT_2026.article(revised(self.since_2014))


def both(*articles: int) -> str:
    """Return articles of 2014 with their numbers in 2026, which are known at second hand."""
    first = DEVELOPMENT_2014.article(*articles)
    numbers = DEVELOPMENT_2026.article(*map(revised, articles))
    number = numbers.removeprefix(DEVELOPMENT_2026.title).removesuffix(DEVELOPMENT_2026.note)
    return f"{first}；2026年修订后为{number}（据二手摘要）"
