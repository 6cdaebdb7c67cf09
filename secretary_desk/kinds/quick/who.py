"""People in a line, by the names of the roster: who led, who came, who was away and why."""

import re
from collections.abc import Callable, Iterable, Sequence

from ...records.fields import People
from ...records.record import Attendance
from ...records.specs import Link
from ..person import Person
from .filling import Filling, labels, person_fields
from .rest import AFTER, BEFORE, Rest

_AWAY = r"(?:缺席|请假|未到|缺)(?:人员)?[:：]?\s*"
_CAME = r"(?:参加人员|参加人|参加|到会|出席)[:：]?\s*"
_AND = r"\s*[、,，和及]?\s*"
_REASON = r"(?:\s*[（(]([^）)\0]*)[）)])?"
_TALK = r"(?:进行|开展)?了?(?P<how>(?:廉政|提醒|关怀)?(?:谈心谈话|谈心|谈话))"
_SOMEONE = r"[\u4e00-\u9fff·]{2,4}"
_DOES = {"主持人": ("主持",), "主讲人": ("主讲", "讲课", "授课"), "记录人": ("记录",),
         "传达人": ("传达", "领学"), "走访人": ("走访",), "组织者": ("组织",)}  # fmt: skip


class Names:
    """The roster's names, as patterns over a line; ``me`` is the secretary."""

    def __init__(self, people: Iterable[Person], me: Link | None) -> None:
        known = {p.name for p in people if len(p.name) > 1} | ({me.name} if me else set())
        self.me, self.known = me, known
        each = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
        self.one = f"(?:{each})" if each else r"(?!)"
        self.list = f"{self.one}(?:{_AND}{self.one})*"

    def read(self, listed: str) -> list[str]:
        """Return the names of a list."""
        return re.findall(self.one, listed)

    def talk(self, rest: Rest) -> re.Match[str] | None:
        """Return where a line says 与张三谈话, by whom and to whom."""
        pattern = (
            f"{BEFORE}(?P<talker>{self.one})?(?:与|和|同|跟|找|约)"
            f"(?P<to>{self.one}|{_SOMEONE}?)(?:同志)?{_TALK}"
        )
        return next(rest.find(pattern), None)

    def lesson(self, rest: Rest) -> re.Match[str] | None:
        """Return where a line says who gives a lesson; the word 党课 stands behind it."""
        pattern = f"{BEFORE}(?P<speaker>{self.one})(?:同志)?(?:上|讲)了?(?=专题党课|微党课|党课)"
        return next(rest.find(pattern), None)


def take_leading(filling: Filling, names: Names) -> None:
    """Fill who did what: ``主持人：李四``, ``李四主持``."""
    for name, spec in person_fields(filling.kind).items():
        does = "|".join(_DOES.get(spec.label, (spec.label,)))
        before = rf"{BEFORE}(?:{labels(spec)}|{does})(?:人)?[:：]?\s*({names.one}){AFTER}"
        after = f"{BEFORE}({names.one})(?:同志)?(?:{does})"
        for pattern in (before, after):
            for found in filling.rest.find(pattern):
                if filling.put(name, filling.rest.original(found, 1), found):
                    break


def take_named(filling: Filling, names: Names) -> None:
    """Fill the people an entry must name from names that stand alone; one too few is my own."""
    fields = person_fields(filling.kind)
    wanted = [n for n, s in fields.items() if s.required and n not in filling.values]
    alone = list(filling.rest.find(f"{BEFORE}({names.one})(?:同志)?{AFTER}"))
    if wanted and names.me and len(wanted) > max(len(alone), 1) and alone:
        filling.values[wanted.pop(0)] = names.me
    if not wanted and not _attended(filling):
        wanted = [name for name in fields if name not in filling.values]
    for name, found in zip(wanted, alone, strict=False):
        filling.put(name, filling.rest.original(found, 1), found)


def take_attendance(
    filling: Filling, names: Names, expected: Callable[[], Sequence[Person]]
) -> None:
    """Fill who came and who was away; of those expected, who is not away came."""
    if not (field := _attended(filling)):
        return
    away = _taken_away(filling, names)
    came = [] if away else _taken_present(filling, names)
    rows = [Attendance(who=Link(None, name), present=True) for name in came]
    if away:
        rows = [
            Attendance(who=Link(p.id, p.name), present=p.name not in away,
                       reason=away.get(p.name, ""))
            for p in expected()
        ]  # fmt: skip
        listed = {row.who.name for row in rows if row.who}
        rows += [
            Attendance(who=Link(None, name), reason=why)
            for name, why in away.items()
            if name not in listed
        ]
    if rows:
        filling.values[field] = tuple(_agreeing(filling, rows))


def _agreeing(filling: Filling, rows: list[Attendance]) -> list[Attendance]:
    """Return the rows; only who was away, where the typed numbers say that others were too."""
    due, present = filling.values.get("due"), filling.values.get("present")
    there = sum(row.present for row in rows)
    if due in (None, len(rows)) and present in (None, there):
        return rows
    return [row for row in rows if not row.present] or rows


def _taken_away(filling: Filling, names: Names) -> dict[str, str]:
    away: dict[str, str] = {}
    rest, field = filling.rest, _attended(filling)
    each = f"{names.one}{_REASON}"
    for found in list(rest.find(f"{BEFORE}{_AWAY}{each}(?:{_AND}{each})*")):
        listed = re.findall(f"({names.one}){_REASON}", found[0])
        away |= dict(listed)
        rest.take(found.start(), found.end(), field)
    because = r"(?:因([^\s\0，,、；;]{1,6}?))?(?:请假|缺席|未到)"
    for found in list(rest.find(f"{BEFORE}({names.one}){because}")):
        away[found[1]] = found[2] or ""
        rest.take(found.start(), found.end(), field)
    return away


def _taken_present(filling: Filling, names: Names) -> list[str]:
    """Return who came: a list of names that is said to, or of at least two."""
    two = f"{names.one}(?:{_AND}{names.one})+"
    patterns = (
        f"{BEFORE}{_CAME}({names.list}){AFTER}",
        f"{BEFORE}({names.list})(?:同志)?(?:等人)?(?:参加|到会|出席)(?:学习|培训|会议)?{AFTER}",
        f"{BEFORE}({two}){AFTER}",
    )
    for pattern in patterns:
        for found in filling.rest.find(pattern):
            filling.rest.take(found.start(), found.end(), _attended(filling))
            return names.read(found[1])
    return []


def _attended(filling: Filling) -> str:
    own = (name for name, spec in filling.specs.items() if isinstance(spec, People))
    return next(own, "")
