"""The days before and after which a step of 发展党员 is to be taken, each with its article."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ..kinds.development import Development, Notice, Step
from ..records.day import LAST_YEAR, Day, before
from ..records.numerals import chinese
from .dates import months_later
from .regime import Basis, Regime, regime_on
from .rule import Weight
from .values import Values
from .workdays import is_known, nth_working, working_on_or_after

_YEAR = 12  # months
_HALF = 6


class Side(StrEnum):
    """Which end of the time for a step a day is."""

    EARLIEST = "最早"
    LATEST = "最晚"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of the time for a step; ``first`` and ``last`` differ where it is known about."""

    side: Side
    first: date
    last: date
    words: str
    source: str
    weight: Weight
    provisional: bool = False

    @property
    def day(self) -> date:
        """The day to go by: the later one to begin from, the earlier one to be done by."""
        return self.last if self.side is Side.EARLIEST else self.first

    def told(self) -> str:
        """Return the day as people read it: ``2026年3月5日起``, ``约2026年3月前（待核）``."""
        end = "起" if self.side is Side.EARLIEST else "前"
        if self.first == self.last:
            return f"{_show(self.first)}{end}{'（暂算）' if self.provisional else ''}"
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        month = f"{self.day.year}年{self.day.month}月"
        return f"约{month if same else _show(self.day)}{end}（待核）"

    def show(self) -> str:
        """Return it as a sentence: ``培养满一年：2026年3月5日起``."""
        return f"{self.words}：{self.told()}"

    def is_broken(self, on: Day) -> bool | None:
        """Say whether a step on a day lies outside; None where partial dates leave it open."""
        if self.side is Side.EARLIEST:
            sure, maybe = on.last() < self.first, on.first() < self.last
        else:
            sure, maybe = on.first() > self.last, on.last() > self.first
        return True if sure else None if maybe else False


class Limit(NamedTuple):
    """How long after one step another may or must be taken, in months of a value."""

    step: Step
    side: Side
    since: Step
    key: str
    words: str
    basis: Basis


_CUSTOM = Basis()
TALK = Limit(
    Step.TALK, Side.LATEST, Step.APPLICATION, "发展党员.谈话月数", "递交申请书后{}内",
    Basis(Weight.MUST, 7),
)  # fmt: skip
APPLIED = Limit(
    Step.ACTIVIST, Side.EARLIEST, Step.APPLICATION, "发展党员.申请满月数", "递交申请书满{}",
    _CUSTOM,
)  # fmt: skip
ACTIVIST_FILED = Limit(
    Step.ACTIVIST_FILED, Side.LATEST, Step.ACTIVIST, "发展党员.备案月数", "确定后{}内备案", _CUSTOM
)
CULTIVATED = Limit(
    Step.CANDIDATE, Side.EARLIEST, Step.ACTIVIST, "发展党员.培养月数", "培养满{}",
    Basis(Weight.MUST, 13),
)  # fmt: skip
CANDIDATE_FILED = Limit(
    Step.CANDIDATE_FILED, Side.LATEST, Step.CANDIDATE, "发展党员.备案月数", "确定后{}内备案",
    _CUSTOM,
)  # fmt: skip
MEETING = Limit(
    Step.ADMISSION, Side.LATEST, Step.PRELIMINARY, "发展党员.预审后月数", "预审合格后{}内",
    Basis(new_in_2026=19),
)  # fmt: skip
APPROVED = Limit(
    Step.APPROVAL, Side.LATEST, Step.ADMISSION, "发展党员.审批月数", "支部大会通过后{}内",
    Basis(Weight.MUST, 26),
)  # fmt: skip
SWORN = Limit(
    Step.OATH, Side.LATEST, Step.APPROVAL, "发展党员.宣誓月数", "上级党委批准后{}内",
    Basis(new_in_2026=29),
)  # fmt: skip
PROBATION_OVER = Limit(
    Step.CONFIRMATION, Side.EARLIEST, Step.ADMISSION, "发展党员.预备期月数", "预备期满{}",
    Basis(Weight.MUST, 32),
)  # fmt: skip
CONFIRMED = Limit(
    Step.CONFIRMATION_APPROVAL, Side.LATEST, Step.CONFIRMATION, "发展党员.审批月数",
    "支部大会通过后{}内", Basis(Weight.MUST, 34),
)  # fmt: skip
LIMITS = (
    TALK, APPLIED, ACTIVIST_FILED, CULTIVATED, CANDIDATE_FILED, MEETING, APPROVED, SWORN,
    PROBATION_OVER, CONFIRMED,
)  # fmt: skip
_OF = {limit.step: [each for each in LIMITS if each.step is limit.step] for limit in LIMITS}
_OPTIONAL = Weight.ADVICE  # where nought turns a limit off


