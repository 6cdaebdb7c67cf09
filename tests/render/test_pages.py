from dataclasses import replace

import pytest
from hypothesis import given
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from render import specimens
from render.specimens import document, opening, paragraph, signature, words

from secretary_desk.render.pages import Pages, Spot
from secretary_desk.report.document import (
    Enclosures,
    Figure,
    Heading,
    Paragraph,
    Salutation,
    Title,
    Wording,
    runs_of,
)
from secretary_desk.report.style import load_style, points

pytestmark = pytest.mark.usefixtures("qapp")

STYLE = load_style()
PITCH = STYLE.grid.pitch * 25.4 / 72  # millimetres, like all below
CHARACTER = STYLE.advance * 25.4 / 72
TOP, LEFT, RIGHT = STYLE.page.top, STYLE.page.left, STYLE.page.width - STYLE.page.right


def pages(*blocks, style=STYLE, annexes=True) -> Pages:
    return Pages(document(*blocks), style, annexes=annexes)


def solid(length: int) -> Paragraph:
    """Return a paragraph of so many characters, none of which may not begin or end a line."""
    return Paragraph((Wording("国" * length),), "x")


def lines_of(laid: Pages, block: int) -> list[int]:
    """Return how many lines of a block stand on each of its pages."""
    return [round(area.height() / PITCH) for _, area in laid.rects_of(block)]


def extent(laid: Pages, block: int, line: int = 0) -> tuple[float, float]:
    """Return where the text of a block's line begins and ends, from the block's edge in mm."""
    page, top = laid.place_of(block)
    middle = top + (line + 0.5) * PITCH
    steps = [LEFT + 0.1 * n for n in range(1560)]
    struck = [x for x in steps if (spot := laid.at(page, x, middle)) and spot.run is not None]
    return struck[0] - LEFT, struck[-1] - LEFT


def test_a_page_holds_22_lines_of_28_characters():
    full = 22 * 28 - 2  # the first line begins two in
    assert pages(solid(full)).count == 1
    assert pages(solid(full + 1)).count == 2
    assert lines_of(pages(solid(full + 29)), 0) == [22, 2]


def test_a_line_begins_two_characters_in_and_ends_at_the_edge():
    laid = pages(solid(60))
    assert extent(laid, 0) == pytest.approx((2 * CHARACTER, 156), abs=0.3)
    assert extent(laid, 0, line=1) == pytest.approx((0, 156), abs=0.3)


def test_headings_and_the_salutation_stand_where_the_standard_has_them():
    laid = pages(Salutation(words("各位同志：")), Heading(1, words("一、履职情况")), paragraph(40))
    assert extent(laid, 0)[0] == pytest.approx(0, abs=0.3)
    assert extent(laid, 1)[0] == pytest.approx(2 * CHARACTER, abs=0.3)


def test_a_title_is_centred_with_a_blank_line_under_it():
    laid = pages(Title((words("书记述职报告"),)), paragraph(30))
    assert sum(extent(laid, 0)) / 2 == pytest.approx(78, abs=0.3)
    assert laid.place_of(1)[1] - laid.place_of(0)[1] == pytest.approx(2 * PITCH, abs=0.01)


def test_a_tab_goes_to_the_next_stop_as_in_the_word_file():
    tabbed = (Wording("一\t"), Wording("二\t"), Wording("三"))
    laid = pages(Salutation(tabbed), Salutation((Wording("一"), Wording("\t二"))))
    assert lines_of(laid, 0) == [1]
    stops = 25.4 / 72 * 21 * 2, 25.4 / 72 * 21
    for block, stop in enumerate(stops):
        assert extent(laid, block)[1] == pytest.approx(stop + CHARACTER, abs=0.3)


def test_a_bylines_two_lines_follow_the_title_at_once():
    laid = Pages(specimens.on_top(), STYLE)
    tops = [laid.place_of(block)[1] for block in range(4)]
    assert [round((top - TOP) / PITCH, 2) for top in tops] == [0, 2, 5, 6]


@pytest.mark.parametrize(
    ("name", "name_at", "date_at"), [("教工第一支部委员会", 17, 19), ("某某某", 18, 20)]
)
def test_the_signature_ends_two_characters_before_the_edge(name, name_at, date_at):
    laid = pages(paragraph(30), signature(name))
    names, dates = extent(laid, 1), extent(laid, 1, line=1)
    assert names[0] == pytest.approx(name_at * CHARACTER, abs=0.3)
    assert dates[0] == pytest.approx(date_at * CHARACTER, abs=0.3)
    assert names[1] <= 156 - 2 * CHARACTER + 0.5


