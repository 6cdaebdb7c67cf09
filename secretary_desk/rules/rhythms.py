"""What comes round by months and quarters: 三会一课, 第一议题 and 主题党日."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..facts.rhythm import Month
from ..kinds.first_agenda import FirstAgenda
from ..kinds.study_meeting import Form, StudyMeeting
from ..kinds.theme_day import ThemeDay
from ..records.day import Day
from ..records.record import new_id, ref
from .case import Case
from .flags import (
    any_of,
    without_a_month,
    without_a_quarter,
    without_committee,
    without_groups,
    without_profile,
)
from .rule import Area, Found, State, Weight, rule
from .sources import BRANCH_WORK, CUSTOM
from .telling import refs

Held = StudyMeeting | ThemeDay | FirstAgenda
Span = tuple[str, Sequence[Month]]
_QUARTERS = "一二三四"


def _unknown_groups(case: Case) -> str:
    """No profile and no meeting say whether there are any."""
    return "" if _meetings(case, Form.GROUP) else without_profile(case)


@rule(
    Area.MEETINGS, "支部委员会会议一般每月召开1次",
    source=BRANCH_WORK.article(12), weight=Weight.USUAL,
    unless=any_of(without_committee, without_a_month),
)  # fmt: skip
def monthly_committee(case: Case) -> Iterator[Found]:
    """One in each month."""
    draft, key = StudyMeeting(form=Form.COMMITTEE), "三会一课.支委会每月次数"
    held = _meetings(case, Form.COMMITTEE)
    if case.branch and not held and _may_lack_committee(case):
        text = "支部概况没有登记支委，也没有勾选“不设支委会”，支部委员会会议待核"
        yield Found(State.UNCLEAR, text, "branch", (ref(case.branch),))
        return
    yield from _missing(case, _by_month(case), held, draft, key)


@rule(
    Area.MEETINGS, "支部党员大会一般每季度召开1次",
    source=BRANCH_WORK.article(11), weight=Weight.USUAL, unless=without_a_quarter,
)  # fmt: skip
def quarterly_general(case: Case) -> Iterator[Found]:
    """One in each quarter."""
    draft, key = StudyMeeting(form=Form.GENERAL), "三会一课.党员大会每季度次数"
    return _missing(case, _by_quarter(case), _meetings(case, Form.GENERAL), draft, key)


@rule(
    Area.MEETINGS, "党小组会一般每月召开1次",
    source=BRANCH_WORK.article(13), weight=Weight.USUAL,
    unless=any_of(without_groups, _unknown_groups, without_a_month),
)  # fmt: skip
def monthly_groups(case: Case) -> Iterator[Found]:
    """One in each month of each group; of all together where the entries name no group."""
    held, key = _meetings(case, Form.GROUP), "三会一课.党小组会每月次数"
    names = [group.name for group in case.profile.groups if group.name]
    if case.branch and not names and not held:
        text = "支部概况没有登记党小组，也没有勾选“未设党小组”，党小组会待核"
        yield Found(State.UNCLEAR, text, "branch", (ref(case.branch),))
        return
    if not names or not any(meeting.group for meeting in held):
        yield from _missing(case, _by_month(case), held, StudyMeeting(form=Form.GROUP), key)
        return
    for name in names:
        own = [meeting for meeting in held if meeting.group in ("", name)]
        draft = StudyMeeting(form=Form.GROUP, group=name)
        yield from _missing(case, _by_month(case), own, draft, key)


@rule(
    Area.MEETINGS, "党课按期开展，一般每季度1次",
    source=f"{BRANCH_WORK.article(16)}要求按期，未规定次数；每季度1次为通行做法",
    weight=Weight.ADVICE, unless=without_a_quarter,
)  # fmt: skip
def quarterly_lesson(case: Case) -> Iterator[Found]:
    """One in each quarter."""
    draft, key = StudyMeeting(form=Form.LESSON), "三会一课.党课每季度次数"
    return _missing(case, _by_quarter(case), _meetings(case, Form.LESSON), draft, key)


@rule(
    Area.MEETINGS, "第一议题学习每季度至少1次",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=without_a_quarter,
)  # fmt: skip
def quarterly_first_agenda(case: Case) -> Iterator[Found]:
    """One in each quarter, entered as such or at the head of a meeting."""
    at_meetings = [m for m in case.entries(StudyMeeting) if m.first_agenda]
    held: list[Held] = [*case.entries(FirstAgenda), *at_meetings]
    return _missing(case, _by_quarter(case), held, FirstAgenda(), "三会一课.第一议题每季度次数")


@rule(
    Area.THEME_DAY, "主题党日每月开展1次",
    source=BRANCH_WORK.article(16), weight=Weight.MUST, unless=without_a_month,
)  # fmt: skip
def monthly_theme_day(case: Case) -> Iterator[Found]:
    """One in each month."""
    held = case.entries(ThemeDay)
    return _missing(case, _by_month(case), held, ThemeDay(), "主题党日.每月次数")


@rule(
    Area.THEME_DAY, "主题党日相对固定1天",
    source=BRANCH_WORK.article(16), weight=Weight.USUAL, unless=without_profile,
)  # fmt: skip
def fixed_theme_day(case: Case) -> Iterator[Found]:
    """The profile names the day."""
    if not case.profile.theme_day:
        text = "支部概况里没有登记主题党日固定日"
        yield Found(State.UNREGISTERED, text, "branch", (ref(case.profile),))


def _may_lack_committee(case: Case) -> bool:
    """Whether no seat is written and the roster has too few full members to need a committee."""
    least = case.values.number("支部设置.设支委会的正式党员数")
    return not case.profile.committee and 0 < len(case.full_members) < least


def _meetings(case: Case, form: Form) -> list[StudyMeeting]:
    return [meeting for meeting in case.entries(StudyMeeting) if meeting.form is form]


def _by_month(case: Case) -> Iterable[Span]:
    return ((f"{month.month}月", (month,)) for month in case.months)


def _by_quarter(case: Case) -> Iterable[Span]:
    return ((f"{_QUARTERS[months[0].quarter[1]]}季度", months) for months in case.quarters)


def _missing(
    case: Case, spans: Iterable[Span], held: Sequence[Held], draft: Held, key: str
) -> Iterator[Found]:
    """Yield the spans with fewer entries than a value says; 待核 where an entry or a draft may
    belong there."""
    wanted, what = case.values.number(key), _what(draft)
    vague = [entry for entry in held if _month(entry.held_on) is None]
    unfinished = [d for d in case.drafts(type(draft)) if _alike(d, draft)]
    taken = Counter(_month(entry.held_on) for entry in held)
    for words, months in spans:
        count = sum(taken[month] for month in months)
        if count >= wanted:
            continue
        group = draft.group if isinstance(draft, StudyMeeting) else ""
        about, few = f"{group}{months[-1].day}", f"登记{count}次，少于{wanted}次"
        begun = [d for d in unfinished if _month(d.held_on) in months]
        if begun or vague:
            text = (
                "有一条没有填完" if begun else f"{few if count else '没有登记'}，有记录只写了年份"
            )
            yield Found(State.UNCLEAR, f"{words}{what}{text}", about, refs(begun or vague))
        else:
            new = replace(draft, id=new_id(), held_on=months[-1].day)
            text = few if count else "未登记"
            yield Found(State.UNREGISTERED, f"{words}{what}{text}", about, draft=new)


def _what(draft: Held) -> str:
    match draft:
        case StudyMeeting(form=form, group=group):
            return f"{group.removesuffix('党小组')}{form}"
        case ThemeDay():
            return "主题党日"
        case FirstAgenda():
            return "第一议题学习"


def _alike(entry: Held, draft: Held) -> bool:
    """Whether both are of one form, where forms matter; of one group, where both name one."""
    if not isinstance(draft, StudyMeeting) or not isinstance(entry, StudyMeeting):
        return True
    return entry.form is draft.form and entry.group in ("", draft.group)


def _month(day: Day | None) -> Month | None:
    return Month.of(day.first()) if day and len(day) >= 7 else None


RULES = (
    monthly_committee, quarterly_general, monthly_groups, quarterly_lesson, quarterly_first_agenda,
    monthly_theme_day, fixed_theme_day,
)  # fmt: skip
