"""党员发展: 预审, the meeting that admits, its approval, and probation to 转正."""

import re
from collections.abc import Iterator

from ..kinds.development import Development, Step
from ..kinds.study_meeting import StudyMeeting, Vote
from ..records.day import Day
from .bounds import (
    APPROVED,
    CONFIRMED,
    MEETING,
    PROBATION_OVER,
    SWORN,
    Limit,
    bound,
    discussed,
)
from .case import Case
from .dates import months_later
from .flags import any_of
from .regime import both
from .rule import Area, Found, State, Weight, rule
from .sources import DEVELOPMENT_2026
from .ways import done, is_open, name, nobody_at, not_revised, of_way, preceded, told, ways, within

_MEETINGS = (Step.ADMISSION, Step.CONFIRMATION)
_CONFIRMS = re.compile("转正|正式党员")
_at_meeting = nobody_at(*_MEETINGS)


@rule(
    Area.DEVELOPMENT, "支部大会讨论接收前报上级党委预审",
    source=both(19), weight=Weight.USUAL, unless=nobody_at(Step.ADMISSION),
)  # fmt: skip
def examined_by_superior(case: Case) -> Iterator[Found]:
    """预审 comes before the meeting."""
    yield from preceded(case, Step.PRELIMINARY, (Step.ADMISSION,))


@rule(
    Area.DEVELOPMENT, "预审合格后一个月内召开支部大会讨论接收",
    source=DEVELOPMENT_2026.article(19), weight=Weight.ADVICE,
    unless=any_of(not_revised, nobody_at(Step.PRELIMINARY)),
)  # fmt: skip
def meeting_after_examination(case: Case) -> Iterator[Found]:
    """New in 2026."""
    yield from within(case, MEETING)


@rule(
    Area.DEVELOPMENT, "支部大会决议写明应到会、实到会有表决权党员人数和表决结果",
    source=both(22), weight=Weight.MUST, unless=_at_meeting,
)  # fmt: skip
def votes_recorded(case: Case) -> Iterator[Found]:
    """Entitled, present and ayes, of the meetings for 接收 and for 转正.

    待核 where the meeting lies so far back that its own entry is not looked at.
    """
    for way, step, vote in _votes(case):
        if vote is None or None in (vote.entitled, vote.present, vote.ayes):
            words = f"{step}的应到、实到有表决权人数和同意票数没有登记全"
            seen = vote is not None or _looked_at(case, done(case, way, step))
            state = State.UNREGISTERED if seen else State.UNCLEAR
            yield of_way(state, way, words, f"/{step.name}")


@rule(
    Area.DEVELOPMENT, "到会有表决权的正式党员超过应到会有表决权党员的半数，方可开会",
    source=both(20), weight=Weight.MUST, unless=_at_meeting,
)  # fmt: skip
def more_than_half_present(case: Case) -> Iterator[Found]:
    """More than half, where the ordinary meeting asks for half (支部工作条例, article 11)."""
    for way, step, vote in _votes(case):
        if vote is None or vote.entitled is None or vote.present is None:
            continue
        if vote.present * 2 <= vote.entitled:
            words = f"{step}：应到有表决权{vote.entitled}人，实到{vote.present}人，没有超过半数"
            yield of_way(State.UNCLEAR, way, words, f"/{step.name}")


@rule(
    Area.DEVELOPMENT, "赞成人数超过应到会有表决权党员的半数，方能通过",
    source=both(21), weight=Weight.MUST, unless=_at_meeting,
)  # fmt: skip
def more_than_half_ayes(case: Case) -> Iterator[Found]:
    """Of those entitled, not of those present: written opinions count."""
    for way, step, vote in _votes(case):
        if vote is None or vote.entitled is None or vote.ayes is None:
            continue
        if vote.ayes * 2 <= vote.entitled:
            words = f"{step}：应到有表决权{vote.entitled}人，同意{vote.ayes}票，没有超过半数"
            yield of_way(State.UNCLEAR, way, words, f"/{step.name}")


@rule(
    Area.DEVELOPMENT, "支部大会通过后三个月内审批接收预备党员，特殊情况不超过六个月",
    source=both(26), weight=Weight.MUST, unless=nobody_at(Step.ADMISSION),
)  # fmt: skip
def admission_approved(case: Case) -> Iterator[Found]:
    """Three months, and at most six."""
    yield from _approved(case, APPROVED)


@rule(
    Area.DEVELOPMENT, "上级党委批准后一个月内组织入党宣誓",
    source=DEVELOPMENT_2026.article(29), weight=Weight.ADVICE,
    unless=any_of(not_revised, nobody_at(Step.APPROVAL)),
)  # fmt: skip
def oath_sworn(case: Case) -> Iterator[Found]:
    """New in 2026."""
    yield from within(case, SWORN)