def test_an_enclosures_second_line_stands_under_its_name():
    long = words("支部委员会组织生活会征求意见和问题整改情况及其后续落实措施一览表（年度）")
    laid = pages(Enclosures((long, words("党费台账"))))
    beginnings = [extent(laid, 0, line)[0] / CHARACTER for line in range(3)]
    assert beginnings[0] == pytest.approx(5.75, abs=0.2)  # 附件：1. are before it
    assert beginnings[1:] == pytest.approx([beginnings[0]] * 2, abs=0.05)


def test_an_annex_begins_a_page_with_its_title_on_the_third_line():
    laid = pages(paragraph(30), *specimens.annexes("学习台账"))
    assert laid.place_of(1) == (1, TOP)
    assert laid.at(1, LEFT + 1, TOP + 0.5 * PITCH) == Spot(1, 0)
    assert laid.at(1, 105, TOP + 1.5 * PITCH) == Spot(1, None)
    assert laid.at(1, 105, TOP + 2.5 * PITCH) == Spot(1, 2)
    assert laid.place_of(2)[1] == pytest.approx(TOP + 4 * PITCH, abs=0.01)


@pytest.mark.parametrize("lines", range(14, 22))
def test_a_heading_never_stands_at_the_foot_of_a_page(lines):
    text = (solid(lines * 28 - 2), Heading(1, words("一、")), Heading(2, words("（一）")))
    laid = pages(*text, paragraph(300))
    assert laid.place_of(1)[0] == laid.place_of(2)[0] == laid.place_of(3)[0]


@pytest.mark.parametrize("length", [20, 60, 300])
@pytest.mark.parametrize("lines", range(14, 22))
def test_a_signature_never_stands_on_a_page_alone(lines, length):
    laid = pages(solid(lines * 28 - 2), paragraph(length), signature())
    signed = [page for page, _ in laid.rects_of(2)]
    assert len(signed) == 1
    assert signed[0] in [page for page, _ in laid.rects_of(1)]


@pytest.mark.parametrize("lines", range(10, 23))
def test_short_last_words_stand_with_the_annexes_names_and_the_signature(lines):
    laid = Pages(specimens.short(lines), STYLE)
    (words_on,), (names_on,), (signed_on,) = (
        {page for page, _ in laid.rects_of(block)} for block in (1, 2, 3)
    )
    assert words_on == names_on == signed_on


@pytest.mark.parametrize("lines", range(2, 23))
def test_a_long_list_of_annexes_breaks_where_the_page_ends(lines):
    laid = Pages(specimens.many_annexes(lines), STYLE)
    (words_on, _), *_ = laid.rects_of(1)
    (begun, first), *_, (ended, last) = laid.rects_of(2)
    assert words_on == begun
    assert laid.rects_of(3)[0][0] == ended
    for area in (first, last):
        assert round(area.height() / PITCH) >= 2
    used = sum(round(area.bottom() / PITCH) for page, area in laid.rects_of(2) if page == begun)
    assert begun == ended or words_on == 1 or round((TOP + 225) / PITCH) - used <= 1


def test_an_annexes_name_is_never_cut():
    for lines in range(2, 23):
        laid = Pages(specimens.many_annexes(lines), STYLE)
        assert {count % 2 for count in lines_of(laid, 2)} == {0}


def test_without_the_annexes_the_text_stands_as_with_them():
    report = specimens.ordinary()
    whole, text = Pages(report, STYLE), Pages(report, STYLE, annexes=False)
    assert text.count < whole.count
    first = next(n for n, block in enumerate(report.blocks) if type(block).__name__ == "AnnexTitle")
    for block in range(first):
        assert text.rects_of(block) == whole.rects_of(block)
    assert text.rects_of(first) == []
    assert text.place_of(first) == text.place_of(first - 1)


def test_the_middle_of_a_figure_is_that_figure():
    runs = (Wording("召开支委会"), Figure("12次", "f", ()), Wording("，" + "到会" * 30))
    laid = pages(Paragraph(runs, "x"))
    y = TOP + PITCH / 2
    assert laid.at(0, LEFT + 4 * CHARACTER, y) == Spot(0, 0)
    assert laid.at(0, LEFT + 7.9 * CHARACTER, y) == Spot(0, 1)
    assert laid.at(0, LEFT + 12 * CHARACTER, y) == Spot(0, 2)
    assert laid.at(0, LEFT + 12 * CHARACTER, y + PITCH) == Spot(0, 2)


def test_rare_characters_and_dropped_ones_do_not_shift_what_is_hit():
    runs = (Wording("\x00 𬱖𠮷𫝆"), Figure("12次", "f", ()), Wording("\x0b后"))
    laid = pages(Paragraph(runs, "x"))
    struck = [laid.at(0, LEFT + n * CHARACTER, TOP + PITCH / 2) for n in (2.5, 4.5, 5.5, 6.9)]
    assert struck == [Spot(0, 0), Spot(0, 0), Spot(0, 1), Spot(0, 1)]
    assert laid.at(0, LEFT + 0.5 * CHARACTER, TOP + 1.5 * PITCH) == Spot(0, 2)


