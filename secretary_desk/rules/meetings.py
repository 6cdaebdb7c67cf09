"""三会一课 and 主题党日: how often they are held, who calls them, how votes are taken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..facts.rhythm import Month
from ..kinds import kind_of
from ..kinds.study_meeting import Form, StudyMeeting, Vote
from ..kinds.theme_day import ThemeDay
from ..records.day import Day
from ..records.record import Record, Ref, new_id, ref
from .case import Case
from .flags import without_committee, without_groups
from .rule import Area, Found, State, Weight, rule
from .sources import BRANCH_WORK

Held = StudyMeeting | ThemeDay
_QUARTERS = "一二三四"


@rule(
    Area.MEETINGS, "支部委员会会议一般每月召开1次",
    source=BRANCH_WORK.article(12), weight=Weight.USUAL, unless=without_committee,
)  # fmt: skip
def monthly_committee(case: Case) -> Iterator[Found]:
    """One in each month."""
    return _monthly(case, _meetings(case, Form.COMMITTEE), StudyMeeting(form=Form.COMMITTEE))


@rule(
    Area.MEETINGS, "支部党员大会一般每季度召开1次",
    source=BRANCH_WORK.article(11), weight=Weight.USUAL,
)  # fmt: skip
def quarterly_general(case: Case) -> Iterator[Found]:
    """One in each quarter."""
    return _quarterly(case, _meetings(case, Form.GENERAL), StudyMeeting(form=Form.GENERAL))


@rule(
    Area.MEETINGS, "党小组会一般每月召开1次",
    source=BRANCH_WORK.article(13), weight=Weight.USUAL, unless=without_groups,
)  # fmt: skip
def monthly_groups(case: Case) -> Iterator[Found]:
    """One in each month of each group; of all together where the entries name no group."""
    held = _meetings(case, Form.GROUP)
    names = [group.name for group in case.branch.groups if group.name] if case.branch else []
    if not names or not any(meeting.group for meeting in held):
        yield from _monthly(case, held, StudyMeeting(form=Form.GROUP))
        return
    for name in names:
        own = [meeting for meeting in held if meeting.group in ("", name)]
        draft = StudyMeeting(form=Form.GROUP, group=name)
        yield from _monthly(case, own, draft, name)


@rule(
    Area.MEETINGS, "党课按期开展，一般每季度1次",
    source=f"{BRANCH_WORK.article(16)}要求按期，未规定次数；每季度1次为通行做法",
    weight=Weight.ADVICE,
)  # fmt: skip
def quarterly_lesson(case: Case) -> Iterator[Found]:
    """One in each quarter."""
    return _quarterly(case, _meetings(case, Form.LESSON), StudyMeeting(form=Form.LESSON))


@rule(Area.THEME_DAY, "主题党日每月开展1次", source=BRANCH_WORK.article(16), weight=Weight.MUST)
def monthly_theme_day(case: Case) -> Iterator[Found]:
    """One in each month."""
    return _monthly(case, case.entries(ThemeDay), ThemeDay())


@rule(
    Area.MEETINGS, "支部党员大会、支部委员会由书记召集并主持，书记不能参加的可委托副书记或者委员",
    source=BRANCH_WORK.article(14), weight=Weight.MUST,
)  # fmt: skip
def hosted_by_secretary(case: Case) -> Iterator[Found]:
    """By the secretary, else by someone of the committee."""
    may = [*case.committee(), *([case.secretary] if case.secretary else [])]
    for meeting in (*_meetings(case, Form.GENERAL), *_meetings(case, Form.COMMITTEE)):
        if meeting.host is None:
            text = f"{_title(meeting)}没有登记主持人"
            yield Found(State.UNREGISTERED, text, meeting.id, (ref(meeting),))
        elif may and not any(meeting.host.same(someone) for someone in may):
            text = f"{_title(meeting)}由{meeting.host.name}主持，不在支部委员会名单里"
            yield Found(State.UNCLEAR, text, meeting.id, (ref(meeting),))


@rule(
    Area.MEETINGS, "支部委员会会议须有半数以上委员到会方可进行",
    source=BRANCH_WORK.article(12), weight=Weight.MUST, unless=without_committee,
)  # fmt: skip
def committee_quorum(case: Case) -> Iterator[Found]:
    """At least half of those who should come."""
    for meeting in _meetings(case, Form.COMMITTEE):
        if meeting.due and meeting.present is not None and meeting.present * 2 < meeting.due:
            text = f"{_title(meeting)}应到{meeting.due}人，实到{meeting.present}人，不足半数"
            yield Found(State.UNCLEAR, text, meeting.id, (ref(meeting),))


@rule(
    Area.MEETINGS,
    "支部党员大会议决事项，到会有表决权的党员须达到应到会的半数以上，赞成人数超过应到会有表决权党员的半数为通过",
    source=BRANCH_WORK.article(11), weight=Weight.MUST,
)  # fmt: skip
def general_votes(case: Case) -> Iterator[Found]:
    """Present at least half, ayes more than half, of all who may vote."""
    for meeting in _meetings(case, Form.GENERAL):
        for number, vote in enumerate(meeting.votes):
            about = f"{meeting.id}/{number}"
            if text := _lacking(vote):
                yield Found(
                    State.UNCLEAR, f"{_title(meeting)}“{vote.matter}”{text}", about, (ref(meeting),)
                )


@rule(Area.THEME_DAY, "主题党日相对固定1天", source=BRANCH_WORK.article(16), weight=Weight.ADVICE)
def fixed_theme_day(case: Case) -> Iterator[Found]:
    """The profile names the day."""
    if case.branch and not case.branch.theme_day:
        text = "支部概况里没有登记主题党日固定日"
        yield Found(State.UNREGISTERED, text, "branch", (ref(case.branch),))


def _meetings(case: Case, form: Form) -> list[StudyMeeting]:
    return [meeting for meeting in case.entries(StudyMeeting) if meeting.form is form]


def _lacking(vote: Vote) -> str:
    """Return what a vote's numbers do not say or do not bear out."""
    if vote.entitled is None or vote.ayes is None:
        return "没有登记应到会有表决权人数或者同意票数"
    if vote.present is not None and vote.present * 2 < vote.entitled:
        return f"应到会有表决权{vote.entitled}人，实到{vote.present}人，不足半数"
    if vote.ayes * 2 <= vote.entitled:
        return f"同意{vote.ayes}票，没有超过应到会有表决权{vote.entitled}人的半数"
    return ""


