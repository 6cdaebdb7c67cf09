"""Who may vote: full members, in elections as at any meeting of all."""

from collections.abc import Iterator

from ..kinds.election import Election
from ..kinds.person import Category
from ..kinds.study_meeting import Form, StudyMeeting
from ..records.record import ref
from .case import Case
from .flags import any_of, temporary, without_roster
from .rule import Area, Found, State, Weight, rule
from .sources import ELECTION
from .telling import title


def _voting(case: Case) -> list[StudyMeeting]:
    return [m for m in case.entries(StudyMeeting) if m.form is Form.GENERAL and m.votes]


def _without_votes(case: Case) -> str:
    return "" if case.entries(Election) or _voting(case) else "没有登记换届选举和表决"


@rule(
    Area.ELECTION, "正式党员有表决权、选举权、被选举权",
    source=ELECTION.article(5), weight=Weight.MUST,
    unless=any_of(temporary, _without_votes, without_roster),
)  # fmt: skip
def only_full_members_vote(case: Case) -> Iterator[Found]:
    """No more entitled, in an election or a vote, than the roster has full members on the day."""
    for election in case.entries(Election):
        text = f"{title(election)}应到有选举权"
        yield from _entitled(case, election, election.entitled, text, election.id)
    for meeting in _voting(case):
        for number, vote in enumerate(meeting.votes):
            text = f"{title(meeting)}“{vote.matter}”应到会有表决权"
            yield from _entitled(case, meeting, vote.entitled, text, f"{meeting.id}/{number}")


def _entitled(
    case: Case, entry: Election | StudyMeeting, entitled: int | None, text: str, about: str
) -> Iterator[Found]:
    if entitled is None or entry.held_on is None:
        return
    full = len(case.people(Category.FULL, on=entry.held_on.last()))
    if entitled > full:
        words = f"{text}{entitled}人，名册上正式党员{full}名"
        yield Found(State.UNCLEAR, words, about, (ref(entry),))
