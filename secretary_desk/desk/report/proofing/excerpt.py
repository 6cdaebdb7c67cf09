"""A finding's sentence as it is shown: cut short around the place in question."""

from typing import NamedTuple

from ....records.finding import Finding
from ....report.document import Document, text_of

WHOLE = "全文"
_LENGTH, _BEFORE = 56, 16  # characters: of an excerpt, and before the place in question
_MARKS = "，、；：。！？”’）》"
_BLANKS = str.maketrans(dict.fromkeys("\x00\t\n\r\x0b\x0c\u2028\u2029", " "))


class Excerpt(NamedTuple):
    """Words of the report; what is in question in them, if it is a part, goes from start to end."""

    text: str
    start: int = 0
    end: int = 0


def about(finding: Finding) -> tuple[str, str]:
    """Return what an answer to a finding is about: the check and the sentence."""
    return finding.check, finding.sentence


def excerpt_of(finding: Finding, document: Document) -> Excerpt:
    """Return what a finding is about; empty where the finding itself says it already."""
    if finding.sentence == document.title():
        return Excerpt(WHOLE)
    if finding.sentence in finding.text:
        return Excerpt("")
    return _cut(*_place(finding, document))


def _place(finding: Finding, document: Document) -> Excerpt:
    """Return the whole sentence with the place in it: a finding counts from its block's start."""
    sentence = finding.sentence
    text = text_of(getattr(document.blocks[finding.block], "runs", ()))
    begun = text.rfind(sentence, 0, finding.start + len(sentence))
    start, end = finding.start - begun, min(finding.end - begun, len(sentence))
    is_part = begun >= 0 and start < end and (start, end) != (0, len(sentence))
    plain = sentence.translate(_BLANKS)
    return Excerpt(plain, start, end) if is_part else Excerpt(plain)


def _cut(text: str, start: int, end: int) -> Excerpt:
    if len(text) <= _LENGTH:
        return Excerpt(text, start, end)
    begun = max(0, min(start - _BEFORE, len(text) - _LENGTH))
    while text[begun] in _MARKS and begun < start:
        begun += 1  # no excerpt begins with a comma
    before, after = "…" if begun else "", "…" if begun + _LENGTH < len(text) else ""
    shown = text[begun : begun + _LENGTH]
    aside = len(before) - begun
    until = min(end + aside, len(before) + len(shown)) if end else 0
    return Excerpt(before + shown + after, start + aside if end else 0, until)
