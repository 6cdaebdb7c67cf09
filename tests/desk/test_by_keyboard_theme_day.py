"""A theme day by keyboard alone: 25 members, place and host suggested, two photos, 20 keys."""

import pytest
from desk.answering import Answering
from desk.conftest import NOW
from desk.fields.forms import OFFSCREEN
from desk.typist import CTRL, KEY, Typist
from PIL import Image
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from secretary_desk.desk.desk import Desk
from secretary_desk.desk.main_window import MainWindow
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.page import Place
from secretary_desk.kinds import theme_day
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.theme_day import Form, ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link
from secretary_desk.store import attachments
from secretary_desk.store.founding import create_archive

pytestmark = OFFSCREEN
MEMBERS, AT_MOST = 25, 20


class CountingTypist(Typist):
    """Counts every key press but those of the entry's own words."""

    def __init__(self, window):
        super().__init__(window)
        self.presses, self._is_typing = 0, False

    def press(self, key, *modifier):
        self.presses += not self._is_typing
        super().press(key, *modifier)

    def type(self, text):
        self._is_typing = True
        super().type(text)
        self._is_typing = False


@pytest.fixture
def window(qtbot, tmp_path):
    """The page of the theme days, in an archive with 25 members and one earlier theme day."""
    with create_archive(tmp_path / "新.sdesk", "第一党支部", "张三", None, 2026) as store:
        members = [
            Person(name=f"党员{n:02}", category=Category.FULL, joined_on=Day("2015-07-01"))
            for n in range(1, MEMBERS)
        ]
        host = Link(members[-1].id, members[-1].name)
        earlier = ThemeDay(
            held_on=Day("2026-02-05"), topic="学党章", place="党员活动室", organiser=host
        )
        store.save(*members, earlier)
        desk = Desk(store, Memory(tmp_path / "memory.ini"), Answering(), now=lambda: NOW)
        window = MainWindow(desk, lambda: True)
        window.fill_menus([])
        window.resize(1093, 614)
        window.show()
        window.go(Place("theme_day"))
        yield window
        assert window.close()


def copy_photo(colour):
    data = QMimeData()
    data.setImageData(QImage(Image.new("RGB", (80, 60), colour).tobytes(), 80, 60, 240,
                             QImage.Format.Format_RGB888).copy())  # fmt: skip
    QApplication.clipboard().setMimeData(data)


def write_it_down(typist):
    """Press what a secretary presses who knows the keys."""
    typist.press(KEY.Key_N, CTRL)
    typist.type("3.5")
    typist.press(KEY.Key_Tab)
    typist.type("走访示例烈士纪念园")
    typist.press(KEY.Key_Tab)
    typist.press(KEY.Key_Down)  # the first form: 学习
    typist.press(KEY.Key_Tab)
    for _suggested in ("place", "organiser"):
        typist.press(KEY.Key_Down)
        typist.press(KEY.Key_Return)
        typist.press(KEY.Key_Tab)
    typist.press(KEY.Key_Tab)  # 应到 and 实到 are counted from the ticks
    typist.press(KEY.Key_Tab)
    typist.press(KEY.Key_Space)
    typist.press(KEY.Key_A, CTRL)
    for colour in ("red", "blue"):
        copy_photo(colour)
        typist.press(KEY.Key_V, CTRL)
    typist.press(KEY.Key_Return, CTRL)


def test_a_theme_day_takes_at_most_twenty_key_presses_beyond_its_own_words(window):
    typist = CountingTypist(window)
    write_it_down(typist)
    entries = window.desk.store.entries(theme_day.KIND)
    (written,) = (entry for entry in entries if entry.held_on == Day("2026-03-05"))
    assert (written.topic, written.form) == ("走访示例烈士纪念园", Form.STUDY)
    assert (written.place, written.organiser.name) == ("党员活动室", "党员24")
    assert [row.present for row in written.attendance] == [True] * MEMBERS
    assert [file.name for file in written.files] == [
        "照片 2026-03-05.png",
        "照片 2026-03-05（2）.png",
    ]
    archive = window.desk.store.path
    assert all(attachments.is_sound(archive, file) for file in written.files)
    assert typist.presses <= AT_MOST


def test_the_next_one_begins_empty(window):
    write_it_down(CountingTypist(window))
    form = window.page._editor._form
    assert form.record().topic == form.record().place == ""
    assert form.field("files").value() == form.field("attendance").value() == ()
