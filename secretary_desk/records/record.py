"""Records at rest: what every entry of every kind has."""

import uuid
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

from .declare import count, line, person, rows, tags, yes
from .fields import People, Row, plain_fields, read_fields, specs_of
from .specs import Link, Plain
from .text import snake


class Ref(NamedTuple):
    """Which entry: its kind's name and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field, for people to read beside it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Row):
    """A file kept beside the archive under its content's hash."""

    name: str = line("文件名")
    sha256: str = line("校验值")
    size: int | None = count("大小", unit="字节")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Row):
    """One person at one meeting."""

    who: Link | None = person("姓名")
    present: bool = yes("到会")
    reason: str = line("缺席原因")


def people(label: str, **options: Any) -> Any:
    """Declare attendance: ticked from the roster or typed."""
    return field(default=(), metadata={"spec": People(label=label, row=Attendance, **options)})


def new_id() -> str:
    """Return an id that no other entry of any file has."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One entry. It may be incomplete: saving never refuses, ``problems`` tells.

    ``filed_under`` is the year under which an entry stands while it has no date of its own;
    ``created``, ``changed`` and ``deleted`` are UTC times in ISO form, empty when not so. What is
    ``left_out`` of the report is not told there; its figures count it.
    """

    id: str = field(default_factory=new_id)
    created: str = ""
    changed: str = ""
    deleted: str = ""
    filed_under: int | None = count("归入年度", least=1900, most=2200)
    starred: bool = yes("加星")
    left_out: bool = yes("不写进报告")
    tags: tuple[str, ...] = tags("标签")
    files: tuple[Attachment, ...] = rows("附件", Attachment)

    def check(self) -> Iterator[Problem]:
        """Yield what disagrees within the record; kinds say it, leaf only."""
        return iter(())


R = TypeVar("R", bound=Record)
META = tuple(f.name for f in fields(Record))


def ref(record: Record) -> Ref:
    """Return which entry a record is."""
    return Ref(kind_name(type(record)), record.id)


def kind_name(record: type[Record]) -> str:
    """Return the name of a record class's kind: StudyMeeting → study_meeting."""
    return snake(record.__name__)


def is_complete(record: Record) -> bool:
    """Whether every required field is filled: only then is the record counted."""
    return not missing(record)


def missing(record: Record) -> list[str]:
    """Return the names of the required fields that are empty."""
    return [
        n for n in _required(cast(Hashable, type(record))) if getattr(record, n) in (None, "", ())
    ]


@cache
def _required(record: Any) -> tuple[str, ...]:
    return tuple(name for name, spec in specs_of(record).items() if spec.required)


def problems(record: Record) -> list[Problem]:
    """Return everything to be said beside the record's fields."""
    specs = specs_of(type(record))
    lacking = [Problem(name, f"请填写{specs[name].label}") for name in missing(record)]
    return lacking + list(record.check())


def attendance_problems(due: int | None, present: int | None, ticked: Any) -> Iterator[Problem]:
    """Yield where typed numbers and the ticked list disagree; the typed ones win."""
    if due is not None and present is not None and present > due:
        yield Problem("present", f"实到{present}人多于应到{due}人")
    if not ticked:
        return
    there = sum(row.present for row in ticked)
    if present is not None and present != there:
        yield Problem("present", f"实到填{present}人，到会情况勾选{there}人")
    if due is not None and due != len(ticked):
        yield Problem("due", f"应到填{due}人，到会情况列出{len(ticked)}人")


def due_of(record: Any) -> int | None:
    """Return how many should have come: as typed, else as listed."""
    return int(record.due) if record.due is not None else len(record.attendance) or None


def present_of(record: Any) -> int | None:
    """Return how many came: as typed, else as ticked."""
    if record.present is not None or not record.attendance:
        return int(record.present) if record.present is not None else None
    return sum(int(row.present) for row in record.attendance)


def told_value(record: Any, name: str) -> Any:
    """Return a field's value; heads that nobody counted are counted where they are ticked."""
    value = getattr(record, name)
    if value is not None or not getattr(record, "attendance", ()):
        return value
    counted = {"due": due_of, "present": present_of}
    return counted[name](record) if name in counted else None


def read_record(cls: type[R], raw: Mapping[str, object], label: str) -> R:
    """Return a new record from values keyed by field name or label; raises Unreadable."""
    return cls(**read_fields(specs_of(cls), raw, label))


def plain_record(record: Record) -> dict[str, Plain]:
    """Return a record as JSON values: its id, times and every field."""
    times = {name: getattr(record, name) for name in ("id", "created", "changed", "deleted")}
    return times | plain_fields(record)
