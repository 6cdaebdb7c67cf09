"""Copies made by hand: told from the archive that is worked in, and the sample's known as such."""

import pytest
from desk.windows import menu
from sample import sample_archive

from secretary_desk import paths
from secretary_desk.desk.archives import SAMPLE, is_sample
from secretary_desk.store.backup import copy_to, is_backup


@pytest.fixture
def stick(home):
    (home / "优盘").mkdir()
    return home / "优盘"


def test_a_copy_is_called_by_day_and_time_so_that_a_second_one_replaces_none(
    program, stick, monkeypatch
):
    program.start(sample_archive(stick))
    monkeypatch.setattr(program._memory, "folder", lambda purpose="": stick)
    program._ask.answers.append("as suggested")
    menu(program, "备份一份…")
    assert (stick / "示例-备份20261121-0900.sdesk").is_file()


@pytest.mark.parametrize("name", ["甲-备份20261121", "甲-备份20261121-2028", "甲-备份20261121 (2)"])
def test_a_copy_made_by_hand_opens_only_under_another_name(program, home, stick, name):
    copy = copy_to(sample_archive(home), stick / f"{name}.sdesk")
    program._ask.answers.append("as suggested")
    assert program.open(copy)
    assert program._ask.asked[-1].startswith("这是一份备份")
    assert program.archive() == paths.archives() / f"{name}-恢复.sdesk"
    program._ask.answers.append(None)
    asked = len(program._ask.asked)
    assert not program.open(copy)
    assert program._ask.asked[asked:] == ["这是一份备份：另存为新的档案，再打开它"]


def test_the_folder_in_which_the_copy_is_to_go_is_there_when_it_is_asked_for(
    program, home, stick, monkeypatch
):
    copy = copy_to(sample_archive(home), stick / "甲-备份20261121.sdesk")
    there = []

    def save_file(title, suggested, patterns):
        there.append(suggested.parent.is_dir())

    monkeypatch.setattr(program._ask, "save_file", save_file)
    assert not program.open(copy)
    assert there == [True]


@pytest.mark.parametrize("name", ["甲", "甲-备份", "甲-备份20261121-0900-恢复", "备份2026"])
def test_an_archive_is_not_taken_for_a_copy_made_by_hand(tmp_path, name):
    assert not is_backup(tmp_path / f"{name}.sdesk")


def test_every_copy_of_the_sample_says_that_it_is_one(program, home):
    program.start(sample_archive(home))
    assert program.window._sidebar._sample.isHidden()
    program.open_sample()
    copy = program.archive().with_name(SAMPLE.replace(".sdesk", "-恢复.sdesk"))
    copy_to(program.archive(), copy)
    assert program.open(copy)
    assert not program.window._sidebar._sample.isHidden()
    assert is_sample(copy.with_name("示例支部（虚构）（2）.sdesk"))
