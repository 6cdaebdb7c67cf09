"""支部设置 and 换届选举."""

from datetime import date

from rules.cases import Example, branch, link, people, person

from secretary_desk.kinds.branch import Branch, BranchType, Post, Seat, UnitType
from secretary_desk.kinds.election import Ballot, Election
from secretary_desk.kinds.person import Category
from secretary_desk.records.day import Day

SEVEN = people("甲乙丙丁戊己庚")
JIA, YI, BING, DING = SEVEN[:4]
VETERAN = person("老", confirmed_on=Day("2020-05-01"))
TEMPORARY = Branch(name="示例支部", branch_type=BranchType.TEMPORARY)
FULL = branch(*SEVEN[:4])
SOON = date(2026, 11, 21)


def seats(*posts):
    found = tuple(Seat(who=link(w), post=p) for w, p in zip(SEVEN, posts, strict=False))
    return Branch(name="示例支部", committee=found)


def term(elected, ends=None, **more):
    days = {"elected_on": Day(elected), "term_ends_on": ends and Day(ends)}
    return Branch(**{"name": "示例支部", "filed_under": 2026} | days | more)


def election(**more):
    numbers = {"entitled": 4, "present": 4, "candidates": 6, "seats": 5}
    days = {"held_on": Day("2026-03-10"), "approved_on": Day("2026-03-20")}
    return Election(**numbers | days | more)


def ballots(*votes):
    rows = zip(SEVEN, votes, strict=False)
    return tuple(Ballot(who=link(who), votes=number, elected=True) for who, number in rows)


FORMER = term("2023-03-01", "2026-02-28", filed_under=2025)
NOW = term("2026-03-10", "2029-03-09")

EXAMPLES = {
    "has_secretary": Example(
        passes=[FULL], fails=[], found=["支部概况未登记，书记、支委待核"],
        off=[TEMPORARY], reason="临时党支部",
    ),
    "least_full_members": Example(
        passes=SEVEN[:3], fails=SEVEN[:2],
        found=["党员名册里正式党员2名，不足3名，请核对名册的人员类别"],
        off=[], reason="党员名册里没有党员",
    ),
    "most_members": Example(
        passes=people("甲" * 50), fails=people("甲" * 51), found=["党员名册里党员51名，超过50名"],
        off=[TEMPORARY, *SEVEN], reason="临时党支部",
    ),
    "committee_from_seven": Example(
        passes=[FULL, *SEVEN], fails=[Branch(name="示例支部"), *SEVEN],
        found=["党员名册里正式党员7名，支部概况里没有登记支委"],
        off=[FULL, *SEVEN[:6]], reason="正式党员不足7名",
    ),
    "secretary_alone": Example(
        passes=[seats(Post.SECRETARY, Post.DEPUTY), *SEVEN[:6]], fails=[FULL, *SEVEN[:6]],
        found=["党员名册里正式党员6名，支部概况里登记了书记、副书记以外的支委"],
        off=[FULL, *SEVEN], reason="正式党员有7名以上",
    ),
    "committee_least": Example(
        passes=[branch(JIA, YI, BING)], fails=[branch(JIA, YI)],
        found=["支部概况里登记支委2名，不足3名"],
        off=[Branch(name="示例支部", no_committee=True)], reason="不设支委会",
    ),
    "committee_most": Example(
        passes=[branch(*SEVEN)], fails=[branch(*SEVEN, person("辛"))],
        found=["支部概况里登记支委8名，超过7名，请核对离任日期"],
        off=[Branch(name="示例支部")], reason="支部概况里没有登记支委",
    ),
    "committee_posts": Example(
        passes=[FULL], fails=[seats(Post.SECRETARY, Post.ORGANISATION, Post.PUBLICITY)],
        found=["支部概况里没有登记纪检委员"],
        off=[Branch(name="示例支部")], reason="支部概况里没有登记支委",
    ),
    "secretary_standing": Example(
        passes=[branch(VETERAN), VETERAN],
        fails=[branch(JIA), JIA], found=["党员名册里没有登记示例甲的转正日期，党龄待核"],
        off=[Branch(name="示例支部")], reason="支部概况里没有登记书记",
    ),
    "elected_in_term": Example(
        passes=[term("2024-03-15", "2027-03-14")], fails=[term("2023-03-15", "2026-03-14")],
        found=["任期2026年3月14日届满，换届选举未登记"], off=[TEMPORARY], reason="临时党支部",
    ),
    "term_ends_soon": Example(
        passes=[term("2025-03-15", "2028-03-14")], fails=[term("2024-03-15", "2027-03-14")],
        found=["任期2027年3月14日届满，请提前做好换届准备"], on=SOON,
        off=[TEMPORARY], reason="临时党支部",
    ),
    "term_length": Example(
        passes=[term("2024-03-15", "2029-03-14", unit_type=UnitType.VILLAGE)],
        fails=[term("2024-03-15", "2029-03-14", unit_type=UnitType.AGENCY)],
        found=["支部概况写2024年3月15日换届、2029年3月14日届满，超过3年"],
        off=[term("2024-03-15")], reason="支部概况里没有同时登记换届日期和届满日期",
    ),
    "elected_near_term": Example(
        passes=[FORMER, NOW, election()],
        fails=[term("2022-01-01", "2025-01-01", filed_under=2025), NOW, election()],
        found=["换届选举登记在2026年3月10日，上届任期2025年1月1日届满，延期超过12个月"],
        off=[NOW], reason="没有登记换届选举",
    ),
    "only_full_members_vote": Example(
        passes=[*SEVEN[:4], election()],
        fails=[*SEVEN[:3], person("新", category=Category.PROBATIONARY), election()],
        found=["3月10日应到有选举权4人，名册上正式党员3名"],
        off=SEVEN, reason="没有登记换届选举和表决",
    ),
    "election_quorum": Example(
        passes=[election(entitled=10, present=8)], fails=[election(entitled=10, present=7)],
        found=["3月10日应到有选举权10人，实到7人，不到80%"], off=[], reason="没有登记换届选举",
    ),
    "election_slate": Example(
        passes=[election()], fails=[election(candidates=5)],
        found=["3月10日候选人5人，应选5人，差额不到20%"], off=[], reason="没有登记换届选举",
    ),
    "election_votes": Example(
        passes=[election(ballots=ballots(3, 4))],
        fails=[election(seats=1, ballots=ballots(3, 2))],
        found=["3月10日当选2人，多于应选1人", "3月10日示例乙得2票，没有超过实到4人的半数"],
        off=[election()], reason="没有登记选举的得票情况",
    ),
    "election_approved": Example(
        passes=[election()], fails=[election(approved_on=None)],
        found=["3月10日没有登记批复日期"], off=[], reason="没有登记换届选举",
    ),
}  # fmt: skip
