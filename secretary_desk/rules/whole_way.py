"""党员发展: the steps in their order, the meetings they were decided at, their papers."""

from collections.abc import Iterator
from itertools import pairwise

from ..kinds.development import Development, Step
from ..kinds.study_meeting import Form, StudyMeeting
from ..records.day import Day, before
from ..records.record import new_id, ref
from .case import Case
from .regime import both
from .rule import Area, Found, State, Weight, rule
from .sources import CUSTOM
from .steps import STEPS
from .ways import done, name, nobody_at, of_way, ways

_NAMED = 6  # steps of more only so many are named
_DECIDED = {
    Step.ACTIVIST: Form.COMMITTEE,
    Step.CANDIDATE: Form.COMMITTEE,
    Step.ADMISSION: Form.GENERAL,
    Step.CONFIRMATION: Form.GENERAL,
}
# What another rule says of a step that is missing.
_ASKED_FOR = (
    Step.TALK, Step.ACTIVIST_FILED, Step.CANDIDATE_FILED, Step.POLITICAL_REVIEW, Step.COURSE,
    Step.PRELIMINARY, Step.CONFIRMATION_REQUEST, Step.APPROVAL,
)  # fmt: skip


@rule(
    Area.DEVELOPMENT, "入党积极分子、发展对象由支委会讨论，接收和转正由支部大会讨论",
    source=both(8, 13, 20, 33), weight=Weight.MUST, unless=nobody_at(*_DECIDED),
)  # fmt: skip
def decided_at_meetings(case: Case) -> Iterator[Found]:
    """A meeting of that sort is entered on the day; a committee's may be one of the members."""
    for way in ways(case):
        for step, usual in _DECIDED.items():
            on = done(case, way, step)
            form = Form.GENERAL if case.profile.no_committee else usual
            if on is None or not case.year.period.holds(on) or _met(case, form, on):
                continue
            what = form if form is Form.GENERAL else "支部委员会（或者支部党员大会）"
            words = f"{on.show_in_year()}{step}，同一天的{what}未登记"
            draft = StudyMeeting(id=new_id(), held_on=on, form=form, topic=f"{step}：{name(way)}")
            entries, about = (ref(way),), f"{way.id}/{step.name}"
            yield Found(State.UNREGISTERED, f"{name(way)}{words}", about, entries, draft)


@rule(
    Area.DEVELOPMENT, "发展党员按步骤进行",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=nobody_at(*STEPS),
)  # fmt: skip
def steps_in_order(case: Case) -> Iterator[Found]:
    """No step is surely earlier than the one before it."""
    for way in ways(case):
        dated = [(step, on) for step in STEPS if (on := done(case, way, step))]
        wrong = [
            f"{step}{on.show()}早于{first}{earlier.show()}"
            for (first, earlier), (step, on) in pairwise(dated)
            if before(on, earlier)
        ]
        if wrong:
            yield of_way(State.UNCLEAR, way, f"的步骤先后待核：{'；'.join(wrong)}")


@rule(
    Area.DEVELOPMENT, "走过的步骤都有日期",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=nobody_at(*STEPS),
)  # fmt: skip
def steps_dated(case: Case) -> Iterator[Found]:
    """Every step before the last one taken."""
    for way in ways(case):
        last = max(n for n, step in enumerate(STEPS) if done(case, way, step) or not n)
        passed = [step for step in STEPS[:last] if step not in _ASKED_FOR]
        if missing := [step for step in passed if done(case, way, step) is None]:
            yield of_way(State.UNREGISTERED, way, f"有{_list(missing)}没有登记日期")


@rule(
    Area.DEVELOPMENT, "发展党员的材料齐全",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=nobody_at(*STEPS),
)  # fmt: skip
def papers_complete(case: Case) -> Iterator[Found]:
    """Ticked beside every step taken."""
    for way in ways(case):
        if missing := [step for step in _taken(case, way) if step not in _with_papers(way)]:
            yield of_way(State.UNCLEAR, way, f"有{_list(missing)}没有勾“材料齐全”")


def _taken(case: Case, way: Development) -> list[Step]:
    return [step for step in STEPS if done(case, way, step)]


def _with_papers(way: Development) -> set[Step]:
    return {row.step for row in way.steps if row.papers and row.step}


def _met(case: Case, form: Form, on: Day) -> bool:
    forms = (form, Form.GENERAL)
    held = [m.held_on for m in case.entries(StudyMeeting) if m.form in forms and m.held_on]
    return any(not before(day, on) and not before(on, day) for day in held)


def _list(steps: list[Step]) -> str:
    named = "、".join(f"“{step}”" for step in steps[:_NAMED])
    return f"{named}等{len(steps)}步" if len(steps) > _NAMED else f"{named}{len(steps)}步"


RULES = (decided_at_meetings, steps_in_order, steps_dated, papers_complete)
