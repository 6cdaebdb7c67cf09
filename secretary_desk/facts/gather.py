"""Everything that may be said of a year: figures and listings by key."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ..kinds import KINDS
from ..records.fact import Fact, Listing, Measure, Nature
from ..records.kind import OneAYear, Standing
from ..records.year import Year

LAST_YEAR = "上年."
TYPED = "支部概况.手填."
BY_NAME = (TYPED, LAST_YEAR + TYPED)  # groups whose keys the user makes
Said = Fact | Listing


@dataclass(frozen=True, slots=True)
class Facts:
    """Figures and listings of a year, last year's under ``上年.``; ``declared`` names all keys
    that could be there, with their labels."""

    said: Mapping[str, Said]
    declared: Mapping[str, str]

    def is_group(self, key: str) -> bool:
        """Whether there are keys that go on from this one."""
        return key in _groups()

    def figures(self) -> list[Fact]:
        """Return the figures, in the order of their kinds."""
        return [said for said in self.said.values() if isinstance(said, Fact)]


def gather(year: Year) -> Facts:
    """Return what may be said of a year. A figure without an entry is not in it."""
    said = {item.key: item for item in _said(year)}
    if year.previous:
        said |= {key: item for item in _said(year.previous) for key, item in [_last_year(item)]}
    return Facts(said, _declared())


def _said(year: Year) -> Iterator[Said]:
    said = [item for kind in KINDS for item in kind.facts(year) if item is not None]
    yield from said
    yield from _vouched(said)


def _vouched(said: Iterable[Said]) -> Iterator[Fact]:
    """Yield standing figures that the user typed and that no entry gives."""
    known = {item.key for item in said}
    typed = {i.label: i for i in said if isinstance(i, Fact) and i.nature is Nature.TYPED}
    for measure in _standing():
        if measure.key not in known and (vouched := typed.get(measure.key.split(".")[-1])):
            yield replace(vouched, key=measure.key, label=measure.label)


def disagreements(facts: Facts) -> list[str]:
    """Return a sentence for every two figures that ought to be the same and are not."""
    figures = facts.figures()
    counted = {f.key.split(".")[-1]: f for f in figures if f.nature is Nature.STOCK and not _old(f)}
    typed = [f for f in figures if f.key.startswith(TYPED) and f.label in counted]
    return [
        f"{fact.label}：手填{fact.show()}，登记{counted[fact.label].show()}"
        for fact in typed
        if counted[fact.label].value != fact.value
    ] + _review_disagreements(facts)


def _review_disagreements(facts: Facts) -> list[str]:
    """Compare what last year's review pointed out with what was taken up."""
    told = facts.said.get(LAST_YEAR + "述职点评.问题数")
    taken = facts.said.get("问题整改.点评.总数")
    if not isinstance(told, Fact) or (isinstance(taken, Fact) and taken.value == told.value):
        return []
    known = taken.show() if isinstance(taken, Fact) else "没有"
    return [f"上年述职点评指出问题{told.show()}，本年登记的述职点评问题：{known}"]


def _old(fact: Fact) -> bool:
    return fact.key.startswith(LAST_YEAR)


def _last_year(item: Said) -> tuple[str, Said]:
    key = LAST_YEAR + item.key
    return key, replace(item, key=key, label=f"上年{item.label}")


@cache
def _standing() -> tuple[Measure, ...]:
    kinds = [kind for kind in KINDS if isinstance(kind.when, (OneAYear, Standing))]
    return tuple(m for kind in kinds for m in kind.measures if m.nature is Nature.STOCK)


@cache
def _declared() -> Mapping[str, str]:
    now: dict[str, str] = {}
    for kind in KINDS:
        now |= {measure.key: measure.label for measure in kind.measures}
        now |= {shelf.key: shelf.label for shelf in kind.shelves}
    return now | {LAST_YEAR + key: f"上年{label}" for key, label in now.items()}


@cache
def _groups() -> frozenset[str]:
    """Return every beginning of a declared key, and of the keys that the user makes."""
    parts = [key.split(".") for key in (*_declared(), *BY_NAME)]
    return frozenset(".".join(part[:end]) for part in parts for end in range(1, len(part)))


@cache
def first_names() -> frozenset[str]:
    """Return the names with which keys begin."""
    return frozenset(group for group in _groups() if "." not in group)
