"""What the rules of 发展党员 ask of a way into the Party, and how they put what they found."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..kinds.development import Development, NamedPerson, Step
from ..kinds.person import Category
from ..records.day import Day, known_by
from ..records.record import ref
from .bounds import Bound, Limit, Side, bound
from .case import Case
from .dates import months_later
from .regime import Regime, regime_on
from .rule import Found, State, Unless
from .steps import STEPS

LATER = (Step.PRELIMINARY, Step.ADMISSION)  # what comes when all is prepared
_YEAR = 12  # months


def ways(case: Case) -> list[Development]:
    """Return the ways of people who are named, of the year or still awaiting an approval."""
    former = case.year.previous.counted(Development) if case.year.previous else ()
    known = {way.id for way in case.entries(Development)}
    waiting = [way for way in former if way.id not in known and _awaits_approval(way)]
    return [way for way in (*case.entries(Development), *waiting) if way.who]


def name(way: Development) -> str:
    """Return whose way it is."""
    return way.who.name if way.who else ""


def done(case: Case, way: Development, *steps: Step) -> Day | None:
    """Return the day of the first of these steps that was taken by the day of the case."""
    days = (known_by(way.on(step), case.on) for step in steps)
    return next(filter(None, days), None)


def reached(case: Case, way: Development, step: Step) -> bool:
    """Whether the step, or one after it, was taken."""
    return done(case, way, *STEPS[STEPS.index(step) :]) is not None


def is_open(case: Case, way: Development) -> bool:
    """Whether the way was not stopped by the day of the case."""
    return known_by(way.stopped_on, case.on) is None


def nobody_at(*steps: Step) -> Unless:
    """Make a reason of that nobody has taken any of these steps.

    A 临时党支部 educates 积极分子 but admits nobody as a rule (《中国共产党支部工作条例（试行）》,
    article 8): of it no step from 发展对象 on is looked at.
    """

    starts_late = STEPS.index(steps[0]) >= STEPS.index(Step.CANDIDATE)

    def unless(case: Case) -> str:
        if case.is_temporary and starts_late:
            return "临时党支部一般不发展党员"
        is_there = any(done(case, way, *steps) for way in ways(case))
        return "" if is_there else f"没有人到“{steps[0]}”这一步"

    return unless


def not_revised(case: Case) -> str:
    """Give as reason that the revision of 2026 does not hold yet."""
    is_first = regime_on(case.on, case.values) is Regime.FIRST
    return "2026年修订的细则还没有生效" if is_first else ""


def of_way(state: State, way: Development, text: str, about: str = "") -> Found:
    """Return a finding about someone's way."""
    return Found(state, f"{name(way)}{text}", f"{way.id}{about}", (ref(way),))


def within(case: Case, limit: Limit) -> Iterator[Found]:
    """Yield whose step was taken outside its time, or was not taken while it passed."""
    for way in ways(case):
        on = done(case, way, limit.step)
        end = bound(way, limit, case.values, on.last() if on else case.on)
        if end is not None:
            yield from told(case, way, limit.step, end)


def told(case: Case, way: Development, step: Step, end: Bound) -> Iterator[Found]:
    """Yield that a step lies outside one end of its time, or is missing past it."""
    if (on := done(case, way, step)) is not None:
        if end.is_broken(on) is not False:
            yield of_way(State.UNCLEAR, way, f"{step}登记在{on.show()}；{end.show()}")
    elif end.side is Side.LATEST and end.last < case.on and is_open(case, way):
        yield of_way(State.UNREGISTERED, way, f"{step}未登记；{end.show()}")


def preceded(case: Case, step: Step, by: Sequence[Step]) -> Iterator[Found]:
    """Yield who took the first known of these steps without another one before it."""
    for way in ways(case):
        later = next((each for each in by if done(case, way, each)), None)
        on, first = done(case, way, *by), done(case, way, step)
        if on is None:
            continue
        if first is None:
            yield of_way(State.UNREGISTERED, way, f"{later}已经登记，{step}未登记")
        elif first.first() > on.last():
            words = f"{step}登记在{first.show()}，晚于{later}{on.show()}"
            yield of_way(State.UNCLEAR, way, words)


def months_between(first: date, last: date) -> int:
    """Return how many whole natural months lie between two days."""
    months = (last.year - first.year) * _YEAR + last.month - first.month
    return max(0, months - (last.day < first.day))


def filed(case: Case, limit: Limit) -> Iterator[Found]:
    """Yield whose decision was not filed in the time that custom allows."""
    for way in ways(case):
        decided = done(case, way, limit.since)
        if decided is None or done(case, way, limit.step) or not is_open(case, way):
            continue
        months = case.values.number(limit.key)
        if months_later(decided.last(), months) < case.on:
            words = f"{decided.show()}{limit.since}，{limit.step}未登记"
            yield of_way(State.UNREGISTERED, way, words)


def involved(
    case: Case, way: Development, rows: Sequence[NamedPerson], on: Day, what: str, numbers: range
) -> Iterator[Found]:
    """Yield where too few, too many or others than full members had a part in it."""
    named = [row for row in rows if row.who]
    if not named:
        yield of_way(State.UNREGISTERED, way, f"的{what}未登记")
        return
    words = list(_not_members(case, named, on))
    if len(named) not in numbers:
        words.insert(0, f"登记了{len(named)}名")
    if words:
        yield of_way(State.UNCLEAR, way, f"的{what}待核：{'；'.join(words)}")


def _not_members(case: Case, rows: Sequence[NamedPerson], on: Day) -> Iterator[str]:
    """Yield in words which of the people named were not surely full members on a day, here or
    before they came."""
    for who in [row.who for row in rows if row.who]:
        person = case.roster.person(who)
        if person is None:
            yield f"{who.name}在党员名册里找不到，是不是正式党员待核"
        elif known_by(person.confirmed_on, on.last()) is None:
            match person.category_on(on.last()):
                case Category.FULL:
                    continue
                case None:
                    yield f"{who.name}{on.show()}不在名册，当时是不是正式党员待核"
                case category:
                    yield f"{who.name}在{on.show()}按名册是{category}"


def _awaits_approval(way: Development) -> bool:
    return not (way.stopped_on or way.on(Step.CONFIRMATION_APPROVAL))
