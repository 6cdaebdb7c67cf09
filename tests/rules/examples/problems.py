"""问题整改 and 党风廉政."""

from rules.cases import SUMMER, Example, meeting

from secretary_desk.kinds.inspection import Inspection, Shortcoming
from secretary_desk.kinds.integrity import Form, Integrity
from secretary_desk.kinds.problem import Problem, Source, State, Step
from secretary_desk.kinds.review_comment import Remark, ReviewComment
from secretary_desk.kinds.study_meeting import Form as Meeting
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link

WHO = Link(None, "示例甲")
LATER = "年度还没有到最后一个季度"
STEP = Step(measure="逐条核对台账", who=WHO, due_on=Day("2026-06-30"), done_on=Day("2026-06-20"))
LATE = Step(measure="逐条核对台账", who=WHO, due_on=Day("2026-06-30"))


def problem(**more):
    known = {"problem": "台账不全", "source": Source.OWN, "found_on": Day("2026-02-01")}
    days = {"who": WHO, "due_on": Day("2026-09-30"), "closed_on": Day("2026-09-20")}
    told = {"state": State.DONE, "steps": (STEP,), "outcome": "补齐台账"}
    return Problem(**known | days | told | more)


def remark(*told):
    rows = tuple(Remark(problem=text) for text in told)
    return ReviewComment(year=2025, reviewer="示例党委", remarks=rows)


def inspection(closed):
    row = Shortcoming(problem="签到表不全", closed_on=closed and Day(closed))
    return Inspection(held_on=Day("2026-03-10"), inspector="示例党委", problems=(row,))


def integrity(form):
    return Integrity(held_on=Day("2026-03-12"), form=form)


OPEN = {"closed_on": None, "state": State.UNDER_WAY}

EXAMPLES = {
    "problems_in_time": Example(
        passes=[problem()], fails=[problem(steps=(LATE,), **OPEN)],
        found=[
            "“台账不全”整改时限2026年9月30日，没有登记销号",
            "整改措施“逐条核对台账”时限2026年6月30日，没有登记完成日期",
        ],
        off=[], reason="没有登记问题",
    ),
    "problems_have_measures": Example(
        passes=[problem()], fails=[problem(steps=())], found=["“台账不全”没有登记整改措施"],
        off=[], reason="没有登记问题",
    ),
    "problems_have_owners": Example(
        passes=[problem(who=None, due_on=None)], fails=[problem(steps=(), who=None, due_on=None)],
        found=["“台账不全”没有登记责任人、整改时限"], off=[], reason="没有登记问题",
    ),
    "closed_with_evidence": Example(
        passes=[problem()], fails=[problem(outcome="")],
        found=["“台账不全”已经销号，没有登记整改成效和佐证"],
        off=[problem(**OPEN)], reason="没有登记销号的问题",
    ),
    "remarks_taken_up": Example(
        passes=[remark("学习形式单一"), problem(problem="学习形式单一", source=Source.REVIEW)],
        fails=[remark("学习形式单一"), problem()],
        found=["上年点评指出“学习形式单一”，本年问题整改里没有找到"],
        off=[problem()], reason="上年述职点评没有登记问题",
    ),
    "inspections_closed": Example(
        passes=[inspection("2026-05-01")], fails=[inspection(None)],
        found=["2026年3月10日检查发现“签到表不全”，没有登记销号日期"],
        off=[], reason="没有登记检查督导发现的问题",
    ),
    "integrity_papers": Example(
        passes=[integrity(Form.PLEDGE)], fails=[integrity(Form.LESSON)],
        found=["本年党风廉政责任书、承诺书未登记"], off=[], reason=LATER, off_on=SUMMER,
    ),
    "integrity_lesson": Example(
        passes=[meeting(Meeting.LESSON, topic="廉政党课：算清七笔账")],
        fails=[integrity(Form.PLEDGE)], found=["本年廉政党课、警示教育未登记"],
        off=[], reason=LATER, off_on=SUMMER,
    ),
}  # fmt: skip
