from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from judges.schema import audit_faults, faults, integrity_faults, needs_validator
from lxml import etree
from render import specimens
from render.specimens import document, paragraph, signature, table, words

from secretary_desk.render.docx import write_docx
from secretary_desk.report.document import (
    Document,
    Enclosures,
    Figure,
    Heading,
    Paragraph,
    Table,
    Title,
    Wording,
    text_of,
)
from secretary_desk.report.style import load_style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}
STYLE = load_style()
VARIANTS = {
    "empty": document(),
    "ordinary": specimens.ordinary(),
    "twelve pages": specimens.twelve_pages(),
    "signed on top": specimens.on_top(),
    "tables alone": document(table(3), table(0), Table((), ())),
    "annexes alone": document(*specimens.annexes("台账")),
    "hollow": document(Title(()), Heading(4, ()), Enclosures(()), signature("", date="")),
    "rare": document(Paragraph(words("𠮷𫝆𱍊\n“党”——…\x00\x0b\ufffe\t<&>"), "x"), signature("𱍊")),
}


def opened(report: Document):
    return docx.Document(BytesIO(write_docx(report, STYLE)))


def parts(report: Document, style=STYLE) -> dict[str, str]:
    with ZipFile(BytesIO(write_docx(report, style))) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def indent(element) -> dict[str, int]:
    found = element.find(f"{W}pPr/{W}ind")
    return {key.removeprefix(W): int(value) for key, value in found.attrib.items()}


@needs_validator
def test_three_validators_find_no_fault_in_any_variant(tmp_path: Path):
    for name, report in VARIANTS.items():
        (tmp_path / f"{name}.docx").write_bytes(write_docx(report, STYLE))
    wished = STYLE.varied(pitch=30, page_number="centre", bold_level_2=True)
    (tmp_path / "wished.docx").write_bytes(write_docx(specimens.ordinary(), wished))
    assert faults(*tmp_path.iterdir()) == []


@needs_validator
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(specimens.documents)
def test_three_validators_find_no_fault_in_any_document_at_all(tmp_path: Path, any_document):
    file = tmp_path / "any.docx"
    file.write_bytes(write_docx(any_document, STYLE))
    assert faults(file) == []


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(specimens.documents)
def test_any_document_at_all_gives_a_file_that_opens(tmp_path: Path, any_document):
    file = tmp_path / "any.docx"
    file.write_bytes(write_docx(any_document, STYLE))
    docx.Document(str(file))
    assert audit_faults(file) + integrity_faults(file) == []


def test_the_same_document_gives_the_same_text_part():
    first, second = parts(specimens.ordinary()), parts(specimens.ordinary())
    assert first["word/document.xml"] == second["word/document.xml"]


