"""New archives, the sample, and places where an archive is in danger."""

from datetime import date
from pathlib import Path

import pytest

from secretary_desk import paths
from secretary_desk.desk.archives import free_place, open_sample
from secretary_desk.errors import DeskError
from secretary_desk.facts.load import load_year
from secretary_desk.kinds import branch, person, study_meeting
from secretary_desk.kinds.branch import UnitType
from secretary_desk.records.record import ref
from secretary_desk.store.founding import create_archive
from secretary_desk.store.store import Store


def test_a_new_archive_knows_its_branch_and_who_is_secretary(tmp_path: Path):
    path = tmp_path / "新" / "a.sdesk"
    with create_archive(path, " 第一党支部\n", "欧阳𠮷", UnitType.STATE_ENTERPRISE, 2026) as store:
        (profile,) = store.entries(branch.KIND)
        (secretary,) = store.entries(person.KIND)
        on_record = load_year(store, 2026).one(branch.Branch)
    assert (profile.name, profile.unit_type, profile.filed_under) == ("第一党支部", "国企", 2026)
    assert secretary.name == "欧阳𠮷"
    assert on_record.secretary(date(2026, 12, 31)).id == secretary.id


def test_a_name_left_out_makes_no_file(tmp_path: Path):
    with pytest.raises(DeskError, match="请写明支部名称和书记姓名"):
        create_archive(tmp_path / "a.sdesk", "第一党支部", " \u3000", None, 2026)
    assert not list(tmp_path.iterdir())


def test_a_taken_name_is_never_replaced(tmp_path: Path):
    create_archive(tmp_path / "a.sdesk", "一", "甲", None, 2026).close()
    with pytest.raises(DeskError, match="已经存在"):
        create_archive(tmp_path / "a.sdesk", "二", "乙", None, 2026)


@pytest.mark.parametrize(
    ("branch_name", "file"),
    [
        ("第三项目部党支部", "第三项目部党支部.sdesk"),
        ("机关/二处：党支部", "机关_二处：党支部.sdesk"),
        ('a<b>:"c"|?*\\d', "a_b___c_____d.sdesk"),
        (" 支部. ", "支部.sdesk"),
        ("CON", "_CON.sdesk"),
        ("com1.党支部", "_com1.党支部.sdesk"),
        ("..", "支部.sdesk"),
        ("", "支部.sdesk"),
        ("一\n二", "一 二.sdesk"),
    ],
)
def test_a_branch_name_becomes_a_file_name_that_any_system_takes(
    tmp_path: Path, branch_name: str, file: str
):
    place = free_place(branch_name, tmp_path)
    assert place == tmp_path / file
    create_archive(place, branch_name or "支部", "甲", None, 2026).close()


def test_a_very_long_branch_name_is_cut_between_characters(tmp_path: Path):
    place = free_place("第三项目部" * 40, tmp_path)
    assert len(place.name.encode()) < 160
    assert place.stem == ("第三项目部" * 40)[: len(place.stem)]
    create_archive(place, "支部", "甲", None, 2026).close()


def test_two_branches_of_one_name_get_two_files(tmp_path: Path):
    for name in ("支部.sdesk", "支部（2）.sdesk", "支部（3）.sdesk"):
        place = free_place("支部", tmp_path)
        assert place.name == name
        place.touch()


def test_without_a_folder_an_archive_goes_to_the_users_own_data():
    assert free_place("支部").parent == paths.archives()


def test_the_sample_is_a_whole_year_that_calls_itself_fictional(tmp_path: Path):
    path = open_sample(tmp_path / "新")
    assert path.name == "示例支部（虚构）.sdesk"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with Store.open(path) as store:
        assert len(store.entries(study_meeting.KIND)) > 20


def test_what_was_tried_out_in_the_sample_stays_until_it_is_wanted_afresh(tmp_path: Path):
    path = open_sample(tmp_path)
    with Store.open(path) as store:
        (entry, *_) = store.entries(study_meeting.KIND)
        store.delete(*(ref(e) for e in store.entries(study_meeting.KIND)))
    open_sample(tmp_path)
    with Store.open(path) as store:
        assert not store.entries(study_meeting.KIND)
    open_sample(tmp_path, afresh=True)
    with Store.open(path) as store:
        assert entry.topic in [e.topic for e in store.entries(study_meeting.KIND)]


def test_a_damaged_sample_is_made_again(tmp_path: Path):
    path = open_sample(tmp_path)
    path.write_bytes(b"")
    assert open_sample(tmp_path) == path
    Store.open(path).close()


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path):
    (tmp_path / "文件").touch()
    with pytest.raises(DeskError, match="示例档案没有建成"):
        open_sample(tmp_path / "文件")
