"""Elements of WordprocessingML, built directly: python-docx spends its time looking styles up."""

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

from ..records.text import clean
from ..report.style import points

Element: TypeAlias = etree._Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = {"\n": "br", "\t": "tab"}


def el(name: str, *children: Element, **attributes: str | int) -> Element:
    """Return an element of the main namespace; attributes stand in it too."""
    element = etree.Element(_w(name), {}, {"w": _W})
    for key, value in attributes.items():
        element.set(_w(key), str(value))
    element.extend(children)
    return element


def paragraph(style: str, text: str, *properties: Element) -> Element:
    """Return a paragraph of one style; ``properties`` in the schema's order after pStyle."""
    element = el("p", el("pPr", el("pStyle", val=style), *properties))
    cleaned = clean(text)
    if cleaned:
        element.append(_run(cleaned))
    return element


def keep_with_next(element: Element) -> None:
    """Keep a paragraph on the page of what follows."""
    for style in element.iterfind(f"{_w('pPr')}/{_w('pStyle')}"):
        style.addnext(el("keepNext"))


def twips(length: float) -> int:
    """Return points as twentieths."""
    return round(length * 20)


def twips_of_mm(length: float) -> int:
    """Return millimetres as twentieths of a point."""
    return twips(points(length))


def _run(text: str) -> Element:
    # The hint gives “ ” — … and their like to the Chinese font; digits and letters stay Latin.
    run = el("r", el("rPr", el("rFonts", hint="eastAsia")))
    for piece in re.split(r"([\n\t])", text):
        if piece in _BREAKS:
            run.append(el(_BREAKS[piece]))
        elif piece:
            words = el("t")
            words.text = piece
            if " " in piece:
                words.set(_SPACE, "preserve")
            run.append(words)
    return run


@cache
def _w(name: str) -> str:
    return f"{{{_W}}}{name}"
