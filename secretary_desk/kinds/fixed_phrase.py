"""固定表述: how a name or saying is to be written, added by the user."""

from dataclasses import dataclass

from ..records.declare import line
from ..records.kind import Always, Kind
from ..records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPhrase(Record):
    """``wrong`` is written in the report where ``right`` is meant."""

    right: str = line("规范写法", required=True)
    wrong: str = line("常见错写", required=True)


KIND = Kind("fixed_phrase", "固定表述", FixedPhrase, when=Always(), columns=("right", "wrong"))
