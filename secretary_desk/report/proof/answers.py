"""What the report owes an answer: problems, last year's comments, last year's plans."""

import re
from collections.abc import Iterable, Iterator

from ...kinds.plan import Plan
from ...kinds.plan import State as PlanState
from ...kinds.problem import Problem, Source
from ...kinds.review_comment import ReviewComment
from ...records.finding import Finding
from ...records.record import Ref, ref
from ...records.specs import Link
from ..document import Figure
from .numbers import amounts
from .reading import PLANS, PROBLEMS, Reading
from .text import BLANK, Line, pairs_of

NO_MEASURE, NO_PROBLEM = "问题无措施", "措施无问题"
NO_ANSWER, NO_ACCOUNT = "点评未回应", "打算未交代"

_REVIEWED, _LOOKED_BACK = "点评问题", "上年打算"
_KEPT = "下一步打算.本年."  # how the keys of the figures about last year's plans begin
_NAMED = re.compile("(?:针对|解决|围绕)“([^”]+)”")
_MEASURE = re.compile("措施|下一步|今后|明年|我将|改进")
_ENOUGH, _SAID = 0.34, 0.6  # shares of neighbouring characters in common


def problems_and_measures(reading: Reading) -> Iterator[Finding]:
    """Yield problems that no measure answers, and measures for problems not told of."""
    problems, plans = reading.told(PROBLEMS), reading.told(PLANS)
    known = {p.id: p for p in reading.year.counted(Problem)}
    ahead = reading.year.following.counted(Plan) if reading.year.following else ()
    measures = [plan for plan in ahead if plan.id in plans]
    if not _is_gap(reading, PLANS):
        for id, line in problems.items():
            if id in known and not _is_answered(reading, known[id], line, measures):
                yield _at(line, NO_MEASURE, f"问题“{known[id].problem}”没有对应的措施", known[id])
    if not _is_gap(reading, PROBLEMS):
        for plan in measures:
            yield from _unfounded(reading, plan, plans[plan.id], known.values())


def _is_answered(reading: Reading, problem: Problem, line: Line, measures: Iterable[Plan]) -> bool:
    this = Link(problem.id, problem.problem)
    if any(this.same(plan.problem) or _is_named(this, plan.problem) for plan in measures):
        return True
    own = [each for each in reading.paragraphs if each.key == line.key]
    if any(each.has_own() and _MEASURE.search(each.plain) for each in own):
        return True
    return any(problem.problem in other.plain for other in _measured(reading))


def _measured(reading: Reading) -> Iterator[Line]:
    """Yield the lines that may hold measures."""
    for line in reading.paragraphs:
        passage = line.key.partition("/")[0]
        if passage == PLANS or (passage != PROBLEMS and line.has_own()):
            yield line


def _unfounded(
    reading: Reading, plan: Plan, line: Line, known: Iterable[Problem]
) -> Iterator[Finding]:
    named = {found[1]: found.span(1) for found in _NAMED.finditer(line.plain)}
    if plan.problem and not named:
        named = {plan.problem.name: (0, len(line.text))}
    ids = {p.id for p in known if plan.problem and Link(p.id, p.problem).same(plan.problem)}
    is_told = any(other.key.partition("/")[2] in ids for other in reading.paragraphs)
    for name, span in named.items():
        if is_told and plan.problem and name in plan.problem.name:
            continue  # in whatever words: its passage is there
        others = (other for other in reading.paragraphs if other.key != line.key)
        if not any(name in other.plain for other in others):
            text = f"措施针对的“{name}”，报告里没有说到"
            yield line.finding(NO_PROBLEM, text, *span, entries=(ref(plan),))


def comments(reading: Reading) -> Iterator[Finding]:
    """Yield what last year's reviewers pointed out and the report does not answer."""
    previous = reading.year.previous
    given = previous.counted(ReviewComment) if previous else ()
    lines = reading.told(_REVIEWED)
    told = [p.problem for p in reading.year.counted(Problem)
            if p.source is Source.REVIEW and p.id in lines]  # fmt: skip
    open_ones = [(r.problem, comment) for comment in given for r in comment.remarks if r.problem]
    unanswered = [(remark, c) for remark, c in open_ones if not _is_taken_up(remark, told, reading)]
    spare = [p for p in told if not any(_alike(p, remark) >= _ENOUGH for remark, _ in open_ones)]
    for remark, comment in unanswered[len(spare) :]:
        text = f"上年述职点评指出“{remark}”，报告没有回应整改情况"
        line = reading.line_of(_REVIEWED, "点评整改")
        yield reading.on_entries(NO_ANSWER, text, remark, line, ref(comment))


def _is_taken_up(remark: str, told: Iterable[str], reading: Reading) -> bool:
    return any(_alike(problem, remark) >= _ENOUGH for problem in told) or _is_said(remark, reading)


def plans(reading: Reading) -> Iterator[Finding]:
    """Yield what was planned for this year and is not accounted for."""
    counted = any(_counts(line) for line in reading.paragraphs if line.key == _LOOKED_BACK)
    for plan in reading.year.counted(Plan):
        if _is_said(plan.plan, reading):
            continue
        if not counted:
            text = f"上年提出的打算“{plan.plan}”，报告没有交代"
        elif plan.state in (None, PlanState.OPEN) and not plan.note:
            text = f"上年提出的打算“{plan.plan}”没有填完成情况，报告也没有单独交代"
        else:
            continue
        line = reading.line_of(_LOOKED_BACK)
        yield reading.on_entries(NO_ACCOUNT, text, plan.plan, line, ref(plan))


def _counts(line: Line) -> bool:
    """Whether a line says how many of last year's plans there were: then it is about all."""
    typed = (each for each in amounts(line.plain) if each.family == "个")
    figures = (run for run in line.runs if isinstance(run, Figure) and run.fact.startswith(_KEPT))
    return any(line.is_own(each.start) for each in typed) or any(figures)


def _is_said(text: str, reading: Reading) -> bool:
    """Whether the user says it in his own words somewhere."""
    pairs = pairs_of(text)
    return any(_share(pairs, of_sentence) >= _SAID for of_sentence in reading.own_pairs)


def _is_gap(reading: Reading, passage: str) -> bool:
    """Whether the passage only says that it is missing: that is told elsewhere."""
    lines = [line for line in reading.paragraphs if line.key == passage]
    return any(BLANK in line.plain for line in lines)


def _is_named(one: Link, other: Link | None) -> bool:
    return other is not None and one.name == other.name


def _at(line: Line, check: str, text: str, *records: Problem) -> Finding:
    start, end = line.sentences[0].start, line.sentences[0].end
    refs: tuple[Ref, ...] = tuple(ref(record) for record in records)
    return line.finding(check, text, start, end, entries=refs)


def _alike(one: str, other: str) -> float:
    """Return the greater share of neighbouring characters that one text has in common."""
    first, second = pairs_of(one), pairs_of(other)
    return max(_share(first, second), _share(second, first))


def _share(pairs: frozenset[str], others: frozenset[str]) -> float:
    return len(pairs & others) / len(pairs) if pairs else 0.0
