"""The program: a first start, archives opened one at a time, and left with a backup."""

import os

from desk.windows import menu, press
from sample import sample_archive
from typing_chinese import compose

from secretary_desk import paths
from secretary_desk.kinds.branch import KIND as BRANCH
from secretary_desk.store.backup import backups_of
from secretary_desk.store.store import Store


def test_a_first_start_asks_three_questions_and_opens_the_desk(program):
    assert program.start()
    first = program._first
    compose(first._branch, "第一党支部")
    compose(first._secretary, "张三")
    press(first, "开始使用")
    assert program.window.windowTitle() == "第一党支部 — 书记案头"
    assert program.archive() == paths.archives() / "第一党支部.sdesk"
    assert program._first is None


def test_the_last_archive_is_opened_again(program, home):
    program._memory.remember_archive(sample_archive(home))
    assert program.start()
    assert program.archive().stem == "示例"


def test_the_sample_is_opened_to_look_around_in(program):
    program.start()
    press(program._first, "先看看示例")
    assert "虚构" in program.archive().name


def test_leaving_backs_up_and_lets_others_have_the_archive(program, home):
    archive = sample_archive(home)
    program.start(archive)
    assert program.window.close()
    assert len(backups_of(archive)) == 1
    assert not list(archive.parent.glob("~$*"))
    Store.open(archive).close()


def test_another_archive_takes_the_place_of_the_present_one(program, home):
    first = sample_archive(home)
    program.start(first)
    (home / "other").mkdir()
    second = sample_archive(home / "other")
    program._ask.answers.append(second)
    menu(program, "打开档案…")
    assert program.archive() == second
    assert backups_of(first)
    assert program._memory.recent() == [second, first]


def test_a_copy_goes_where_the_user_wants_it(program, home):
    program.start(sample_archive(home))
    (home / "stick").mkdir()
    target = home / "stick" / "备份.sdesk"
    program._ask.answers.append(target)
    menu(program, "备份一份…")
    with Store.open(target) as copy:
        assert copy.entries(BRANCH)
    assert "已备份到" in program._ask.asked[-1]


def test_an_archive_left_open_elsewhere_is_asked_about(program, home):
    archive = sample_archive(home)
    lock = archive.with_name(f"~${archive.name}.lock")
    lock.write_text(f"{os.getpid() + 1}\nsecretary\nanother-computer\n\n\n")
    program._ask.answers.append("取消")
    assert program.start(archive)
    assert program.window is None
    assert "another-computer" in program._ask.asked[0]


def test_what_a_crash_left_around_the_archive_is_gone_soon_after_the_next_start(
    home, program, qtbot
):
    archive = sample_archive(home)
    left = home / ".abcd_123.part"
    left.write_text("谈话内容")
    os.utime(left, (1, 1))
    assert program.start(archive)
    qtbot.waitUntil(lambda: not left.exists())
