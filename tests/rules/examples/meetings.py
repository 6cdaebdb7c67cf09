"""三会一课, 第一议题 and 主题党日."""

from rules.cases import Example, branch, by_month, by_quarter, link, meeting, people

from secretary_desk.kinds.branch import Branch, Group
from secretary_desk.kinds.first_agenda import FirstAgenda
from secretary_desk.kinds.study_meeting import Form, Vote
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day

JIA, YI, BING, DING = people("甲乙丙丁")
YOUNG = Branch(name="示例支部", founded_on=Day("2026-12-10"))


def of(form, **more):
    return lambda day: meeting(form, day, **more)


def theme_day(day):
    return ThemeDay(held_on=Day(day), topic="学习")


def agenda(day):
    return FirstAgenda(held_on=Day(day), studied="示例讲话")


GENERAL, COMMITTEE, LESSON = of(Form.GENERAL), of(Form.COMMITTEE), of(Form.LESSON)
GROUPS = Branch(name="示例支部", groups=(Group(name="第一党小组"),))
FIRST = of(Form.GROUP, group="第一党小组")
VOTE = Vote(matter="换届", entitled=10, present=9, ayes=6)
WEAK = Vote(matter="换届", entitled=10, present=9, ayes=5)

EXAMPLES = {
    "monthly_committee": Example(
        passes=by_month(COMMITTEE),
        fails=by_month(COMMITTEE, skip=[3]),
        found=["3月支部委员会未登记"],
        off=[Branch(name="示例支部", no_committee=True)],
        reason="不设支委会",
    ),
    "quarterly_general": Example(
        passes=by_quarter(GENERAL),
        fails=by_quarter(GENERAL, skip=[2]),
        found=["二季度支部党员大会未登记"],
        off=[YOUNG],
        reason="没有满一个季度",
    ),
    "monthly_groups": Example(
        passes=[GROUPS, *by_month(FIRST)],
        fails=[GROUPS, *by_month(FIRST, skip=[9])],
        found=["9月第一党小组会未登记"],
        off=[Branch(name="示例支部", no_groups=True)],
        reason="未设党小组",
    ),
    "quarterly_lesson": Example(
        passes=by_quarter(LESSON),
        fails=by_quarter(LESSON, skip=[4]),
        found=["四季度党课未登记"],
        off=[YOUNG],
        reason="没有满一个季度",
    ),
    "quarterly_first_agenda": Example(
        passes=[*by_quarter(agenda, skip=[1]), meeting(Form.COMMITTEE, first_agenda=True)],
        fails=by_quarter(agenda, skip=[1]),
        found=["一季度第一议题学习未登记"],
        off=[YOUNG],
        reason="没有满一个季度",
    ),
    "monthly_theme_day": Example(
        passes=by_month(theme_day),
        fails=by_month(theme_day, skip=[2]),
        found=["2月主题党日未登记"],
        off=[YOUNG],
        reason="没有满一个月",
    ),
    "fixed_theme_day": Example(
        passes=[Branch(name="示例支部", theme_day="每月6日")],
        fails=[Branch(name="示例支部")],
        found=["支部概况里没有登记主题党日固定日"],
        off=[],
        reason="支部概况未登记",
    ),
    "hosted_by_secretary": Example(
        passes=[branch(JIA, YI, BING), meeting(host=link(JIA)), meeting(host=link(BING))],
        fails=[branch(JIA, YI, BING), meeting(), meeting(host=link(DING))],
        found=[
            "3月5日 支部党员大会没有登记主持人",
            "3月5日 支部党员大会由示例丁主持，当时的书记、支委名单里没有",
        ],
        off=[meeting(Form.LESSON)],
        reason="没有登记支部党员大会、支部委员会",
    ),
    "committee_quorum": Example(
        passes=[meeting(Form.COMMITTEE, due=6, present=3)],
        fails=[meeting(Form.COMMITTEE, due=5, present=2), meeting(Form.COMMITTEE)],
        found=[
            "3月5日 支部委员会应到5人，实到2人，不足半数",
            "3月5日 支部委员会没有登记应到、实到人数",
        ],
        off=[meeting(Form.GENERAL)],
        reason="没有登记支部委员会",
    ),
    "general_votes": Example(
        passes=[meeting(votes=(VOTE,))],
        fails=[meeting(votes=(VOTE, WEAK))],
        found=["3月5日 支部党员大会“换届”同意5票，没有超过应到会有表决权10人的半数"],
        off=[meeting()],
        reason="没有登记支部党员大会的表决",
    ),
    "secretary_lectures": Example(
        passes=[branch(JIA), meeting(Form.LESSON, speaker=link(JIA))],
        fails=[branch(JIA), meeting(Form.LESSON, speaker=link(YI))],
        found=["书记讲党课未登记"],
        off=[meeting(Form.LESSON)],
        reason="支部概况里没有登记书记",
    ),
}
