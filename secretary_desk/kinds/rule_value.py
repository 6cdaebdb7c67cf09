"""自查参数: a value of the self-check's rules that the user has set."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from ..errors import DeskError
from ..paths import resources
from ..records.declare import line
from ..records.kind import Always, Kind
from ..records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleValue(Record):
    """``value`` stands in place of the one that resources/rules gives under ``key``."""

    key: str = line("参数", required=True, hint="如：教育培训.年学时")
    value: str = line("数值", required=True)
    note: str = line("依据")


@cache
def originals() -> Mapping[str, Mapping[str, Any]]:
    """Return what resources/rules gives by key, in the order of the files."""
    found: dict[str, Mapping[str, Any]] = {}
    for path in sorted((resources() / "rules").glob("*.toml")):
        for key, given in tomllib.loads(path.read_text("utf-8"), parse_float=Decimal).items():
            if key in found:
                raise DeskError(f"自查参数“{key}”写了两次：{path.name}")
            found[key] = given
    return found


def _deed(given: RuleValue, verb: str) -> str:
    known = originals().get(given.key, {})
    name = known.get("label", given.key)
    if verb == "删除":
        return f"恢复自查参数“{name}”"
    return f"把自查参数“{name}”改为{given.value}{known.get('unit', '')}"


KIND = Kind(
    "rule_value",
    "自查参数",
    RuleValue,
    when=Always(),
    columns=("key", "value", "note"),
    deed=_deed,
)
