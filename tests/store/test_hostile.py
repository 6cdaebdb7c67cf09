"""Whatever is handed in gives a sentence, not a traceback, and spoils nothing.

With tests/cli/test_hostile.py twenty thousand inputs under ``--full``.
"""

import os
import random
from datetime import date
from pathlib import Path

import hostile
import pytest
from rounds import rounds
from store.backing import archive_with_photo, topics
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.facts.load import load_year
from secretary_desk.kinds import STORED
from secretary_desk.kinds.quick.reading import Around, read_lines
from secretary_desk.records.text import clean, file_name
from secretary_desk.store import attachments
from secretary_desk.store.backup import back_up, backups_of, copy_to, is_backup, restore
from secretary_desk.store.entering import enter
from secretary_desk.store.manifest import is_package
from secretary_desk.store.offers import difference, offers
from secretary_desk.store.pack import pack
from secretary_desk.store.recovery import damage
from secretary_desk.store.search import search
from secretary_desk.store.settling import place_for
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import check_package, needs_passphrase, unpack


def said(work) -> str:
    """Return the sentence with which something is refused; empty when it went well."""
    try:
        work()
    except DeskError as error:
        return str(error)
    return ""


def opened(path: Path) -> None:
    with Store.open(path) as store:
        for kind in STORED:
            store.entries(kind)
        store.history(1000)


@pytest.mark.timeout(1800)
def test_any_file_opened_as_an_archive_gives_a_sentence_and_stays_as_it_is(tmp_path: Path):
    chance, whole = random.Random(1), archive_with_photo(tmp_path).read_bytes()
    path, target = tmp_path / "收到的.sdesk", tmp_path / "新.sdesk"
    attempts = (
        lambda: back_up(path),
        lambda: copy_to(path, target),
        lambda: restore(path, target),
        lambda: difference(path, path),
        lambda: pack(path, tmp_path / "a.sdeskpack", None),
        lambda: unpack(path, tmp_path / "出来", chance.choice([None, "口令"])),
        lambda: needs_passphrase(path),
        lambda: check_package(path, chance.choice([None, "口令"])),
        lambda: is_package(path),
    )
    refused, times = 0, rounds(8000)
    for _ in range(times):
        data = hostile.file(whole, chance)
        path.write_bytes(data)
        told = said(lambda: opened(path))
        if told:
            refused += 1
            assert "\n" not in told
            assert path.read_bytes() == data
        if chance.random() < 0.1:
            assert bool(damage(path)) == bool(said(lambda: Store.open(path).close()))
            assert "\n" not in said(chance.choice(attempts))
            target.unlink(missing_ok=True)
    assert refused > times / 2


def test_a_folder_a_pipe_and_a_device_are_no_archives(tmp_path: Path):
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "管道.sdesk")
        assert "不是文件" in damage(tmp_path / "管道.sdesk")
        assert damage(Path("/dev/zero"))
    (tmp_path / "文件夹.sdesk").mkdir()
    assert "文件夹" in damage(tmp_path / "文件夹.sdesk")


@pytest.mark.timeout(1800)
def test_any_pasted_text_is_read_saved_and_found_or_refused_in_a_sentence(tmp_path: Path):
    chance, path = random.Random(2), archive_with_photo(tmp_path)
    with Store.open(path) as store:
        around = Around(date(2026, 11, 21), load_year(store, 2026).period)
        for number in range(rounds(4000)):
            text = hostile.text(chance)
            drafts = [jotted.draft for jotted in read_lines(text, around)]
            if number % 8 == 0:
                entered = said(lambda drafts=drafts: enter(store, drafts[:3], 2026))
                one = said(lambda text=text: store.save(meeting(text)))
                assert "\n" not in entered + one
            if number % 40 == 0:
                word = clean(text)[:6]
                assert "\n" not in said(lambda word=word: search(store, word))
                store.undo()
    assert damage(path) == ""
    assert "有照片" in topics(path)


@pytest.mark.timeout(1800)
def test_any_file_name_is_taken_or_refused_in_a_sentence(tmp_path: Path):
    chance, archive = random.Random(3), archive_with_photo(tmp_path)
    room, other = tmp_path / "放这里", tmp_path / "别处"
    room.mkdir()
    other.mkdir()
    source = back_up(archive)
    for _ in range(rounds(3000)):
        name = hostile.name(chance)
        path = room / name
        if not os.path.normpath(path).startswith(f"{room}{os.sep}"):
            continue  # it would be written elsewhere on this machine
        work = chance.choice(
            (
                lambda path=path: Store.create(path).close(),
                lambda path=path: Store.open(path).close(),
                lambda path=path: damage(path),
                lambda path=path: copy_to(archive, path),
                lambda path=path: restore(source, path),
                lambda path=path: pack(archive, path, None),
                lambda path=path: unpack(path, room),
                lambda path=path: [is_package(path), check_package(path)],
                lambda name=name: place_for(room, name),
                lambda path=path: [is_backup(path), backups_of(path), offers(path)],
                lambda path=path: attachments.keep(archive, path),
                lambda name=name: attachments.keep_bytes(archive, name, b"x"),
            )
        )
        told = said(work)
        assert "\n" not in told
        made = other / file_name(name, "支部")
        assert made.parent == other
        made.write_bytes(b"")  # any file system takes it
        made.unlink()
    assert topics(archive) == ["一", "二", "有照片"]


@pytest.mark.parametrize(
    "name", ["a\0b.sdesk", "\ud800.sdesk", "长" * 300 + ".sdesk", "a\nb.sdesk"]
)
def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path: Path, name: str):
    archive, path = archive_with_photo(tmp_path), tmp_path / "里面" / name
    attempts = (
        lambda: Store.open(path),
        lambda: copy_to(path, tmp_path / "b.sdesk"),
        lambda: back_up(path),
        lambda: unpack(path, tmp_path / "出来"),
    )
    for attempt in attempts:
        told = said(attempt)
        assert told
        assert "\n" not in told
    for attempt in (lambda: Store.create(path), lambda: copy_to(archive, path)):
        assert said(attempt)
