"""The help: a page for every page of the window, readable, whole, and without a network."""

import re
import sys

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QTextBrowser

from secretary_desk import __version__, paths
from secretary_desk.desk.help_view import PAGES, START, HelpView, help_text, help_title
from secretary_desk.kinds import KINDS
from secretary_desk.paths import resources
from secretary_desk.records.text import characters

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says it
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
WINDOW = {
    "calendar",
    "attendance",
    "check",
    "quick",
    "report",
    "history",
    "search",
    "archive",
    "restoring",
    "moving",
    "privacy",
    "trouble",
    "about",
    "keys",
    "start",
    "rehearsal",
    "writing",
    "proofreading",
    "outline",
}


@pytest.fixture
def view(qtbot) -> HelpView:
    made = HelpView()
    qtbot.addWidget(made)
    made.show()
    return made


def text(view: HelpView) -> str:
    return view.findChild(QTextBrowser).toPlainText()


def test_every_page_of_the_window_and_every_kind_has_its_page():
    assert set(PAGES) == WINDOW | {kind.name for kind in KINDS}
    assert len(PAGES) == len(set(PAGES))
    files = {path.stem for path in (resources() / "help").glob("*.md")}
    assert files == set(PAGES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kinds_page_bears_its_label_and_speaks_of_its_required_fields(kind):
    assert help_title(kind.name) == kind.label
    for spec in kind.specs.values():
        if spec.required:
            assert spec.label in help_text(kind.name)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_and_says_its_title(page: str):
    for words, target in LINK.findall(help_text(page)):
        name = target.removesuffix(".md")
        assert name in PAGES
        assert name != page
        assert words == help_title(name)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_half_a_screen_to_a_screen_and_has_no_markup_left_over(page: str, view: HelpView):
    view.show_page(page)
    assert 150 <= characters(help_text(page)) <= 900
    assert text(view).startswith(help_title(page))
    for mark in ("](", "**", "##", "|", "`", "<"):
        assert mark not in text(view)


def test_the_page_about_the_program_lists_what_a_bundle_is_made_of(tmp_path, monkeypatch):
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "index.txt").write_text("Qt 6.0：LGPL-3.0-only\r\n", "utf-8-sig")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "desk.exe"))
    assert help_text("about").endswith(f"- 书记案头 {__version__}\n- Qt 6.0：LGPL-3.0-only\n")


def test_the_page_about_the_program_says_where_everything_is_kept(view: HelpView):
    view.show_page("about")
    assert "资料在这台电脑里" in text(view)
    assert "便携" not in text(view)
    for place in (paths.archives(), paths.settings(), paths.logs()):
        assert f"：{place}\n" in text(view)


def test_the_page_about_the_program_says_that_it_runs_from_a_stick(
    tmp_path, monkeypatch, view: HelpView
):
    stick = tmp_path / "优盘_1*2 (书记)[a](b)`c`<i>#"
    stick.mkdir()
    (stick / "portable.txt").touch()
    monkeypatch.setattr(sys, "executable", str(stick / "desk.exe"))
    view.show_page("about")
    assert "正以便携方式运行" in text(view)
    for name in ("资料", "资料/window.ini", "资料/Logs"):
        assert f"：{stick / name}\n" in text(view)


def test_help_opens_at_the_page_asked_for(view: HelpView):
    assert view.page == START
    view.show_page("theme_day")
    assert view.page == "theme_day"
    assert text(view).startswith("主题党日")
    view.show_page("没有这一页")
    assert view.page == START


def test_a_link_opens_its_page_and_nothing_else_opens(view: HelpView):
    browser = view.findChild(QTextBrowser)
    browser.anchorClicked.emit(QUrl("branch.md"))
    assert view.page == "branch"
    for link in ("https://example.org/person.md", "file:///etc/passwd", "nowhere.md", "#branch"):
        browser.anchorClicked.emit(QUrl(link))
        assert view.page == "branch"


def test_the_links_of_a_page_can_be_followed_by_mouse(view: HelpView):
    view.show_page(START)
    browser = view.findChild(QTextBrowser)
    cursor = browser.document().find("党员名册")
    place = browser.cursorRect(cursor).center()
    place.setX(place.x() - 10)
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.page == "person"


def test_a_page_fetches_nothing_from_outside(view: HelpView):
    browser = view.findChild(QTextBrowser)
    picture = QTextDocument.ResourceType.ImageResource
    for name in ("https://example.org/a.png", "file:///etc/passwd", "start.md"):
        assert browser.loadResource(picture.value, QUrl(name)) is None
    browser.setMarkdown("![](file:///etc/passwd) ![](https://example.org/a.png)")
    view.grab()


def test_the_keyboard_walks_the_pages_past_the_headings_and_leaves(view: HelpView):
    pages = view.findChild(QListWidget)
    for name in PAGES[1:]:
        QTest.keyClick(pages, Qt.Key.Key_Down)
        assert view.page == name
    QTest.keyClick(pages, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_a_new_page_is_read_from_its_top(view: HelpView):
    browser = view.findChild(QTextBrowser)
    view.resize(500, 300)
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum())
    view.show_page("archive")
    QApplication.processEvents()
    assert browser.verticalScrollBar().value() == 0


def test_the_window_fits_a_small_screen(view: HelpView):
    assert view.width() <= 1093
    assert view.height() <= 614
    assert not view.findChild(QTextBrowser).horizontalScrollBar().isVisible()
