"""不是重复: two entries that look alike and are not one."""

from dataclasses import dataclass

from ..records.declare import line
from ..records.kind import Always, Kind
from ..records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDuplicate(Record):
    """The ids of the two entries, the smaller one first."""

    one: str = line("甲", required=True)
    other: str = line("乙", required=True)


def _deed(_pair: NotDuplicate, verb: str) -> str:
    return "忘记两条不是重复" if verb == "删除" else "记住两条不是重复"


KIND = Kind(
    "not_duplicate",
    "不是重复",
    NotDuplicate,
    when=Always(),
    columns=("one", "other"),
    deed=_deed,
)
