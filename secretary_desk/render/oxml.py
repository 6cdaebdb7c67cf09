"""WordprocessingML as text: a report has thousands of elements, and objects for each are slow."""

import re
from functools import lru_cache
from html import escape
from typing import NewType

from ..records.text import clean
from ..report.style import points

Markup = NewType("Markup", str)

_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_PIECES = re.compile("([\n\t])")


def el(name: str, *children: Markup, **attributes: str | int) -> Markup:
    """Return an element of the main namespace; attributes stand in it too."""
    given = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    content = "".join(children)
    return Markup(f"<w:{name}{given}>{content}</w:{name}>" if content else f"<w:{name}{given}/>")


# The hint gives “ ” — … and their like to the Chinese font; digits and letters stay Latin.
HINT = el("rFonts", hint="eastAsia")
_LOOK = el("rPr", HINT)


def run(text: str, look: Markup = _LOOK) -> Markup:
    """Return a run of cleaned text, nothing for none; ``look`` are its properties."""
    pieces = _PIECES.split(text) if "\n" in text or "\t" in text else [text]
    words = "".join([_BREAKS.get(piece) or _words(piece) for piece in pieces if piece])
    return Markup(f"<w:r>{look}{words}</w:r>" if words else "")


def paragraph(style: str, text: str, *properties: Markup, keep: bool = False) -> Markup:
    """Return a paragraph of one style; ``properties`` in the schema's order after keepNext.

    ``keep`` keeps it on the page of what follows.
    """
    return filled_paragraph(style, run(clean(text)), *properties, keep=keep)


def filled_paragraph(
    style: str, content: Markup, *properties: Markup, keep: bool = False
) -> Markup:
    """Return a paragraph around runs that are written already."""
    return Markup(f"<w:p>{_head(style, properties, keep)}{content}</w:p>")


@lru_cache(maxsize=256)
def _head(style: str, properties: tuple[Markup, ...], keep: bool) -> Markup:
    kept = [el("keepNext")] if keep else []
    return el("pPr", el("pStyle", val=style), *kept, *properties)


def twips(length: float) -> int:
    """Return points as twentieths."""
    return round(length * 20)


def twips_of_mm(length: float) -> int:
    """Return millimetres as twentieths of a point."""
    return twips(points(length))


def _words(text: str) -> str:
    space = ' xml:space="preserve"' if " " in text else ""
    return f"<w:t{space}>{escape(text, quote=False)}</w:t>"
