"""The window on a small laptop: 1366×768 at 125 % leaves 1093×614 points."""

from dataclasses import replace

import pytest
from desk.windows import standing
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton

from secretary_desk.desk.page import Place
from secretary_desk.desk.pages import SIDEBAR
from secretary_desk.kinds import KINDS
from secretary_desk.records.specs import Line, Prose, Tags

SMALL = (1093, 614)
PAGES = [entrance.page for group in SIDEBAR.values() for entrance in group]
LONG = "某某市轨道交通建设集团有限公司第三工程分公司机电安装项目部联合" + "W" * 60


@pytest.fixture(params=["empty", "sample", "long words"])
def desk(request):
    desk = request.getfixturevalue("new_desk" if request.param == "empty" else "sample_desk")
    if request.param == "long words":
        lengthen(desk)
    return desk


def lengthen(desk):
    for kind in KINDS:
        texts = {n: LONG for n, s in kind.specs.items() if type(s) in (Line, Prose)}
        tags = {n: (LONG, LONG[:40]) for n, s in kind.specs.items() if isinstance(s, Tags)}
        desk.store.save(*(replace(e, **texts, **tags) for e in desk.store.entries(kind)))


@pytest.fixture
def window(desk, qtbot):
    window = standing(qtbot, desk, SMALL)
    yield window
    assert window.close()


def is_seen(window, button):
    """Whether a button stands in the window whole."""
    corner = button.mapTo(window, button.rect().topLeft())
    return button.isVisible() and window.rect().contains(QRect(corner, button.size()))


def primaries(window):
    buttons = window.findChildren(QPushButton)
    return [b for b in buttons if b.property("role") == "primary" and b.isVisible()]


def test_every_page_fits_with_its_primary_action_in_sight(window):
    for page in PAGES:
        window.go(Place(page))
        least = window.minimumSizeHint()
        assert (page, least.width() <= SMALL[0], least.height() <= SMALL[1]) == (page, True, True)
        assert (page, [b.text() for b in primaries(window) if not is_seen(window, b)]) == (page, [])
        assert window.size().toTuple() == SMALL


def test_a_form_fits_with_its_primary_action_in_sight(window):
    for kind in KINDS:
        window.go(Place(kind.name))
        if kind.name != "branch":
            window.page.begin()
        assert window.size().toTuple() == SMALL
        assert (kind.name, all(is_seen(window, b) for b in primaries(window))) == (kind.name, True)
