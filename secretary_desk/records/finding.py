"""Findings: what a reader of the report, or of the ledger, would stumble over."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from .record import Ref

Weight = Literal["应改", "提示"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree: which check found it, and a sentence for people.

    ``sentence`` is what it is about, ``words`` what in it; an answer holds until the sentence
    changes. The words stand at ``start`` to ``end`` in the text of the document's ``block``;
    ``passage`` is the passage's key, empty for headings. ``entries`` are what stands behind it.
    """

    check: str
    text: str
    sentence: str
    passage: str
    block: int
    start: int
    end: int
    entries: tuple[Ref, ...] = ()
    weight: Weight = "应改"
    words: str = ""


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as a JSON value."""
    entries = [{"kind": entry.kind, "id": entry.id} for entry in finding.entries]
    return {**asdict(finding), "entries": entries}
