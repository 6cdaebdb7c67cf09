"""问题整改: what is overdue, lacks a measure, a name or a date, or was not taken up."""

from collections.abc import Iterator
from datetime import timedelta

from ..kinds.inspection import Inspection
from ..kinds.problem import Problem, Source
from ..kinds.problem import State as How
from ..kinds.review_comment import ReviewComment
from ..records.record import new_id, ref
from .case import Case
from .flags import lacking
from .rule import Area, Found, State, Weight, rule
from .sources import NOTICE

_SOURCE = NOTICE.whole()
_without_problems = lacking(Problem, "问题")


def _without_remarks(case: Case) -> str:
    return "" if any(c.remarks for c in _comments(case)) else "上年述职点评没有登记问题"


def _without_inspections(case: Case) -> str:
    return "" if any(i.problems for i in _inspections(case)) else "没有登记检查督导发现的问题"


@rule(
    Area.PROBLEMS, "问题按时限整改销号",
    source=_SOURCE, weight=Weight.ADVICE, unless=_without_problems,
)  # fmt: skip
def problems_in_time(case: Case) -> Iterator[Found]:
    """The whole of it, and each measure."""
    for problem in _open(case):
        due = problem.due_on
        if due and due.last() < case.on and problem.state is not How.LASTING:
            text = f"“{problem.problem}”整改时限{due.show()}，没有登记销号"
            yield Found(State.UNCLEAR, text, problem.id, (ref(problem),))
        for number, step in enumerate(problem.steps):
            if step.due_on and step.due_on.last() < case.on and not step.done_on:
                text = f"整改措施“{step.measure}”时限{step.due_on.show()}，没有登记完成日期"
                yield Found(State.UNCLEAR, text, f"{problem.id}/{number}", (ref(problem),))


@rule(
    Area.PROBLEMS, "每个问题都有整改措施",
    source=_SOURCE, weight=Weight.ADVICE, unless=_without_problems,
)  # fmt: skip
def problems_have_measures(case: Case) -> Iterator[Found]:
    """At least one."""
    for problem in case.entries(Problem):
        if not problem.steps:
            text = f"“{problem.problem}”没有登记整改措施"
            yield Found(State.UNREGISTERED, text, problem.id, (ref(problem),))


@rule(
    Area.PROBLEMS, "每个问题都有责任人和整改时限",
    source=_SOURCE, weight=Weight.ADVICE, unless=_without_problems,
)  # fmt: skip
def problems_have_owners(case: Case) -> Iterator[Found]:
    """On the problem or on each of its measures; what is lasting has no day."""
    for problem in case.entries(Problem):
        steps = problem.steps
        named = problem.who or (steps and all(step.who for step in steps))
        lasting = problem.state is How.LASTING
        dated = lasting or problem.due_on or (steps and all(step.due_on for step in steps))
        words = [word for word, said in (("责任人", named), ("整改时限", dated)) if not said]
        if words:
            text = f"“{problem.problem}”没有登记{'、'.join(words)}"
            yield Found(State.UNREGISTERED, text, problem.id, (ref(problem),))


@rule(
    Area.PROBLEMS, "销号的问题有整改成效或者佐证",
    source=_SOURCE, weight=Weight.ADVICE,
    unless=lacking(Problem, "销号的问题", lambda problem: problem.ended_on),
)  # fmt: skip
def closed_with_evidence(case: Case) -> Iterator[Found]:
    """In words, or as a file."""
    for problem in case.entries(Problem):
        told = problem.outcome or problem.evidence or problem.files
        if problem.is_closed(case.on) and not told:
            text = f"“{problem.problem}”已经销号，没有登记整改成效和佐证"
            yield Found(State.UNREGISTERED, text, problem.id, (ref(problem),))


@rule(
    Area.PROBLEMS, "上年述职点评指出的问题列入本年整改",
    source=_SOURCE, weight=Weight.ADVICE, unless=_without_remarks,
)  # fmt: skip
def remarks_taken_up(case: Case) -> Iterator[Found]:
    """By the same words; by their number where the branch put them in its own."""
    taken = [p for p in case.entries(Problem) if p.source is Source.REVIEW]
    words = {problem.problem for problem in taken}
    remarks = [(c, n, r.problem) for c in _comments(case) for n, r in enumerate(c.remarks)]
    told = {text for _, _, text in remarks}
    reworded = sum(problem.problem not in told for problem in taken)
    open_ones = [each for each in remarks if each[2] and each[2] not in words]
    for comment, number, remark in open_ones if len(open_ones) > reworded else ():
        draft = Problem(id=new_id(), problem=remark, source=Source.REVIEW)
        about, text = f"{comment.id}/{number}", f"上年点评指出“{remark}”，本年问题整改里没有找到"
        yield Found(State.UNCLEAR, text, about, (ref(comment),), draft)


@rule(
    Area.PROBLEMS, "检查督导发现的问题及时整改销号",
    source=_SOURCE, weight=Weight.ADVICE, unless=_without_inspections,
)  # fmt: skip
def inspections_closed(case: Case) -> Iterator[Found]:
    """Within the days that the value says; last year's too."""
    days = case.values.number("问题整改.检查问题期限")
    for inspection in _inspections(case):
        held = inspection.held_on
        if held is None or held.last() + timedelta(days) >= case.on:
            continue
        for number, row in enumerate(inspection.problems):
            if row.closed_on is None or row.closed_on.first() > case.on:
                text = f"{held.show()}检查发现“{row.problem}”，没有登记销号日期"
                about = f"{inspection.id}/{number}"
                yield Found(State.UNCLEAR, text, about, (ref(inspection),))


def _open(case: Case) -> list[Problem]:
    return [p for p in case.entries(Problem) if not p.is_closed(case.on)]


def _comments(case: Case) -> list[ReviewComment]:
    previous = case.year.previous
    return list(previous.counted(ReviewComment)) if previous else []


def _inspections(case: Case) -> list[Inspection]:
    previous = case.year.previous
    return [*(previous.counted(Inspection) if previous else ()), *case.entries(Inspection)]


RULES = (
    problems_in_time, problems_have_measures, problems_have_owners, closed_with_evidence,
    remarks_taken_up, inspections_closed,
)  # fmt: skip
