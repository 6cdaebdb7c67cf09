"""A reference to a person or an entry: chosen from those on record, or just a name."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ...kinds import find_kind
from ...kinds.linking import name_field
from ...records.record import Record
from ...records.specs import Link, Linked
from .context import Context
from .edits import LineEdit
from .suggest import Offer, SuggestingEdit
from .text import TextField

# What tells namesakes apart; other kinds are told apart by what their tables show.
_DETAILS = {"person": ("job", "group", "born_on")}


class LinkedField(TextField):
    """Keeps which entry is meant while the name is untouched, or once one is chosen.

    A name that several entries bear is to be chosen from the list; until then the field says so.
    """

    def __init__(self, spec: Linked, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._kind = find_kind(spec.kind)
        self._name_field = name_field(self._kind)
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note.setProperty("role", "muted")
        self._note.hide()
        self._lay_out(self._edit, self._note, below=True)

    def set_value(self, value: Link | None) -> None:
        super().set_value(value)
        self._tell_namesakes()

    def note(self) -> str:
        """Return what is said about namesakes; mostly nothing."""
        return self._note.text()

    def _make_edit(self) -> LineEdit:
        edit = SuggestingEdit(self._offers)
        edit.chosen.connect(self._on_chosen)
        return edit

    def _offers(self) -> list[Offer]:
        """Return what may be meant, first what was meant here before, the latest of it first."""
        entries = self._entries()
        bearers = Counter(self._called(entry) for entry in entries)
        offers = [
            Offer(name, self._details(entry) if bearers[name] > 1 else "", entry)
            for entry in entries
            if (name := self._called(entry))
        ]
        earlier = list(self.context.suggestions(self.name, self.spec))
        places = {name: place for place, name in enumerate(earlier)}
        offers += [Offer(name) for name in earlier if name not in bearers]
        return sorted(offers, key=lambda offer: places.get(offer.text, len(places)))

    def _on_chosen(self, offer: Offer) -> None:
        if isinstance(offer.value, Record):
            self._value = self._given = Link(offer.value.id, offer.text)
            self._shown = self._edit.text()
            self._tell_namesakes()
            self.edited.emit()

    def _on_text(self, text: str) -> None:
        self._say("")
        super()._on_text(text)

    def _on_left(self) -> None:
        super()._on_left()
        self._tell_namesakes()

    def _tell_namesakes(self) -> None:
        """Say which of several is meant, or that one is to be chosen."""
        link: Link | None = self._value
        alike = [e for e in self._entries() if self._called(e) == link.name] if link else []
        if len(alike) < 2 or link is None:
            self._say("")
        elif link.id is None:
            each = "位" if self._kind.name == "person" else "条"
            self._say(f"有{len(alike)}{each}同名，请选一{each}（按↓）")
        else:
            self._say(next((self._details(e) for e in alike if e.id == link.id), ""))

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _entries(self) -> Sequence[Record]:
        return self.context.entries(self._kind.name)

    def _called(self, entry: Record) -> str:
        return str(getattr(entry, self._name_field))

    def _details(self, entry: Record) -> str:
        names = (
            _DETAILS.get(self._kind.name)
            or [name for name in self._kind.columns if name != self._name_field][:3]
        )
        return "，".join(text for name in names if (text := self._kind.shown(entry, name)))
