"""Opening: a file that is not a sound archive of ours is refused in a sentence, untouched."""

import random
import sqlite3
from pathlib import Path

import pytest
from rounds import rounds
from sample import sample_archive

from secretary_desk.errors import DeskError
from secretary_desk.kinds import STORED, study_meeting
from secretary_desk.store import connecting
from secretary_desk.store.rows import sealed
from secretary_desk.store.store import Store


def refused(path: Path, sentence: str) -> None:
    before = path.read_bytes()
    with pytest.raises(DeskError, match=sentence):
        Store.open(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def contents(path: Path) -> list:
    with Store.open(path) as store:
        entries = [entry for kind in STORED for entry in store.entries(kind)]
        return [*entries, *store.history(10_000)]


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DeskError, match=r"找不到“a\.sdesk”"):
        Store.open(tmp_path / "a.sdesk")


def test_a_zero_byte_file_is_not_taken_for_a_new_archive(tmp_path: Path):
    path = tmp_path / "a.sdesk"
    path.touch()
    refused(path, "空文件.*备份")


def test_a_text_file_is_not_ours(tmp_path: Path):
    path = tmp_path / "a.sdesk"
    path.write_text("不是数据库" * 100)
    refused(path, "不是书记案头的档案")


def test_another_programs_database_is_not_ours(tmp_path: Path):
    path = tmp_path / "a.sdesk"
    with sqlite3.connect(path) as db:
        db.execute("create table t (x)")
    db.close()
    refused(path, "别的程序的数据库")


def test_a_newer_archive_asks_for_a_newer_program(tmp_path: Path):
    path = sample_archive(tmp_path)
    with sqlite3.connect(path) as db:
        db.execute("pragma user_version = 99")
    db.close()
    refused(path, "更新版本.*升级程序")


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9, 0.999])
def test_a_torn_file_is_refused(tmp_path: Path, share: float):
    path = sample_archive(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    refused(path, "不完整|已损坏|不是书记案头")


def test_a_file_with_a_page_zeroed_is_refused(tmp_path: Path):
    path = sample_archive(tmp_path)
    data = bytearray(path.read_bytes())
    data[4096 * 8 : 4096 * 9] = bytes(4096)
    path.write_bytes(data)
    refused(path, "已损坏")


def test_a_changed_word_is_noticed_though_the_database_is_sound(tmp_path: Path):
    path = sample_archive(tmp_path)
    data = path.read_bytes()
    assert data.count("述职点评问题整改分工".encode()) >= 1
    path.write_bytes(data.replace("述职点评问题整改分工".encode(), "述职点评问题整改分二".encode()))
    refused(path, "已损坏")


@pytest.mark.parametrize(
    "planted",
    [
        "create trigger t before insert on study_meeting begin select raise(ignore); end",
        "create view v as select * from person",
        "alter table person add column extra text",
    ],
)
def test_a_file_with_a_schema_of_its_own_is_refused(tmp_path: Path, planted: str):
    path = sample_archive(tmp_path)
    with sqlite3.connect(path) as db:
        db.execute(planted)
    db.close()
    refused(path, "已损坏")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("attendance", "["),
        ("attendance", "[1]"),
        ("attendance", "[" * 100_000),
        ("host", '{"name": 1}'),
        ("form", "茶话会"),
        ("held_on", "2026-99-99"),
        ("hours", "1E+999999"),
    ],
)
def test_a_crafted_value_under_a_right_checksum_is_a_sentence(
    tmp_path: Path, column: str, value: str
):
    path = sample_archive(tmp_path)
    with Store.open(path) as store:
        table = store._db.table("study_meeting")
        row = next(iter(table.rows))
        table.upsert(sealed({**row, column: value}), pk="id")
    with Store.open(path) as store, pytest.raises(DeskError, match="已损坏"):
        store.entries(study_meeting.KIND)


def test_a_file_in_use_is_not_called_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = sample_archive(tmp_path)
    quick = ("busy_timeout = 50", *connecting._PRAGMAS[1:])
    monkeypatch.setattr(connecting, "_PRAGMAS", quick)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(DeskError, match="别的程序正在使用"):
        Store.open(path)
    other.execute("rollback")
    other.close()


def test_any_flipped_bit_is_refused_or_has_changed_nothing(tmp_path: Path):
    path = sample_archive(tmp_path)
    whole, known, chance = path.read_bytes(), contents(path), random.Random(2026)
    refusals = 0
    for _ in range(rounds(3000)):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        refusals += is_refused(path, known)
        assert path.read_bytes() == bytes(data)
    assert refusals > rounds(3000) / 2


def is_refused(path: Path, known: list) -> bool:
    """Whether opening refuses; where it does not, everything must be as it was."""
    try:
        found = contents(path)
    except DeskError:
        return True
    assert found == known
    return False
