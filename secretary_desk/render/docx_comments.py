"""Comments of the Word file: what is said of single runs of its text, in the margin."""

from collections.abc import Iterator, Mapping

from ..records.text import clean
from ..report.document import Run, Runs, text_of
from .oxml import HINT, Markup, el, run

AUTHOR, INITIALS = "书记案头", "案"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Set on every line: a comment without a style of its own would have the page's large type and
# its exact pitch, and a style for comments in every report would be in those that have none.
_LINE = el("pPr", el("snapToGrid", val=0), el("spacing", line=240, lineRule="auto"),
           el("jc", val="left"))  # fmt: skip
_SMALL = el("rPr", HINT, el("spacing", val=0), el("sz", val=18), el("szCs", val=18))


class Comments:
    """The comments of one file, numbered in the order in which their runs are written.

    They bear no time, so that the same document gives the same file.
    """

    def __init__(self, texts: Mapping[Run, str]) -> None:
        self._texts = texts
        self._written: list[Markup] = []

    def __len__(self) -> int:
        return len(self._written)

    def content(self, runs: Runs) -> Markup:
        """Return a paragraph's runs, those that have a comment marked; the text is the same."""
        if not any(each in self._texts for each in runs):
            return run(clean(text_of(runs)))
        content, plain = "", ""
        for each, text in pieces(runs):
            if each in self._texts and text:
                content += run(plain) + self._noted(text, self._texts[each])
                plain = ""
            else:
                plain += text
        return Markup(content + run(plain))

    def part(self) -> bytes:
        """Return the comments as the package's part."""
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        comments = "".join(self._written)
        return f'{head}<w:comments xmlns:w="{_NAMESPACE}">{comments}</w:comments>'.encode()

    def _noted(self, text: str, comment: str) -> Markup:
        number = len(self._written)
        lines = [_line(line) for line in clean(comment).split("\n")]
        self._written.append(el("comment", *lines, id=number, author=AUTHOR, initials=INITIALS))
        start, end = (el(f"commentRange{side}", id=number) for side in ("Start", "End"))
        mark = el("r", el("commentReference", id=number))
        return Markup(f"{start}{run(text)}{end}{mark}")


def pieces(runs: Runs) -> Iterator[tuple[Run, str]]:
    """Yield each run with its part of the text as it is cleaned whole."""
    whole = clean(text_of(runs))
    kept = _unstripped(text_of(runs))
    blanks = len(kept) - len(kept.lstrip())
    start = 0
    for place, each in enumerate(runs, 1):
        # Cleaned from the start, as a line end may be parted: its halves are one character.
        end = max(len(_unstripped(text_of(runs[:place]))) - blanks, start)
        yield each, whole[start:end]
        start = end


def _unstripped(text: str) -> str:
    return clean(f".{text}.")[1:-1]


def _line(text: str) -> Markup:
    return Markup(f"<w:p>{_LINE}{run(text, _SMALL)}</w:p>")
