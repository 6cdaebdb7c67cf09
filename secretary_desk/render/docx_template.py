"""The Word file's package: our own parts from the resources, filled from the style sheet."""

import re
from dataclasses import fields
from functools import lru_cache
from io import BytesIO
from string import Template
from typing import Any, TypeAlias
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_STORED, ZipFile

from ..errors import DeskError
from ..paths import resources
from ..report.style import Face, StyleSheet, points
from .oxml import twips, twips_of_mm

Values: TypeAlias = dict[str, Any]

_BODY = "<!--body-->"
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer_even.xml",
    "word/footer_odd.xml",
    "word/settings.xml",
    "word/styles.xml",
    "word/theme/theme1.xml",
)


def package(style: StyleSheet, body: str) -> bytes:
    """Return a docx file with this body, every page setting and style in it.

    It is not compressed: python-docx writes the file that counts. Raises DeskError where a part of
    the template is missing.
    """
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as file:
        for name, text in _parts(style):
            file.writestr(name, text.replace(_BODY, body))
    return stream.getvalue()


@lru_cache(maxsize=8)
def _parts(style: StyleSheet) -> tuple[tuple[str, str], ...]:
    values = _page(style) | _number(style) | _types(style) | _table(style) | {"body": _BODY}
    return tuple((name, Template(_part(name)).substitute(values)) for name in _PARTS)


def _part(name: str) -> str:
    """Return a part of the template; raises DeskError where the program has lost it."""
    part = resources() / "report" / "template" / name
    try:
        text = part.read_text(encoding="utf-8")
    except OSError:
        raise DeskError(
            f"程序文件不完整，读不到 Word 模板（{part}），所以没有写出；"
            "档案没有变动。请重新安装书记案头"
        ) from None
    return _COMMENT.sub("", text)


def _page(style: StyleSheet) -> Values:
    page, indent = style.page, style.blanks.first_line
    lengths = {
        "page_width": page.width,
        "page_height": page.height,
        "margin_top": page.top,
        "margin_bottom": page.bottom,
        "margin_left": page.left,
        "margin_right": page.right,
    }
    return {name: twips_of_mm(length) for name, length in lengths.items()} | {
        "pitch": twips(style.grid.pitch),
        "spacing": twips(style.grid.spacing),
        "first_line": twips(indent * style.advance),  # for programs that do not know …Chars
        "first_line_chars": round(indent * 100),
    }


def _number(style: StyleSheet) -> Values:
    """Return the page number's place: odd pages right, even left (GB/T 9704-2012, 7.5)."""
    size, clear = style.faces.page_number.size, style.blanks.page_number
    pitch = size + 2  # points: an exact line no lower than its glyphs
    middle = points(style.page.bottom - style.page_number.below)
    side = f'w:{{0}}="{twips(clear * size)}" w:{{0}}Chars="{round(clear * 100)}"'
    odd = f'<w:ind {side.format("right")}/><w:jc w:val="right"/>'
    even = f"<w:ind {side.format('left')}/>"
    if style.page_number.place == "centre":
        odd = even = '<w:jc w:val="center"/>'
    return {
        "footer_pitch": twips(pitch),
        "footer_distance": twips(middle - pitch / 2),
        "footer_odd": odd,
        "footer_even": even,
    }


def _types(style: StyleSheet) -> Values:
    values: Values = {}
    for role in fields(style.faces):
        face: Face = getattr(style.faces, role.name)
        size = f'w:val="{round(face.size * 2)}"'  # half points
        values[f"{role.name}_font"] = _font(face)
        values[f"{role.name}_size"] = f"<w:sz {size}/><w:szCs {size}/>"
    stand_ins = (
        f"<w:font w:name={quoteattr(each.font)}><w:altName w:val={quoteattr(each.instead)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for each in style.stand_ins
    )
    return values | {"fonts": "".join(stand_ins)}


def _font(face: Face) -> str:
    # hAnsi too is the Chinese font: Word counts “ ” — … there and Times New Roman has them narrow.
    chinese, latin, bold = quoteattr(face.font), quoteattr(face.latin), int(face.bold)
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii={latin} w:hAnsi={chinese} w:eastAsia={chinese} '
        f'w:cs={latin}/><w:b w:val="{bold}"/><w:bCs w:val="{bold}"/>'
    )


def _table(style: StyleSheet) -> Values:
    return {
        "table_pitch": twips(style.table.pitch),
        "padding": twips_of_mm(style.table.padding),
        "rule": round(style.table.rule * 8),
    }