def _title(record: Record) -> str:
    return kind_of(record).title(record)


def _monthly(case: Case, held: Sequence[Held], draft: Held, group: str = "") -> Iterator[Found]:
    spans = [((month,), f"{month.month}月") for month in case.months]
    return _missing(case, spans, held, draft, group)


def _quarterly(case: Case, held: Sequence[Held], draft: Held) -> Iterator[Found]:
    """Each calendar quarter that lies wholly in the time looked at."""
    every: dict[tuple[int, int], list[Month]] = {}
    for month in case.months:
        every.setdefault(month.quarter, []).append(month)
    whole = [(quarter, months) for quarter, months in every.items() if len(months) == 3]
    spans = [(tuple(months), f"{_QUARTERS[q[1]]}季度") for q, months in whole]
    return _missing(case, spans, held, draft)


def _missing(
    case: Case,
    spans: Iterable[tuple[tuple[Month, ...], str]],
    held: Sequence[Held],
    draft: Held,
    group: str = "",
) -> Iterator[Found]:
    """Yield the spans without an entry; 待核 where an entry or a draft may belong there."""
    what = f"{group}{draft.form}" if isinstance(draft, StudyMeeting) else "主题党日"
    vague = [entry for entry in held if _month(entry.held_on) is None]
    unfinished = [d for d in case.drafts(type(draft)) if _alike(d, draft)]
    taken = {_month(entry.held_on) for entry in held}
    for months, words in spans:
        if taken & set(months):
            continue
        about = f"{group}{months[-1].day}"
        begun = [d for d in unfinished if _month(d.held_on) in months]
        if maybe := _refs(begun or vague):
            text = "有一条没有填完" if begun else "没有登记，有记录只写了年份"
            yield Found(State.UNCLEAR, f"{words}{what}{text}", about, maybe)
        else:
            new = replace(draft, id=new_id(), held_on=months[-1].day)
            yield Found(State.UNREGISTERED, f"{words}{what}未登记", about, draft=new)


def _alike(entry: Held, draft: Held) -> bool:
    """Whether both are of one form, where forms matter."""
    return not isinstance(draft, StudyMeeting) or entry.form is draft.form


def _month(day: Day | None) -> Month | None:
    return Month.of(day.first()) if day and len(day) >= 7 else None


def _refs(entries: Iterable[Record]) -> tuple[Ref, ...]:
    return tuple(ref(entry) for entry in entries)


RULES = (
    monthly_committee, quarterly_general, monthly_groups, quarterly_lesson, hosted_by_secretary,
    committee_quorum, general_votes, monthly_theme_day, fixed_theme_day,
)  # fmt: skip
