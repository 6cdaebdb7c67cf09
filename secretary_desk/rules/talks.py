"""谈心谈话: between the committee's members, with every member, and among the members."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ..kinds.org_life import OrgLife
from ..kinds.person import MEMBERS, Person
from ..kinds.talk import Form, Talk
from ..records.record import new_id
from ..records.specs import Link
from .case import Case
from .flags import any_of, before_last_quarter, without_committee, without_roster, without_seats
from .rule import Area, Found, State, Weight, rule
from .sources import BRANCH_WORK
from .telling import MANY, of_people, owed_by_years_end, refs

_SOURCE = BRANCH_WORK.article(19)
_without_committee = any_of(before_last_quarter, without_committee, without_seats)


def _alone(case: Case) -> str:
    """Nobody is a member beside the committee, or one alone is."""
    return "" if len(_others(case)) > 1 else "支委以外不足2名党员"


def _only_committee(case: Case) -> str:
    return "" if _others(case) else "党员都是支委"


def _one_seat(case: Case) -> str:
    return "" if len(case.committee()) > 1 else "支部概况里只登记了1名支委"


@rule(
    Area.LIFE, "支部委员之间每年谈心谈话一般不少于1次",
    source=_SOURCE, weight=Weight.USUAL, unless=any_of(_without_committee, _one_seat),
)  # fmt: skip
def talks_between_committee(case: Case) -> Iterator[Found]:
    """Every two of them; one finding for each pair, one for all where there are many."""
    talked = _talked(case)
    missing = [
        (one, other)
        for one, other in combinations(case.committee(), 2)
        if not _met(case, talked, one, other)
    ]
    if len(missing) > MANY:
        names = "；".join(f"{one.name}和{other.name}" for one, other in missing)
        draft = Talk(id=new_id(), talker=case.secretary or missing[0][0])
        text = f"{names}{_words(case)}"
        yield Found(_state(case), text, "all", refs(_counted(case)), draft)
        return
    for one, other in missing:
        about = "/".join(sorted(case.roster.key(who) or who.name for who in (one, other)))
        draft = Talk(id=new_id(), talker=one, to=other, form=_form(case, one, other))
        yield Found(
            _state(case),
            f"{one.name}和{other.name}{_words(case)}",
            about,
            refs(_counted(case)),
            draft,
        )


@rule(
    Area.LIFE, "支部委员和党员之间每年谈心谈话一般不少于1次",
    source=_SOURCE, weight=Weight.USUAL,
    unless=any_of(_without_committee, without_roster, _only_committee),
)  # fmt: skip
def talks_with_members(case: Case) -> Iterator[Found]:
    """Every other member with someone of the committee."""
    talked, seats = _talked(case), case.committee()
    missing = [
        person
        for person in _others(case)
        if not any(_met(case, talked, seat, _link(person)) for seat in seats)
    ]
    talker = case.secretary or seats[0]
    yield from of_people(
        _state(case), missing, f"支部委员和{{}}{_words(case)}",
        lambda person: Talk(id=new_id(), talker=talker, to=_link(person), form=Form.TO_MEMBER),
    )  # fmt: skip


@rule(
    Area.LIFE, "党员和党员之间每年谈心谈话一般不少于1次",
    source=_SOURCE, weight=Weight.USUAL,
    unless=any_of(before_last_quarter, without_roster, _alone),
)  # fmt: skip
def talks_among_members(case: Case) -> Iterator[Found]:
    """Every member outside the committee with some other one, who may have left since."""
    talked = _talked(case)
    never = {p.id for p in case.people() if not (p.joined_on or p.category in MEMBERS)}
    excluded = never | _seats(case)
    missing = [p for p in _others(case) if not talked[p.id] - excluded - {p.id}]
    yield from of_people(
        _state(case), missing, f"{{}}和其他党员{_words(case)}",
        lambda person: Talk(id=new_id(), to=_link(person), form=Form.MEMBERS),
    )  # fmt: skip


def _talked(case: Case) -> dict[str, set[str]]:
    """Return by key with whom everyone talked; a name that several bear counts for each."""
    talked: dict[str, set[str]] = defaultdict(set)
    for talk in case.entries(Talk):
        ones, others = case.roster.meant(talk.talker), case.roster.meant(talk.to)
        for one in ones:
            talked[one].update(others)
        for other in others:
            talked[other].update(ones)
    return talked


def _met(case: Case, talked: dict[str, set[str]], one: Link, other: Link) -> bool:
    others = set(case.roster.meant(other))
    return any(talked[key] & others for key in case.roster.meant(one))


def _others(case: Case) -> list[Person]:
    """Return the lasting members who do not sit on the committee."""
    seats = _seats(case)
    return [person for person in case.lasting_members if person.id not in seats]


def _seats(case: Case) -> set[str]:
    return {key for seat in case.committee() for key in case.roster.meant(seat)}


def _counted(case: Case) -> list[OrgLife]:
    """Return the 组织生活会 that give a number of talks held before them."""
    return [meeting for meeting in case.entries(OrgLife) if meeting.talks]


def _state(case: Case) -> State:
    """待核 where a 组织生活会 gives a number of talks: they may be among those."""
    return State.UNCLEAR if _counted(case) else owed_by_years_end(case)


def _words(case: Case) -> str:
    if told := sum(meeting.talks or 0 for meeting in _counted(case)):
        return f"的谈心谈话没有逐次登记（组织生活会登记会前谈心谈话{told}人次）"
    return "的谈心谈话未登记"


def _form(case: Case, one: Link, other: Link) -> Form:
    secretary = case.secretary
    with_secretary = secretary and (secretary.same(one) or secretary.same(other))
    return Form.SECRETARY if with_secretary else Form.COMMITTEE


def _link(person: Person) -> Link:
    return Link(person.id, person.name)


RULES = (talks_between_committee, talks_with_members, talks_among_members)
