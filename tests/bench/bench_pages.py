"""A report of 5,000 characters as pages, beside the Word file; and how large the PDFs are."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from PySide6.QtGui import QImage, QPainter  # noqa: E402
from render import specimens  # noqa: E402
from report.test_judged import REPORTS  # noqa: E402
from sidebyside import medians, told  # noqa: E402

from secretary_desk.records.text import characters  # noqa: E402
from secretary_desk.render.docx import write_docx  # noqa: E402
from secretary_desk.render.pages import Pages, write_pdf  # noqa: E402
from secretary_desk.render.pages_text import set_lines  # noqa: E402
from secretary_desk.render.plain import write_plain  # noqa: E402
from secretary_desk.report.document import Document, Paragraph, Wording  # noqa: E402
from secretary_desk.report.style import load_style  # noqa: E402

ROUNDS, STYLE = 31, load_style()
DOTS_A_MILLIMETRE = 4  # of a preview on a screen of about 100 dots an inch


def five_thousand() -> Document:
    """Return the sample's report with more of its paragraphs, 5,000 characters before annexes."""
    sample = REPORTS["sample"]
    more = [block for block in sample.blocks if isinstance(block, Paragraph)][:27]
    return Document(sample.branch, sample.secretary, sample.year, (*more, *sample.blocks))


def shown(pages: Pages) -> QImage:
    """Return the first page as the preview shows it."""
    width, height = (round(length * DOTS_A_MILLIMETRE) for length in pages.size)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(DOTS_A_MILLIMETRE, DOTS_A_MILLIMETRE)
    pages.paint(painter, 0)
    painter.end()
    return image


def fresh(report: Document, *, annexes: bool) -> Pages:
    """Return pages of which no line has been set before."""
    set_lines.cache_clear()
    return Pages(report, STYLE, annexes=annexes)


def edited(report: Document) -> Callable[[], Pages]:
    """Return what lays the text out again after a word was typed into a long paragraph."""
    Pages(report, STYLE, annexes=False)
    typed = count()

    def run() -> Pages:
        first, *others = report.blocks
        changed = replace(first, runs=(*first.runs, Wording(f"第{next(typed)}版。")))
        return Pages(replace(report, blocks=(changed, *others)), STYLE, annexes=False)

    return run


def main() -> None:
    """Measure and print."""
    report = five_thousand()
    text = write_plain(report).split("附件1\n")[0]
    laid = Pages(report, STYLE)
    print(f"{characters(text)} characters, {laid.count} pages with annexes")
    competitors = {
        "write_docx": lambda: write_docx(report, STYLE),
        "Pages, for the first time": lambda: fresh(report, annexes=False),
        "Pages, with annexes too": lambda: fresh(report, annexes=True),
        "Pages, one paragraph edited": edited(report),
        "painting a page": lambda: shown(laid),
        "write_pdf": lambda: write_pdf(report, STYLE),
    }
    told("Document → pages", medians(competitors, ROUNDS), "write_docx")
    printed = {name: REPORTS[name] for name in ("sample", "general", "twelve")}
    for name, document in {**printed, "twelve plain pages": specimens.twelve_pages()}.items():
        size, pages = len(write_pdf(document, STYLE)), Pages(document, STYLE).count
        print(f"  {name:<28}{size / 1024:8.0f} KB   {pages} pages")


if __name__ == "__main__":
    main()
