"""A stick that was pulled out under an open archive: plugged in again, the same window goes on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.backing import archive_with_photo, topics
from store.dying import Stick, needs_stick, stick
from store.makers import meeting
from store.real import needs_disk, pull_out, small_disk

from secretary_desk.errors import DeskError
from secretary_desk.kinds import study_meeting
from secretary_desk.store.entering import enter
from secretary_desk.store.search import search
from secretary_desk.store.store import Store

KIND = study_meeting.KIND
SAFE = "此前保存的内容都在"


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Stick]:
    with stick(tmp_path / "优盘") as made:
        yield made


def refused(work) -> str:
    with pytest.raises(DeskError) as told:
        work()
    assert "\n" not in str(told.value)
    assert SAFE in str(told.value)
    return str(told.value)


@needs_stick
@pytest.mark.parametrize("unmounted", [False, True])
def test_after_a_stick_is_plugged_in_again_the_open_archive_saves_and_reads_on(
    plugged: Stick, unmounted: bool
):
    archive = archive_with_photo(plugged.folder)
    with Store.open(archive) as store:
        store.save(meeting("三"))
        plugged.pull(unmounted=unmounted)
        for _ in range(3):
            said = refused(lambda: enter(store, [meeting("四")], 2026))
            assert said.startswith(f"“{archive.name}”没有写成：")
            assert "优盘" in said
            assert "接好" in said
        refused(lambda: store.save(meeting("四")))
        refused(store.undo)
        plugged.plug()
        (saved,) = enter(store, [meeting("四")], 2026)
        assert [entry.topic for entry in store.entries(KIND)][-1] == "四"
        assert store.undo() == store.history()[1].words
        store.save(saved)
    assert topics(archive) == ["一", "二", "有照片", "三", "四"]


@needs_stick
def test_what_cannot_be_read_on_a_stick_that_is_away_is_a_sentence_too(plugged: Stick):
    archive = archive_with_photo(plugged.folder)
    with Store.open(archive) as store:
        store.save(meeting("字" * 900))
        plugged.pull()
        refused(lambda: store.save(meeting("三")))
        for read in (
            lambda: store.entries(KIND),
            store.undoable,
            store.redoable,
            store.history,
            lambda: store.years(KIND),
            lambda: store.beginning(KIND, "2026-03-05"),
            lambda: store.earlier(KIND, "topic"),
            lambda: search(store, "主题"),
        ):
            assert f"“{archive.name}”读不出来" in refused(read)
        plugged.plug()
        assert len(store.entries(KIND)) == 4


@needs_disk
def test_another_stick_with_an_archive_of_the_same_name_is_not_written_into(tmp_path: Path):
    with small_disk(tmp_path / "盘", 4 * 2**20) as mounted:
        assert mounted
        archive = archive_with_photo(tmp_path / "盘")
        (tmp_path / "另一个").mkdir()
        other = archive_with_photo(tmp_path / "另一个")
        with Store.open(archive) as store:
            kept = Path(shutil.copy(archive, tmp_path / "原来的"))
            pull_out(archive.parent)
            refused(lambda: store.save(meeting("三")))
            shutil.copy(other, archive)
            before = archive.read_bytes()
            for _ in range(2):
                with pytest.raises(DeskError, match=r"不是刚才打开的那一份.*请换回原来的优盘"):
                    store.save(meeting("三"))
            assert archive.read_bytes() == before
            archive.unlink()
            shutil.copy(kept, archive)
            store.save(meeting("三"))
        assert topics(archive) == ["一", "二", "有照片", "三"]


@needs_stick
def test_a_stick_that_comes_back_damaged_is_a_sentence_and_left_as_it_is(plugged: Stick):
    archive = archive_with_photo(plugged.folder)
    with Store.open(archive) as store:
        plugged.pull(unmounted=True)
        refused(lambda: store.save(meeting("三")))
        plugged.plug()
        data = archive.read_bytes()
        archive.write_bytes(data[:-4096])
        with pytest.raises(DeskError, match=r"不完整.*请从备份恢复"):
            store.save(meeting("三"))
        assert archive.read_bytes() == data[:-4096]
        archive.write_bytes(data)
        store.save(meeting("三"))
    assert topics(archive)[-1] == "三"


@needs_stick
def test_an_archive_whose_first_step_was_made_since_it_was_opened_is_known_again(plugged: Stick):
    with Store.create(plugged.folder / "新.sdesk") as store:
        store.save(meeting("一"))
        plugged.pull()
        refused(lambda: store.save(meeting("二")))
        plugged.plug()
        store.save(meeting("二"))
        assert [entry.topic for entry in store.entries(KIND)] == ["一", "二"]
