"""The 25 steps of 发展党员 in their five phases, and the papers that each leaves."""

from collections.abc import Mapping
from enum import StrEnum

from ..kinds.development import Step

STEPS = tuple(Step)


class Phase(StrEnum):
    """The five phases."""

    APPLYING = "申请入党"
    ACTIVIST = "入党积极分子"
    CANDIDATE = "发展对象"
    ADMITTING = "预备党员接收"
    CONFIRMING = "预备党员考察和转正"


_FIRST = {
    Step.APPLICATION: Phase.APPLYING,
    Step.ACTIVIST: Phase.ACTIVIST,
    Step.CANDIDATE: Phase.CANDIDATE,
    Step.COMMITTEE_REVIEW: Phase.ADMITTING,
    Step.ASSIGNED: Phase.CONFIRMING,
}


def _phases() -> Mapping[Step, Phase]:
    found, phase = {}, Phase.APPLYING
    for step in STEPS:
        phase = _FIRST.get(step, phase)
        found[step] = phase
    return found


PHASE = _phases()
NUMBER = {step: number for number, step in enumerate(STEPS, 1)}

# As branches commonly keep them; what is asked for is the superior committee's to say.
PAPERS = {
    Step.APPLICATION: "入党申请书",
    Step.TALK: "谈话记录",
    Step.ACTIVIST: "推荐材料、讨论确定的会议记录",
    Step.ACTIVIST_FILED: "备案报告和批复、入党积极分子考察登记表",
    Step.SPONSORS: "指定培养联系人的会议记录",
    Step.TRAINING: "思想汇报、考察登记表、培训证明",
    Step.CANDIDATE: "征求意见材料、公示材料、讨论确定的会议记录",
    Step.CANDIDATE_FILED: "备案报告和批复",
    Step.INTRODUCERS: "确定入党介绍人的会议记录",
    Step.POLITICAL_REVIEW: "函调、外调材料和政治审查综合报告",
    Step.COURSE: "培训结业证明",
    Step.COMMITTEE_REVIEW: "审查的会议记录、综合材料",
    Step.PRELIMINARY: "预审请示和批复",
    Step.FORM: "入党志愿书",
    Step.ADMISSION: "支部大会会议记录、表决票和决议",
    Step.INTERVIEW: "谈话记录",
    Step.APPROVAL: "批复、预备党员通知书",
    Step.FILED_ABOVE: "备案报告",
    Step.ASSIGNED: "编入党支部和党小组的记录",
    Step.OATH: "宣誓的记录",
    Step.PROBATION: "预备党员考察登记表、思想汇报",
    Step.CONFIRMATION_REQUEST: "转正申请书",
    Step.CONFIRMATION: "支部大会会议记录、表决票和决议",
    Step.CONFIRMATION_APPROVAL: "转正批复",
    Step.ARCHIVED: "全部材料存入档案",
}

# As a narrow column has room for; the others are short enough.
SHORT = {
    Step.APPLICATION: "递交申请书",
    Step.TALK: "派人谈话",
    Step.ACTIVIST: "确定积极分子",
    Step.ACTIVIST_FILED: "积极分子备案",
    Step.SPONSORS: "指定联系人",
    Step.CANDIDATE_FILED: "发展对象备案",
    Step.INTRODUCERS: "确定介绍人",
    Step.COMMITTEE_REVIEW: "支委会审查",
    Step.PRELIMINARY: "上级预审",
    Step.FORM: "填写志愿书",
    Step.ADMISSION: "大会讨论接收",
    Step.INTERVIEW: "上级派人谈话",
    Step.APPROVAL: "上级审批",
    Step.FILED_ABOVE: "再上一级备案",
    Step.ASSIGNED: "编入支部小组",
    Step.CONFIRMATION_REQUEST: "提转正申请",
    Step.CONFIRMATION: "大会讨论转正",
    Step.CONFIRMATION_APPROVAL: "上级审批转正",
}
