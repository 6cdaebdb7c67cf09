"""三会一课: who calls the meetings, how votes are taken, who gives lessons."""

from collections.abc import Iterator

from ..kinds.study_meeting import Form, StudyMeeting, Vote
from ..records.record import due_of, new_id, present_of, ref
from .case import Case
from .flags import any_of, before_last_quarter, lacking, without_committee, without_secretary
from .rule import Area, Found, State, Unless, Weight, rule
from .sources import BRANCH_WORK, CUSTOM
from .telling import owed_by_years_end, refs, title

_CALLED = (Form.GENERAL, Form.COMMITTEE)


def _without(*forms: Form) -> Unless:
    what = "、".join(forms)
    return lacking(StudyMeeting, what, lambda meeting: meeting.form in forms)


@rule(
    Area.MEETINGS, "支部党员大会、支部委员会由书记召集并主持，书记不能参加的可委托副书记或者委员",
    source=BRANCH_WORK.article(14), weight=Weight.MUST, unless=_without(*_CALLED),
)  # fmt: skip
def hosted_by_secretary(case: Case) -> Iterator[Found]:
    """By the secretary of the day, else by someone of its committee."""
    for meeting in _meetings(case, *_CALLED):
        if meeting.host is None:
            text = f"{title(meeting)}没有登记主持人"
            yield Found(State.UNREGISTERED, text, meeting.id, (ref(meeting),))
        elif not _may_host(case, meeting):
            text = f"{title(meeting)}由{meeting.host.name}主持，当时的书记、支委名单里没有"
            yield Found(State.UNCLEAR, text, meeting.id, (ref(meeting),))


@rule(
    Area.MEETINGS, "支部委员会会议须有半数以上委员到会方可进行",
    source=BRANCH_WORK.article(12), weight=Weight.MUST,
    unless=any_of(without_committee, _without(Form.COMMITTEE)),
)  # fmt: skip
def committee_quorum(case: Case) -> Iterator[Found]:
    """At least half of those who should come, and of the seats that the profile has for the day."""
    for meeting in _meetings(case, Form.COMMITTEE):
        due, present = due_of(meeting), present_of(meeting)
        if due is None or present is None:
            text = f"{title(meeting)}没有登记应到、实到人数"
            yield Found(State.UNREGISTERED, text, meeting.id, (ref(meeting),))
        elif present * 2 < max(due, seats := _seats(case, meeting)):
            known = f"应到{due}人" if due >= seats else f"应到{due}人，支部概况里支委{seats}名"
            text = f"{title(meeting)}{known}，实到{present}人，不足半数"
            yield Found(State.UNCLEAR, text, meeting.id, (ref(meeting),))


@rule(
    Area.MEETINGS,
    "支部党员大会议决事项，到会有表决权的党员须达到应到会的半数以上，赞成人数超过应到会有表决权党员的半数为通过",
    source=BRANCH_WORK.article(11), weight=Weight.MUST,
    unless=lacking(
        StudyMeeting, "支部党员大会的表决", lambda m: m.form is Form.GENERAL and m.votes
    ),
)  # fmt: skip
def general_votes(case: Case) -> Iterator[Found]:
    """Present at least half, ayes more than half, of all who may vote."""
    for meeting in _meetings(case, Form.GENERAL):
        for number, vote in enumerate(meeting.votes):
            if text := _lacking(vote):
                text = f"{title(meeting)}“{vote.matter}”{text}"
                yield Found(State.UNCLEAR, text, f"{meeting.id}/{number}", (ref(meeting),))


@rule(
    Area.MEETINGS, "党支部书记每年为党员讲党课",
    source=f"{CUSTOM.whole()}；{BRANCH_WORK.article(16)}只规定党委（党组）书记每年至少1次",
    weight=Weight.ADVICE, unless=any_of(before_last_quarter, without_secretary),
)  # fmt: skip
def secretary_lectures(case: Case) -> Iterator[Found]:
    """As often as the value says; 待核 where a lesson names nobody."""
    lessons, me = _meetings(case, Form.LESSON), case.roster.meant(case.secretary)
    given = [m for m in lessons if set(me) & set(case.roster.meant(m.speaker))]
    if len(given) >= case.values.number("三会一课.书记党课每年次数"):
        return
    about = str(case.year.period.year)
    if nameless := [m for m in lessons if m.speaker is None]:
        text = f"书记讲党课待核：{len(nameless)}次党课没有登记主讲人"
        yield Found(State.UNCLEAR, text, about, refs(nameless))
        return
    draft = StudyMeeting(id=new_id(), form=Form.LESSON, speaker=case.secretary)
    text = f"书记讲党课登记{len(given)}次" if given else "书记讲党课未登记"
    yield Found(owed_by_years_end(case), text, about, refs(given), draft)


def _meetings(case: Case, *forms: Form) -> list[StudyMeeting]:
    return [meeting for meeting in case.entries(StudyMeeting) if meeting.form in forms]


def _may_host(case: Case, meeting: StudyMeeting) -> bool:
    """Whether the host was secretary or sat on the committee; unknown where that is not written."""
    days = (meeting.held_on.first(), meeting.held_on.last()) if meeting.held_on else ()
    seats = [who for day in days for who in case.committee(day)]
    officers = [who for day in days if (who := case.profile.secretary(day))]
    is_written = seats or (officers and case.profile.no_committee)
    return not is_written or any(who.same(meeting.host) for who in (*seats, *officers))


def _seats(case: Case, meeting: StudyMeeting) -> int:
    """Return how many surely sat on the committee on the day of a meeting."""
    if meeting.held_on is None:
        return 0
    first, last = case.committee(meeting.held_on.first()), case.committee(meeting.held_on.last())
    return len({*first} & {*last})


def _lacking(vote: Vote) -> str:
    """Return what a vote's numbers do not say or do not bear out."""
    if vote.entitled is None or vote.ayes is None:
        return "没有登记应到会有表决权人数或者同意票数"
    if vote.present is None:
        return "没有登记实到人数"
    if vote.present * 2 < vote.entitled:
        return f"应到会有表决权{vote.entitled}人，实到{vote.present}人，不足半数"
    if vote.ayes * 2 <= vote.entitled:
        return f"同意{vote.ayes}票，没有超过应到会有表决权{vote.entitled}人的半数"
    return ""


RULES = (hosted_by_secretary, committee_quorum, general_votes, secretary_lectures)
