"""校核答复: a finding of the proof reading that the user has answered."""

from dataclasses import dataclass

from ..records.declare import count, line
from ..records.kind import Kind, Yearly
from ..records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal(Record):
    """It silences one check for one sentence, or some words in it, until the sentence changes."""

    year: int | None = count("年度", least=1900, most=2200, required=True)
    check_name: str = line("校核项", required=True)
    sentence: str = line("句子", required=True)
    words: str = line("所指", hint="空着就是整句")
    reason: str = line("理由")


def _deed(dismissal: Dismissal, verb: str) -> str:
    return f"{'撤回' if verb == '删除' else '答复'}校核的“{dismissal.check_name}”"


KIND = Kind(
    "dismissal",
    "校核答复",
    Dismissal,
    when=Yearly("year"),
    columns=("check_name", "sentence", "reason"),
    deed=_deed,
)
