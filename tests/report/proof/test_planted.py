"""Faults planted into the sample's report: each is found, by its check, where it stands."""

from dataclasses import dataclass, replace

import pytest
from report.proof.planting import Planted, added, changed, edited, with_records
from report.telling import block_text
from sample import sample_year

from secretary_desk.kinds.fixed_phrase import FixedPhrase
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.passage_edit import PassageEdit, Read
from secretary_desk.kinds.plan import Plan
from secretary_desk.kinds.problem import Problem
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.review_comment import Remark, ReviewComment

LECTURES = "三会一课.次数.党课"
HEADING = "（四）社区门前的施工协商会"
TITLE = "2026年度示例建设集团城轨项目第一党支部书记抓基层党建工作述职报告"


@dataclass(frozen=True)
class Fault:
    """A planted fault: what is found, on which words, in which sentence."""

    planted: Planted
    check: str
    words: str
    sentence: str
    says: str = ""


def typed(text: str, check: str, words: str, says: str = "") -> Fault:
    """Return a fault in a sentence of the user's own."""
    return Fault(added(text), check, words, text, says)


def over(key: str, text: str, says: str) -> Fault:
    """Return a fault typed over a figure."""
    planted = edited("三会一课", f'全年{{{{ {key} | 手填("{text}") }}}}。我再说一句。')
    return Fault(planted, "手填数字", text, f"全年{text}。", says)


def year_with(cls, change) -> Planted:
    return Planted(changed(sample_year(), cls, change))


def plan_id(begins: str) -> str:
    plans = sample_year().following.counted(Plan)
    return next(plan.id for plan in plans if plan.plan.startswith(begins))


def without_plan(problem: str) -> Planted:
    year = sample_year()
    following = changed(
        year.following, Plan, lambda p: None if p.problem and p.problem.name == problem else p
    )
    return Planted(replace(year, following=following))


def one_more_remark(problem: str) -> Planted:
    year = sample_year()
    comment = ReviewComment(year=2025, remarks=(Remark(problem=problem),))
    return Planted(replace(year, previous=with_records(year.previous, comment)))


def told_before(text: str, now: str) -> Planted:
    whole = added(text).report().document
    kept = tuple(b for b in whole.blocks if text in block_text(b))
    before = replace(whole, blocks=kept)
    return added(now)._replace(earlier=((2023, before), (2024, before)))


def drifted() -> Planted:
    read = Planted(sample_year()).report().passages["三会一课"].reads | {LECTURES: "5次"}
    basis = tuple(Read(key=key, shown=shown or "") for key, shown in read.items())
    text = f"党课讲了{{{{ {LECTURES} }}}}。"
    edit = PassageEdit(year=2026, passage="三会一课", text=text, basis=basis)
    return Planted(with_records(sample_year(), edit))


class Emptied(Planted):
    """The sample's report with a heading whose only paragraph holds nothing."""

    def report(self):
        whole = super().report()
        blocks = list(whole.document.blocks)
        place = next(n for n, block in enumerate(blocks) if block_text(block) == HEADING)
        blocks[place + 1] = replace(blocks[place + 1], runs=())
        return whole._replace(document=replace(whole.document, blocks=tuple(blocks)))


def we_only() -> Planted:
    planted = Planted(sample_year())
    keys = planted.report().passages
    edits = [
        PassageEdit(year=2026, passage=key, text=f"支部按计划做了{place}号工作。" * 4)
        for place, key in enumerate(keys)
    ]
    return planted._replace(year=with_records(sample_year(), *edits))


