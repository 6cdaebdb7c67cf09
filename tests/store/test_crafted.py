"""Packages that nobody of ours wrote: refused in a sentence, nothing written, nothing swollen."""

import random
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rounds import rounds
from store.backing import archive_with_photo, names
from store.crafted import LIST, Parts, digest, listed, written

from secretary_desk.errors import DeskError
from secretary_desk.store.pack import pack
from secretary_desk.store.unpack import check_package, unpack


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    folder = tmp_path_factory.mktemp("a")
    file = pack(archive_with_photo(folder), folder / "a.sdeskpack", None, {"a": 1}).path
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def refused(file: Path, sentence: str = "不完整或已损坏") -> None:
    out, before = file.parent / "出来", names(file.parent.parent)
    with pytest.raises(DeskError, match=f"没有打开：.*{sentence}.*；什么也没有改动") as told:
        unpack(file, out)
    assert "\n" not in str(told.value)
    assert not out.exists()
    assert names(file.parent.parent) == before


def test_what_is_put_together_as_we_do_it_is_taken(parts: Parts, tmp_path: Path):
    file = written(tmp_path / "a.sdeskpack", listed(parts))
    assert unpack(file, tmp_path / "出来").settings == {"a": 1}


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt", "/tmp/evil.txt", "C:\\evil.txt", "files\\..\\evil", "files/../../evil.txt",
        "evil.txt", "files/ab/evil.jpg", "files/ab/../../evil.jpg", "archive.sdesk-journal",
        "archive.sdesk/", "files/", "files/{0}/{1}/x", "files/00/{1}.jpg", "files/{0}/{1}.jp/g",
        "files/{0}/{1}.JPG", "files/{0}/{1}.jpg\n", "FILES/{0}/{1}.jpg", "./archive.sdesk",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(parts: Parts, tmp_path: Path, name: str):
    name = name.format(digest(b"evil")[:2], digest(b"evil"))
    (tmp_path / "in").mkdir()
    refused(written(tmp_path / "in" / "a.sdeskpack", listed({**parts, name: b"evil"})))
    refused(written(tmp_path / "in" / "b.sdeskpack", {**parts, name: b"evil"}))


