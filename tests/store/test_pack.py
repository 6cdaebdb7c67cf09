"""One file out, one file in: with a passphrase or without, whole or refused in a sentence."""

import os
import random
import shutil
import time
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from rounds import rounds
from store.backing import (
    archive_with_photo,
    names,
    photos_are_sound,
    save,
    topics,
    tree,
    with_byte_changed,
    with_photo,
)
from store.real import needs_disk, small_disk

from secretary_desk.errors import DeskError
from secretary_desk.kinds import STORED
from secretary_desk.store import attachments, sealing
from secretary_desk.store.manifest import Item, Manifest, is_package, read_manifest
from secretary_desk.store.pack import pack
from secretary_desk.store.settling import place_for
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import check_package, needs_passphrase, unpack

SETTINGS = {"window": {"geometry": "AdnQ", "recent": ["D:\\党建 资料\\支部.sdesk"]}}
WORDS = "七月一日 party"
ITEM = Item(5, "0" * 64)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "旧电脑").mkdir()
    return archive_with_photo(tmp_path / "旧电脑")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at libsodium's least cost, where many are derived."""
    monkeypatch.setattr(sealing, "COST", (1, 8))


def everything(archive: Path) -> list:
    with Store.open(archive) as store:
        return [*(e for kind in STORED for e in store.entries(kind)), *store.history(10_000)]


@pytest.mark.parametrize("words", [None, WORDS])
def test_what_goes_in_on_one_computer_comes_out_on_another(
    archive: Path, tmp_path: Path, words: str | None
):
    with Store.open(archive) as store:
        for number in range(10):
            photo = random.Random(number).randbytes(200_000)
            store.save(with_photo(archive, f"第{number}次", photo))
    file, new = tmp_path / "搬家.sdeskpack", tmp_path / "新 电脑"
    packed = pack(archive, file, words, SETTINGS)
    assert (packed.path, packed.entries, packed.files, packed.missing) == (file, 13, 11, 0)
    assert needs_passphrase(file) is (words is not None)
    assert names(tmp_path) == sorted([file.name, *(f"旧电脑/{n}" for n in names(archive.parent))])
    out = unpack(file, new, words)
    assert out.archive == new / archive.name
    assert out.settings == SETTINGS
    assert everything(out.archive) == everything(archive)
    assert tree(attachments.folder(out.archive)) == tree(attachments.folder(archive))
    assert names(tmp_path / "新 电脑") == names(archive.parent)


def test_the_passphrase_is_the_same_however_its_characters_are_put_together(
    archive: Path, tmp_path: Path, quick: None
):
    file = pack(archive, tmp_path / "a.sdeskpack", "caf\u00e9").path
    assert topics(unpack(file, tmp_path / "新", "cafe\u0301").archive)


def test_an_encrypted_package_shows_nothing_of_what_is_in_it(archive: Path, tmp_path: Path):
    data = pack(archive, tmp_path / "a.sdeskpack", WORDS).path.read_bytes()
    for word in ("有照片".encode(), b"PK\x03\x04", b"SQLite", b"manifest", "第一党支部".encode()):
        assert word not in data
    again = pack(archive, tmp_path / "b.sdeskpack", WORDS).path.read_bytes()
    assert data[24:200] != again[24:200]


def test_deriving_the_key_costs_memory_and_time(archive: Path, tmp_path: Path):
    file = pack(archive, tmp_path / "a.sdeskpack", WORDS).path
    began = time.process_time()
    with pytest.raises(DeskError, match="口令不对"):
        check_package(file, WORDS + " ")
    assert time.process_time() - began > 0.1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(None, "有口令，请输入口令"), ("", "口令不能是空的"), ("七月一日", "口令不对，或文件已损坏")],
)
def test_a_wrong_passphrase_is_a_sentence_and_writes_nothing(
    archive: Path, tmp_path: Path, quick: None, words: str | None, sentence: str
):
    file = pack(archive, tmp_path / "a.sdeskpack", WORDS).path
    before = names(tmp_path)
    with pytest.raises(DeskError, match=f"“a.sdeskpack”没有打开：.*{sentence}；什么也没有改动"):
        unpack(file, tmp_path / "新", words)
    assert names(tmp_path) == before
    assert not (tmp_path / "新").exists()


