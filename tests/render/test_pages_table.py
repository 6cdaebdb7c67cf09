from collections import Counter
from itertools import pairwise

import pytest
from render import specimens
from render.specimens import COLUMNS, document, paragraph, table, words

from secretary_desk.render.pages import Pages, Spot
from secretary_desk.render.pages_fonts import DOTS
from secretary_desk.render.pages_paging import Placed, paged
from secretary_desk.render.pages_strip import Rule, Strip
from secretary_desk.render.pages_table import TableSetter
from secretary_desk.report.document import Column, Table
from secretary_desk.report.style import load_style

pytestmark = pytest.mark.usefixtures("qapp")

STYLE = load_style()
HEIGHT = STYLE.page.block_height * DOTS
LONG = "党支部组织生活会征求意见和问题整改情况，" * 60


def strips(*tables: Table) -> list[Strip]:
    return [strip for n, each in enumerate(tables) for strip in TableSetter(STYLE)(each, n)]


def laid(*tables: Table) -> list[list[Placed]]:
    return paged(strips(*tables), HEIGHT)


def text(strip: Strip) -> str:
    """Return a strip's text, the lines of its cells one after another."""
    found = ""
    for words_ in strip.words:
        line = words_.line
        start, length = line.line.textStart(), line.line.textLength()
        found += line.text.text[start : start + length]
    return found


def test_every_row_stands_on_one_page_whole():
    pages = laid(table(120))
    assert len(pages) > 2
    numbers = [text(each.strip).split("2025")[0] for page in pages for each in page[1:]]
    assert numbers == [str(n) for n in range(1, 121)]
    for page in pages:
        assert page[-1].top + page[-1].strip.height <= HEIGHT


def test_every_page_of_a_table_begins_with_its_head():
    pages = laid(table(120))
    assert {text(page[0].strip) for page in pages} == {"序号日期主题应到实到"}
    assert [page[0].top for page in pages] == [0.0] * len(pages)


def test_a_head_never_stands_at_the_foot_of_a_page():
    for rows in range(20, 50):
        for page in laid(table(rows), table(3)):
            assert text(page[-1].strip) != "序号日期主题应到实到"


def test_rows_touch_and_rules_close_every_page():
    for page in laid(table(90)):
        for upper, lower in pairwise(page):
            assert lower.top == pytest.approx(upper.top + upper.strip.height)
        drawn = Counter(
            (round(top + rule.y), round(top + rule.to_y))
            for top, strip in page
            for rule in strip.rules
        )
        ends = [0, *(round(top + strip.height) for top, strip in page)]
        assert all(drawn[end, end] == 1 for end in ends)  # no rule missing, none twice
        uprights = [rule for rule in page[-1].strip.rules if rule.x == rule.to_x]
        assert len(uprights) == len(COLUMNS) + 1


def test_the_rules_go_from_edge_to_edge_and_part_the_columns_by_their_shares():
    head = strips(table(1))[0]
    across = Rule(0.0, 0.0, pytest.approx(156 * DOTS, abs=1), 0.0)
    assert across in head.rules
    edges = sorted(rule.x for rule in head.rules if rule.x == rule.to_x)
    widths = [right - left for left, right in pairwise(edges)]
    assert widths[2] == pytest.approx(5 * widths[0], abs=4)


def test_a_row_higher_than_a_page_goes_on_overleaf_and_nothing_is_lost():
    columns = (Column("序号", 1, "centre"), Column("内容", 3))
    high = Table(columns, ((words("1"), words(LONG * 4)), (words("2"), words("短"))))
    pages = laid(high)
    assert len(pages) > 2
    assert all(text(page[0].strip) == "序号内容" for page in pages)
    written = "".join(text(each.strip) for page in pages for each in page[1:])
    assert written == f"1{LONG * 4}2短"
    assert all(each.top + each.strip.height <= HEIGHT for page in pages for each in page)


def test_a_head_higher_than_half_a_page_is_printed_once():
    columns = (Column(LONG[:700], 1), Column("内容", 1))
    pages = laid(Table(columns, tuple((words(str(n)), words("短")) for n in range(60))))
    heads = [each for page in pages for each in page if LONG[:10] in text(each.strip)]
    assert len(heads) == 1
    assert "".join(text(e.strip) for p in pages for e in p).count("短") == 60


def test_a_cell_is_hit_where_its_text_is():
    report = document(paragraph(30), table(3))
    pages = Pages(report, STYLE)
    (page, area), *_ = pages.rects_of(1)
    head = pages.at(page, area.left() + 10, area.top() + 2)
    assert head == Spot(1, None)
    hits = {
        pages.at(page, area.left() + x, area.top() + 0.5 * y)
        for x in range(1, 156)
        for y in range(1, int(area.height() * 2))
    }
    assert {spot.run for spot in hits if spot} >= set(range(12))


def test_a_table_is_as_high_as_its_rows_and_text_goes_on_under_it():
    pages = Pages(document(table(3), paragraph(30)), STYLE)
    (_, ledger), (_, below) = pages.rects_of(0)[0], pages.rects_of(1)[0]
    lines = 4 + 1  # the head, three rows, one of them of two lines
    clear = 4 * (2 + STYLE.table.rule) * 25.4 / 72
    assert ledger.height() == pytest.approx(lines * 15.5 * 25.4 / 72 + clear, rel=0.03)
    assert below.top() == pytest.approx(ledger.bottom())


def test_two_tables_stand_apart_and_hollow_ones_are_nothing():
    pages = Pages(document(table(1), Table((), ()), table(1)), STYLE)
    assert pages.rects_of(1) == []
    (_, first), (_, second) = pages.rects_of(0)[0], pages.rects_of(2)[0]
    assert second.top() - first.bottom() == pytest.approx(28.95 * 25.4 / 72)


def test_columns_without_any_share_are_even():
    bare = Table((Column("甲", 0), Column("乙", 0)), ((words("一"), ()),))
    edges = sorted({rule.x / DOTS for rule in strips(bare)[0].rules if rule.x == rule.to_x})
    assert edges == pytest.approx([0, 78, 156], abs=0.1)


def test_the_ledgers_of_a_report_begin_under_their_titles():
    report = specimens.ordinary()
    pages = Pages(report, STYLE)
    for number, block in enumerate(report.blocks):
        if isinstance(block, Table):
            title = pages.place_of(number - 1)
            assert pages.place_of(number)[0] == title[0]
