"""自查答复: a finding of the self-check that the user has answered with a reason."""

from dataclasses import dataclass

from ..records.declare import count, line, prose
from ..records.kind import Kind, Yearly
from ..records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer(Record):
    """It stands beside what one rule finds about one thing in one year; the finding stays."""

    year: int | None = count("年度", least=1900, most=2200, required=True)
    rule: str = line("自查项", required=True)
    about: str = line("对象", required=True)
    reason: str = prose("说明")


_LONGEST = 24  # characters of the reason by which an answer is known


def _deed(answer: CheckAnswer, verb: str) -> str:
    words = " ".join(answer.reason.split())
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    done = {"删除": "撤回", "新增": "写下"}.get(verb, "修改")
    return f"{done}自查说明“{short}”"


KIND = Kind(
    "check_answer",
    "自查答复",
    CheckAnswer,
    when=Yearly("year"),
    columns=("rule", "about", "reason"),
    deed=_deed,
)
