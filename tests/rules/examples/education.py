"""党费, 教育培训 and who came."""

from decimal import Decimal

from rules.cases import SUMMER, Example, branch, link, meeting, people, rows, value

from secretary_desk.kinds.branch import Branch, BranchType
from secretary_desk.kinds.dues import Dues, Paid, Payer
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.kinds.training import Form as Course
from secretary_desk.kinds.training import Training
from secretary_desk.records.day import Day

JIA, YI, BING = people("甲乙丙")
TEMPORARY = Branch(name="示例支部", branch_type=BranchType.TEMPORARY)
LATER = "年度还没有到最后一个季度"
ASKED = value("教育培训.核对书记学时", "是")


def paid(*months, on="{}-{:02}-20", year=2026):
    return tuple(
        Paid(month=month, paid=Decimal(40), on=Day(on.format(year, month))) for month in months
    )


def dues(who, **more):
    known = {"who": link(who), "year": 2026, "payer": Payer.EMPLOYED, "monthly": Decimal(40)}
    money = {"base": Decimal(4000), "rate": Decimal(1), "months": paid(*range(1, 13))}
    return Dues(**known | money | more)


def course(hours, *present, **more):
    known = {"name": "示例培训", "started_on": Day("2026-06-08"), "hours": Decimal(hours)}
    return Training(**known | {"attendance": rows(*present)} | more)


def theme(month, *present, absent=(), reason="", form=Form.LESSON):
    listed = rows(*present, absent=absent, reason=reason)
    return meeting(form, f"2026-{month:02}-05", attendance=listed)


CENTRAL = {"form": Course.CENTRAL, "above_county": True}

EXAMPLES = {
    "dues_registered": Example(
        passes=[JIA, dues(JIA)], fails=[JIA, YI, dues(JIA)], found=["示例乙的党费未登记"],
        off=[TEMPORARY, JIA], reason="临时党支部",
    ),
    "dues_rate": Example(
        passes=[JIA, dues(JIA)], fails=[JIA, dues(JIA, base=Decimal(3000))],
        found=["示例甲的党费比例登记为1%，按类别和基数是0.5%"],
        off=[JIA, dues(JIA, base=None)], reason="没有登记党费的交纳基数",
    ),
    "dues_monthly": Example(
        passes=[JIA, dues(JIA)], fails=[JIA, dues(JIA, months=paid(1, 2, 4, 8, 9, 10, 11, 12))],
        found=["示例甲3月、5月至7月党费未登记"], off=[JIA], reason="没有登记党费",
    ),
    "dues_late": Example(
        passes=[JIA, dues(JIA, months=paid(1, on="{}-07-31"))],
        fails=[JIA, dues(JIA, months=paid(1, on="{}-08-01"))],
        found=["示例甲1月党费的交纳日期超过6个月"], off=[JIA], reason="没有登记党费",
    ),
    "dues_six_months": Example(
        passes=[JIA, dues(JIA, months=paid(1, 2, 3, 4, 5, 6, 7))],
        fails=[JIA, dues(JIA, months=paid(1, 2, 3, 4, 5, 12))],
        found=["示例甲6月至11月连续6个月没有登记党费，请核实"], off=[JIA], reason="没有登记党费",
    ),
    "hours_of_study": Example(
        passes=[JIA, YI, course(32, JIA, YI)], fails=[JIA, YI, course(32, JIA), course(24, YI)],
        found=["示例乙登记的学时不足32学时，现有24学时"],
        off=[JIA, Branch(name="示例支部", founded_on=Day("2026-05-10"))], reason="支部本年内成立",
    ),
    "secretary_trained": Example(
        passes=[branch(JIA), JIA, course(32, JIA, **CENTRAL)],
        fails=[branch(JIA), JIA, YI, course(32, YI, **CENTRAL)],
        found=["书记参加县级以上集中轮训未登记"],
        off=[branch(JIA), JIA], reason=LATER, off_on=SUMMER,
    ),
    "secretary_hours": Example(
        passes=[ASKED, branch(JIA), JIA, course(56, JIA)],
        fails=[ASKED, branch(JIA), JIA, course(40, JIA)],
        found=["书记登记的学时现有40学时，不足56学时"],
        off=[branch(JIA), JIA], reason="自查参数里没有启用",
    ),
    "seldom_present": Example(
        passes=[JIA, *(theme(m, JIA) for m in (1, 2)), *(theme(m, absent=[JIA]) for m in (3, 4))],
        fails=[
            JIA, theme(1, JIA), theme(5, absent=[JIA], reason="出差"),
            *(theme(m, absent=[JIA]) for m in (2, 3, 4)),
        ],
        found=["示例甲应到5次，实到1次，缺席写明原因1次"],
        off=[JIA, meeting(due=5, present=3)], reason="没有登记到会情况",
    ),
    "half_year_absent": Example(
        passes=[JIA, *(theme(m, absent=[JIA]) for m in range(1, 6)), theme(6, JIA),
                *(theme(m, absent=[JIA]) for m in range(7, 12))],
        fails=[JIA, *(theme(m, absent=[JIA]) for m in range(3, 9))],
        found=["示例甲3月至8月登记的到会情况都是缺席，没有写原因，请核实"],
        off=[JIA], reason="没有登记到会情况",
    ),
}  # fmt: skip
