"""What has changed since an edit, a clear line each: old and new, or what became of an entry."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from report.edited import edited, having, instead, report, resolver, without
from sample import sample_year

from secretary_desk.kinds.highlight import Datum, Highlight
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.record import Ref, ref
from secretary_desk.records.year import Year
from secretary_desk.report.drift import Drift
from secretary_desk.report.editing import confirmed

TALKS = "三会一课"
STILL = "，改写的文字里仍写到它"


def lines(year: Year, key: str = TALKS) -> list[str]:
    return [each.line() for each in report(year).passages[key].drift]


def about(year: Year, key: str = TALKS) -> Sequence[str]:
    """Return the lines that tell what has become of entries."""
    return [each.line() for each in report(year).passages[key].drift if not each.old]


def lesson(year: Year) -> StudyMeeting:
    """Return the lesson that the passage tells of."""
    return next(m for m in year.counted(StudyMeeting) if m.topic == "夜间下穿，党员站什么岗")


def answered(year: Year, key: str = TALKS) -> Year:
    """Return the year after 保留我的."""
    passage = report(year).passages[key]
    return instead(year, confirmed(passage, resolver(year, passage)))


@pytest.fixture
def year() -> Year:
    return edited(sample_year(), TALKS)


def test_every_line_has_an_old_text_and_a_new_one_or_says_what_became_of_it(year):
    for meeting in year.counted(StudyMeeting):
        for line in lines(without(year, ref(meeting))):
            label, _, told = line.partition("：")
            assert label
            assert not told.startswith(" → ")
            assert "条（" not in line


def test_a_deleted_entry_is_one_line_by_what_was_read_of_it(year):
    gone = without(year, ref(lesson(year)))
    deleted = [line for line in lines(gone) if "已删除" in line]
    assert deleted == [f"2026年6月26日 夜间下穿，党员站什么岗：记录已删除{STILL}"]
    assert "党课次数：6次 → 5次" in lines(gone)
    assert lines(gone)[0] == deleted[0]


def test_an_entry_left_out_is_said_to_be_told_of_still(year):
    out = instead(year, replace(lesson(year), left_out=True))
    assert lines(out)[0] == f"6月26日 党课：已不写进报告{STILL}"
    assert not [line for line in lines(out) if "次 → " in line]


def test_an_entry_left_out_whose_words_the_user_wrote_himself_may_be_told_of_still():
    year = edited(sample_year(), TALKS, lambda _: "我讲了夜间下穿这一课。")
    out = instead(year, replace(lesson(year), left_out=True))
    assert lines(out)[0] == "6月26日 党课：已不写进报告，改写的文字里可能还写到它"


def test_an_entry_quoted_from_elsewhere_is_said_to_be_left_out_too():
    plain = sample_year()
    highlight = plain.counted(Highlight)[0]
    quoted = f'{{{{ 亮点工作.名称@{highlight.id} | 原文("{highlight.name}") }}}}'
    year = edited(plain, "结束语", lambda text: text + quoted)
    assert lines(year, "结束语") == []
    out = instead(year, replace(highlight, left_out=True))
    assert len(lines(out, "结束语")) == 1
    assert lines(out, "结束语")[0].endswith(f"：已不写进报告{STILL}")
    assert lines(answered(out, "结束语"), "结束语") == []
    back = instead(answered(out, "结束语"), highlight)
    assert lines(back, "结束语")[0].endswith("：又写进报告了")


def test_keeping_mine_after_leaving_out_says_no_more(year):
    out = instead(year, replace(lesson(year), left_out=True))
    assert lines(answered(out)) == []


def test_a_new_entry_is_said_to_be_new(year):
    new = replace(lesson(year), id="0" * 8 + "-0000-0000-0000-" + "0" * 12, topic="新课")
    told = having(year, new)
    assert "6月26日 党课：新增记录" in lines(told)
    assert "党课次数：6次 → 7次" in lines(told)


def test_an_entry_that_only_moved_into_a_list_is_not_called_new(year):
    other = next(
        m
        for m in year.counted(StudyMeeting)
        if m.form is Form.LESSON and m.speaker != lesson(year).speaker
    )
    mine = replace(other, speaker=lesson(year).speaker, created="2026-01-01T00:00:00")
    edit = report(year).passages[TALKS].edit
    assert edit is not None
    told = instead(instead(year, mine), replace(edit, created="2026-11-01T00:00:00"))
    assert any(line.endswith("：列入“书记讲的党课”") for line in lines(told))
    assert not any("新增记录" in line for line in lines(told))


def test_an_entry_that_is_no_longer_of_a_list_is_said_to_be(year):
    moved = replace(lesson(year), form=Form.GENERAL)
    told = lines(instead(year, moved))
    assert any(line.endswith("：不再列入“书记讲的党课”") for line in told)


def test_a_field_that_was_emptied_says_so_and_a_filled_one_too(year):
    emptied = instead(year, replace(lesson(year), topic=""))
    assert "6月26日 党课 主题：夜间下穿，党员站什么岗 → 空" in lines(emptied)
    begun = edited(instead(sample_year(), replace(lesson(year), topic="")), TALKS)
    assert "6月26日 党课 主题：空 → 夜间下穿，党员站什么岗" in lines(instead(begun, lesson(year)))


def test_a_figure_is_told_of_once_though_its_entrys_field_was_read_too(year):
    told = lines(instead(year, replace(lesson(year), present=27)))
    assert [line for line in told if "实到" in line] == ["6月26日 党课 实到：28 → 27"]


def test_a_figure_and_the_same_one_derived_are_told_apart(year):
    rates = [line for line in lines(without(year, _worst(year))) if "到会率" in line]
    assert len(rates) == len({line.partition("：")[0] for line in rates}) == 2


def test_long_texts_are_cut_and_never_to_the_same():
    long = "长" * 100
    assert len(Drift("甲", long, "短").line()) < 80
    assert Drift("甲", f"{long}一", f"{long}二").line() == "甲：后面的文字有改动"


def test_a_row_that_was_renamed_leaves_a_gap_and_no_other_figure():
    """What names a row that is not there is a gap, though others stand in its place."""
    plain = sample_year()
    work = next(h for h in plain.counted(Highlight) if h.data)
    named = replace(work, data=(Datum(name="用时", number=Decimal(3), unit="天"), *work.data))
    words = f"只用了{{{{ 亮点工作.数据[用时].数@{work.id} }}}}。"
    year = edited(instead(plain, named), "结束语", lambda _: words)
    assert _said(year) == "只用了3天。"
    renamed = replace(named, data=(replace(named.data[0], name="工期"), *work.data))
    told = instead(year, renamed)
    assert _said(told) == "只用了【待补充：用时】。"
    assert about(told, "结束语") == []
    (line,) = lines(told, "结束语")
    assert line.endswith("用时：3天 → 没有")


def _said(year: Year) -> str:
    passage = report(year).passages["结束语"]
    return "".join(run.text for runs in passage.paragraphs for run in runs)


def _worst(year: Year) -> Ref:
    return ref(min(year.counted(StudyMeeting), key=lambda m: m.present or 99))
