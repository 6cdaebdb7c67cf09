"""自备说法: the user's own wording of a passage, kept for the years to come."""

from dataclasses import dataclass

from ..records.declare import line, prose
from ..records.kind import Always, Kind
from ..records.record import Record
from .passage_edit import passage_name


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWording(Record):
    """A template (``report.template``) that may be told in place of the built-in wordings."""

    passage: str = line("段落", required=True)
    text: str = prose("文字", required=True)


def _deed(wording: OwnWording, verb: str) -> str:
    done = "存下" if verb == "新增" else verb
    return f"{done}“{passage_name(wording.passage)}”一段的常用说法"


KIND = Kind("own_wording", "自备说法", OwnWording, when=Always(), columns=("passage",), deed=_deed)
