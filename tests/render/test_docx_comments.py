"""A Word comment on each figure: what is said, around which words, and nothing else changed."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from judges.grid import check_grid
from judges.office import converted, needs_libreoffice, to_pdf
from judges.schema import faults, needs_validator
from lxml import etree
from render import specimens
from render.specimens import ENTRY, document

from secretary_desk.records.text import clean
from secretary_desk.render.docx import write_docx
from secretary_desk.render.docx_comments import AUTHOR, pieces
from secretary_desk.report.document import (
    Document,
    Figure,
    Heading,
    Own,
    Paragraph,
    Run,
    Wording,
    runs_of,
    text_of,
)
from secretary_desk.report.style import load_style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF_ANNOTATION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
ODF_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
STYLE = load_style()
EVIL = "</w:t></w:r><w:p/>&amp; \"'<!-- 𠮷\x00\x0b\ufffe\t“党”]]>"
TWELVE = Figure("12次", "三会一课.次数.支部委员会", (ENTRY,))


def figures(report: Document) -> list[Figure]:
    """Return the figures of the text, as often as they stand there."""
    text = [block for block in report.blocks if isinstance(block, Heading | Paragraph)]
    return [run for block in text for run in runs_of(block) if isinstance(run, Figure)]


def named(report: Document) -> dict[Run, str]:
    """Return a comment for every figure."""
    return {figure: f"{figure.fact}：{figure.text}\n3月5日 支委会" for figure in figures(report)}


def written(report: Document, comments: dict[Run, str] | None = None) -> bytes:
    return write_docx(report, STYLE, comments=named(report) if comments is None else comments)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def marked(data: bytes) -> dict[int, str]:
    """Return the words between the marks of each comment, by its number."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    within: dict[int, str] = {}
    open_number = None
    for element in root.iter():
        match element.tag.removeprefix(W):
            case "commentRangeStart":
                open_number = int(element.get(f"{W}id"))
                within[open_number] = ""
            case "commentRangeEnd":
                assert int(element.get(f"{W}id")) == open_number
                reference = element.getnext().find(f"{W}commentReference")
                assert int(reference.get(f"{W}id")) == open_number
                open_number = None
            case "t" if open_number is not None:
                within[open_number] += element.text
    return within


def test_every_figure_of_the_text_has_a_comment_and_no_cell_of_a_ledger():
    report = specimens.ordinary()
    data = written(report)
    wanted = figures(report)
    assert len(wanted) > 20
    assert list(marked(data).values()) == [figure.text for figure in wanted]
    comments = list(docx.Document(BytesIO(data)).comments)
    assert [comment.comment_id for comment in comments] == list(range(len(wanted)))
    assert [comment.text for comment in comments] == [named(report)[each] for each in wanted]
    assert {comment.author for comment in comments} == {AUTHOR}


def test_a_comment_stands_around_exactly_its_figure():
    runs = (Wording("召开支委会"), TWELVE, Own("，共"), Own("15次", TWELVE.fact), Wording("。"))
    data = written(document(Paragraph(runs, "x")), {TWELVE: "台账", runs[3]: "手填"})
    (paragraph,) = docx.Document(BytesIO(data)).paragraphs
    assert [etree.QName(each).localname for each in paragraph._p][1:] == [
        "r",
        *("commentRangeStart", "r", "commentRangeEnd", "r"),
        "r",
        *("commentRangeStart", "r", "commentRangeEnd", "r"),
        "r",
    ]
    assert paragraph.text == "召开支委会12次，共15次。"
    assert marked(data) == {0: "12次", 1: "15次"}


def test_the_same_document_gives_the_same_parts_as_comments_bear_no_time():
    first, second = (parts(written(specimens.ordinary())) for _ in range(2))
    first.pop("docProps/core.xml"), second.pop("docProps/core.xml")  # the file itself has a time
    assert first == second
    assert b"w:date" not in first["word/comments.xml"]


def test_without_comments_there_is_no_part_for_them():
    report = specimens.ordinary()
    plain = parts(write_docx(report, STYLE))
    unused = parts(written(report, {Own("没有这句话"): "说明"}))
    assert "word/comments.xml" not in plain
    assert plain["word/document.xml"] == unused["word/document.xml"]
    assert plain.keys() == unused.keys()


def test_nothing_but_the_marks_differs_from_the_report_itself():
    report = specimens.ordinary()
    proof, plain = (docx.Document(BytesIO(f)) for f in (written(report), written(report, {})))
    told = [[(p.style.name, p.text) for p in file.paragraphs] for file in (proof, plain)]
    assert told[0] == told[1]
    assert (
        parts(written(report))["word/styles.xml"] == parts(written(report, {}))["word/styles.xml"]
    )


def test_any_words_are_safe_in_a_comment_and_in_what_it_is_about():
    figure = Figure(EVIL, "x", (ENTRY,))
    runs = (Wording(" \n"), figure, Wording(" 次\r"), Wording("\n。 "))
    data = written(document(Paragraph(runs, "x")), {figure: f"{EVIL}\n第二行"})
    file = docx.Document(BytesIO(data))
    assert [p.text for p in file.paragraphs] == [clean(text_of(runs))]
    (comment,) = file.comments
    assert [p.text for p in comment.paragraphs] == [*clean(EVIL).split("\n"), "第二行"]


@needs_validator
def test_three_validators_find_no_fault(tmp_path: Path):
    evil = Figure("12次", EVIL, (ENTRY,))
    reports = {
        "ordinary": written(specimens.ordinary()),
        "evil": written(document(Paragraph((evil,), "x")), {evil: EVIL}),
        "hollow": written(document(Paragraph((evil,), "x")), {evil: ""}),
    }
    for name, data in reports.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    assert faults(*tmp_path.iterdir()) == []


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(specimens.documents)
def test_any_document_keeps_its_paragraphs(tmp_path: Path, any_document: Document):
    plain = docx.Document(BytesIO(write_docx(any_document, STYLE)))
    proof = docx.Document(BytesIO(written(any_document)))
    assert [p.text for p in proof.paragraphs] == [p.text for p in plain.paragraphs]
    for block in any_document.blocks:
        runs = tuple(runs_of(block))
        assert "".join(text for _, text in pieces(runs)) == clean(text_of(runs))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("proof")
    made = [folder / "plain.docx", folder / "proof.docx"]
    for file, comments in zip(made, ({}, None), strict=True):
        file.write_bytes(written(specimens.ordinary(), comments))
    return made


@needs_libreoffice
def test_another_word_processor_reads_every_comment(files: list[Path]):
    (opened,) = converted(files[1:], files[0].parent, "fodt")
    read = etree.parse(opened).iter(ODF_ANNOTATION)
    texts = [["".join(p.itertext()) for p in note.iter(ODF_PARAGRAPH)] for note in read]
    report = specimens.ordinary()
    assert texts == [named(report)[each].split("\n") for each in figures(report)]


@needs_libreoffice
def test_the_pages_stay_as_they_are(files: list[Path]):
    plain, proof = (check_grid(pdf) for pdf in to_pdf(files, files[0].parent))
    assert proof.faults == []
    assert len(proof.pages) == len(plain.pages)
