"""What is loaded while nobody waits."""

import sys

from PySide6.QtCore import QObject

from secretary_desk.desk.autosave import Autosave
from secretary_desk.desk.warming import Warming, pieces
from secretary_desk.render.pages import Pages
from secretary_desk.render.pages_text import set_lines
from secretary_desk.report.style import load_style
from secretary_desk.report.wording import compiled, load_wording


def test_the_report_is_made_ready_piece_by_piece():
    count = sum(1 for _ in pieces())
    assert "secretary_desk.desk.report.page" in sys.modules
    told = {t for wording in load_wording().values() for t in wording.templates}
    assert compiled.cache_info().currsize >= len(told)
    assert count > len(told)


def test_it_rests_when_all_is_ready(qtbot):
    owner = QObject()
    warming = Warming(owner)
    warming._timer.setInterval(0)
    qtbot.waitUntil(lambda: not warming._timer.isActive(), timeout=60_000)
    assert list(warming._pieces) == []


def test_it_waits_while_what_is_typed_is_not_saved(qtbot):
    owner = QObject()
    warming, autosave = Warming(owner), Autosave(owner)
    autosave.start()
    warming._on_rest()
    assert sum(1 for _ in warming._pieces) == sum(1 for _ in pieces())
    autosave.stop()
    assert not Autosave.waiting


def test_the_reports_lines_are_set_before_its_page_is_opened(sample_desk):
    for _ in pieces(lambda: sample_desk):
        pass
    set_before = set_lines.cache_info().misses
    Pages(sample_desk.report(), load_style(), annexes=False)
    assert set_lines.cache_info().misses == set_before
