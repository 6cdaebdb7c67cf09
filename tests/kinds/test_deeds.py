"""What the user did to a report, in words that he would use himself; no ids are in them."""

from dataclasses import replace

import pytest

from secretary_desk.kinds import kind_of
from secretary_desk.kinds.dismissal import Dismissal
from secretary_desk.kinds.own_outline import OwnOutline
from secretary_desk.kinds.own_wording import OwnWording
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.rehearsal import Rehearsal
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.day import Day
from secretary_desk.store.store import Store

EDIT = PassageEdit(year=2026, passage="主题党日", name="主题党日", text="我的话")
ADDED = Supplement(year=2026, section="自定/班组·工地·78bf6a60", text="我的话")


@pytest.mark.parametrize(
    ("record", "saved", "deleted"),
    [
        (EDIT, "改写“主题党日”一段", "去掉“主题党日”一段的改写，用自动文字"),
        (
            PassageEdit(year=2026, passage="现场/三会一课", text="我的话"),
            "改写“现场稿 三会一课”一段",
            "去掉“现场稿 三会一课”一段的改写，用自动文字",
        ),
        (
            PassageEdit(year=2026, passage="主题党日", name="主题党日", wording="1"),
            "换“主题党日”一段的说法",
            "恢复“主题党日”一段原来的说法",
        ),
        (
            OwnWording(passage="三会一课", text="我的话"),
            "修改“三会一课”一段的常用说法",
            "删除“三会一课”一段的常用说法",
        ),
        (ADDED, "写“班组·工地”一节的补充", "删除“班组·工地”一节的补充"),
        (
            Supplement(year=2026, section="履职情况/严肃组织生活", text="我的话"),
            "写“严肃组织生活”一节的补充",
            "删除“严肃组织生活”一节的补充",
        ),
        (OwnOutline(year=2026), "调整2026年度的提纲", "删除2026年度的提纲"),
        (Dismissal(year=2026, check_name="引号"), "答复校核的“引号”", "撤回校核的“引号”"),
        (
            Rehearsal(year=2026, held_on=Day("2026-11-21")),
            "记下11月21日试讲的用时",
            "删除11月21日试讲的用时",
        ),
    ],
)
def test_a_step_on_the_report_is_said_in_plain_words(record, saved, deleted):
    kind = kind_of(record)
    assert (kind.done(record, "修改"), kind.done(record, "删除")) == (saved, deleted)


def test_a_wording_that_is_kept_is_said_to_be():
    kept = OwnWording(passage="三会一课", text="我的话")
    assert kind_of(kept).done(kept, "新增") == "存下“三会一课”一段的常用说法"


def test_undo_and_history_say_it_so(tmp_path):
    with Store.create(tmp_path / "a.sdesk") as store:
        store.save(ADDED, visit="one")
        store.save(EDIT, visit="one")
        assert store.undoable() == "改写“主题党日”一段"
        assert store.undo() == "改写“主题党日”一段"
        assert [step.words for step in store.history()] == [
            "撤销：改写“主题党日”一段",
            "改写“主题党日”一段",
            "写“班组·工地”一节的补充",
        ]


def test_a_wording_turned_and_then_edited_in_one_visit_is_an_edit(tmp_path):
    named = "现场稿 主题党日"
    turned = PassageEdit(year=2026, passage="现场/主题党日", name=named, wording="1")
    with Store.create(tmp_path / "a.sdesk") as store:
        store.save(turned, visit="one")
        store.save(replace(turned, text="我的话"), visit="one")
        assert store.undoable() == f"改写“{named}”一段"
