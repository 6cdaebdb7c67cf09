"""Archives that cannot be opened, and the backups that are offered for them."""

import shutil
from datetime import datetime

import pytest
from desk.backups.showing import YESTERDAY, rows, said
from desk.windows import button, menu, press
from store.backing import archive_with_photo

from secretary_desk import paths
from secretary_desk.kinds import study_meeting
from secretary_desk.store.backup import back_up, backups_of
from secretary_desk.store.schema import VERSION
from secretary_desk.store.second import back_up_to


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (b"", "“示例.sdesk”是空文件，可能是复制中断"),
        (b"nonsense", "“示例.sdesk”不是书记案头的档案"),
        (None, "“示例.sdesk”不完整，可能是复制中断"),
    ],
)
def test_a_damaged_archive_is_said_and_its_backups_offered(
    program, archive, offered, bad, sentence
):
    bad = archive.read_bytes()[:-5000] if bad is None else bad
    archive.write_bytes(bad)
    program._memory.remember_archive(archive)
    assert program.start()
    assert (program.window, program._first) == (None, None)
    dialog = offered()
    assert sentence in said(dialog)
    (row,) = rows(dialog)
    assert row.startswith("昨天 9:00 退出时")
    assert row.endswith("条 本机自动备份")
    assert "昨天 9:00这一份里有" in said(dialog)
    assert "三会一课：" in dialog._changes.text()
    press(dialog, "退出")
    assert archive.read_bytes() == bad
    assert not list(archive.parent.glob("*-损坏-*"))


def test_restoring_a_damaged_archive_keeps_the_bad_file_and_opens_it(program, archive, offered):
    archive.write_bytes(b"nonsense")
    program.start(archive)
    press(offered(), "恢复这一份")
    assert program.archive() == archive
    assert program._offering.dialog is None
    assert "后来记的" not in [
        e.topic for e in program.window.desk.store.entries(study_meeting.KIND)
    ]
    (aside,) = archive.parent.glob("*-损坏-*")
    assert aside.read_bytes() == b"nonsense"
    assert f"坏的文件原样留在：{aside}" in program._ask.asked[-1]


def test_a_backup_of_a_damaged_archive_may_become_another_archive(program, archive, offered, home):
    archive.write_bytes(b"nonsense")
    program.start(archive)
    dialog = offered()
    program._ask.answers.append(home / "另一份.sdesk")
    press(dialog, "另存为新档案再打开")
    assert program.archive() == home / "另一份.sdesk"
    assert archive.read_bytes() == b"nonsense"


def test_a_damaged_archive_leaves_the_present_one_open(program, archive, offered, home):
    program.start(archive)
    (home / "坏.sdesk").write_bytes(b"")
    program._ask.answers.append(home / "坏.sdesk")
    menu(program, "打开档案…")
    dialog = offered()
    assert "没有找到好的备份" in said(dialog)
    assert not button(dialog, "恢复这一份").isEnabled()
    press(dialog, "取消")
    assert program.archive() == archive
    assert program.window.desk.store.entries(study_meeting.KIND)


def test_a_missing_archive_is_no_reason_for_the_three_questions(program, archive, offered, home):
    (home / "stick").mkdir()
    away = archive.rename(home / "stick" / archive.name)
    program._memory.remember_archive(away)
    (home / "stick").rename(home / "pulled out")
    assert program.start()
    assert (program.window, program._first) == (None, None)
    dialog = offered()
    assert "找不到“示例.sdesk”" in said(dialog)
    assert str(away.parent) in said(dialog)
    assert "还是没有找到" not in said(dialog)
    assert "没有被改动" not in said(dialog)
    press(dialog, "再试一次")
    assert program.window is None
    assert "还是没有找到（9:00）" in said(offered())
    (home / "pulled out").rename(home / "stick")
    press(offered(), "再试一次")
    assert program.archive() == away
    assert not (home / "stick" / "备份").exists()


def test_from_a_missing_archive_ways_lead_to_another_and_to_a_new_one(program, archive, offered):
    program.start(archive.with_name("没有.sdesk"))
    program._ask.answers.append(None)
    press(offered(), "打开别的档案")
    assert program._offering.dialog.isVisible()
    press(program._offering.dialog, "新建档案")
    assert program._first.isVisible()
    assert program._offering.dialog is None


def test_where_a_stick_was_no_archive_is_made_of_a_backup(program, home, archive, offered):
    away = home / "stick" / "示例.sdesk"
    (home / "second").mkdir()
    back_up_to(archive, home / "second", now=lambda: YESTERDAY)
    program._memory.keep_about(away, second=str(home / "second"))
    program.start(away)
    dialog = offered()
    assert rows(dialog)[0].endswith(str(home / "second"))
    assert not button(dialog, "恢复这一份").isEnabled()
    assert button(dialog, "另存为新档案再打开").isEnabled()


def test_what_a_newer_program_wrote_is_no_damage(program, archive):
    newer = bytearray(archive.read_bytes())
    newer[60:64] = (VERSION + 1).to_bytes(4)
    archive.write_bytes(newer)
    program.start(archive)
    assert program._offering.dialog is None
    assert "请先升级程序" in program._ask.asked[0]


def test_a_backup_opened_by_itself_becomes_another_archive(program, archive, home):
    program._ask.answers.append(home / "恢复.sdesk")
    (backup,) = backups_of(archive)
    assert program.open(backup.path)
    assert program.archive() == home / "恢复.sdesk"


def test_a_bad_backup_is_not_offered(program, archive, offered):
    (made,) = backups_of(archive)
    bad = made.path.with_name("示例-20260101-090000.sdesk")
    shutil.copyfile(made.path, bad)
    bad.write_bytes(bad.read_bytes()[:-1])  # without its slip, a byte in an unused part may pass
    archive.write_bytes(b"")
    program.start(archive)
    assert len(rows(offered())) == 1
    assert datetime(2026, 1, 1, 9) not in [one.at for one in offered()._model.offers()]


def test_the_folder_of_backups_in_the_way_is_a_sentence(program, archive, offered):
    shutil.rmtree(paths.backups(archive))
    paths.backups(archive).write_bytes(b"in the way")
    program.start(archive)
    menu(program, "从备份恢复…")
    assert "没有找到好的备份" in said(offered())
    program._offering.close()
    program._ask.answers.append("不备份，退出")


def test_a_backup_with_changed_photos_is_restored_without_them_if_wanted(program, home, offered):
    archive = archive_with_photo(home)
    back_up(archive, now=lambda: YESTERDAY)
    (photo,) = (paths.backups(archive) / f"{archive.name}.files").glob("??/*")
    photo.write_bytes(b"another picture")
    shutil.rmtree(archive.with_name(f"{archive.name}.files"))
    archive.write_bytes(b"nonsense")
    program.start(archive)
    program._ask.answers.extend(["取消", "不带这些附件恢复"])
    press(offered(), "恢复这一份")
    assert "1个附件已被改动或损坏" in program._ask.asked[-1]
    assert archive.read_bytes() == b"nonsense"
    press(offered(), "恢复这一份")
    assert program.archive() == archive
    assert len(list(archive.parent.glob("*-损坏-*"))) == 1