@rule(
    Area.DEVELOPMENT, "预备期为一年，从支部大会通过接收之日算起",
    source=both(32), weight=Weight.MUST, unless=nobody_at(Step.CONFIRMATION),
)  # fmt: skip
def probation_of_a_year(case: Case) -> Iterator[Found]:
    """With the months for which it was extended."""
    yield from within(case, PROBATION_OVER)


@rule(
    Area.DEVELOPMENT, "延长预备期不少于半年、不超过一年",
    source=both(32), weight=Weight.MUST, unless=nobody_at(Step.ADMISSION),
)  # fmt: skip
def probation_extended(case: Case) -> Iterator[Found]:
    """By the months that the notes of the steps tell."""
    least = case.values.number("发展党员.延长最短月数")
    most = case.values.number("发展党员.延长最长月数")
    for way in ways(case):
        months = way.extended_by
        if months and not least <= months <= most:
            yield of_way(State.UNCLEAR, way, f"登记延长预备期{months}个月，不在{least}至{most}个月")


@rule(
    Area.DEVELOPMENT, "预备党员转正，本人提出书面转正申请",
    source=both(33), weight=Weight.MUST, unless=nobody_at(Step.ADMISSION),
)  # fmt: skip
def confirmation_requested(case: Case) -> Iterator[Found]:
    """Before the meeting, and by the end of probation."""
    yield from preceded(case, Step.CONFIRMATION_REQUEST, (Step.CONFIRMATION,))
    for way in ways(case):
        over = bound(way, PROBATION_OVER, case.values, case.on)
        if done(case, way, Step.CONFIRMATION_REQUEST, Step.CONFIRMATION) or over is None:
            continue
        if over.last <= case.on and is_open(case, way):
            words = f"{Step.CONFIRMATION_REQUEST}未登记；{over.show()}"
            yield of_way(State.UNREGISTERED, way, words)


@rule(
    Area.DEVELOPMENT, "预备期满，党支部及时讨论能否转为正式党员",
    source=both(32), weight=Weight.MUST, unless=nobody_at(Step.ADMISSION),
)  # fmt: skip
def confirmation_discussed(case: Case) -> Iterator[Found]:
    """The statute says in time; how many months that is, is the user's to set."""
    for way in ways(case):
        on = done(case, way, Step.CONFIRMATION)
        end = discussed(way, case.values, on.last() if on else case.on)
        if end is not None:
            yield from told(case, way, Step.CONFIRMATION, end)


@rule(
    Area.DEVELOPMENT, "支部大会通过转正后三个月内审批",
    source=both(34), weight=Weight.MUST, unless=nobody_at(Step.CONFIRMATION),
)  # fmt: skip
def confirmation_approved(case: Case) -> Iterator[Found]:
    """Three months from the meeting."""
    yield from within(case, CONFIRMED)


def _approved(case: Case, limit: Limit) -> Iterator[Found]:
    """Yield as of any limit, but a hint while the longer time for special cases runs."""
    most = case.values.number("发展党员.审批最长月数")
    for way in ways(case):
        on, since = done(case, way, limit.step), done(case, way, limit.since)
        if since is None or (on is None and not is_open(case, way)):
            continue
        by = on.last() if on else case.on
        end = bound(way, limit, case.values, by)
        if end is None or by <= end.first:
            continue
        if by <= months_later(since.last(), most):
            words = f"{limit.step}{f'登记在{on.show()}' if on else '未登记'}；{end.show()}"
            yield of_way(State.HINT, way, f"{words}，特殊情况最长{most}个月")
        else:
            yield from told(case, way, limit.step, end)


def _votes(case: Case) -> Iterator[tuple[Development, Step, Vote | None]]:
    """Yield the vote of each meeting held: on record with the way, else with the meeting itself.
    What speaks of 转正 is that one's."""
    for way in ways(case):
        for step in _MEETINGS:
            if on := done(case, way, step):
                confirms = step is Step.CONFIRMATION
                every = (*way.votes, *_votes_at(case, on, name(way)))
                found = (v for v in every if bool(_CONFIRMS.search(v.matter)) is confirms)
                yield way, step, next(found, None)


def _looked_at(case: Case, on: Day | None) -> bool:
    earliest = (case.year.previous or case.year).period.start
    return on is not None and on.first() >= earliest


def _votes_at(case: Case, on: Day, who: str) -> Iterator[Vote]:
    former = case.year.previous.counted(StudyMeeting) if case.year.previous else ()
    for meeting in (*case.entries(StudyMeeting), *former):
        if meeting.held_on and meeting.held_on[:10] == on[:10]:
            yield from (vote for vote in meeting.votes if who in vote.matter)


RULES = (
    examined_by_superior, meeting_after_examination, votes_recorded, more_than_half_present,
    more_than_half_ayes, admission_approved, oath_sworn, probation_of_a_year, probation_extended,
    confirmation_requested, confirmation_discussed, confirmation_approved,
)  # fmt: skip
