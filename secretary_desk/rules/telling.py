"""How rules put what they found: once a year, for each person, by an entry's title."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..kinds import kind_of
from ..kinds.person import Person
from ..records.record import Record, Ref, ref
from .case import Case
from .rule import Found, State

MANY = 5  # people of whom each has a finding of his own
_NAMED = 20  # of more only so many are named


def title(record: Record) -> str:
    """Return the words by which people know an entry."""
    return kind_of(record).title(record)


def refs(entries: Iterable[Record]) -> tuple[Ref, ...]:
    """Return which entries they are."""
    return tuple(ref(entry) for entry in entries)


def owed_by_years_end(case: Case) -> State:
    """Return what is to be said of something missing that the whole year has time for."""
    return State.UNREGISTERED if case.year_is_over else State.HINT


def once_a_year(case: Case, held: Sequence[Record], draft: Record, what: str) -> Iterator[Found]:
    """Yield that a year has none; 待核 where one was begun and lacks something."""
    if held:
        return
    about = str(case.year.period.year)
    if begun := case.drafts(type(draft)):
        yield Found(State.UNCLEAR, f"{what}有一条没有填完", about, refs(begun))
    else:
        yield Found(owed_by_years_end(case), f"本年{what}未登记", about, draft=draft)


def of_people(
    state: State,
    people: Sequence[Person],
    text: str,
    draft: Callable[[Person], Record | None] = lambda _: None,
) -> Iterator[Found]:
    """Yield one finding for each of a few people, one for all of many: ``text`` holds ``{}``."""
    if len(people) <= MANY:
        for each in people:
            yield Found(state, text.format(each.name), each.id, (ref(each),), draft(each))
        return
    names = "、".join(person.name for person in people[:_NAMED])
    most = f"{names}等{len(people)}人" if len(people) > _NAMED else f"{names}共{len(people)}人"
    yield Found(state, text.format(most), "all", refs(people))
