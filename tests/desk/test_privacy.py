"""Nothing private is seen, told, copied or written down unless the user uncovers it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from desk.fields.forms import OFFSCREEN, box, press
from desk.windows import standing
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from secretary_desk.desk.page import Place
from secretary_desk.desk.pages import PAGES
from secretary_desk.desk.record.context import FormContext
from secretary_desk.kinds import KINDS, find_kind
from secretary_desk.kinds.appraisal import Appraisal, Grade, Result
from secretary_desk.kinds.dues import Dues
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.record import ref
from secretary_desk.records.specs import Line, Link

pytestmark = OFFSCREEN
_TOP = QModelIndex()
ID, PHONE = "110101199003071234", "13812345678"
SECRETS = (ID, PHONE, "家中变故", "再谈一次", "7654.32", "不可外传者")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ROLE = Qt.ItemDataRole
TOLD = (
    ROLE.DisplayRole,
    ROLE.EditRole,
    ROLE.ToolTipRole,
    ROLE.StatusTipRole,
    ROLE.AccessibleTextRole,
    ROLE.AccessibleDescriptionRole,
)
WORDS = (
    "text",
    "toPlainText",
    "title",
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
)
GRADED = Result(who=Link(None, "不可外传者"), grade=Grade.BARELY)
PRIVATE = {
    Person: {"id_number": ID, "phone": PHONE},
    Talk: {"summary": "家中变故，正在想办法", "follow_up": "下月再谈一次"},
    Dues: {"base": Decimal("7654.32")},
    Appraisal: {"results": (GRADED,)},
}


@pytest.fixture
def window(qtbot, sample_desk):
    """The window on a desk where everything private is filled in, in this year's entries."""
    sample_desk.save(
        *(
            replace(found, **private)
            for record, private in PRIVATE.items()
            for found in sample_desk.loaded().counted(record)
        )
    )
    window = standing(qtbot, sample_desk)
    yield window
    assert window.close()


def entry(window, record):
    return window.desk.loaded().counted(record)[0]


def open_entry(window, record):
    """Open an entry, and return its form."""
    found = entry(window, record)
    window.go(Place(ref(found).kind, ref(found)))
    QApplication.processEvents()
    return window.page._editor._form


def seen(window):
    """Yield every word that the window shows or tells of what it shows."""
    widgets = [window, *(w for w in window.findChildren(QWidget) if w.isVisible())]
    for thing in (*widgets, *window.findChildren(QAction)):
        tells = (getattr(thing, name, None) for name in WORDS)
        yield from (str(tell()) for tell in tells if callable(tell))
    for view in (w for w in widgets if isinstance(w, QAbstractItemView)):
        yield from cells(view.model())


def cells(model, above=_TOP):
    """Yield what the cells of a list, a table or a tree say, in every way they say it."""
    flat = isinstance(model, QAbstractListModel)
    for row in range(model.rowCount(above) if model else 0):
        for column in range(1 if flat else model.columnCount(above)):
            yield from (str(model.index(row, column, above).data(role)) for role in TOLD)
        if not flat:
            yield from cells(model, model.index(row, 0, above))


def leaks(window):
    return {secret for told in seen(window) for secret in SECRETS if secret in told}


def test_there_is_something_private_in_every_field_that_can_hold_it():
    private = {k.record: {n for n, s in k.specs.items() if s.private} for k in KINDS}
    assert {record: set(given) for record, given in PRIVATE.items()} == {
        record: names for record, names in private.items() if names
    }


def test_no_page_shows_anything_private(window):
    for page in (*PAGES, "attendance"):
        window.go(Place(page))
        QApplication.processEvents()
        assert len(list(seen(window))) > 100, page
        assert leaks(window) == set(), page


@pytest.mark.parametrize("record", PRIVATE)
def test_an_entry_shows_nothing_private_until_it_is_uncovered(window, record):
    form = open_entry(window, record)
    assert leaks(window) == set()
    for name in PRIVATE[record]:
        form.field(name).uncover()
    assert len(leaks(window)) == len(PRIVATE[record])  # else nothing above was looked at


@pytest.mark.parametrize("record", PRIVATE)
def test_another_entry_and_the_same_one_again_are_masked(window, record):
    form = open_entry(window, record)
    for _ in range(2):
        form.field(next(iter(PRIVATE[record]))).uncover()
        window.page._show(window.page._editor.base)
        assert leaks(window) == set()