def test_margins_and_the_space_under_the_text_are_nothing():
    laid = pages(paragraph(30))
    assert laid.at(0, LEFT - 1, TOP + 3) is None
    assert laid.at(0, RIGHT + 1, TOP + 3) is None
    assert laid.at(0, LEFT + 9, TOP - 1) is None
    assert laid.at(0, LEFT + 9, TOP + 200) is None


def test_every_run_of_a_report_can_be_hit():
    report = specimens.ordinary()
    laid = Pages(report, STYLE)
    wanted = {
        (number, n)
        for number, block in enumerate(report.blocks)
        for n, run in enumerate(runs_of(block))
        if len(run.text.strip()) > 1
    }
    struck = {
        laid.at(page, LEFT + x * 1.5, TOP + y * 2.0)
        for page in range(laid.count)
        for x in range(104)
        for y in range(113)
    }
    assert wanted <= struck


def test_a_paragraph_over_two_pages_has_two_rectangles():
    laid = pages(solid(20 * 28 - 2), solid(100))
    (first, upper), (second, lower) = laid.rects_of(1)
    assert (first, second) == (0, 1)
    expected = QRectF(LEFT, TOP + 20 * PITCH, 156, 2 * PITCH)
    assert upper.getRect() == pytest.approx(expected.getRect(), abs=0.01)
    assert lower.getRect() == pytest.approx((LEFT, TOP, 156, 2 * PITCH), abs=0.01)


def test_a_block_that_is_not_printed_is_where_the_one_before_it_begins():
    laid = pages(*opening(), Enclosures(()), paragraph(30))
    assert laid.rects_of(2) == []
    assert laid.place_of(2) == laid.place_of(1)
    assert pages().place_of(0) == (0, TOP)


def test_lines_break_alike_however_fine_they_are_painted():
    laid = pages(*opening(), paragraph(200))
    coarse, fine = painted(laid, 2), painted(laid, 8)
    shrunk = fine.scaledToWidth(coarse.width())
    apart = sum(
        abs(coarse.pixelColor(x, y).value() - shrunk.pixelColor(x, y).value())
        for x in range(0, coarse.width(), 3)
        for y in range(0, coarse.height(), 3)
    )
    assert apart / (coarse.width() * coarse.height() / 9) < 12


def painted(laid: Pages, dots_a_millimetre: int, page: int = 0) -> QImage:
    width, height = (round(length * dots_a_millimetre) for length in laid.size)
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(dots_a_millimetre, dots_a_millimetre)
    laid.paint(painter, page)
    painter.end()
    return image


def test_painting_leaves_the_painter_as_it_was_and_the_paper_unpainted():
    laid, image = pages(paragraph(50)), QImage(420, 594, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    painter.scale(2, 2)
    before = painter.transform(), painter.pen(), painter.font()
    laid.paint(painter, 0)
    assert (painter.transform(), painter.pen(), painter.font()) == before
    painter.end()
    assert image.pixelColor(2, 2).alpha() == 0


def test_a_missing_font_is_named_with_what_is_shown_instead():
    wanted = {face.font for face in (STYLE.faces.title, STYLE.faces.body)}
    absent = replace(STYLE.faces.body, font="没有这种字体")
    style = replace(STYLE, faces=replace(STYLE.faces, body=absent))
    named = dict(pages(style=style).stand_ins())
    assert named["没有这种字体"] not in {"", "没有这种字体", *wanted}


def test_a_font_that_is_there_is_not_named():
    used = dict(pages().stand_ins())["黑体"] if dict(pages().stand_ins()) else "黑体"
    style = replace(
        STYLE, faces=replace(STYLE.faces, heading1=replace(STYLE.faces.body, font=used))
    )
    assert used not in dict(pages(style=style).stand_ins())


def test_an_empty_report_is_one_empty_page():
    laid = pages()
    assert (laid.count, laid.size) == (1, (210, 297))
    assert laid.at(0, 100, 100) is None


def test_an_unknown_block_is_refused():
    with pytest.raises(TypeError, match="no place for str"):
        pages("附注")


@given(specimens.documents)
def test_any_document_at_all_has_pages(any_document):
    laid = Pages(any_document, STYLE)
    assert laid.count >= 1
    for block in range(len(any_document.blocks)):
        for page, area in laid.rects_of(block):
            assert 0 <= page < laid.count
            assert area.bottom() <= TOP + 225 + 0.01 or area.height() < points(225)
    painted(laid, 1)
