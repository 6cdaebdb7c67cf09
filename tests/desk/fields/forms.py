"""A page around a field, as far as fields ask for one."""

import hashlib
from concurrent.futures import Future
from datetime import datetime

import pytest
from desk.answering import Answering
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from secretary_desk.desk.fields.make import make_field
from secretary_desk.desk.fields.thumbnail import Seen, shrunk
from secretary_desk.errors import DeskError
from secretary_desk.kinds.person import Person
from secretary_desk.records.record import Attachment
from secretary_desk.store.attachments import State

# The offscreen platform says it of raising windows and grabbing keys.
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift)


class Around:
    """Answers what fields ask, from what a test lays out."""

    def __init__(self, *, people=(), entries=None, suggestions=None, year=2026, ask=None):
        self.year, self.ask = year, ask or Answering()
        self.roster, self.kept = list(people), entries or {}
        self.earlier, self.opened, self.asked = suggestions or {}, [], []
        self.kept_files, self.saved = {}, []

    def suggestions(self, field_name, spec):
        self.asked.append(field_name)
        return self.earlier.get(field_name, [])

    def people(self, on):
        if on is None:
            return self.roster
        return [p for p in self.roster if not p.arrived_on or p.arrived_on <= on]

    def entries(self, kind):
        return self.roster if kind == "person" else self.kept.get(kind, [])

    def attach(self, path):
        if not path.is_file():
            raise DeskError(f"附件“{path}”没有存进来：没有这个文件")
        return self.attach_bytes(path.name, path.read_bytes())

    def attach_bytes(self, name, data):
        sha256 = hashlib.sha256(data).hexdigest()
        self.kept_files.setdefault(sha256, Seen(State.SOUND, shrunk(data, 40)))
        return Attachment(name=name, sha256=sha256, size=len(data))

    def look_at(self, attachment, side):
        look = Future()
        look.set_result(self.kept_files.get(attachment.sha256, Seen(State.SOUND)))
        return look

    def now(self):
        return datetime(2026, 3, 5, 14, 30)

    def save_attachment(self, attachment):
        self.saved.append(attachment)

    def open_attachment(self, attachment):
        self.opened.append(attachment)


class Form(QWidget):
    """Fields below one another in a scroll area, with a box before and one after them."""

    def __init__(self, *fields):
        super().__init__()
        self.before, self.after, self.fields = QLineEdit(), QLineEdit(), fields
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.before, *fields, self.after):
            column.addWidget(widget)
        column.addStretch(1)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.addWidget(self.scroll)
        self.keys, self.closed = [], lambda: None

    def keyPressEvent(self, event):
        if event.key() not in MODIFIERS:
            self.keys.append(event.key())

    def closeEvent(self, event):
        self.closed()


def shown(qtbot, *fields, size=(500, 400)):
    """Return a form with these fields, on the screen and active."""
    form = Form(*fields)
    qtbot.addWidget(form)
    form.resize(*size)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    fields[0].setFocus()
    fields[0].form = form  # lives as long as its field, whether or not the test keeps it
    return form


def field_for(spec, around=None, name="", value=None):
    """Return the field for a spec, with a value shown."""
    field = make_field(spec, around or Around(), name)
    if value is not None:
        field.set_value(value)
    return field


def box(field):
    """Return what a field gives the focus to."""
    widget = field
    while widget.focusProxy():
        widget = widget.focusProxy()
    return widget


def press(widget, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys that are no Chinese, at the window, which hands them to an open list first."""
    window = widget.window()
    for key in keys:
        for one in key if isinstance(key, str) else (key,):
            _activate(window)
            QTest.keyClick(window.windowHandle(), one, modifier)


def _activate(window):
    """Do what other platforms do when a list closes: the offscreen one leaves it active."""
    if not QApplication.activePopupWidget() and QApplication.activeWindow() is not window:
        window.activateWindow()
        QApplication.processEvents()


def person(name, **known):
    """Return someone on the roster."""
    return Person(name=name, **known)