def bound(way: Development, limit: Limit, values: Values, on: date) -> Bound | None:
    """Return an end of the time for a step, by the version of the day ``on`` on which the step
    is or may be taken; None where nothing to reckon from is known, or it holds not."""
    since, basis = way.on(limit.since), limit.basis
    if since is None:
        return None
    months, regime = values.number(limit.key), regime_on(on, values)
    is_off = not months and basis.weight is _OPTIONAL
    if is_off or not basis.applies(regime):
        return None
    words = limit.words.format(months_told(months))
    if limit is PROBATION_OVER and (more := way.extended_by):
        months, words = months + more, f"{words}，延长{months_told(more)}"
    first, last = months_later(since.first(), months), months_later(since.last(), months)
    return Bound(limit.side, first, last, words, basis.source(regime), basis.weight)


def bounds(way: Development, step: Step, values: Values, on: date) -> tuple[Bound, ...]:
    """Return every end of the time for a step, were it taken on the day or later; none that no
    entry could be dated by."""
    found = [bound(way, limit, values, on) for limit in _OF.get(step, ())]
    match step:
        case Step.CANDIDATE:
            found.append(_after_notice(way, values, on))
        case Step.CONFIRMATION_REQUEST:
            found.append(_request(way, values, on))
        case Step.CONFIRMATION:
            found.append(discussed(way, values, on))
    return tuple(each for each in found if each and each.last.year <= LAST_YEAR)


def notices(way: Development) -> Iterator[Notice]:
    """Yield the public notices of the intention to take someone as 发展对象."""
    activist, admitted = way.on(Step.ACTIVIST), way.on(Step.COMMITTEE_REVIEW)
    for notice in way.notices:
        if (
            notice.since
            and not before(notice.since, activist)
            and not before(admitted, notice.since)
        ):
            yield notice


def discussed(way: Development, values: Values, on: date) -> Bound | None:
    """Return by when 转正 is to be discussed: the statute says in time, custom how soon."""
    over = bound(way, PROBATION_OVER, values, on)
    if over is None:
        return None
    months = values.number("发展党员.转正讨论月数")
    words = f"预备期满后及时讨论，一般{months_told(months)}内"
    first, last = months_later(over.first, months), months_later(over.last, months)
    source = f"{over.source}（要求及时，未规定期限）"
    return Bound(Side.LATEST, first, last, words, source, Weight.MUST)


def _request(way: Development, values: Values, on: date) -> Bound | None:
    over = bound(way, PROBATION_OVER, values, on)
    days = values.number("发展党员.转正申请提前天数")
    if over is None or not days:
        return None
    ahead, words = timedelta(days), f"预备期满前{days}天提出"
    source = _CUSTOM.source(Regime.FIRST)
    return Bound(Side.LATEST, over.first - ahead, over.last - ahead, words, source, _CUSTOM.weight)


def _after_notice(way: Development, values: Values, on: date) -> Bound | None:
    """Return the working day after a notice; after one that would begin on the day for want."""
    days, basis = values.number("发展党员.公示工作日"), Basis(new_in_2026=13)
    regime = regime_on(on, values)
    if not days or not basis.applies(regime) or not way.on(Step.ACTIVIST):
        return None
    known = [notice.since for notice in notices(way) if notice.since and notice.since.whole]
    since = max(known).first() if known else on
    last = nth_working(since, days)
    ready = working_on_or_after(last + timedelta(1))
    words = f"公示满{chinese(days)}个工作日" + ("" if known else "（没有登记公示，从今天算）")
    source, is_provisional = basis.source(regime), not (is_known(since) and is_known(ready))
    return Bound(Side.EARLIEST, ready, ready, words, source, basis.weight, is_provisional)


def months_told(months: int) -> str:
    """Return so many months in words: 一个月, 半年, 一年."""
    if months == _HALF:
        return "半年"
    years, rest = divmod(months, _YEAR)
    return f"{chinese(months)}个月" if rest or not years else f"{chinese(years)}年"


def _show(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
