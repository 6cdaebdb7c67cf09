"""What a change says of an entry's fields, for people."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.masking import HIDDEN
from secretary_desk.records.record import ref
from secretary_desk.store.journal import Change
from secretary_desk.store.sample import enter_sample
from secretary_desk.store.store import Store
from secretary_desk.store.told import Told, told


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "a.sdesk") as opened:
        yield opened


def last(store: Store) -> list[Told]:
    (change,) = store.changes(store.history(1)[0].number)
    return told(change)


def test_of_a_new_entry_what_is_filled_is_told(store):
    store.save(meeting("研究"))
    assert last(store) == [
        ("日期", "", "2026年3月5日", False),
        ("类型", "", "支部委员会", False),
        ("主题", "", "研究", False),
    ]


def test_of_a_changed_entry_the_changed_fields_are_told_before_and_after(store):
    entry = meeting("研究")
    store.save(entry)
    store.save(replace(entry, topic="讨论", starred=True))
    assert [said[:3] for said in last(store)] == [
        ("加星", "否", "是"),
        ("主题", "研究", "讨论"),
    ]


def test_of_a_deletion_the_words_say_all(store):
    entry = meeting("研究")
    store.save(entry)
    store.delete(ref(entry))
    assert last(store) == []


def test_private_fields_say_only_that_they_changed(store):
    entry = Talk(summary="家里的事", follow_up="")
    store.save(entry)
    assert ("内容", "", HIDDEN, False) in last(store)
    store.save(replace(entry, summary="", follow_up="再谈"))
    assert {("内容", HIDDEN, "", False), ("跟进", "", HIDDEN, False)} <= set(last(store))


def test_of_a_text_of_the_report_no_keys_are_told(store):
    store.save(PassageEdit(year=2026, passage="导语", text="我们", generated="{{三会一课.次数}}"))
    assert last(store) == [("文字", "", "我们", False)]


def test_no_entry_of_a_year_is_told_by_ids_or_marks(store):
    enter_sample(store)
    marks = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{16}|[{}\[\]]|None|True|False")
    steps = (step.number for step in store.history(1000))
    said = [each for number in steps for change in store.changes(number) for each in told(change)]
    assert len(said) > 1000
    assert [each for each in said if marks.search(each.before + each.after)] == []


@pytest.mark.parametrize("state", [{"held_on": 3}, {"attendance": "{"}, {"form": "跳舞"}])
def test_what_no_field_holds_is_a_sentence(state):
    with pytest.raises(DeskError, match="改动记录已损坏"):
        told(Change("study_meeting", "x", None, state, ""))
