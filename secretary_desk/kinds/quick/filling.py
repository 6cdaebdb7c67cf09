"""The fields of one entry, filled from its line by their own labels, units and choices."""

import re
from collections.abc import Collection
from typing import Any

from ...errors import Unreadable
from ...records.fields import Rows
from ...records.kind import Kind
from ...records.record import META
from ...records.specs import Amount, Choice, Count, Line, Linked, Prose, Spec, Yes
from .rest import AFTER, BEFORE, Rest
from .what import options

_NUMBER = r"(\d+(?:\.\d+)?)"
_TOPICS = ("主题", "名称", "标题", "内容", "备注", "说明")
_PLACES = "室|厅|馆|楼|堂|园|场|校|村|区|部|站|司|院|所|镇|乡|街|路|廊|点|地|居|址|线上|中心"
_HELD = "(?=(?:组织)?(?:召开|举行|开展|举办|开))"


class Filling:
    """An entry in the making: what is put into a field is taken out of the line."""

    def __init__(self, kind: Kind[Any], rest: Rest, given: dict[str, Any]) -> None:
        self.kind, self.rest, self.values = kind, rest, given
        self.specs = {n: s for n, s in kind.specs.items() if n not in META}
        self._type = ""  # the word for the entry's type, where it stands alone

    def put(self, name: str, raw: object, found: re.Match[str]) -> bool:
        """Fill a field that is empty still; False where it cannot hold what was typed."""
        if name in self.values:
            return False
        try:
            self.values[name] = self.specs[name].read(raw)
        except Unreadable:
            return False
        self.rest.take(found.start(), found.end(), name)
        return True

    def take_labelled(self) -> None:
        """Fill what is written as ``地点：会议室``; a text of several lines takes all the rest."""
        for name, spec in self.specs.items():
            if isinstance(spec, (Rows, Yes)):
                continue
            value = r"(\S.*)" if type(spec) is Prose else r"([^\s\0]+)"
            for found in self.rest.find(f"{BEFORE}(?:{labels(spec)})[:：]\\s*{value}"):
                typed = self.rest.original(found, 1)
                if "\0" not in found[1] and self.put(name, typed, found):
                    break

    def take_numbers(self) -> None:
        """Fill numbers by label (``应到25``), then 实到/应到, then by unit (``2学时``)."""
        numbers = {n: s for n, s in self.specs.items() if isinstance(s, (Count, Amount))}
        for name, spec in numbers.items():
            unit = f"(?:{re.escape(spec.unit)}|[人名])?" if spec.unit else "[人名]?"
            label = rf"(?<!\d)(?<!\d\s)(?:{labels(spec)})(?:人数)?[为是:：]?"
            for found in self.rest.find(rf"{label}\s*{_NUMBER}\s*{unit}(?![\d.])"):
                if self.put(name, found[1], found):
                    break
        self._take_pair()
        for name, spec in numbers.items():
            if spec.unit and name == self._of_unit(spec.unit):
                unit = re.escape(spec.unit)
                after = f"(?:参加|到会|出席|参与|受益)?{AFTER}"
                for found in self.rest.find(rf"{BEFORE}{_NUMBER}\s*{unit}{after}"):
                    if self.put(name, found[1], found):
                        break

    def take_choices(self) -> None:
        """Fill a choice whose word stands alone, or begins a word: then it stays in the text."""
        for name, spec in self.specs.items():
            if not isinstance(spec, Choice) or name in self.values:
                continue
            known = {w: o for w, o in options(spec).items() if len(w) > 1 and w != "其他"}
            each = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
            for found in self.rest.find(f"{BEFORE}({each})"):
                if re.compile(AFTER).match(self.rest.text, found.end()):
                    self._type = self._type or self.rest.original(found, 1)
                    self.put(name, known[found[1]], found)
                elif name not in self.values:
                    self.values[name] = known[found[1]]
                break

    def take_marks(self) -> None:
        """Tick what is written by its label alone."""
        for name, spec in self.specs.items():
            if isinstance(spec, Yes):
                for found in self.rest.find(f"{BEFORE}{re.escape(spec.label)}{AFTER}"):
                    if self.put(name, "是", found):
                        break

    def put_place(self, typed: str) -> str:
        """Fill the place; return the words for it where the kind has no such field."""
        names = [n for n, s in self.specs.items() if type(s) is Line and s.label == "地点"]
        if not typed or not names:
            return typed
        self.values[names[0]] = typed[1:]
        return ""

    def take_known_place(self, places: Collection[str]) -> None:
        """Fill the place with one of earlier entries' that stands alone in the line."""
        names = [n for n, s in self.specs.items() if type(s) is Line and s.label == "地点"]
        each = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
        if each and names:
            for found in self.rest.find(f"{BEFORE}({each}){AFTER}"):
                if self.put(names[0], self.rest.original(found, 1), found):
                    break

    def take_rest(self, before: str = "") -> None:
        """Put all that is left into the entry's own words, ``before`` in front of it.

        ``主题党日 学习`` has no other words than its type's, so they are its topic too.
        """
        name = topic_field(self.kind)
        told = (before, self.values.get(name), self.rest.words())
        if words := " ".join(str(text) for text in told if text) or self._type:
            self.values[name] = words

    def _take_pair(self) -> None:
        if not {"due", "present"} <= self.specs.keys() or {"due", "present"} & self.values.keys():
            return
        for found in self.rest.find(r"(?<![\d/.])(\d{1,4})\s*/\s*(\d{1,4})人?(?![\d/.])"):
            present, due = sorted(map(int, found.groups()))
            self.values |= {"due": due, "present": present}
            self.rest.take(found.start(), found.end(), "present")
            return

    def _of_unit(self, unit: str) -> str:
        """Return the field that a number with a unit means; empty where several may be meant."""
        same = [n for n, s in self.specs.items() if getattr(s, "unit", "") == unit]
        return same[0] if len(same) == 1 else "present" if "present" in same else ""


def take_place(rest: Rest) -> str:
    """Take ``在会议室`` out of the line and return it; 在职 and the like name no place."""
    pattern = rf"{BEFORE}[在于][^\s\0，,、]{{1,13}}?(?:{_PLACES})(?:{AFTER}|{_HELD})"
    for found in rest.find(pattern):
        rest.take(found.start(), found.end(), "地点")
        return rest.original(found)
    return ""


def labels(spec: Spec) -> str:
    """Return a pattern of the words that a field goes by, the longest first."""
    return "|".join(map(re.escape, sorted((spec.label, *spec.headers), key=len, reverse=True)))


def topic_field(kind: Kind[Any]) -> str:
    """Return the field for the words of an entry: its required line, else its likeliest text."""
    texts = {n: s for n, s in kind.specs.items() if n not in META and type(s) in (Line, Prose)}
    required = [name for name, spec in texts.items() if spec.required]
    usual = [name for label in _TOPICS for name, s in texts.items() if s.label == label]
    return next(iter((*required, *usual, *texts)))


def person_fields(kind: Kind[Any]) -> dict[str, Linked]:
    """Return the fields that name someone."""
    own = kind.specs.items()
    return {n: s for n, s in own if isinstance(s, Linked) and s.kind == "person"}