def test_coming_back_to_the_page_finds_it_masked(window):
    form = open_entry(window, Talk)
    form.field("summary").uncover()
    window.go(Place("calendar"))
    window.go_back()
    QApplication.processEvents()
    assert window.page._editor._form is form
    assert leaks(window) == set()


def test_what_is_found_by_private_words_is_named_and_not_quoted(window):
    for words in ("家中变故", "0307", "138", "不可外传者", "再谈"):
        window.go(Place("search", find=words))
        QApplication.processEvents()
        shown = "\n".join(cells(window.page._list.model()))
        assert "不在这里显示" in shown
        assert not [secret for secret in SECRETS if secret in shown]


def test_the_history_of_an_entry_tells_that_something_private_changed_and_not_what(window):
    for record, private in PRIVATE.items():
        window.go(Place("history", ref(entry(window, record))))
        QApplication.processEvents()
        told = "\n".join(seen(window))
        specs = find_kind(ref(entry(window, record)).kind).specs
        assert all(f"{specs[name].label}：" in told for name in private)
        assert leaks(window) == set()


def test_nobody_elses_numbers_are_offered_while_one_is_typed(window):
    context = FormContext(window.desk, find_kind("person"), lambda: entry(window, Person))
    specs = find_kind("person").specs
    lines = [name for name, spec in specs.items() if isinstance(spec, Line)]
    offered = {name for name in lines if context.suggestions(name, specs[name])}
    assert "job" in offered
    assert not offered & {"id_number", "phone"}


def test_copying_from_a_list_copies_nothing_private(window):
    open_entry(window, Person)
    view = window.page.findChild(QAbstractItemView)
    view.setFocus()
    view.selectAll()
    press(view, KEY.Key_C, modifier=CTRL)
    copied = QGuiApplication.clipboard().text()
    assert not [secret for secret in SECRETS if secret in copied]


def test_the_report_and_its_annexes_hold_nothing_private(window):
    told = str(window.desk.report())
    assert "谈心谈话" in told
    assert not [secret for secret in SECRETS if secret in told]


def test_dots_and_stars_are_never_saved(window):
    form = open_entry(window, Person)
    before = entry(window, Person)
    typed = box(form.field("job"))
    typed.setFocus()
    press(window, "x")
    form.field("phone").uncover()
    form.field("phone").cover()
    assert window.leave()
    after = window.desk.store.get(ref(before))
    assert (after.id_number, after.phone) == (ID, PHONE)
    assert after.job != before.job


def test_looking_at_an_entry_uncovered_and_covered_changes_nothing(window):
    form = open_entry(window, Talk)
    steps = len(window.desk.store.history())
    for name in ("summary", "follow_up"):
        form.field(name).uncover()
        form.field(name).cover()
    assert form.record() == window.page._editor.base
    assert window.leave()
    assert len(window.desk.store.history()) == steps


def test_what_is_typed_stays_in_sight_while_it_is_saved_by_itself(window):
    window.go(Place("person"))
    press(window, KEY.Key_N, modifier=CTRL)
    form = window.page._editor._form
    press(window, "zhang")
    phone = box(form.field("phone"))
    phone.setFocus()
    press(window, PHONE)
    assert window.page._editor.save()
    assert QApplication.focusWidget() is phone
    assert phone.isVisible()
    press(window, KEY.Key_Backspace)
    assert window.leave()
    kept = window.desk.store.get(ref(window.page._editor.base))
    assert kept.phone == PHONE[:-1]


def test_what_the_window_remembers_holds_nothing_private(window, tmp_path):
    for record in PRIVATE:
        open_entry(window, record)
    window.go(Place("search", find="家中变故"))
    assert window.leave()
    window.desk.memory.keep_folder(tmp_path)
    written = [f for f in tmp_path.glob("*.ini") if f.is_file()]
    assert written
    for file in written:
        text = file.read_text("utf-8")
        assert not [secret for secret in SECRETS if secret in text]


def test_the_window_is_named_by_the_branch_alone(window):
    before = window.windowTitle()
    for record in PRIVATE:
        open_entry(window, record)
        assert window.windowTitle() == before
