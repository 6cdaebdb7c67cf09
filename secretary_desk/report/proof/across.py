"""两稿不一致: a number typed in the report or in the speech that the other tells otherwise."""

from collections.abc import Iterator

from ...kinds.passage_edit import PassageEdit
from ...records.finding import Finding
from ..build import compose
from ..passage import SPOKEN
from ..template import TYPED, read, reference
from ..wording import load_wording
from .placed import Told, told_in
from .reading import Reading
from .text import lines_of

CHECK = "两稿不一致"
_FORMS = ("书面报告", "现场稿")


def check(reading: Reading) -> Iterator[Finding]:
    """Yield figures of which the report and the speech tell differently, where one was typed.

    The other of the two is told only where there is such a number at all.
    """
    here = reading.placed
    spoken = _is_spoken(reading)
    if not any(told.is_typed for told in here) and not _has_typed(reading, spoken=not spoken):
        return
    given = reading.year, reading.settings, load_wording(), reading.outline
    other = compose(*given, spoken=not spoken)
    there = list(told_in(lines_of(other.document)))
    for told in here:
        for beside in there:
            one_typed = told.is_typed or beside.is_typed
            if beside.key == told.key and one_typed and told.differs(beside):
                yield _finding(reading, told, beside, spoken=spoken)
                break


def _finding(reading: Reading, told: Told, other: Told, *, spoken: bool) -> Finding:
    mine, theirs = _FORMS[spoken], _FORMS[not spoken]
    label = reading.resolver.label(reference(told.key))
    text = f"{mine}{told.says()}，{theirs}{other.says()}（{label}）"
    return told.line.finding(CHECK, text, told.start, told.start + len(told.text), weight="提示")


def _is_spoken(reading: Reading) -> bool:
    return any(key.startswith(SPOKEN) for key in reading.report.passages)


def _has_typed(reading: Reading, *, spoken: bool) -> bool:
    """Whether the user has typed a number over a figure of the report, or of the speech."""
    edits = (e for e in reading.year.counted(PassageEdit) if e.is_written)
    texts = (e.text for e in edits if e.passage.startswith(SPOKEN) == spoken)
    pieces = (piece for text in texts if TYPED in text for piece in read(text))
    return any(not isinstance(piece, str) and piece.text is not None for piece in pieces)
