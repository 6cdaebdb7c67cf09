"""换届选举: when a term ends, and how the committee was elected."""

from collections.abc import Iterator
from datetime import date

from ..kinds.branch import Branch, UnitType
from ..kinds.election import Election
from ..records.day import LAST_YEAR, Day, before
from ..records.record import new_id, ref
from .case import Case
from .dates import months_later
from .flags import (
    any_of,
    lacking,
    temporary,
    without_committee,
    without_profile,
)
from .rule import Area, Found, State, Weight, rule
from .sources import BRANCH_WORK, CUSTOM, ELECTION, ELECTION_UNREAD
from .telling import refs, title
from .voters import only_full_members_vote

_VILLAGES = (UnitType.VILLAGE, UnitType.COMMUNITY)
_off = any_of(temporary, without_profile)
_without_election = any_of(temporary, lacking(Election, "换届选举"))


def _without_term(case: Case) -> str:
    known = case.branch and case.branch.elected_on and case.branch.term_ends_on
    return "" if known else "支部概况里没有同时登记换届日期和届满日期"


@rule(
    Area.ELECTION, "支部委员会任期届满，按期进行换届选举",
    source=BRANCH_WORK.article(21), weight=Weight.MUST, unless=_off,
)  # fmt: skip
def elected_in_term(case: Case) -> Iterator[Found]:
    """The term has not run out without an election; one in the year is entered."""
    branch = case.profile
    ends = _term_ends(case, branch)
    if ends is None:
        unknown = "届满日期和单位类型" if branch.elected_on else "换届日期和届满日期"
        text = f"支部概况里没有登记{unknown}，任期待核"
        yield Found(State.UNCLEAR, text, "term", refs((branch,)))
    elif ends.last() < case.on:
        if _elected_about(case, ends):
            text = f"换届选举已经登记，支部概况里的届满日期还是{ends.show()}"
            yield Found(State.HINT, text, ends, (ref(branch),))
        else:
            text = f"任期{ends.show()}届满，换届选举未登记"
            yield Found(State.UNREGISTERED, text, ends, (ref(branch),), Election())
    elected = branch.elected_on
    in_year = elected and case.year.period.start <= elected.first() <= case.on
    if elected and in_year and not case.entries(Election):
        text = f"支部概况写{elected.show_in_year()}换届，换届选举未登记"
        draft = Election(id=new_id(), held_on=elected)
        yield Found(State.UNREGISTERED, text, "entry", (ref(branch),), draft)


@rule(
    Area.ELECTION, "任期届满前6个月提醒做好换届准备",
    source=BRANCH_WORK.article(21), weight=Weight.USUAL, unless=_off,
)  # fmt: skip
def term_ends_soon(case: Case) -> Iterator[Found]:
    """From so many months ahead until the term ends."""
    ends, months = _term_ends(case, case.profile), case.values.number("换届选举.提醒")
    near = ends and case.on <= ends.last() <= months_later(case.on, months)
    if ends and near and not _elected_about(case, ends):
        text = f"任期{ends.show()}届满，请提前做好换届准备"
        yield Found(State.HINT, text, ends, refs((case.profile,)))


@rule(
    Area.ELECTION, "村、社区党支部委员会每届任期5年，其他一般3年",
    source=BRANCH_WORK.article(21), weight=Weight.USUAL, unless=any_of(_off, _without_term),
)  # fmt: skip
def term_length(case: Case) -> Iterator[Found]:
    """The years between the election and the end on record, a month less for the day of it."""
    elected, ends = case.profile.elected_on, case.profile.term_ends_on
    if not (elected and ends):
        return
    years = _years(case, case.profile)
    least, most = min(years), max(years)
    longer = ends.first() > months_later(elected.last(), 12 * most)
    shorter = ends.last() < months_later(elected.first(), 12 * least - 1)
    if longer or shorter:
        against = f"超过{most}年" if longer else f"不足{least}年"
        text = f"支部概况写{elected.show()}换届、{ends.show()}届满，{against}"
        yield Found(State.UNCLEAR, text, "branch", refs((case.profile,)))


@rule(
    Area.ELECTION, "换届提前或者延期一般不超过1年",
    source=f"{BRANCH_WORK.article(21)}；{ELECTION.article(3)}",
    weight=Weight.USUAL, unless=_without_election,
)  # fmt: skip
def elected_near_term(case: Case) -> Iterator[Found]:
    """Against the term that was running, where a profile tells it."""
    months = case.values.number("换届选举.提前或延期")
    for election in case.entries(Election):
        ends = _former_end(case, election)
        if ends is None or election.held_on is None:
            continue
        late = election.held_on.first() > months_later(ends.last(), months)
        early = election.held_on.last() < months_later(ends.first(), -months)
        if late or early:
            words = f"上届任期{ends.show()}届满，{'延期' if late else '提前'}超过{months}个月"
            text = f"换届选举登记在{election.held_on.show()}，{words}"
            yield Found(State.UNCLEAR, text, election.id, (ref(election),))


