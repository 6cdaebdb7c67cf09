"""记一笔: lines as secretaries jot them down."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secretary_desk.kinds import KINDS, find_kind
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.quick.filling import topic_field
from secretary_desk.kinds.quick.reading import Around, read_lines
from secretary_desk.kinds.quick.what import quick_kinds, words
from secretary_desk.records.period import Period
from secretary_desk.records.specs import Link

NAMES = ("张三", "李四", "王五", "赵六", "欧阳明")
PEOPLE = [Person(name=name, category="正式党员") for name in NAMES]
AROUND = Around(date(2026, 11, 21), Period.calendar(2026), PEOPLE, me=Link(None, "王书记"))

# As typed: the kind, and every field as the preview says it (日期 left out where it is today's).
LINES = {
    "3.5 支委会 研究发展对象 5/5":
        "三会一课 日期 3月5日（周四） 类型 支部委员会 主题 研究发展对象 应到 5人 实到 5人",
    "3月5日支委会研究发展对象 应到5实到5":
        "三会一课 日期 3月5日（周四） 类型 支部委员会 主题 研究发展对象 应到 5人 实到 5人",
    "3.5 召开支委会，研究发展对象，应到5人，实到4人":
        "三会一课 日期 3月5日（周四） 类型 支部委员会 主题 研究发展对象 应到 5人 实到 4人",
    "３．５　支委会　研究发展对象　５／５":
        "三会一课 日期 3月5日（周四） 类型 支部委员会 主题 研究发展对象 应到 5人 实到 5人",
    "3/5 支委会 4/5": "三会一课 日期 3月5日（周四） 类型 支部委员会 应到 5人 实到 4人",
    "3月5日（周四）14:30 支委会 研究工作":
        "三会一课 日期 3月5日（周四）14:30 类型 支部委员会 主题 研究工作",
    "党小组会 学习党章": "三会一课 类型 党小组会 主题 学习党章",
    "上周五 党员大会 选举 25/23":
        "三会一课 日期 11月13日（周五） 类型 支部党员大会 主题 选举 应到 25人 实到 23人",
    "20260305 党课 李四主讲 从严治党 2学时":
        "三会一课 日期 3月5日（周四） 类型 党课 主题 从严治党 主讲人 李四 学时 2学时",
    "张三讲党课 如何做合格党员": "三会一课 类型 党课 主题 如何做合格党员 主讲人 张三",
    "上党课 学习党史 主讲人：李四": "三会一课 类型 党课 主题 学习党史 主讲人 李四",
    "学习全会精神专题党课 3/5":
        "三会一课 类型 党课 主题 学习全会精神专题党课 应到 5人 实到 3人",
    "支委会 第一议题 讨论评优": "三会一课 类型 支部委员会 主题 讨论评优 第一议题 是",
    "支委会 讨论工作 在三楼会议室": "三会一课 类型 支部委员会 主题 讨论工作 地点 三楼会议室",
    "支委会 在职党员报到": "三会一课 类型 支部委员会 主题 在职党员报到",
    "3.5 支委会 参加：张三、李四、王五 主持：李四":
        "三会一课 日期 3月5日（周四） 类型 支部委员会 主持人 李四 到会情况 到会3人",
    "3.5 支委会 张三 李四": "三会一课 日期 3月5日（周四） 类型 支部委员会 到会情况 到会2人",
    "3.5 党员大会 缺张三(出差)、李四":
        "三会一课 日期 3月5日（周四） 类型 支部党员大会"
        " 到会情况 到会3人，缺席张三（出差）、李四",
    "3.5 党员大会 应到25实到24 缺张三":
        "三会一课 日期 3月5日（周四） 类型 支部党员大会 应到 25人 实到 24人"
        " 到会情况 缺席张三",
    "3.5 党员大会 张三因病请假 研究换届":
        "三会一课 日期 3月5日（周四） 类型 支部党员大会 主题 研究换届"
        " 到会情况 到会4人，缺席张三（病）",
    "地点：会议室 支委会 内容：讨论了发展对象 都同意":
        "三会一课 类型 支部委员会 地点 会议室 内容 讨论了发展对象 都同意",
    "11月3日上午九点半，在二楼会议室召开支部党员大会，应到25人，实到23人，张三主持，学习全会精神":
        "三会一课 日期 11月3日（周二）09:30 类型 支部党员大会 主题 学习全会精神 地点 二楼会议室"
        " 主持人 张三 应到 25人 实到 23人",
    "3.5支委会：研究发展对象；应到5；实到5":
        "三会一课 日期 3月5日（周四） 类型 支部委员会 主题 研究发展对象 应到 5人 实到 5人",
    "3.5 三会一课 学习": "三会一课 日期 3月5日（周四） 主题 学习",
    "昨天下午3点 主题党日 参观革命纪念馆 在市博物馆 23/25":
        "主题党日 日期 11月20日（周五）15:00 主题 参观革命纪念馆 形式 参观 地点 市博物馆"
        " 应到 25人 实到 23人",
    "周三 固定党日 清扫小区 志愿服务 12人参加":
        "主题党日 日期 11月18日（周三） 主题 清扫小区 形式 志愿服务 实到 12人",
    "3月 主题党日 学习": "主题党日 日期 3月 主题 学习 形式 学习",
    "2026年3月5日 组织生活会 征求意见12条 查摆问题5个 整改措施8条 主持人：李四":
        "组织生活会 日期 3月5日（周四） 主持人 李四 征求意见 12条 查摆问题 5个 整改措施 8条",
    "民主评议 2026年 25名": "民主评议党员 年度 2026 参评 25名",
    "与张三谈话 工作压力": "谈心谈话 谈话人 王书记 谈话对象 张三 内容 工作压力",
    "3.8 李四与张三谈心谈话": "谈心谈话 日期 3月8日（周日） 谈话人 李四 谈话对象 张三",
    "3.8 找张三同志廉政谈话": "谈心谈话 日期 3月8日（周日） 谈话人 王书记 谈话对象 张三 类型 廉政",
    "与周小兵谈心": "谈心谈话 谈话人 王书记 谈话对象 周小兵",
    "谈心谈话 张三": "谈心谈话 谈话人 王书记 谈话对象 张三",
    "谈心谈话 李四 张三": "谈心谈话 谈话人 李四 谈话对象 张三",
    "4.1 第一议题 学习全会精神 3篇 传达人李四":
        "第一议题 日期 4月1日（周三） 学习内容 学习全会精神 篇数 3篇 传达人 李四",
    "3.5-3.7 集中轮训 新党章培训 24学时 3人":
        "教育培训 名称 新党章培训 日期 3月5日（周四） 结束日期 3月7日（周六） 形式 集中轮训"
        " 学时 24学时 参加人数 3人",
    "7.1 荣获市级先进基层党组织 授予单位：市委组织部":
        "荣誉 名称 市级先进基层党组织 日期 7月1日（周三） 级别 市级 授予单位 市委组织部",
    "7.1 获优秀党员 张三": "荣誉 名称 优秀党员 日期 7月1日（周三） 获奖人 张三",
    "走访困难党员李四 5户": "走访调研 对象 困难党员李四 户数 5户",
    "慰问老党员": "走访调研 对象 慰问老党员",
    "5.4 志愿服务清扫小区 20人 受益人次200":
        "为群众办实事 事项 志愿服务清扫小区 日期 5月4日（周一） 类型 志愿服务 参加人数 20人"
        " 受益人次 200人次",
    "在职党员进社区志愿服务 200人次 投入2万元":
        "为群众办实事 事项 在职党员进社区志愿服务 类型 志愿服务 受益人次 200人次 投入 2万元",
    "抽查 市委组织部": "检查督导 检查单位 市委组织部 方式 抽查",
    "警示教育 观看专题片 12人": "党风廉政 类型 警示教育 主题 观看专题片 参加人数 12人",
    "签订责任书 12人": "党风廉政 类型 责任书 主题 签订责任书 参加人数 12人",
    "市日报刊发支部做法": "宣传报道 标题 市日报刊发支部做法",
    "发现问题 党费收缴不及时 来源：自查": "问题整改 问题 党费收缴不及时 来源 自查",
    "4.20 换届选举 应到有选举权25 实到24 发出票24张":
        "换届选举 日期 4月20日（周一） 应到有选举权 25人 实到 24人 发出票 24张",
    "12.20 民主评议党员 应评25 参评24 优秀8":
        "民主评议党员 年度 2026 日期 12月20日（周日） 应评 25名 参评 24名 优秀 8名",
    "7.1 荣获先进党支部 在市会议中心":
        "荣誉 名称 在市会议中心 先进党支部 日期 7月1日（周三）",
    "2026年1-3月 专项行动 冬春安全":
        "专项行动 名称 冬春安全 开始日期 1月 结束日期 3月",
    "12.28-1.3 专项行动 冬春安全":
        "专项行动 名称 冬春安全 开始日期 12月28日（周一） 结束日期 2027年1月3日（周日）",
    "3.5-3.7 支委会 研究工作": "三会一课 日期 3月5日（周四） 类型 支部委员会 主题 3.5-3.7 研究工作",
    "3.5万元 支委会": "三会一课 类型 支部委员会 主题 3.5万元",
    "支委会 缺2人": "三会一课 类型 支部委员会 主题 缺2人",
    "支委会 13.45 99/100/3": "三会一课 类型 支部委员会 主题 13.45 99/100/3",
}  # fmt: skip
TODAY = "日期 11月21日（周六）"


def one(line, around=AROUND, **more):
    (jotted,) = read_lines(line, around, **more)
    return jotted


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_understood(line):
    jotted = one(line)
    told = [f"{label} {text}" for label, text in jotted.told(2026)]
    if TODAY in told and "今天" not in line:
        told.remove(TODAY)
    assert " ".join([jotted.kind.label, *told]) == LINES[line]
    assert not jotted.guessed


def test_a_line_of_no_kind_is_of_the_page_it_was_typed_on():
    assert one("买桌子").guessed
    assert one("买桌子").draft.topic == "买桌子"
    visit = next(kind for kind in KINDS if kind.name == "visit")
    around = Around(AROUND.today, AROUND.period, PEOPLE, kind=visit)
    assert one("老党员家", around).draft.target == "老党员家"


def test_the_user_decides_the_kind_of_a_line():
    service = next(kind for kind in KINDS if kind.name == "service")
    jotted = one("3.5 支委会 修路灯", kind=service)
    assert (jotted.draft.matter, jotted.guessed) == ("支委会 修路灯", False)


def test_the_words_of_every_kind_lead_to_it():
    for kind in quick_kinds():
        assert one(f"3.5 {kind.label}").kind is kind
    for word in words():
        assert one(f"3.5 {word.text} 其余").kind is word.kind, word.text


def test_several_lines_are_several_drafts_and_only_a_single_one_is_todays():
    jotted = read_lines("3.5 支委会 研究\n\n 3.6 主题党日 参观\n党课 学习\n", AROUND)
    assert [j.kind.name for j in jotted] == ["study_meeting", "theme_day", "study_meeting"]
    assert [j.draft.held_on for j in jotted] == ["2026-03-05", "2026-03-06", None]
    assert one("党课 学习").draft.held_on == "2026-11-21"


def test_today_is_not_put_into_another_year():
    last_year = Around(AROUND.today, Period.calendar(2025), PEOPLE)
    assert one("党课 学习", last_year).draft.held_on is None
    assert one("3.5 党课", last_year).draft.held_on == "2025-03-05"


def test_a_day_is_of_the_school_year_at_work():
    period = Period("2025学年度", 2025, date(2025, 9, 1), date(2026, 8, 31), date(2026, 8, 31))
    around = Around(AROUND.today, period, PEOPLE)
    assert one("3.5 党课", around).draft.held_on == "2026-03-05"
    assert one("10.5 党课", around).draft.held_on == "2025-10-05"


KNOWN = [word.text for word in words()]
WORDS = st.sampled_from([*" ".join(LINES).split(), *NAMES, *"缺与在：（）、/", "2.30", *KNOWN])
ANYTHING = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join),
                     st.lists(WORDS, max_size=9).map("".join))  # fmt: skip


def letters(text):
    return Counter(re.findall(r"\w", text))


@given(ANYTHING)
@example("2026年13月45日 99999999999999999999/2")
@example("应到99999999999999999999 支委会 99999999999999999999学时")
@example("与与谈话谈话 缺张三（（）")
def test_whatever_is_typed_gives_drafts_and_no_word_is_lost(text):
    for jotted in read_lines(text, AROUND):
        topic = str(getattr(jotted.draft, topic_field(jotted.kind)))
        understood = Counter()
        for piece in jotted.pieces:
            understood += letters(piece.text)
            if piece.field in jotted.kind.specs:
                spec = jotted.kind.specs[piece.field]
                assert getattr(jotted.draft, piece.field) != spec.empty
        assert not letters(jotted.line) - understood - letters(topic)


def test_a_place_of_earlier_entries_is_known_wherever_it_stands():
    around = replace(AROUND, places={"红色教育基地", "会议室"})
    (jotted,) = read_lines("3.5 主题党日 红色教育基地 参观学习", around)
    assert (jotted.draft.place, jotted.draft.topic) == ("红色教育基地", "参观学习")
    (jotted,) = read_lines("3.5 主题党日 会议室布置 在纪念馆", around)
    assert (jotted.draft.place, jotted.draft.topic) == ("纪念馆", "会议室布置")


def test_names_before_the_word_for_coming_are_those_who_came():
    (jotted,) = read_lines("3.5 集中轮训 党章学习 张三、李四参加", AROUND)
    assert (jotted.kind.name, [row.who.name for row in jotted.draft.attendance]) == (
        "training",
        ["张三", "李四"],
    )
    assert "参加" not in jotted.draft.name


def test_the_type_that_a_line_begins_with_is_that_of_the_pages_kind():
    (jotted,) = read_lines("党员先锋岗 质检班组", AROUND, find_kind("vanguard"))
    assert (jotted.kind.name, str(jotted.draft.form)) == ("vanguard", "示范岗")
