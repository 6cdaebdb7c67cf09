"""Why something failed is told in Chinese, with what to do about it, whoever says so."""

import errno
import sqlite3
from pathlib import Path

import pytest
from store.dying import dead_network, needs_network, needs_stick, stick

from secretary_desk.store.reasons import reason_of


class FromWindows(OSError):
    """What Python raises there: most of its numbers become one errno, EACCES or EINVAL."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "Access is denied")
        self.winerror = number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (19, "写保护"),
        (32, "请关闭后再试"),
        (112, "磁盘已满"),
        (64, "网络断开"),
        (1167, "优盘已拔出"),
    ],
)
def test_what_windows_says_is_told_by_its_own_number(number: int, words: str):
    assert words in reason_of(FromWindows(number))
    assert "只读" in reason_of(FromWindows(5))


@needs_stick
def test_a_stick_pulled_out_is_told_as_such_by_sqlite_and_by_the_system(tmp_path: Path):
    with stick(tmp_path / "优盘") as disk:
        file = disk.folder / "a.db"
        with sqlite3.connect(file) as db:
            db.execute("create table t (x)")
            db.execute("insert into t values (zeroblob(100000))")
        disk.pull()
        with pytest.raises(sqlite3.Error) as read:
            db.execute("select sum(length(x)) from t").fetchall()
        with pytest.raises(OSError, match=r"\[Errno") as opened:
            file.read_bytes()
        assert "优盘已拔出" in reason_of(read.value)
        assert "优盘已拔出" in reason_of(opened.value)
        db.close()


@needs_network
def test_a_network_that_is_down_is_told_as_such(tmp_path: Path):
    with dead_network(tmp_path / "共享"), pytest.raises(OSError, match=r"\[Errno") as opened:
        (tmp_path / "共享" / "a.sdesk").read_bytes()
    assert "网络断开了，连上后再试" in reason_of(opened.value)
