"""What the window remembers, and that nothing in its file can stop the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from secretary_desk.desk.memory import Memory, documents


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "设置" / "window.ini"


def archives(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"第{number}党支部.sdesk" for number in range(count)]
    for path in paths:
        path.touch()
    return paths


def test_a_first_start_remembers_nothing(ini: Path):
    memory = Memory(ini)
    assert memory.state("window").isEmpty()
    assert memory.recent() == []
    assert memory.last_archive() is None
    assert memory.folder() == documents()


def test_the_next_start_knows_what_this_one_kept(ini: Path, tmp_path: Path):
    (path,) = archives(tmp_path, 1)
    memory = Memory(ini)
    memory.keep_state("window", QByteArray(bytes(range(256))))
    memory.remember_archive(path)
    memory.keep_folder(tmp_path)
    again = Memory(ini)
    assert again.state("window").data() == bytes(range(256))
    assert again.last_archive() == path
    assert again.folder() == tmp_path
    assert "第0党支部" in ini.read_text("utf-8")


def test_the_eight_latest_archives_are_listed_each_once(ini: Path, tmp_path: Path):
    paths = archives(tmp_path, 10)
    memory = Memory(ini)
    for path in (*paths, paths[5]):
        memory.remember_archive(path)
    assert memory.recent() == [paths[5], *reversed(paths[6:]), *reversed(paths[2:5])]


def test_a_missing_archive_is_not_listed_and_comes_back_with_its_stick(ini: Path, tmp_path: Path):
    first, second = archives(tmp_path, 2)
    memory = Memory(ini)
    memory.remember_archive(first)
    memory.remember_archive(second)
    second.unlink()
    assert memory.recent() == [first]
    assert memory.last_archive() == second  # whoever opens it says that it is missing
    second.touch()
    assert memory.recent() == [second, first]
    assert memory.last_archive() == second


def test_a_folder_that_is_gone_is_not_offered(ini: Path, tmp_path: Path):
    memory = Memory(ini)
    memory.keep_folder(tmp_path / "没有了")
    assert memory.folder() == documents()


def test_what_is_kept_about_one_archive_is_not_kept_about_another(ini: Path, tmp_path: Path):
    one, other = archives(tmp_path, 2)
    memory = Memory(ini)
    memory.keep_about(one, second="优盘")
    memory.keep_about(other, second="网盘")
    memory.keep_about(one, at="2026-11-21")
    assert Memory(ini).about(one) == {"second": "优盘", "at": "2026-11-21"}
    assert Memory(ini).about(other) == {"second": "网盘"}
    assert Memory(ini).about(tmp_path / "无.sdesk") == {}


@pytest.mark.qt_log_ignore("QVariant::load")
@pytest.mark.parametrize(
    "garbage",
    [
        "[General]\narchives=@Variant(\\0\\0\\0\\x7f\\0\\0)\n[state]\nwindow=@ByteArray(\\xff)\n",
        "[General]\narchives=1, 2, 3\n[state]\nwindow=不是字节\n[folder]\nexport=1, 2\n",
        '[General]\narchives="[[[1, null], {}, \\"\\", \\"a\\\\u0000b\\"]"\n',
        '[General]\narchives="[1, null, {}, \\"\\", \\"a\\\\u0000b\\"]"\n[folder]\nexport=a\\0b\n',
        "[General]\npins=@Variant(\\0)\n",
        '[General]\npins="[[1], {}, null, \\"\\"]"\n',
        '[General]\nabout="[1, 2]"\n',
        "\x00\x01\x02",
        "=====\n[[[[\n%%%",
    ],
)
def test_garbage_in_the_file_is_as_nothing(ini: Path, garbage: str):
    ini.parent.mkdir()
    ini.write_bytes(garbage.encode())
    memory = Memory(ini)
    assert memory.recent() == []
    assert memory.last_archive() is None
    assert memory.folder() == documents()
    assert memory.pins() == []
    assert memory.about(Path("a.sdesk")) == {}
    assert isinstance(memory.state("window"), QByteArray)


def test_a_file_that_cannot_be_written_stops_nothing(tmp_path: Path):
    (tmp_path / "文件").write_text("a file where the folder should be")
    memory = Memory(tmp_path / "文件" / "window.ini")
    memory.keep_state("window", QByteArray(b"x"))
    memory.remember_archive(tmp_path / "a.sdesk")