def test_a_link_comes_out_as_no_link(parts: Parts, tmp_path: Path):
    (tmp_path / "in").mkdir()
    file, name = tmp_path / "in" / "a.sdeskpack", f"files/{digest(b'/etc')[:2]}/{digest(b'/etc')}"
    with zipfile.ZipFile(file, "w") as package:
        for part, data in listed({**parts, name: b"/etc"}).items():
            info = zipfile.ZipInfo(part)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            package.writestr(info, data)
    archive = unpack(file, tmp_path / "出来").archive
    assert not any(path.is_symlink() for path in archive.parent.rglob("*"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused(parts: Parts, tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name in parts:
        file = tmp_path / "in" / "a.sdeskpack"
        with zipfile.ZipFile(file, "w") as package:
            for part, data in (*parts.items(), (name, parts[name])):
                package.writestr(part, data)
        refused(file)


def test_a_part_missing_or_too_many_is_refused(parts: Parts, tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name in parts:
        left = {part: data for part, data in parts.items() if part != name}
        refused(written(tmp_path / "in" / "a.sdeskpack", left))


LIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "larger": lambda told: told["files"]["archive.sdesk"].update(size=10**9),
    "smaller": lambda told: told["files"]["archive.sdesk"].update(size=10),
    "negative": lambda told: told["files"]["archive.sdesk"].update(size=-1),
    "no number": lambda told: told["files"]["archive.sdesk"].update(size="1"),
    "another hash": lambda told: told["files"]["archive.sdesk"].update(sha256="0" * 64),
    "no hash": lambda told: told["files"]["archive.sdesk"].update(sha256="../" * 20),
    "no files": lambda told: told.update(files=[]),
    "no format": lambda told: told.pop("format"),
    "fewer than none": lambda told: told.update(entries=-1),
    "no end of entries": lambda told: told.update(entries=10**300),
    "no name": lambda told: told.update(name=["a"]),
    "itself": lambda told: told["files"].update({LIST: {"size": 1, "sha256": "0" * 64}}),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_list_that_does_not_fit_is_refused(parts: Parts, tmp_path: Path, lie: str):
    (tmp_path / "in").mkdir()
    refused(written(tmp_path / "in" / "a.sdeskpack", listed(parts, LIES[lie])))


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b"1" * 5000, b"null"])
@pytest.mark.parametrize("part", [LIST, "settings.json"])
def test_a_part_that_is_no_json_is_refused(parts: Parts, tmp_path: Path, part: str, text: bytes):
    (tmp_path / "in").mkdir()
    changed = {**parts, part: text}
    refused(written(tmp_path / "in" / "a.sdeskpack", changed if part == LIST else listed(changed)))


def test_a_package_of_a_later_program_asks_for_it(parts: Parts, tmp_path: Path):
    (tmp_path / "in").mkdir()
    later = listed(parts, lambda told: told.update(format=2))
    refused(written(tmp_path / "in" / "a.sdeskpack", later), "请先升级程序")


@pytest.mark.parametrize("name", ["../../evil", "CON", "a/b\\c:d*?", "", " . ", "长" * 300, "a\0b"])
def test_the_archives_name_leads_nowhere(parts: Parts, tmp_path: Path, name: str):
    crafted = listed(parts, lambda told: told.update(name=name))
    out = unpack(written(tmp_path / "a.sdeskpack", crafted), tmp_path / "出来" / "里面").archive
    assert out.parent == tmp_path / "出来" / "里面"
    assert out.is_file()


def test_an_archive_that_is_none_of_ours_is_not_let_in(parts: Parts, tmp_path: Path):
    (tmp_path / "in").mkdir()
    whole = parts["archive.sdesk"]
    file = tmp_path / "in" / "a.sdeskpack"
    for data in (
        b"",
        b"text",
        whole[: len(whole) // 2],
        whole[:5000] + b"\0" * 4096 + whole[9096:],
    ):
        refused(written(file, listed({**parts, "archive.sdesk": data})), "里面的档案不能用：")


def test_a_bomb_takes_neither_memory_nor_room(parts: Parts, tmp_path: Path):
    (tmp_path / "in").mkdir()
    zeros, file = bytes(80 * 2**20), tmp_path / "in" / "a.sdeskpack"
    name = f"files/{digest(zeros)[:2]}/{digest(zeros)}"
    for bomb in (name, "settings.json", LIST):
        honest = listed({**parts, bomb: zeros}) if bomb != LIST else {**parts, LIST: zeros}
        small = listed({**parts, bomb: b"{}"}) | ({bomb: zeros} if bomb != LIST else {LIST: zeros})
        for crafted in (honest, small):
            written(file, crafted)
            assert file.stat().st_size < 2**20
            tracemalloc.start()
            refused(file, "")
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert most < 60 * 2**20


def test_a_size_in_the_zip_that_lies_is_found_out(parts: Parts, tmp_path: Path):
    (tmp_path / "in").mkdir()
    zeros = bytes(30 * 2**20)
    file = written(tmp_path / "in" / "a.sdeskpack", {**parts, "settings.json": zeros})
    data = file.read_bytes().replace(len(zeros).to_bytes(4, "little"), (8).to_bytes(4, "little"))
    file.write_bytes(data)
    refused(file)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_we_do_not_use_is_refused(parts: Parts, tmp_path: Path, method: int):
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.sdeskpack"
    with zipfile.ZipFile(file, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    refused(file)


def test_whatever_is_called_a_package_gives_a_sentence(parts: Parts, tmp_path: Path):
    chance, file = random.Random(2026), tmp_path / "a.sdeskpack"
    whole = written(file, parts).read_bytes()
    head = [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"sdeskpack-sealed", whole[-300:]]
    for number in range(rounds(4000)):
        if number % 2:
            data = chance.choice(head) + chance.randbytes(chance.randrange(400))
        else:  # the directory, by which everything is found, at random
            crafted = bytearray(whole)
            for _ in range(chance.randint(1, 8)):
                crafted[chance.randrange(len(whole) - 600, len(whole))] = chance.randrange(256)
            data = bytes(crafted)
        file.write_bytes(data)
        said = said_of(file, "口令" if number % 3 else None)
        assert not said or ("没有打开：" in said and "\n" not in said)


def said_of(package: Path, passphrase: str | None) -> str:
    """Return the sentence with which a package is refused; empty when it is taken."""
    try:
        check_package(package, passphrase)
    except DeskError as error:
        return str(error)
    return ""
