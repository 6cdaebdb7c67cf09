"""What each backup would change, said in the window before it is taken back."""

import shutil

from desk.backups.showing import YESTERDAY, rows, title, topics
from desk.conftest import NOW
from desk.test_changing_archives import type_something_unreadable
from desk.windows import button, menu, press
from store.backing import archive_with_photo, with_byte_changed

from secretary_desk.desk.backups.comparing import SAME
from secretary_desk.kinds import study_meeting
from secretary_desk.store.backup import back_up, backups_of, copy_to
from secretary_desk.store.second import back_up_to


def test_the_menu_shows_what_each_backup_would_change(program, archive, offered, home):
    (home / "优盘").mkdir()
    program._memory.keep_about(archive, second=str(home / "优盘"))
    back_up_to(archive, home / "优盘", now=lambda: NOW)
    program.start(archive)
    menu(program, "从备份恢复…")
    dialog = offered()
    assert [row.split()[0] for row in rows(dialog)] == ["今天", "昨天"]
    assert rows(dialog)[0].endswith(str(home / "优盘"))
    assert dialog._changes.text().splitlines()[:2] == ["三会一课：去掉1条", f"　去掉　{title()}"]
    assert button(dialog, "恢复这一份").isEnabled()
    dialog._table.selectRow(0)
    offered()
    assert dialog._changes.text() == SAME
    assert not button(dialog, "恢复这一份").isEnabled()
    assert button(dialog, "恢复这一份").toolTip() == SAME


def test_restoring_over_the_open_archive_can_be_taken_back(program, archive, offered):
    program.start(archive)
    before = program.window
    menu(program, "从备份恢复…")
    press(offered(), "恢复这一份")
    assert program.window is not before
    assert not before.isVisible()
    assert program.window.isVisible()
    assert "后来记的" not in topics(archive)
    assert [backup.reason for backup in backups_of(archive)] == ["恢复前", "退出时"]
    assert "已恢复到昨天 9:00的备份" in program._ask.asked[-1]
    menu(program, "从备份恢复…")
    dialog = offered()
    assert dialog._changes.text() == f"三会一课：找回1条\n　找回　{title()}"
    press(dialog, "恢复这一份")
    assert "后来记的" in topics(archive)
    assert program.window.close()
    assert not list(archive.parent.glob("~$*"))


def test_where_restoring_fails_the_archive_is_open_again(program, archive, offered):
    program.start(archive)
    menu(program, "从备份恢复…")
    dialog = offered()
    (backup,) = backups_of(archive)
    with_byte_changed(backup.path, 5000)
    press(dialog, "恢复这一份")
    assert "现在的档案没有变动" in program._ask.asked[-1]
    assert program.window.isVisible()
    assert "后来记的" in [e.topic for e in program.window.desk.store.entries(study_meeting.KIND)]


def test_a_file_of_ones_own_can_be_compared_and_restored(program, archive, offered, home):
    copy = copy_to(archive, home / "优盘" / "手工.sdesk")
    program.start(archive)
    menu(program, "从备份恢复…")
    dialog = offered()
    program._ask.answers.append(copy)
    press(dialog, "另选备份文件")
    assert len(rows(offered())) == 2
    assert rows(dialog)[dialog._table.currentIndex().row()].endswith(str(copy.parent))
    assert dialog._changes.text() == SAME
    (home / "照片.sdesk").write_bytes(b"no archive")
    program._ask.answers.append(home / "照片.sdesk")
    press(dialog, "另选备份文件")
    assert "不是书记案头的档案" in program._ask.asked[-1]
    program._ask.answers.append(archive)
    press(dialog, "另选备份文件")
    assert program._ask.asked[-1].startswith("这就是正在使用的档案，不是备份")
    assert len(rows(dialog)) == 2


def test_what_is_typed_is_taken_in_before_backups_are_compared(program, archive, offered):
    program.start(archive)
    type_something_unreadable(program.window)
    program._ask.answers.append("返回修改")
    menu(program, "从备份恢复…")
    assert program._offering.dialog is None
    program._ask.answers.append("放弃这一处")
    menu(program, "从备份恢复…")
    assert "去掉2条" in offered()._changes.text()


def test_a_file_of_ones_own_is_looked_for_where_the_last_copy_went_else_at_the_second_place(
    program, archive, offered, home, monkeypatch
):
    started = []
    monkeypatch.setattr(program._ask, "open_file", lambda title, _, folder: started.append(folder))
    for name in ("第二处", "手工"):
        (home / name).mkdir()
    program.start(archive)
    for remember in (
        lambda: program._memory.keep_about(archive, second=str(home / "第二处")),
        lambda: program._memory.keep_folder(home / "手工", "backup"),
    ):
        remember()
        menu(program, "从备份恢复…")
        press(offered(), "另选备份文件")
        program._offering.close()
    assert started == [home / "第二处", home / "手工"]


def test_where_only_photos_were_lost_a_backup_with_the_same_entries_brings_them_back(
    program, home, offered
):
    archive = archive_with_photo(home)
    back_up(archive, now=lambda: YESTERDAY)
    shutil.rmtree(archive.with_name(f"{archive.name}.files"))
    program.start(archive)
    menu(program, "从备份恢复…")
    assert offered()._changes.text() == "记录没有改动。附件：找回1个"
    press(offered(), "恢复这一份")
    assert len(list(archive.with_name(f"{archive.name}.files").glob("??/*"))) == 1
