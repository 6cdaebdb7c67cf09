"""What is right is left alone: clean reports, any generated text, and sentences near a fault."""

import random
import re
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given, settings
from report.proof.planting import Planted, added, all_own
from report.telling import OUTLINES
from report.test_judged import REPORTED_ON, long_year
from report.test_prose import thinned
from rounds import rounds
from sample import sample_year
from strategies import years

from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.finding import Finding
from secretary_desk.records.record import META
from secretary_desk.records.year import Year
from secretary_desk.report.outline import load_outlines
from secretary_desk.report.proof.proofread import proofread

SETTINGS = ReportSettings(year=2026, reported_on=REPORTED_ON)
PRESETS = load_outlines()
CLEAN = {
    "sample": Planted(sample_year(), SETTINGS, OUTLINES[0]),
    "general": Planted(sample_year(), SETTINGS, OUTLINES[1]),
    "twelve": Planted(long_year(), SETTINGS, OUTLINES[0]),
    "last year": Planted(sample_year().previous, ReportSettings(year=2025), OUTLINES[0]),
    "spoken": Planted(sample_year(), SETTINGS, OUTLINES[0], spoken=True),
}
# What may be said of entries that are at odds, however well the report tells of them.
OF_ENTRIES = {"问题无措施", "措施无问题", "点评未回应", "打算未交代", "第一人称", "引文数字"}


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_said_of_a_clean_report(name: str):
    assert CLEAN[name].findings() == []


@pytest.mark.parametrize("outline", PRESETS, ids=[outline.name for outline in PRESETS])
@pytest.mark.parametrize("spoken", [False, True])
def test_nothing_is_said_of_the_sample_in_any_preset(outline, spoken: bool):
    before = Planted(sample_year().previous, ReportSettings(year=2025), outline, spoken=spoken)
    earlier = ((2025, before.report().document),)
    planted = Planted(sample_year(), SETTINGS, outline, earlier, spoken)
    assert planted.findings() == []


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_said_of_a_clean_report_that_the_user_typed_himself(name: str):
    clean = CLEAN[name]
    report = all_own(clean.report())
    assert proofread(report, clean.year, clean.settings, clean.outline) == []


@settings(max_examples=rounds(200), deadline=None, derandomize=True)
@given(year=years())
def test_the_programs_own_words_never_offend_a_check(year: Year):
    for outline in OUTLINES:
        for spoken in (False, True):
            rest = ReportSettings(year=year.period.year)
            planted = Planted(tamed(year), rest, outline, (), spoken)
            assert of_text(planted.findings()) == []


@pytest.mark.parametrize("outline", OUTLINES, ids=["state", "general"])
def test_a_thinned_year_reads_well(outline):
    chance = random.Random(7)
    for _ in range(rounds(200)):
        year = thinned(sample_year(), chance)
        year = replace(year, period=replace(year.period, year=chance.choice([2026, 2027])))
        for spoken in (False, True):
            planted = Planted(year, ReportSettings(year=year.period.year), outline, (), spoken)
            assert of_text(planted.findings()) == []


def tamed(year: Year | None) -> Year | None:
    """Return a year in which whatever a user typed is plain words."""
    if year is None:
        return None
    entries = {cls: list(map(plain, found)) for cls, found in year.counted_entries.items()}
    around = {"previous": tamed(year.previous), "following": tamed(year.following)}
    return replace(year, counted_entries=entries, aside_entries={}, **around)


def plain(holder):
    """Return a record, a row or a name with nothing but Chinese characters in its texts."""
    given = {field.name: getattr(holder, field.name) for field in fields(holder)}
    return replace(holder, **{n: plain_value(v) for n, v in given.items() if n not in META})


def plain_value(value):
    if type(value) is str and value:
        return re.sub(r"[^\u4e00-\u9fff]", "", value) or "某事"
    if isinstance(value, tuple):
        return tuple(map(plain_value, value))
    return plain(value) if is_dataclass(value) else value


def of_text(findings: list[Finding]) -> list[Finding]:
    return [found for found in findings if found.check not in OF_ENTRIES]


RIGHT = (
    # Dates, times, ordinals, names with numbers.
    "2026年3月5日14:30，我到现场。",
    "第一，学原文；第二，谈体会。",
    "第1次会学文件，第2次会定措施。",
    "我抓“三会一课”，也抓“两学一做”，落实“第一议题”制度。",
    "二〇二六年我值班十天。",
    "“七一”前后，“五四”前后。",
    # A part of the year, of the branch, another year, what is ahead.
    "一季度，召开支部委员会3次。",
    "第二党小组召开党小组会11次。",
    "7月召开支部党员大会1次。",
    "去年召开支部委员会10次。",
    "党课由4次增加到6次。",
    "每季度召开支部党员大会不少于1次。",
    "为此先后召开支部委员会2次，研究方案。",
    "党小组会有5次没有形成记录。",
    "我讲党课2次。",
    # The ledger's own numbers, in any writing.
    "全年召开十二次支部委员会。",
    "召开支委会１２次、党员大会四次、党小组会33次。",
    "现有党员31名，其中正式党员29名、预备党员2名。",
    "党课到课率近93%，平均每月1次。",
    "“召开支部党员大会9次”是去年的说法。",
    # Sums and shares that hold, or that are none.
    "走访困难户6户、老党员9户、居民十三户，合计28户。",
    "收到意见37条，已办结35条，余下2条，办结率94.6%。",
    "职工40人，党员10人，占25%，占比高于公司平均。",
    "职工120人，平均年龄35岁，产值提高105%。",
    "攻关项目3项、合理化建议12项，完成率100%。",
    "全年6次党课有2次由我讲，没有一次缺席。",
    "一季度共6次支委会有2次在工区开。",
    "到会30名，其中女党员8名、少数民族党员1名、三十五岁以下党员8名、流动党员2名。",
    "安全帽12个，其中蓝色8个、带编号的12个。",
    # Marks.
    "学GB/T 9704和A-1，比分3:1，用时1,200秒，占3.5%。",
    "我想了很久……决定去做——马上去做！",
    "他问：“谁去？”我说：“我去。”说完就走了。",
    "会议议定《关于印发〈党员积分办法〉的通知》，讲“怎么看‘难’字”。",
    "1）先学；2）后讲。",
    "第（3）项写着 Don’t stop，用 APP（移动端）签到。",
    "会上（hui jia除外）念（NB）和C（carbon）。",
    # Items that count on, lists within lists.
    "一是学：1.原文；2.讲话。二是讲，三是做。",
    "一是学文件，一是学讲话；二是讲，三是做。",
    "统一是前提，唯一是你。",
    # Praise with a number, in a name, or denied.
    "满意率显著提高，达到98%。",
    "我讲“走在前列”这一课。",
    "学习效果没有明显提高。",
    "居民最担心的是夜里，最后一班我值。",
    # Fixed phrases.
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”，领悟“两个确立”。",
    "确定发展对象后按《中国共产党发展党员工作细则》办，做好发展党员工作。",
    "学习贯彻习近平新时代中国特色社会主义思想。",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_a_sentence_near_a_fault_is_left_alone(text: str):
    assert added(text).findings() == []
