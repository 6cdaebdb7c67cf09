"""Every value of style.toml is honoured: changing it changes the pages."""

from dataclasses import fields, replace

import pytest
from PySide6.QtGui import QFontDatabase
from render import specimens
from render.specimens import document, words
from render.test_pages import painted

from secretary_desk.render.pages import Pages
from secretary_desk.report.document import (
    AnnexTitle,
    Aside,
    Column,
    Document,
    Heading,
    Paragraph,
    Salutation,
    Table,
)
from secretary_desk.report.style import Face, StandIn, StyleSheet, load_style

pytestmark = pytest.mark.usefixtures("qapp")

STYLE = load_style()
ROLES = [role.name for role in fields(STYLE.faces)]
BOLD = {each.font for each in STYLE.stand_ins if each.bold}
LIGHT = [role for role in ROLES if getattr(STYLE.faces, role).font not in BOLD]
LENGTHS = [
    (part, each.name)
    for part in ("page", "grid", "blanks", "table")
    for each in fields(getattr(STYLE, part))
]


@pytest.fixture(scope="module")
def report() -> Document:
    """Return a report that has Chinese and Latin characters in every role."""
    return document(
        *specimens.on_top().blocks[:2],
        Salutation(words("各位领导colleagues：")),
        *(Heading(level, words(f"第{level}级heading")) for level in (1, 2, 3, 4)),
        Aside(words("〔约1分20秒，讲到2分10秒ends〕")),
        Paragraph(words("国泰民安" * 170 + "，letters 2026。"), "x"),
        specimens.signature(),
        AnnexTitle(words("附件1"), words("2026年台账")),
        Table((Column("序号No.", 1), Column("日期", 2)), ((words("第1次"), words("8月")),)),
    )


@pytest.fixture(scope="module")
def standard(report) -> list[bytes]:
    return printed(report, STYLE)


def printed(report: Document, style: StyleSheet) -> list[bytes]:
    laid = Pages(report, style)
    images = [painted(laid, 4, page) for page in range(laid.count)]
    return [image.constBits().tobytes() for image in images]


def changed(style: StyleSheet, role: str, **values: object) -> StyleSheet:
    face: Face = replace(getattr(style.faces, role), **values)
    return replace(style, faces=replace(style.faces, **{role: face}))


def test_the_same_style_gives_the_same_pages(report, standard):
    assert printed(report, STYLE) == standard


@pytest.mark.parametrize(("part", "name"), LENGTHS)
def test_every_length_counts(report, standard, part, name):
    values = getattr(STYLE, part)
    other = replace(STYLE, **{part: replace(values, **{name: getattr(values, name) + 1.5})})
    assert printed(report, other) != standard


def test_the_page_numbers_place_and_depth_count(report, standard):
    deeper = replace(STYLE.page_number, below=9.0)
    assert printed(report, replace(STYLE, page_number=deeper)) != standard
    assert printed(report, STYLE.varied(page_number="centre")) != standard


@pytest.mark.parametrize("role", ROLES)
def test_every_roles_size_counts(report, standard, role):
    size = getattr(STYLE.faces, role).size + 2
    assert printed(report, changed(STYLE, role, size=size)) != standard


@pytest.mark.parametrize("role", LIGHT)
def test_every_roles_weight_counts(report, standard, role):
    assert printed(report, changed(STYLE, role, bold=True)) != standard


@pytest.mark.parametrize("role", ROLES)
def test_every_roles_chinese_font_counts(report, role):
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    two = [
        printed(report, changed(STYLE, role, font=each)) for each in families[:: len(families) - 1]
    ]
    assert two[0] != two[1]


@pytest.mark.parametrize("role", ROLES)
def test_every_roles_latin_font_counts(report, role):
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
    faces = [changed(STYLE, role, latin=each) for each in (families[0], families[-1], "Monospace")]
    assert len({tuple(printed(report, face)) for face in faces}) > 1


def test_a_stand_in_is_shown_as_bold_as_it_says(report):
    installed = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)[0]
    lacking = changed(STYLE, "title", font="没有这种字体")
    bold, light = (
        replace(lacking, stand_ins=(StandIn("没有这种字体", installed, bold=bold),))
        for bold in (True, False)
    )
    assert dict(Pages(report, bold).stand_ins())["没有这种字体"] == installed
    assert printed(report, bold) != printed(report, light)


def test_the_first_stand_in_that_is_there_is_shown(report):
    first, *_, last = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    wanted = "没有这种字体"
    instead = tuple(StandIn(wanted, each) for each in ("也没有这种", last, first))
    style = replace(changed(STYLE, "body", font=wanted), stand_ins=instead)
    assert dict(Pages(report, style).stand_ins())[wanted] == last
