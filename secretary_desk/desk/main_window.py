"""The one window: sidebar, head, pages, status bar; and the menu."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ..kinds.branch import Branch
from .archives import is_sample
from .buttons import action, button
from .desk import Change, Desk
from .head import Head
from .in_use import in_use
from .look import icon, set_role
from .page import Page, Place
from .pages import ELSEWHERE, FOLDING, HOME, SIDEBAR, make_page
from .quick.entrance import QuickEntrance
from .sidebar import Sidebar
from .status import Status
from .trail import Trail
from .years import years_of


class MainWindow(QMainWindow):
    """Leads from page to page; what pages do, they do at the desk."""

    help_wanted = Signal(str)

    def __init__(self, desk: Desk, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self.desk, self._may_close = desk, may_close
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._trail = Trail()
        self._quick = QuickEntrance(desk, self, self.go, self.help_wanted.emit)
        self._make_actions()
        self._sidebar, self._stack = Sidebar(desk.memory.pins()), QStackedWidget()
        self._head, self._status = Head(self._back), Status(self._undo, self._redo)
        self._lay_out()
        self._sidebar.chosen.connect(lambda name: self.go(Place(name)))
        self._sidebar.pinned.connect(desk.memory.keep_pins)
        self._head.searched.connect(self._on_searched)
        self._head.year_chosen.connect(self._on_year_chosen)
        self._head.entered.connect(self._on_entered)
        desk.changed.connect(self._on_changed)
        desk.saved.connect(self._status.say_saved)
        self._tell_steps()
        self._tell_years()
        self._tell_branch()
        self._sidebar.set_used(in_use(desk, FOLDING))
        self.go(Place(HOME))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def go(self, place: Place) -> bool:
        """Lead to a place; False when the user wants to stay with what is typed."""
        place = replace(place, page=ELSEWHERE.get(place.page, place.page))
        here = self._stack.currentWidget()
        page = self._pages.get(place.page)
        if here is not None and here is not page and not self.page.leave():
            self._sidebar.set_here(self._name_here())
            return False
        if page is None:
            page = self._add(place.page)
        elif place.page in self._stale:
            page.refresh(Change())
        self._stale.discard(place.page)
        if page is not here:
            if here is not None:
                self._trail.leave(self._name_here(), self.page)
            self._stack.setCurrentWidget(page)
            self._head.set_page(page.title, page.actions_on_top())
            self._sidebar.set_here(place.page)
            self._tell_way_back()
            if place.page != "search":
                page.setFocus()
        if place.page == "search":
            self._head.show_words(place.find)
        else:
            self._head.clear_words()
        page.show_place(place)
        return True

    def go_back(self) -> None:
        """Lead to the place come from, as it was left."""
        stop = self._trail.last()
        if stop and self.go(stop.place):
            self._trail.go_back()
            self._tell_way_back()
            stop.take_up()

    def leave(self) -> bool:
        """Take in and save what is typed; False when the user wants to stay."""
        return self.page.leave()

    def may_leave(self) -> bool:
        """Take in what is typed, in 记一笔 too; False when the user wants to stay."""
        return self.leave() and self._quick.may_close()

    def say(self, note: str) -> None:
        """Say a sentence in the status bar."""
        self._status.say(note)

    def put_above(self, notice: QWidget) -> None:
        """Put a notice over every page, where it takes room only while it is shown."""
        self._right.insertWidget(1, notice)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # also where leaving fails: what is typed is still there
        if self.may_leave() and self._may_close():
            self.desk.memory.keep_state("window", self.saveGeometry())
            self._head.clear_words()  # nothing is looked for any more
            event.accept()

    def _add(self, name: str) -> Page:
        page = self._pages[name] = make_page(name, self.desk, self._stack)
        page.wanted.connect(self.go)
        page.noted.connect(self._status.say)
        if layout := page.layout():
            layout.setContentsMargins(22, 14, 22, 12)
        set_role(page, "page")
        self._stack.addWidget(page)
        return page

    def _name_here(self) -> str:
        return next(name for name, page in self._pages.items() if page is self.page)

    def _on_changed(self, change: Change) -> None:
        self._stale |= self._pages.keys() - {self._name_here()}
        self.page.refresh(change)
        self._tell_steps()
        if change.touches("branch"):
            self._tell_branch()
        if change.touches(*FOLDING):
            self._sidebar.set_used(in_use(self.desk, FOLDING))
        self._tell_years()

    def _on_searched(self, words: str) -> None:
        if words or self._name_here() == "search":
            self.go(Place("search", find=words))

    def _on_entered(self, words: str) -> None:
        """Open the first of what is found."""
        if self.go(Place("search", find=words)):
            self.page.enter()

    def _on_year_chosen(self, year: int) -> None:
        if self.leave():
            self.desk.set_year(year)
        self._tell_years()

    def _on_stepped(self, step: Callable[[], str | None], verb: str) -> None:
        if self.leave() and (words := step()):
            self._status.say(f"{verb}：{words}")

    def _tell_steps(self) -> None:
        store = self.desk.store
        for step, verb, words in (
            (self._undo, "撤销", store.undoable()),
            (self._redo, "重做", store.redoable()),
        ):
            step.setText(f"{verb}：{words}".replace("&", "&&") if words else verb)
            step.setEnabled(bool(words))
        self._status.say_last(store.undoable() or "")

    def _tell_way_back(self) -> None:
        stop = self._trail.last()
        self._back.setText(f"返回{stop.page.title}" if stop else "返回上一页")
        self._back.setEnabled(stop is not None)

    def _tell_years(self) -> None:
        self._head.set_years(years_of(self.desk), self.desk.year)

    def _tell_branch(self) -> None:
        branch = self.desk.loaded().one(Branch)
        name = branch.name if branch else ""
        self._sidebar.set_branch(name, is_sample=is_sample(self.desk.store.path))
        self.setWindowTitle(f"{name} — 书记案头" if name else "书记案头")

    def _make_actions(self) -> None:
        keys, desk = QKeySequence.StandardKey, self.desk
        self._undo = action(
            self, "撤销", "undo-2", keys.Undo, lambda: self._on_stepped(desk.undo, "已撤销")
        )
        self._redo = action(
            self, "重做", "redo-2", "Ctrl+Y", lambda: self._on_stepped(desk.redo, "已重做")
        )
        self._back = action(self, "返回上一页", "arrow-left", "Alt+Left", self.go_back)
        self._jot = action(
            self, "记一笔", "pencil", "Ctrl+Shift+N", lambda: self._quick.show(self._name_here())
        )
        self._find = action(self, "查找全部记录", "search", keys.Find, lambda: self._head.search())
        self._help = action(
            self, "本页帮助", "circle-help", "F1", lambda: self.help_wanted.emit(self.page.help)
        )
        self._keys = action(self, "快捷键", "info", None, lambda: self.help_wanted.emit("keys"))
        self._about = action(
            self, "关于", "book-open", None, lambda: self.help_wanted.emit("about")
        )

    def fill_menus(self, archive_actions: list[QAction | None]) -> None:
        """Make the menu bar; ``archive_actions`` are the program's, None for a line between."""
        menus = {
            "档案(&F)": archive_actions,
            "编辑(&E)": [self._jot, None, self._undo, self._redo, None, self._find],
        }
        for title, actions in menus.items():
            self._fill(self.menuBar().addMenu(title), actions)
        going = self.menuBar().addMenu("转到(&G)")
        for group in SIDEBAR.values():
            for entrance in group:
                going.addAction(
                    icon(entrance.picture),
                    entrance.label,
                    lambda name=entrance.page: self.go(Place(name)),
                )
            going.addSeparator()
        going.addAction(self._back)
        self._fill(self.menuBar().addMenu("帮助(&H)"), [self._help, self._keys, self._about])

    def _fill(self, menu: QMenu, entries: list[QAction | None]) -> None:
        for entry in entries:
            menu.addAction(entry) if entry else menu.addSeparator()

    def _lay_out(self) -> None:
        self._right = right = QVBoxLayout(spacing=0)
        right.addWidget(self._head)
        right.addWidget(self._stack, 1)
        centre = QWidget()
        # In one place over every page, and not where a way back is looked for.
        steps = QWidget(self.menuBar())
        beside = QHBoxLayout(steps)
        beside.setContentsMargins(0, 3, 22, 3)
        for step in (self._jot, self._undo, self._redo):
            beside.addWidget(button(step, "step"))
        self.menuBar().setCornerWidget(steps)
        layout = QHBoxLayout(centre, spacing=0, contentsMargins=QMargins())
        layout.addWidget(self._sidebar)
        layout.addLayout(right, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self._status)