def test_no_package_is_written_under_an_empty_passphrase(archive: Path, tmp_path: Path):
    with pytest.raises(DeskError, match="口令不能是空的"):
        pack(archive, tmp_path / "a.sdeskpack", "")
    assert not (tmp_path / "a.sdeskpack").exists()


def test_nothing_there_is_replaced_when_a_package_comes_out(archive: Path, tmp_path: Path):
    file = pack(archive, tmp_path / "a.sdeskpack", None).path
    before = tree(archive.parent)
    out = unpack(file, archive.parent)
    assert out.archive.name == "第一党支部（2）.sdesk"
    assert photos_are_sound(out.archive)
    (archive.parent / "第一党支部（3）.sdesk.files").mkdir()
    (archive.parent / "第一党支部（4）.sdesk-journal").touch()
    assert unpack(file, archive.parent).archive.name == "第一党支部（5）.sdesk"
    assert before.items() <= tree(archive.parent).items()


def test_an_attachment_that_is_lost_or_changed_is_left_out_and_counted(
    archive: Path, tmp_path: Path
):
    with Store.open(archive) as store:
        store.save(with_photo(archive, "另一张", b"x" * 9000))
    (changed, _) = attachments.folder(archive).rglob("*.jpg")
    with_byte_changed(changed, 7)
    packed = pack(archive, tmp_path / "a.sdeskpack", None)
    assert (packed.files, packed.missing) == (1, 1)
    assert len(topics(unpack(packed.path, tmp_path / "新").archive)) == 4


def test_a_damaged_archive_makes_no_package(archive: Path, tmp_path: Path):
    with_byte_changed(archive, archive.read_bytes().rindex("有照片".encode()))
    with pytest.raises(DeskError, match="没有保留"):
        pack(archive, tmp_path / "a.sdeskpack", None)
    assert names(tmp_path) == [f"旧电脑/{n}" for n in names(archive.parent)]


