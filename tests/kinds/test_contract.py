"""What every kind keeps to, whatever it is about."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import records, values, years

from secretary_desk.errors import DeskError
from secretary_desk.kinds import KINDS, STORED, find_kind, kind_of
from secretary_desk.records import fields, specs
from secretary_desk.records.fact import Fact, Measure
from secretary_desk.records.fields import Rows, load_fields
from secretary_desk.records.period import Period
from secretary_desk.records.record import META, kind_name, plain_record, problems, ref
from secretary_desk.records.specs import Linked
from secretary_desk.records.text import snake
from secretary_desk.records.year import Year

TYPED = "支部概况.手填."
SHOWN_WHOLE = (specs.Line, specs.Day, specs.Count, specs.Amount, specs.Choice, specs.Yes)
stored = pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.name)
told = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def own(kind):
    return {name: spec for name, spec in kind.specs.items() if name not in META}


def _keys(kind):
    return [declared.key for declared in (*kind.measures, *kind.shelves)]


def said(kind, year):
    return [item for item in kind.facts(year) if item is not None]


@stored
def test_a_kind_is_named_after_its_class(kind):
    assert kind.name == snake(kind.record.__name__) == kind_name(kind.record)
    assert find_kind(kind.name) is find_kind(kind.label) is kind_of(kind.record()) is kind


def test_a_kind_that_is_not_there_is_refused_by_naming_those_that_are():
    with pytest.raises(DeskError, match="支部概况、党员名册、三会一课"):
        find_kind("会议")


@stored
def test_no_field_takes_the_name_of_what_every_entry_has(kind):
    assert not set(kind.record.__annotations__) & set(META)


@stored
def test_labels_are_unique_and_can_be_named_in_wording(kind):
    labels = [spec.label for spec in kind.specs.values()] + list(kind.derived)
    assert len(set(labels)) == len(labels)
    assert [label for label in labels if not label.isidentifier()] == []


@stored
def test_the_labels_of_rows_are_unique_and_can_be_named_in_wording(kind):
    for spec in kind.specs.values():
        if isinstance(spec, Rows):
            labels = [cell.label for cell in fields.specs_of(spec.row).values()]
            assert len(set(labels)) == len(labels)
            assert all(label.isidentifier() for label in labels)


@stored
def test_a_heading_means_one_field(kind):
    headers = [h for spec in kind.specs.values() for h in (spec.label, *spec.headers)]
    assert len(set(headers)) == len(headers)


@stored
def test_every_column_and_link_leads_somewhere(kind):
    assert set(kind.columns) <= set(kind.specs) | set(kind.derived)
    assert not set(kind.derived) & set(kind.specs)
    for spec in kind.specs.values():
        if isinstance(spec, Linked):
            assert find_kind(spec.kind) in KINDS


@stored
@given(data=st.data())
def test_a_record_goes_to_json_and_back_exactly(kind, data):
    record = data.draw(records(kind))
    plain = json.loads(json.dumps(plain_record(record)))
    times = {name: plain[name] for name in ("id", "created", "changed", "deleted")}
    assert kind.record(**times, **load_fields(kind.specs, plain)) == record


@stored
@given(data=st.data())
def test_what_a_field_shows_it_reads_back(kind, data):
    for spec in own(kind).values():
        if isinstance(spec, SHOWN_WHOLE):
            value = data.draw(values(spec))
            assert spec.read(spec.show(value)) == value


@stored
@given(data=st.data(), on=st.dates(date(2023, 1, 1), date(2028, 1, 1)))
def test_any_record_can_be_checked_shown_and_dated(kind, data, on):
    record = data.draw(records(kind))
    assert all(problem.field in kind.specs and problem.text for problem in problems(record))
    shown = [kind.shown(record, name) for name in (*kind.specs, *kind.derived)]
    assert all(isinstance(text, str) for text in (*shown, kind.title(record)))
    assert kind.when.holds(record, Period.calendar(on.year)) in (True, False, None)


@told
def test_nothing_is_said_of_an_empty_year(kind):
    assert said(kind, Year(Period.calendar(2026), {})) == []


@given(year=years())
def test_all_that_is_said_was_declared(year):
    for kind in KINDS:
        declared = {promise.key: promise for promise in (*kind.measures, *kind.shelves)}
        for item in said(kind, year):
            if not item.key.startswith(TYPED):
                promise = declared[item.key]
                assert isinstance(item, Fact) == isinstance(promise, Measure)
                assert item.label == promise.label
            if isinstance(item, Fact) and not item.key.startswith(TYPED):
                assert (item.unit, item.nature) == (promise.unit, promise.nature)


@given(year=years())
def test_every_figure_stands_on_entries_of_the_year_and_is_not_nought(year):
    nearby = [year, year.following] if year.following else [year]
    there = {ref(r) for y in nearby for some in y.counted_entries.values() for r in some}
    for item in (item for kind in KINDS for item in said(kind, year)):
        entries = item.entries if isinstance(item, Fact) else tuple(map(ref, item.records))
        assert entries
        assert set(entries) <= there
        assert len(set(entries)) == len(entries)
        assert not isinstance(item, Fact) or item.value > 0


@given(year=years())
def test_nothing_is_said_twice(year):
    keys = [item.key for kind in KINDS for item in said(kind, year)]
    keys = [key for key in keys if not key.startswith(TYPED)]
    assert len(set(keys)) == len(keys)


def test_every_key_is_one_of_its_own_and_can_be_written_in_wording():
    declared = [key for kind in STORED for key in _keys(kind)]
    assert len(set(declared)) == len(declared)
    for key in declared:
        assert all(part.isidentifier() for part in key.split(".")), key
    groups = {key.rsplit(".", n)[0] for key in declared for n in range(1, key.count(".") + 1)}
    assert not groups & set(declared)


@told
def test_a_kinds_keys_begin_with_its_label(kind):
    assert all(key.startswith(f"{kind.label}.") for key in _keys(kind))
