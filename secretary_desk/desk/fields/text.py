"""Fields of one line: text, words, and the ground of everything that is typed on a line."""

import re
from typing import Any

from ...errors import Unreadable
from ...records.specs import Spec
from .context import Context
from .edits import LineEdit
from .field import Field
from .suggest import Offer, SuggestingEdit

_BREAK = re.compile(r"[、,，;；\s]")


class TextField(Field):
    """A value written on one line. Text that is left as it was shown keeps the value exactly."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._value = self._given = spec.empty
        self._shown = self._trouble = ""
        self._edit = self._make_edit()
        self._edit.setPlaceholderText(spec.hint)
        self._edit.textChanged.connect(self._on_text)
        self._edit.editingFinished.connect(self._on_left)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._edit.put(self._show(value))
        self._value = self._given = value
        self._shown, self._trouble = self._edit.text(), ""

    def trouble(self) -> str:
        return self._trouble

    def _make_edit(self) -> LineEdit:
        return LineEdit()

    def _read(self, text: str) -> Any:
        return self.spec.read(text)

    def _show(self, value: Any) -> str:
        return self.spec.show(value)

    def _on_text(self, text: str) -> None:
        self._trouble = ""
        if text == self._shown:
            self._value = self._given
        else:
            self._take(text)
        self.edited.emit()

    def _take(self, text: str) -> None:
        try:
            self._value = self._read(text)
        except Unreadable as error:
            self._trouble = str(error)

    def _on_left(self) -> None:
        """Show the value as it will be read from now on."""
        if not self._trouble and self._edit.text() != self._show(self._value):
            self.set_value(self._value)


class LineField(TextField):
    """One line of text, with suggestions from earlier entries."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._lay_out(self._edit)

    def _make_edit(self) -> LineEdit:
        return SuggestingEdit(self._offers)

    def _offers(self) -> list[Offer]:
        return [Offer(text) for text in self.context.suggestions(self.name, self.spec)]


class TagsField(LineField):
    """Words parted by 、; each is suggested while it is typed."""

    def _make_edit(self) -> LineEdit:
        return WordsEdit(self._offers)


class WordsEdit(SuggestingEdit):
    """Offers for the word under the cursor."""

    def _part(self) -> tuple[int, int]:
        text, at = self.text(), self.cursorPosition()
        start = max((found.end() for found in _BREAK.finditer(text, 0, at)), default=0)
        end = _BREAK.search(text, at)
        return start, end.start() if end else len(text)