def test_an_earlier_package_of_the_name_is_replaced_only_by_a_whole_one(
    archive: Path, tmp_path: Path
):
    file = pack(archive, tmp_path / "a.sdeskpack", None).path
    before = file.read_bytes()
    data = archive.read_bytes()
    with_byte_changed(archive, data.rindex("有照片".encode()))
    with pytest.raises(DeskError):
        pack(archive, file, None)
    assert file.read_bytes() == before
    archive.write_bytes(data)
    save(archive, "三")
    assert pack(archive, file, None).entries == 4


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_package_cut_short_or_made_longer_is_a_sentence(
    archive: Path, tmp_path: Path, quick: None, words: str | None
):
    file = pack(archive, tmp_path / "a.sdeskpack", words).path
    whole, before = file.read_bytes(), names(tmp_path)
    cuts = [*range(60), 100, len(whole) // 2, len(whole) - 1]
    # A zip may be followed by anything: what is read of it is checked.
    longer = [whole + b"x" * 70_000, whole + whole] if words else []
    for data in (*(whole[:cut] for cut in cuts), *longer):
        file.write_bytes(data)
        with pytest.raises(DeskError, match=r"没有打开：.*；什么也没有改动"):
            unpack(file, tmp_path / "新", words)
    assert names(tmp_path) == before


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_package_with_a_byte_changed_gives_the_same_or_a_sentence(
    archive: Path, tmp_path: Path, quick: None, words: str | None
):
    file = pack(archive, tmp_path / "a.sdeskpack", words, SETTINGS).path
    whole, known, chance = file.read_bytes(), everything(archive), random.Random(2026)
    refused, times = 0, rounds(1000)
    for _ in range(times):
        with_byte_changed(file, chance.randrange(len(whole)), chance.randrange(1, 256))
        try:
            out = unpack(file, tmp_path / "新", words)
        except DeskError:
            refused += 1
            assert not (tmp_path / "新").exists()
        else:
            assert words is None  # a zip holds bytes that say nothing: times, attributes
            assert out.settings == SETTINGS
            assert everything(out.archive) == known
            shutil.rmtree(tmp_path / "新")
        file.write_bytes(whole)
    assert refused > times * 0.6
    assert words is None or refused == times


def test_pieces_of_an_encrypted_package_cannot_change_places(archive: Path, tmp_path: Path, quick):
    with Store.open(archive) as store:
        store.save(with_photo(archive, "大", random.Random(1).randbytes(400_000)))
    file = pack(archive, tmp_path / "a.sdeskpack", WORDS).path
    whole, head, piece = file.read_bytes(), 64, sealing.PIECE + 17
    first, second = whole[head : head + piece], whole[head + piece : head + 2 * piece]
    rest = whole[head + 2 * piece :]
    for crafted in (second + first + rest, first + first + rest, first + rest, second + rest):
        file.write_bytes(whole[:head] + crafted)
        with pytest.raises(DeskError, match="损坏"):
            unpack(file, tmp_path / "新", WORDS)


def test_a_head_that_asks_for_too_much_memory_is_refused_at_once(archive: Path, tmp_path: Path):
    file = pack(archive, tmp_path / "a.sdeskpack", WORDS).path
    data = bytearray(file.read_bytes())
    data[20:24] = b"\xff" * 4
    file.write_bytes(data)
    began = time.monotonic()
    with pytest.raises(DeskError, match="不完整或已损坏"):
        unpack(file, tmp_path / "新", WORDS)
    assert time.monotonic() - began < 1


def test_packing_and_unpacking_take_little_memory_however_many_photos(
    archive: Path, tmp_path: Path, quick: None
):
    with Store.open(archive) as store:
        for number in range(12):
            photo = random.Random(number).randbytes(4_000_000)
            store.save(with_photo(archive, f"第{number}次", photo))
    tracemalloc.start()
    file = pack(archive, tmp_path / "a.sdeskpack", WORDS).path
    unpack(file, tmp_path / "新", WORDS)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert file.stat().st_size > 48_000_000
    assert most < 20_000_000


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_package_tells_what_is_in_it_and_when_it_was_made(
    archive: Path, tmp_path: Path, quick: None, words: str | None
):
    file = pack(archive, tmp_path / "a.sdeskpack", words, today=lambda: date(2026, 11, 21)).path
    told = check_package(file, words)
    assert (told.name, told.entries, told.attachments) == ("第一党支部", 3, 1)
    assert told.made == "2026-11-21"
    assert told.size > archive.stat().st_size // 2
    assert place_for(tmp_path, told.name) == unpack(file, tmp_path, words).archive


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_package_is_known_by_what_it_holds_whatever_it_is_called(
    archive: Path, tmp_path: Path, quick: None, words: str | None
):
    file = pack(archive, tmp_path / "a.sdeskpack", words).path
    assert is_package(file)
    assert is_package(file.rename(tmp_path / "改了名.zip"))
    (tmp_path / "不是.sdeskpack").write_text("nothing of the kind")
    for other in (archive, tmp_path / "不是.sdeskpack", tmp_path):
        assert not is_package(other)
    assert is_package(tmp_path / "拔走了.SDESKPACK")  # where it cannot be read, its name tells


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="os.mkfifo 只在类 Unix 系统上有")
def test_a_folder_and_a_pipe_are_no_packages_and_nobody_waits_for_them(tmp_path: Path):
    os.mkfifo(tmp_path / "管道.sdeskpack")
    (tmp_path / "文件夹.sdeskpack").mkdir()
    for path in tmp_path.iterdir():
        assert not is_package(path)
        for attempt in (needs_passphrase, check_package, lambda path: unpack(path, tmp_path)):
            with pytest.raises(DeskError, match="没有打开：它不是文件；什么也没有改动"):
                attempt(path)


@needs_disk
def test_a_stick_needs_room_for_the_package_alone_and_never_holds_plain_text(
    archive: Path, tmp_path: Path, quick: None
):
    with Store.open(archive) as store:
        store.save(with_photo(archive, "大", random.Random(1).randbytes(4_000_000)))
    stick = tmp_path / "优盘"
    with small_disk(stick, 8 * 2**20):
        file = pack(archive, stick / "a.sdeskpack", WORDS).path
        (stick / "别的文件").write_bytes(bytes(shutil.disk_usage(stick).free))
        assert check_package(file, WORDS, tmp_path / "新" / "档案").entries == 4
        assert photos_are_sound(unpack(file, tmp_path / "新" / "档案", WORDS).archive)


def test_an_earlier_packages_list_without_a_day_is_read_too():
    told = Manifest("支部", 3, {"archive.sdesk": ITEM, "settings.json": ITEM}, "2026-11-21")
    for day in ('"made": "2026-11-21",', '"made": "../../x",', '"made": 5,', ""):
        text = told.to_json().replace('"made": "2026-11-21",', day)
        assert read_manifest(text.encode()).made == ("2026-11-21" if "-21" in day else "")
