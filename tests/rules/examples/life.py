"""组织生活会, 民主评议党员, the secretary's account, and talks."""

from datetime import date

from rules.cases import SUMMER, Example, branch, link, meeting, people, person

from secretary_desk.kinds.appraisal import Appraisal, Grade, Result
from secretary_desk.kinds.org_life import OrgLife
from secretary_desk.kinds.person import Category
from secretary_desk.kinds.report_settings import Occasion, ReportSettings
from secretary_desk.kinds.review_comment import ReviewComment
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.day import Day

JIA, YI, BING, DING, WU = people("甲乙丙丁戊")
NEW = person("新", category=Category.PROBATIONARY)
LATER = "年度还没有到最后一个季度"


def life(day="2026-11-05", **more):
    known = {"study": "学习", "talks": 9, "opinions": 5, "measures": 4}
    return OrgLife(**{"held_on": Day(day), "topic": "组织生活会"} | known | more)


def appraisal(**more):
    return Appraisal(**{"year": 2026, "due": 20, "present": 19, "excellent": 1} | more)


def talk(one, other):
    return Talk(held_on=Day("2026-05-06"), talker=link(one), to=link(other))


BRANCH = branch(JIA, YI)
MEMBERS = (JIA, YI, BING, DING)

EXAMPLES = {
    "yearly_org_life": Example(
        passes=[life("2026-03-05")], fails=[], found=["本年组织生活会未登记"],
        off=[], reason=LATER, off_on=SUMMER,
    ),
    "org_life_in_fourth_quarter": Example(
        passes=[life("2026-03-05"), life("2026-10-01")], fails=[life("2026-09-30")],
        found=["组织生活会登记在9月30日，不在第四季度"], off=[], reason="没有登记组织生活会",
    ),
    "org_life_prepared": Example(
        passes=[life()], fails=[life(study="", talks=None)],
        found=["11月5日 组织生活会没有登记会前学习、谈心谈话"], off=[], reason="没有登记组织生活会",
    ),
    "org_life_measures": Example(
        passes=[life()], fails=[life(measures=None)],
        found=["11月5日 组织生活会没有登记整改措施，问题整改里也没有来自组织生活会的问题"],
        off=[], reason="没有登记组织生活会",
    ),
    "yearly_appraisal": Example(
        passes=[appraisal()], fails=[Appraisal(year=2025)], found=["本年民主评议党员未登记"],
        off=[], reason=LATER, off_on=SUMMER,
    ),
    "appraisal_participation": Example(
        passes=[appraisal()], fails=[appraisal(present=18)],
        found=["2026年民主评议应评20名，参评18名，不到95%"], off=[], reason="没有登记民主评议党员",
    ),
    "appraisal_excellent": Example(
        passes=[*MEMBERS, appraisal()], fails=[*MEMBERS, appraisal(excellent=2)],
        found=["2026年民主评议优秀2名，超过正式党员4名的3分之一"],
        off=[], reason="没有登记民主评议党员",
    ),
    "appraisal_grades": Example(
        passes=[appraisal(qualified=18)],
        fails=[
            NEW, appraisal(qualified=19, results=(Result(who=link(NEW), grade=Grade.QUALIFIED),)),
        ],
        found=[
            "2026年民主评议各等次共20名，多于参评19名", "2026年民主评议给1名预备党员登记了等次",
        ],
        off=[], reason="没有登记民主评议党员",
    ),
    "reports_to_superior": Example(
        passes=[ReviewComment(year=2025, reviewer="示例党委")],
        fails=[ReportSettings(year=2026, occasion=Occasion.REVIEW, reported_on=Day("2027-01-08"))],
        found=["本年向上级党组织述职待核：述职设置里没有本年的报告日期，也没有登记述职点评"],
        off=[], reason="年度还没有结束", off_on=date(2026, 12, 30),
    ),
    "reports_to_members": Example(
        passes=[meeting(topic="听取书记述职")], fails=[meeting()],
        found=["本年没有登记写明书记述职的支部党员大会"],
        off=[], reason="年度还没有结束", off_on=SUMMER,
    ),
    "talks_between_committee": Example(
        passes=[BRANCH, *MEMBERS, talk(YI, JIA)], fails=[BRANCH, *MEMBERS, talk(JIA, BING)],
        found=["示例甲和示例乙的谈心谈话未登记"],
        off=[branch(JIA), JIA], reason="支部概况里只登记了1名支委",
    ),
    "talks_with_members": Example(
        passes=[BRANCH, *MEMBERS, talk(BING, JIA), talk(YI, DING)],
        fails=[BRANCH, *MEMBERS, talk(JIA, YI), talk(BING, DING), talk(YI, DING)],
        found=["支部委员和示例丙的谈心谈话未登记"],
        off=[BRANCH, JIA, YI], reason="党员都是支委",
    ),
    "talks_among_members": Example(
        passes=[BRANCH, *MEMBERS, talk(BING, DING)],
        fails=[BRANCH, *MEMBERS, WU, talk(BING, DING), talk(WU, JIA)],
        found=["示例戊和其他党员的谈心谈话未登记"],
        off=[BRANCH, JIA, YI, BING], reason="支委以外不足2名党员",
    ),
}  # fmt: skip