def test_headings_are_real_headings():
    headings = [p for p in opened(specimens.ordinary()).paragraphs if "Heading" in p.style.name]
    assert [(p.style.name, p.text) for p in headings[:4]] == [
        ("Heading 1", "一、履职情况"),
        ("Heading 2", "（一）落实组织生活制度"),
        ("Heading 3", "1.抓实理论学习"),
        ("Heading 4", "（1）支部集中学习"),
    ]
    levels = [p.style.element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") for p in headings[:4]]
    assert levels == ["0", "1", "2", "3"]
    assert all(p.style.paragraph_format.keep_with_next for p in headings)


def test_a_paragraph_of_many_runs_is_written_as_one():
    runs = (Wording("召开"), Figure("12次", "三会一课.次数", ()), Wording("，到会"))
    (element,) = opened(document(Paragraph(runs, "x"))).element.body.findall(f"{W}p")
    assert [run.findtext(f"{W}t") for run in element.findall(f"{W}r")] == ["召开12次，到会"]


def test_every_run_hints_at_chinese_so_that_quotes_and_dashes_are_full_width():
    runs = etree.fromstring(parts(specimens.ordinary())["word/document.xml"].encode())
    fonts = runs.findall(f".//{W}r/{W}rPr/{W}rFonts")
    assert len(fonts) == len(runs.findall(f".//{W}r"))
    assert {font.get(f"{W}hint") for font in fonts} == {"eastAsia"}


def test_styles_name_the_chinese_font_twice_and_the_latin_one_for_figures():
    styles = parts(document())["word/styles.xml"]
    for font in etree.fromstring(styles.encode()).iter(f"{W}rFonts"):
        assert font.get(f"{W}eastAsia") == font.get(f"{W}hAnsi")
        assert font.get(f"{W}ascii") in ("Times New Roman", "宋体")
        assert not [name for name in font.attrib if "Theme" in name]


def test_the_properties_are_the_branchs_and_nobody_elses():
    properties = opened(specimens.ordinary()).core_properties
    assert properties.title == specimens.ordinary().title()
    assert properties.author == properties.last_modified_by == specimens.SECRETARY
    assert (properties.subject, properties.category) == (specimens.BRANCH, "2025年度")
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified
    age = datetime.now(UTC) - properties.created.replace(tzinfo=UTC)
    assert timedelta(seconds=-1) < age < timedelta(minutes=5)
    assert not [name for name, text in parts(document()).items() if "python-docx" in text]


def test_page_numbers_are_fields_of_five_runs_right_on_odd_pages_left_on_even():
    written = parts(document())
    for side, place in (("odd", "right"), ("even", "left")):
        footer = etree.fromstring(written[f"word/footer_{side}.xml"].encode())
        runs = footer.findall(f".//{W}r")
        kinds = [[etree.QName(child).localname for child in run][-1] for run in runs]
        assert kinds == ["t", "fldChar", "instrText", "fldChar", "t", "fldChar", "t"]
        assert indent(footer.find(f"{W}p")) == {place: 280, f"{place}Chars": 100}
    assert "<w:evenAndOddHeaders/>" in written["word/settings.xml"]


def test_centred_page_numbers_and_a_bold_second_level_are_a_local_wish():
    written = parts(document(), STYLE.varied(page_number="centre", bold_level_2=True))
    assert all('<w:jc w:val="center"/>' in written[f"word/footer_{s}.xml"] for s in ("odd", "even"))
    (bold,) = etree.fromstring(written["word/styles.xml"].encode()).xpath(
        "//w:style[w:rPr/w:b/@w:val='1']/@w:styleId", namespaces=NS
    )
    assert bold == "Heading2"


def test_a_line_begins_two_characters_in():
    style = opened(document()).styles["Body Text"].element
    assert indent(style) == {"firstLine": 630, "firstLineChars": 200}


@pytest.mark.parametrize(
    ("name", "name_at", "date_at"),
    [
        ("教工第一支部委员会", 17, 19),  # the name ends 2 from the right
        ("某某某", 18, 20),  # the date would end closer than 2: it stands there, the name moves
        ("某" * 40, 0, 2),
    ],
)
def test_the_date_starts_two_characters_right_of_the_name(name, name_at, date_at):
    blank, *lines = opened(document(paragraph(30), signature(name))).element.body[1:-1]
    assert blank.find(f"{W}r") is None
    assert [indent(line) for line in lines] == [{"left": n * 315} for n in (name_at, date_at)]


def test_the_signature_never_stands_on_a_page_alone():
    elements = opened(document(paragraph(30), signature())).element.body[:-1]
    kept = [element.find(f"{W}pPr/{W}keepNext") is not None for element in elements]
    assert kept == [True, True, True, False]


def test_the_last_words_stay_with_the_annexes_names_and_those_with_the_signature():
    elements = opened(specimens.short(10)).element.body[:-1]
    kept = [element.find(f"{W}pPr/{W}keepNext") is not None for element in elements]
    assert kept == [False, True, True, True, True, True, True, False]


def test_a_long_list_of_annexes_may_break_before_its_last_name_but_in_none():
    elements = opened(specimens.many_annexes()).element.body[3:-1]
    kept = [element.find(f"{W}pPr/{W}keepNext") is not None for element in elements]
    assert kept == [*[False] * 11, True, True, True, False]
    assert opened(document()).styles["附件说明"].paragraph_format.keep_together


def test_annexes_are_named_after_a_blank_line_each_under_the_firsts_name():
    names = Enclosures((words("学习台账"), words("党费台账")))
    _, blank, first, second = opened(document(paragraph(30), names)).paragraphs
    assert [blank.text, first.text, second.text] == ["", "附件：1.学习台账", "2.党费台账"]
    assert indent(first._p)["left"] == indent(second._p)["left"]
    assert indent(first._p)["left"] - indent(first._p)["hanging"] == 630
    alone = opened(document(Enclosures((words("学习台账"),)))).paragraphs[0]
    assert alone.text == "附件：学习台账"


def test_an_annex_begins_a_page_with_its_title_on_the_third_line():
    file = opened(document(paragraph(30), *specimens.annexes("学习台账")))
    label, blank, title, _ = file.paragraphs[1:5]
    assert [label.text, blank.text, title.text] == ["附件", "", "学习台账"]
    assert label.style.paragraph_format.page_break_before


def test_a_table_has_its_widths_twice_and_repeats_its_head():
    element = opened(document(table(3))).tables[0]._tbl
    columns = [int(column.get(f"{W}w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
    assert sum(columns) == 8844
    assert columns[2] == 5 * columns[0] or abs(columns[2] - 5 * columns[0]) <= 5
    for row in element.iterfind(f"{W}tr"):
        assert [int(w.get(f"{W}w")) for w in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")] == columns
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        assert all(cell.find(f"{W}p") is not None for cell in row.iterfind(f"{W}tc"))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in element.iterfind(f"{W}tr")]
    assert heads == [True, False, False, False]


def test_two_tables_do_not_grow_together():
    tags = [
        etree.QName(each).localname for each in opened(document(table(1), table(1))).element.body
    ]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_rare_characters_arrive_and_forbidden_ones_are_dropped():
    (written,) = opened(document(Paragraph(words("𠮷\x00𫝆\ufffe\n𱍊\x0b"), "x"))).paragraphs
    assert written.text == "𠮷𫝆\n𱍊"


def test_an_unknown_block_is_refused():
    with pytest.raises(TypeError, match="no place for str"):
        write_docx(document("附注"), STYLE)


def test_the_whole_text_arrives_in_its_order():
    report = specimens.twelve_pages()
    text = "".join(p.text for p in opened(report).paragraphs if p.style.name == "Body Text")
    assert text == "".join(text_of(b.runs) for b in report.blocks if isinstance(b, Paragraph))
