"""What is typed and pasted becomes text that every document can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretary_desk.records.text import characters, clean, halfwidth, one_line, snake, told_size

ANY = st.text(st.characters() | st.sampled_from("\r\n\x0b\x0c\x85\u2028\ufdd0\ufffe\ud800 \u3000"))


@given(ANY)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text) == one_line(clean(text))


@given(ANY)
def test_cleaned_text_can_be_encoded_and_stands_in_xml(text):
    cleaned = clean(text).encode().decode()
    assert all(char in "\t\n" or ord(char) >= 0x20 for char in cleaned)
    assert not set("\ufdd0\ufdd1\ufdd2\ufdef\ufffe\uffff\x7f") & set(cleaned)


@given(ANY)
def test_one_line_has_no_line_end_and_no_blank_at_its_ends(text):
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_stays_one(end):
    assert clean(f"甲{end}乙") == "甲\n乙"
    assert one_line(f"甲{end}乙") == "甲 乙"


def test_rare_characters_stay():
    assert clean("𠮷𡈽㐂·買") == "𠮷𡈽㐂·買"


def test_full_width_digits_are_read():
    assert halfwidth("２０２６．３．５ ") == "2026.3.5"


def test_characters_are_counted_as_word_counts_them():
    assert characters("全年召开12次，ABC会") == 9
    assert characters(" \n\u3000") == 0


def test_a_class_name_becomes_a_kind_name():
    assert [snake(name) for name in ("StudyMeeting", "Plan")] == ["study_meeting", "plan"]


@pytest.mark.parametrize(
    ("size", "told"), [(0, "0KB"), (1, "1KB"), (1024, "1KB"), (1025, "2KB"), (3_456_789, "3.3MB")]
)
def test_sizes_are_told_as_people_read_them(size, told):
    assert told_size(size) == told
