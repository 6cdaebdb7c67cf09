"""Where a finding leads: to an entry, to one of several, to a new one begun."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ...kinds import find_kind, kind_of
from ...records.record import Ref, kind_name
from ...rules.checking import Finding
from ...store.store import Store
from ..page import Place

_MOST = 15  # entries offered by name
_LONGEST = 40  # characters of an entry's name in the menu


def draft_place(finding: Finding) -> Place | None:
    """Return where what is missing is entered."""
    draft = finding.found.draft
    return Place(kind_name(type(draft)), draft=draft) if draft else None


def entry_place(finding: Finding) -> Place | None:
    """Return where the one entry is that a finding is about; None where it is not one."""
    entries = finding.found.entries
    return Place(entries[0].kind, entries[0]) if len(entries) == 1 else None


def entries_menu(
    finding: Finding, store: Store, owner: QWidget, go: Callable[[Place], object]
) -> QMenu:
    """Return a menu of the entries that a finding is about; of many the first, and the page."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    entries = finding.found.entries
    for entry in entries[:_MOST]:
        _add(menu, _name(entry, store), Place(entry.kind, entry), go)
    if rest := len(entries[_MOST:]):
        kind = find_kind(entries[-1].kind)
        menu.addSeparator()
        _add(menu, f"另有{rest}条，到{kind.label}里看", Place(kind.name), go)
    return menu


def _add(menu: QMenu, text: str, place: Place, go: Callable[[Place], object]) -> None:
    menu.addAction(text.replace("&", "&&"), lambda: go(place))


def _name(entry: Ref, store: Store) -> str:
    record, label = store.get(entry), find_kind(entry.kind).label
    title = kind_of(record).title(record) if record else ""
    words = " ".join(f"{label} {title}".split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