@rule(
    Area.ELECTION, "进行选举时，到会的有选举权党员达到应到会的五分之四",
    source=ELECTION_UNREAD.whole(), weight=Weight.ADVICE, unless=_without_election,
)  # fmt: skip
def election_quorum(case: Case) -> Iterator[Found]:
    """By the numbers of the election."""
    share = case.values.number("换届选举.到会比例")
    for election in case.entries(Election):
        due, present = election.entitled, election.present
        if due is None or present is None:
            text = f"{title(election)}没有登记应到、实到有选举权人数"
            yield Found(State.UNREGISTERED, text, election.id, (ref(election),))
        elif present * 100 < due * share:
            text = f"{title(election)}应到有选举权{due}人，实到{present}人，不到{share}%"
            yield Found(State.UNCLEAR, text, election.id, (ref(election),))


@rule(
    Area.ELECTION, "委员候选人的差额不少于应选人数的20%",
    source=ELECTION_UNREAD.whole(), weight=Weight.ADVICE,
    unless=any_of(_without_election, without_committee),
)  # fmt: skip
def election_slate(case: Case) -> Iterator[Found]:
    """By the numbers of the election."""
    share = case.values.number("换届选举.差额比例")
    for election in case.entries(Election):
        candidates, seats = election.candidates, election.seats
        if candidates is None or seats is None:
            text = f"{title(election)}没有登记候选人数、应选人数"
            yield Found(State.UNREGISTERED, text, election.id, (ref(election),))
        elif (candidates - seats) * 100 < seats * share:
            text = f"{title(election)}候选人{candidates}人，应选{seats}人，差额不到{share}%"
            yield Found(State.UNCLEAR, text, election.id, (ref(election),))


@rule(
    Area.ELECTION, "被选举人得到实到会有选举权党员的过半数赞成为当选，当选人数不多于应选人数",
    source=ELECTION_UNREAD.whole(), weight=Weight.ADVICE,
    unless=any_of(temporary, lacking(Election, "选举的得票情况", lambda e: e.ballots)),
)  # fmt: skip
def election_votes(case: Case) -> Iterator[Found]:
    """Each who was elected, and all of them together."""
    for election in case.entries(Election):
        elected = [row for row in election.ballots if row.elected]
        if election.seats is not None and len(elected) > election.seats:
            text = f"{title(election)}当选{len(elected)}人，多于应选{election.seats}人"
            yield Found(State.UNCLEAR, text, f"{election.id}/seats", (ref(election),))
        for number, row in enumerate(elected):
            present, votes = election.present, row.votes
            if present is not None and votes is not None and votes * 2 <= present:
                name = row.who.name if row.who else ""
                text = f"{title(election)}{name}得{votes}票，没有超过实到{present}人的半数"
                yield Found(State.UNCLEAR, text, f"{election.id}/{number}", (ref(election),))


@rule(
    Area.ELECTION, "选举结果报上级党组织批复",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=_without_election,
)  # fmt: skip
def election_approved(case: Case) -> Iterator[Found]:
    """The day of the reply is on record."""
    for election in case.entries(Election):
        if election.approved_on is None:
            text = f"{title(election)}没有登记批复日期"
            yield Found(State.UNREGISTERED, text, election.id, (ref(election),))


def _years(case: Case, branch: Branch) -> set[int]:
    """Return the years of a term; both numbers where the sort of unit is not known."""
    village, other = map(case.values.number, ("换届选举.村社区任期", "换届选举.任期"))
    if branch.unit_type is None:
        return {village, other}
    return {village if branch.unit_type in _VILLAGES else other}


def _term_ends(case: Case, branch: Branch) -> Day | None:
    """Return the end on record, else as the election and the years of a term give it; None where
    the election is not known, or not the sort of unit that tells its years."""
    years = _years(case, branch)
    if branch.term_ends_on or branch.elected_on is None or len(years) > 1:
        return branch.term_ends_on
    ends = min(months_later(branch.elected_on.last(), 12 * max(years)), date(LAST_YEAR, 12, 31))
    return Day(ends.isoformat()[: len(branch.elected_on[:10])])


def _former_end(case: Case, election: Election) -> Day | None:
    """Return when the term before an election ended: by a profile of an earlier election."""
    former = case.year.previous.one(Branch) if case.year.previous else None
    for profile in filter(None, (former, case.branch)):
        if before(profile.elected_on, election.held_on):
            return _term_ends(case, profile)
    return None


def _elected_about(case: Case, ends: Day) -> bool:
    """Whether an election for the term after this end is entered or in the profile."""
    first = months_later(ends.first(), -case.values.number("换届选举.提前或延期"))
    held = [election.held_on for election in case.entries(Election)]
    days = [*held, case.profile.elected_on if case.profile.term_ends_on else None]
    return any(day and day.first() >= first for day in days)


RULES = (
    elected_in_term, term_ends_soon, term_length, elected_near_term, only_full_members_vote,
    election_quorum, election_slate, election_votes, election_approved,
)  # fmt: skip
