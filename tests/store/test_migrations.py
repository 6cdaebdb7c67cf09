"""Older archives are copied, checked, lifted in one transaction, or left as they were."""

import shutil
import subprocess
from pathlib import Path

import pytest
from report.telling import all_runs
from sample import sample_archive
from sqlite_utils import Database
from store.backing import tree
from store.real import needs_disk, small_disk

from secretary_desk.errors import DeskError
from secretary_desk.kinds import SUPPLEMENT, highlight, study_meeting
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.report.written import written_report
from secretary_desk.store import health, journal, keeping, recovery, schema, whole
from secretary_desk.store.backup import Reason, backups_of, check_backup, restore, verified_copy
from secretary_desk.store.offers import offers
from secretary_desk.store.rows import sealed
from secretary_desk.store.store import Store

NOW = schema.VERSION


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive as one version earlier: 主题 was called title, 推广报道 was not there."""
    path = sample_archive(tmp_path)
    with Store.open(path) as store:
        store._db.execute("alter table study_meeting rename column topic to title")
        store._db.execute("alter table highlight drop column coverage")
        for table in ("study_meeting", "highlight"):
            for row in list(store._db.table(table).rows):
                store._db.table(table).upsert(sealed(row), pk="id")
    for module in (schema, health, journal, keeping, recovery, whole):
        monkeypatch.setattr(module, "VERSION", NOW + 1)
    return path


def rename(db: Database) -> None:
    db.execute("alter table study_meeting rename column title to topic")


def test_an_older_archive_is_lifted_and_the_copy_before_it_is_whole(older: Path):
    before = older.read_bytes()
    with Store.open(older, {NOW + 1: rename}) as store:
        assert len(store.entries(study_meeting.KIND)) > 50
        assert store.entries(highlight.KIND)[0].coverage == ""
        assert store._db.execute("pragma user_version").fetchone() == (NOW + 1,)
        assert store.undo() is None
    assert before != older.read_bytes()
    (backup,) = offers(older)
    assert backup.reason == Reason.MIGRATION.value == "升级前"
    check_backup(backup.path)
    assert health.check_header(backup.path) == NOW
    rows = Database(backup.path)
    assert {"title"} <= set(rows.table("study_meeting").columns_dict)
    rows.close()
    assert [file.name for file in older.parent.iterdir() if file != older] == ["备份"]


def test_a_backup_of_an_older_version_is_restored_and_lifted_but_never_lifted_itself(older: Path):
    with Store.open(older, {NOW + 1: rename}) as store:
        known = store.entries(study_meeting.KIND)
    (backup,) = backups_of(older)
    before = backup.path.read_bytes()
    with pytest.raises(DeskError, match="旧版本写的一份备份，请先恢复成档案再打开"):
        Store.open(backup.path, {NOW + 1: rename})
    assert backup.path.read_bytes() == before
    restored = restore(backup.path, older.with_name("恢复.sdesk"))
    with Store.open(restored, {NOW + 1: rename}) as store:
        assert store.entries(study_meeting.KIND) == known
    check_backup(backup.path)


@needs_disk
def test_an_older_archive_in_a_read_only_place_is_a_sentence_and_stays_as_it_was(
    older: Path, tmp_path: Path
):
    with small_disk(tmp_path / "盘", 16 * 2**20) as mounted:
        assert mounted
        archive = Path(shutil.copy(older, tmp_path / "盘"))
        subprocess.run(["mount", "-o", "remount,ro", str(archive.parent)], check=True)
        before = tree(archive.parent)
        with pytest.raises(DeskError, match=r"旧版本.*没有升级：.*只读.*没有变动.*复制到本机"):
            Store.open(archive, {NOW + 1: rename})
        assert tree(archive.parent) == before


@needs_disk
def test_an_older_archive_on_a_full_disk_is_a_sentence_and_stays_as_it_was(
    older: Path, tmp_path: Path
):
    with small_disk(tmp_path / "盘", older.stat().st_size + 40960) as mounted:
        assert mounted
        archive = Path(shutil.copy(older, tmp_path / "盘"))
        before = tree(archive.parent)
        with pytest.raises(DeskError, match=r"旧版本.*没有升级：.*磁盘只剩.*没有变动"):
            Store.open(archive, {NOW + 1: rename})
        assert tree(archive.parent) == before


def test_an_archive_of_version_1_gains_the_table_of_supplements(tmp_path: Path):
    path = sample_archive(tmp_path)
    with Store.open(path) as store:
        store._db.execute("drop table supplement")
        store._db.execute("delete from journal where kind = 'supplement'")
        store._db.execute("pragma user_version = 1")
    with Store.open(path) as store:
        assert store.entries(SUPPLEMENT) == []
        store.save(Supplement(year=2026, section="下一步打算", text="我会再去。"))
        assert store.history()[0].words == "写“下一步打算”一节的补充"
        assert len(store.entries(study_meeting.KIND)) > 50
        assert schema.is_current(store._db)


@pytest.mark.parametrize(
    "words", ["我会再去{{ 班组 }}。", "去\\{{ 班组 }}。", "去\\\\{{ 班组 }}。", "去{{{ 班组 }}}{{"]
)
def test_an_archive_of_version_2_keeps_braces_as_the_words_they_were(tmp_path: Path, words: str):
    path = sample_archive(tmp_path)
    with Store.open(path) as store:
        for table in ("passage_edit", "own_outline", "rehearsal"):
            store._db.execute(f"drop table {table}")
        store.save(Supplement(year=2026, section="结束语", text=words))
        store._db.execute("pragma user_version = 2")
    with Store.open(path) as store:
        text = "".join(run.text for run in all_runs(written_report(store, 2026)))
        assert words in text
        assert schema.is_current(store._db)


def test_a_failing_migration_leaves_the_archive_as_it_was(older: Path):
    def broken(db: Database) -> None:
        rename(db)
        raise RuntimeError("no")

    before = older.read_bytes()
    with pytest.raises(DeskError, match="升级没有成功：no；原件没有变动，升级前的备份是"):
        Store.open(older, {NOW + 1: broken})
    assert older.read_bytes() == before
    with Store.open(older, {NOW + 1: rename}) as store:
        assert store.entries(study_meeting.KIND)


def test_a_copy_that_cannot_be_written_is_a_sentence_and_leaves_nothing(tmp_path: Path):
    path = sample_archive(tmp_path)
    with Store.open(path) as store, pytest.raises(DeskError, match="没有写成"):
        verified_copy(store._db, path / "b.sdesk")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_verified_copy_opens_with_the_same_entries(tmp_path: Path):
    path = sample_archive(tmp_path)
    copy = tmp_path / "copy.sdesk"
    with Store.open(path) as store:
        verified_copy(store._db, copy)
        known = store.entries(study_meeting.KIND)
    with Store.open(copy) as again:
        assert again.entries(study_meeting.KIND) == known
