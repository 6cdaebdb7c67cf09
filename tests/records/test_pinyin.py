import subprocess
import sys

import pytest
from hypothesis import given
from strategies import LINES

from secretary_desk.records.pinyin import begins, matches, pinyin_keys, sort_key


@pytest.mark.parametrize(
    "typed",
    ["支委", "zhiweihui", "zhiw", "zwh", "zhwh", "wh", "zhi'wei'hui", "ZWH", "ｚｗｈ", "kuai"],
)
def test_a_word_is_found_by_its_characters_its_pinyin_and_its_initials(typed):
    assert matches(typed, "召开支委会")


@pytest.mark.parametrize("typed", ["zwq", "whz", "支会", "x", "支w", "'", "！"])
def test_what_a_word_does_not_hold_is_not_found(typed):
    assert not matches(typed, "召开支委会")


@pytest.mark.parametrize("typed", ["chongqing", "zhongqing", "cq", "zq"])
def test_any_reading_of_a_character_will_do(typed):
    assert matches(typed, "重庆会议室")


@pytest.mark.parametrize("typed", ["lvjie", "lujie", "lj"])
def test_the_u_with_dots_is_typed_as_v_or_u(typed):
    assert matches(typed, "吕洁")


@pytest.mark.parametrize("typed", ["excel", "EX", "ebg", "a1", "A１"])
def test_letters_and_digits_are_words(typed):
    assert matches(typed, "Excel表格 A1")


def test_the_beginning_of_a_word_is_told_from_its_middle():
    assert begins("zhao", "召开支委会")
    assert begins("zkzwh", "召开支委会")
    assert begins("召开", "召开支委会")
    assert not begins("zw", "召开支委会")
    assert not begins("支委", "召开支委会")


def test_characters_without_a_known_reading_are_passed_over():
    assert matches("liming", "李𠮷明")
    assert matches("𠮷", "李𠮷明")
    assert pinyin_keys("李𠮷，") == ("li",)


def test_nothing_typed_is_found_everywhere():
    assert matches("", "支委会")


@given(LINES)
def test_every_text_is_found_by_itself_and_has_a_place_in_the_order(text):
    assert matches(text, text)
    assert len(text) < 2 or sort_key(text) < sort_key(f"{text}一")  # two may be a surname


def test_names_stand_in_the_order_of_their_sounds():
    names = ["张伟", "曾强", "单芳", "李娜", "阿卜杜拉", "林涛", "凌云", "欧阳明", "万俟雪", "𠮷野"]
    assert sorted([*names, "A1"], key=sort_key) == [
        "A1", "阿卜杜拉", "李娜", "林涛", "凌云", "万俟雪", "欧阳明", "单芳", "曾强", "张伟",
        "𠮷野",
    ]  # fmt: skip


def test_a_shorter_sound_stands_before_a_longer_one_whatever_follows():
    names = ["安一", "啊张", "啊", "a张", "暗", "啊啊"]
    assert sorted(names, key=sort_key) == ["a张", "啊", "啊啊", "啊张", "安一", "暗"]


def test_the_same_sound_is_put_in_order_by_tone():
    assert sorted(["李明", "黎明", "厉明", "力明"], key=sort_key)[0] == "黎明"


def test_pinyin_is_loaded_only_when_it_is_asked_for():
    code = "import sys, secretary_desk.records.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
