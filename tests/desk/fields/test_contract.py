"""What holds for the fields of every kind."""

import pytest
from desk.fields.forms import OFFSCREEN, Around, box, field_for, shown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QWidget
from strategies import values

from secretary_desk.desk.fields.make import WIDGETS
from secretary_desk.desk.fields.people import PeopleField
from secretary_desk.desk.fields.rows import RowsField
from secretary_desk.desk.fields.text import TextField
from secretary_desk.errors import Unreadable
from secretary_desk.kinds import STORED
from secretary_desk.records import specs
from secretary_desk.records.fields import Rows, plain_fields, specs_of
from secretary_desk.records.record import META

pytestmark = [OFFSCREEN, pytest.mark.usefixtures("qtbot")]
FIELDS = [
    (kind.name, name)
    for kind in STORED
    for name in kind.specs
    if name not in META or kind is STORED[0]  # what all kinds have in common, once
]
SPECS = {(kind.name, name): spec for kind in STORED for name, spec in kind.specs.items()}
every_field = pytest.mark.parametrize("of", FIELDS, ids=".".join)


def filled(field, value):
    """Return a value as a form keeps it: without rows in which nothing is filled."""
    if not isinstance(getattr(field, "_within", field), RowsField):  # it may wear a mask
        return value
    empty = plain_fields(field.spec.row())
    return tuple(row for row in value if plain_fields(row) != empty)


@every_field
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_value_that_is_shown_is_the_value(of, data):
    spec = SPECS[of]
    field = field_for(spec, Around(), of[1])
    told = []
    field.edited.connect(lambda: told.append(1))
    for value in data.draw(st.lists(values(spec) | st.just(spec.empty), min_size=1, max_size=3)):
        field.set_value(value)
        assert field.value() == filled(field, value)
        assert type(field.value()) is type(value)
        assert field.trouble() == ""
        field.take_in()
        assert field.value() == filled(field, value)
    assert told == []


@every_field
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_text_that_is_shown_means_its_value_when_it_is_typed_anew(of, data):
    spec = SPECS[of]
    field, other = field_for(spec), field_for(spec)
    if not isinstance(field, TextField):
        return
    value = data.draw(values(spec))
    field.set_value(value)
    text = box(field).text()
    box(other).insert(text)
    try:
        wanted = spec.read(text)
    except Unreadable:
        pytest.fail(f"shown, but not readable: {text!r}")
    if isinstance(spec, specs.Linked):
        assert other.value().name == value.name
    elif not isinstance(spec, specs.Tags):
        assert other.value() == wanted == value


@every_field
def test_a_field_takes_the_focus_and_says_its_label(of, qtbot):
    spec = SPECS[of]
    field = field_for(spec, name=of[1])
    form = shown(qtbot, field)
    focused = form.focusWidget()
    assert focused is not field
    assert field.isAncestorOf(focused)
    assert spec.label in (focused.accessibleName() or focused.text())


@every_field
def test_an_empty_field_has_the_specs_empty_value(of):
    assert field_for(SPECS[of]).value() == SPECS[of].empty


@every_field
def test_no_field_shows_words_as_markup_or_has_steps_for_the_wheel(of):
    field = field_for(SPECS[of])
    if isinstance(field, RowsField):
        field.add_row()
    assert not field.findChildren(QAbstractSpinBox)
    for label in field.findChildren(QLabel):
        fixed = label.textFormat() == Qt.TextFormat.AutoText and "<" not in label.text()
        assert fixed or label.textFormat() == Qt.TextFormat.PlainText


@every_field
@pytest.mark.parametrize("width", [500, 900])
def test_a_field_keeps_to_its_width(of, width, qtbot):
    field = field_for(SPECS[of], name=of[1])
    if isinstance(field, RowsField):
        field.add_row()
    form = shown(qtbot, field, size=(width, 400))
    assert not form.scroll.horizontalScrollBar().isVisible()


def test_every_spec_has_its_widget_and_every_widget_its_spec():
    used = {type(spec) for spec in SPECS.values()}
    within = {type(s) for spec in SPECS.values() if isinstance(spec, Rows)
              for s in specs_of(spec.row).values()}  # fmt: skip
    assert used | within <= set(WIDGETS)
    assert all(issubclass(widget, QWidget) for widget in WIDGETS.values())
    assert any(WIDGETS[type(spec)] is PeopleField for spec in SPECS.values())
