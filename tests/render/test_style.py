from dataclasses import FrozenInstanceError, fields

import pytest

from secretary_desk.report.style import (
    LOCAL_PITCHES,
    StyleSheet,
    load_speech_style,
    load_style,
    points,
)


@pytest.fixture(scope="module")
def style() -> StyleSheet:
    return load_style()


def test_the_text_block_is_156_by_225_millimetres(style):
    assert (style.page.block_width, style.page.block_height) == (156, 225)


def test_the_block_holds_22_lines_of_28_characters(style):
    assert (style.lines, style.characters) == (22, 28)
    assert 28 * style.advance <= points(156) < 29 * style.advance


def test_the_pitch_is_the_largest_whole_twentieth_that_holds_22_lines(style):
    twentieths = round(style.grid.pitch * 20, 6)
    assert twentieths == 579
    assert 22 * (twentieths + 1) / 20 > points(225)


def test_titles_are_22_points_and_text_is_16(style):
    faces = style.faces
    assert (faces.title.font, faces.title.size) == ("方正小标宋简体", 22)
    text = (faces.body, faces.heading1, faces.heading2, faces.heading3, faces.heading4)
    assert {face.size for face in text} == {16}
    assert [face.font for face in text] == [
        "仿宋_GB2312",
        "黑体",
        "楷体_GB2312",
        "仿宋_GB2312",
        "仿宋_GB2312",
    ]


def test_nothing_is_bold_in_the_standard(style):
    assert not any(getattr(style.faces, role.name).bold for role in fields(style.faces))


def test_figures_are_latin_in_the_text_and_chinese_in_page_numbers(style):
    assert style.faces.body.latin == "Times New Roman"
    assert style.faces.page_number.latin == style.faces.page_number.font == "宋体"


def test_every_font_that_windows_lacks_has_a_stand_in(style):
    named = {getattr(style.faces, role.name).font for role in fields(style.faces)}
    assert named - {each.font for each in style.stand_ins} == {"黑体", "宋体"}


def test_local_wishes_change_what_they_name_and_nothing_else(style):
    assert style.varied() == style
    wished = style.varied(
        pitch=28, page_number="centre", bold_level_2=True, margins=(35, 33, 27, 27)
    )
    assert wished.grid.pitch == 28
    assert wished.page_number.place == "centre"
    assert wished.faces.heading2.bold
    assert (wished.page.top, wished.page.right) == (35, 27)
    assert wished.faces.body == style.faces.body
    back = wished.varied(
        pitch=28.95, page_number="outside", bold_level_2=False, margins=(37, 35, 28, 26)
    )
    assert back == style


def test_a_local_pitch_says_how_many_lines_it_leaves(style):
    assert [style.varied(pitch=pitch).lines for pitch in LOCAL_PITCHES] == [22, 21, 21]


def test_the_style_sheet_is_read_once_and_cannot_be_changed(style):
    assert load_style() is style
    with pytest.raises(FrozenInstanceError):
        style.grid.pitch = 28


def test_a_speech_is_set_larger_on_the_same_sheet(style):
    speech = load_speech_style()
    assert (speech.page, speech.blanks, speech.stand_ins) == (
        style.page,
        style.blanks,
        style.stand_ins,
    )
    assert (speech.lines, speech.characters) == (19, 24)
    assert speech.lines * speech.grid.pitch > 0.99 * points(speech.page.block_height)
    assert speech.characters * speech.advance > 0.99 * points(speech.page.block_width)
    assert speech.grid.pitch >= 1.5 * speech.faces.body.size
    assert {face.font for face in (speech.faces.body, speech.faces.heading1)} == {
        "仿宋_GB2312",
        "黑体",
    }
