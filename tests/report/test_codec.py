"""A Document goes to JSON and back, and anything else is a sentence."""

import json

import pytest
from hypothesis import given, settings
from report.telling import told
from rounds import rounds
from sample import sample_year
from strategies import years

from secretary_desk.errors import DeskError
from secretary_desk.records.year import Year
from secretary_desk.render.plain import write_plain
from secretary_desk.report.codec import from_json, to_json


def test_the_sample_report_comes_back_the_same():
    document = told(sample_year())
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


@settings(max_examples=rounds(200), deadline=None, derandomize=True)
@given(year=years(at_most=2))
def test_any_report_comes_back_the_same(year: Year):
    document = told(year)
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_a_document_of_version_1_is_read_still():
    value = json.loads(json.dumps(to_json(told(sample_year()))))
    for block in value["blocks"]:
        block.pop("section", "")  # headings had none
    read = from_json(value | {"version": 1})
    assert write_plain(read) == write_plain(told(sample_year()))


def test_a_newer_document_asks_for_a_newer_program():
    with pytest.raises(DeskError, match="更新版本"):
        from_json({"version": 99})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda v: v.pop("blocks"),
        lambda v: v.update(year="2026"),
        lambda v: v["blocks"].append({"type": "table"}),
        lambda v: v["blocks"].append({"type": "wording", "text": "x"}),
        lambda v: v["blocks"].append(7),
        lambda v: v["blocks"][1]["runs"].append({"type": "wording", "text": 7}),
        lambda v: v["blocks"][1].update(more=1),
    ],
)
def test_a_spoilt_document_is_refused(spoil):
    value = json.loads(json.dumps(to_json(told(sample_year()))))
    spoil(value)
    with pytest.raises(DeskError, match="损坏"):
        from_json(value)


@pytest.mark.parametrize("value", [None, [], "x", {}, {"version": "1"}])
def test_what_is_no_document_is_refused(value):
    with pytest.raises(DeskError, match="不是书记案头的文稿"):
        from_json(value)