FAULTS = {
    "digits typed over a figure": over(LECTURES, "9次", "手填9次，记录里是6次"),
    "a Chinese number typed over a figure": over(LECTURES, "十五次", "手填十五次，记录里是6次"),
    "full-width digits typed over a figure": over(LECTURES, "１６次", "手填１６次，记录里是6次"),
    "a share typed over a derived figure": over(
        "党员名册.女党员 | 占比(党员名册.党员总数)", "35%", "手填35%，记录里是25.8%"
    ),
    "a number typed where the ledger has none": over(
        "荣誉.级别.国家级", "2项", "记录里没有“国家级荣誉”这个数"
    ),
    "a number beside a figure's name": typed(
        "我召开支部党员大会5次。", "手填数字", "5次", "记录里是4次（支部党员大会次数）"
    ),
    "a Chinese number before a figure's name": typed(
        "全年召开十五次支部委员会。", "手填数字", "十五次", "记录里是12次"
    ),
    "full-width digits beside a name": typed(
        "现有正式党员２８名。", "手填数字", "２８名", "记录里是29名"
    ),
    "a rate beside a name": typed("党课到课率达96%。", "手填数字", "96%", "记录里是92.9%"),
    "men and women are not all": typed(
        "到会党员30名，男22名，女7名。", "合计不符", "30名，男22名，女7名", "22名加7名是29"
    ),
    "a part larger than the whole": typed(
        "收到建议12条，其中涉及作风的15条。", "合计不符", "12条，其中涉及作风的15条", "还多"
    ),
    "levels that are more than all": typed(
        "技能竞赛获奖5项，其中市级3项、区级4项。",
        "合计不符",
        "5项，其中市级3项、区级4项",
        "合起来是7",
    ),
    "a wrong total": typed(
        "走访困难户6户、老党员9户、居民十三户，合计26户。",
        "合计不符",
        "6户、老党员9户、居民十三户，合计26户",
        "加起来是28",
    ),
    "present and absent are not all": typed(
        "那次会应到31人，实到27人，请假3人。", "合计不符", "31人，实到27人，请假3人", "是30"
    ),
    "done and left are not all": typed(
        "收到意见37条，已办结30条，余下5条。", "合计不符", "37条，已办结30条，余下5条", "是35"
    ),
    "a share that does not follow": typed(
        "班组有职工40人，党员10人，占30%。", "占比不符", "40人，党员10人，占30%", "25.0%"
    ),
    "a rate that does not follow": typed(
        "承诺20件，已完成18件，完成率95%。", "占比不符", "20件，已完成18件，完成率95%", "90.0%"
    ),
    "a rate of more than all": typed("测评参评率105%。", "占比不符", "105%", "超过了100%"),
    "a problem without a measure": Fault(
        without_plan("谈心谈话没有全覆盖"),
        "问题无措施",
        "二是谈心谈话没有全覆盖。",
        "二是谈心谈话没有全覆盖。",
    ),
    "a measure without its problem": Fault(
        edited(f"打算/{plan_id('按期完成')}", "五是针对“宣传太少”，每月写一篇稿。"),
        "措施无问题",
        "宣传太少",
        "五是针对“宣传太少”，每月写一篇稿。",
    ),
    "a measure that now names another problem": Fault(
        edited(f"打算/{plan_id('让年轻党员')}", "一是针对“骨干太少”，让年轻党员牵头责任区。"),
        "措施无问题",
        "骨干太少",
        "一是针对“骨干太少”，让年轻党员牵头责任区。",
    ),
    "a comment that nobody took up": Fault(
        one_more_remark("群众意见征集面窄"), "点评未回应", "", "群众意见征集面窄"
    ),
    "a comment whose problem is left out of the report": Fault(
        year_with(
            Problem, lambda p: replace(p, left_out=True) if p.problem == "学习形式单一" else p
        ),
        "点评未回应",
        "",
        "学习形式单一",
    ),
    "a plan of which nobody says how it came out": Fault(
        year_with(
            Plan, lambda p: replace(p, state=None, note="") if p.plan.startswith("逐份") else p
        ),
        "打算未交代",
        "",
        "逐份清理培养档案，按季交叉检查",
    ),
    "a sentence of two years ago": Fault(
        told_before("我每个季度到三个党小组各听一次会。", "我每个季度到三个党小组各听一次会。"),
        "与往年重复",
        "我每个季度到三个党小组各听一次会。",
        "我每个季度到三个党小组各听一次会。",
        "2024年",
    ),
    "a sentence of two years ago with other numbers": Fault(
        told_before("我到班组走访14次，记下意见9条。", "我到班组走访21次，记下意见十条。"),
        "与往年重复",
        "我到班组走访21次，记下意见十条。",
        "我到班组走访21次，记下意见十条。",
    ),
    "praise without a number": typed(
        "党员的作用得到显著增强。", "缺少数字", "显著", "没有数字"
    ),
    "a rank without a number": typed("各项工作名列前茅。", "缺少数字", "名列前茅"),
    "a half-width comma": typed("我带头学,也带头讲。", "半角标点", ",", "带头学,也带头讲"),
    "a half-width full stop": typed("我带头学.也带头讲。", "半角标点", "."),
    "half-width brackets": Fault(
        added("我带头学(原文)。"), "半角标点", "(", "我带头学(原文)。", "这一句共2处"
    ),
    "straight quotation marks": Fault(
        added('我讲"担当"二字。'), "半角标点", '"', '我讲"担当"二字。', "直引号"
    ),
    "dots for an ellipsis": typed("我学文件、谈体会......等。", "半角标点", ".", "……"),
    "doubled commas": typed("我带头学，，也带头讲。", "重复标点", "，，"),
    "doubled full stops": typed("我带头讲。。", "重复标点", "。。"),
    "a comma before a full stop": typed("我带头讲，。", "重复标点", "，。"),
    "a quotation that is not closed": typed("我讲“担当二字。", "标点不成对", "“"),
    "a bracket that was not opened": typed("我带头学原文）。", "标点不成对", "）"),
    "a document's name that is not closed": typed("我通读《党章，做了笔记。", "标点不成对", "《"),
    "pairs that cross": Fault(
        added("我讲“担当（作为”二字）。"), "标点不成对", "（", "我讲“担当（作为”二字）。"
    ),
    "the same marks inside each other": typed(
        "我讲“牢记“担当”二字”一课。", "标点不成对", "“", "里层请用‘’"
    ),
    "pinyin with tones": typed("支部党员大會(huì)我都主持。", "夹带拼音", "會(huì)"),
    "pinyin without tones": typed("支部大会（hui）我都主持。", "夹带拼音", "会（hui）"),
    "a lost character": typed("我带头学习□文。", "乱码", "□"),
    "a question mark for a character": Fault(
        added("我带头学?原文。"), "乱码", "?", "我带头学?"
    ),
    "a web page's tail": typed("责任编辑为某某。", "网页残留", "责任编辑"),
    "a blank of somebody's model": typed("XX支部按时换届。", "空白未填", "XX"),
    "items that jump": typed(
        "我抓三件事，一是学，二是讲，四是做。", "序号不连", "四是", "前面没有“三是”"
    ),
    "an item twice": typed(
        "我抓三件事，一是学，二是讲，二是做。", "序号不连", "二是", "重复"
    ),
    "numbers that jump from line to line": Fault(
        added("1.我先学。\n2.我后讲。\n4.我再做。"), "序号不连", "4.", "4.我再做。"
    ),
    "bracketed numbers that jump": Fault(
        added("（一）我先学。\n（三）我再做。"), "序号不连", "（三）", "（三）我再做。"
    ),
    "a phrase written wrongly": typed(
        "我学习习近平新时代特色社会主义思想。", "固定表述", "习近平新时代特色社会主义思想"
    ),
    "a slip in a fixed phrase": typed(
        "培养入党积极份子是我的事。", "固定表述", "积极份子", "积极分子"
    ),
    "a saying without its quotation marks": typed(
        "我坚决做到两个维护。", "固定表述", "两个维护", "加引号"
    ),
    "a phrase of the user's own list": Fault(
        (lambda p: p._replace(year=with_records(
            p.year, FixedPhrase(right="示例党建", wrong="示列党建"))))(added("我打造示列党建。")),
        "固定表述",
        "示列党建",
        "我打造示列党建。",
    ),
    "a heading with nothing under it": Fault(
        Emptied(sample_year()), "标题下无内容", HEADING, HEADING
    ),
    "a heading with a half-width mark": Fault(
        year_with(
            Highlight,
            lambda h: replace(h, name="施工协商会,每月一次") if h.name.startswith("社区") else h,
        ),
        "半角标点",
        ",",
        "（四）施工协商会,每月一次",
    ),
    "a report without me": Fault(we_only(), "第一人称", "", TITLE, "只有1处"),
    "a report over its limit": Fault(
        Planted(sample_year(), ReportSettings(year=2026, limit=2500)),
        "字数",
        "",
        TITLE,
        "超过上限2500字",
    ),
    "too small a part for the problems": Fault(
        Planted(sample_year(), ReportSettings(year=2026, problems_share=33)),
        "问题部分占比",
        "",
        TITLE,
        "要求33%",
    ),
    "an edited passage whose figures moved on": Fault(
        drifted(), "有新数据", "党课讲了6次。", "党课次数：5次 → 6次", "5次 → 6次"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_where_it_stands(name: str):
    fault = FAULTS[name]
    document = fault.planted.report().document
    found = [f for f in fault.planted.findings() if f.check == fault.check]
    first = found[0]
    block = document.blocks[first.block]
    assert block_text(block)[first.start : first.end] == fault.words
    assert first.sentence == fault.sentence
    assert fault.says in first.text
    assert getattr(block, "passage", "") in (first.passage, "")
    assert len(found) == 1 or name in SEVERAL


# Both halves: each is a place to mend.
SEVERAL = ("pairs that cross",)
# Who writes every passage himself and only of the branch, leaves more than that unsaid.
BESIDE = {"a report without me": {"问题无措施", "打算未交代", "点评未回应"}}
# The speech tells the same figure, which was typed over in the report alone.
BESIDE |= {
    f"{number} typed over a figure": {"两稿不一致"}
    for number in ("digits", "a Chinese number", "full-width digits")
}


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_else_is_found_beside_it(name: str):
    fault = FAULTS[name]
    others = {found.check for found in fault.planted.findings()} - {fault.check}
    assert others <= BESIDE.get(name, set())


def test_there_are_forty_and_more():
    assert len(FAULTS) >= 40
