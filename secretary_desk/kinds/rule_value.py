"""自查参数: a value of the self-check's rules that the user has set."""

from dataclasses import dataclass

from ..records.declare import line
from ..records.kind import Always, Kind
from ..records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleValue(Record):
    """``value`` stands in place of the one that resources/rules gives under ``key``."""

    key: str = line("参数", required=True, hint="如：教育培训.年学时")
    value: str = line("数值", required=True)
    note: str = line("依据")


def _deed(given: RuleValue, verb: str) -> str:
    if verb == "删除":
        return f"恢复自查参数“{given.key}”"
    return f"把自查参数“{given.key}”改为{given.value}"


KIND = Kind(
    "rule_value",
    "自查参数",
    RuleValue,
    when=Always(),
    columns=("key", "value", "note"),
    deed=_deed,
)
