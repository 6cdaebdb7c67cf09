"""Where two texts differ, for people: whole numbers, and no confetti of single characters."""

import re
from difflib import SequenceMatcher

Spans = list[tuple[int, int]]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|.", re.DOTALL)
_LEAST = 3  # tokens between two differences that are told apart


def differences(one: str, other: str) -> tuple[Spans, Spans]:
    """Return the spans of each text, (start, end) in characters, that the other has not."""
    left, right = _TOKEN.findall(one), _TOKEN.findall(other)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    changes = _joined([code[1:] for code in matcher.get_opcodes() if code[0] != "equal"])
    return (
        _in_characters(left, [(a, b) for a, b, _, _ in changes]),
        _in_characters(right, [(c, d) for _, _, c, d in changes]),
    )


def _joined(changes: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Return changes with those joined that hardly anything stands between."""
    joined: list[tuple[int, int, int, int]] = []
    for change in changes:
        if joined and change[0] - joined[-1][1] < _LEAST:
            start, _, other_start, _ = joined.pop()
            change = start, change[1], other_start, change[3]
        joined.append(change)
    return joined


def _in_characters(tokens: list[str], spans: Spans) -> Spans:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return [(starts[start], starts[end]) for start, end in spans if start < end]
