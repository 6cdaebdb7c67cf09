"""The PDF as poppler reads it, held against the standard and against LibreOffice's pages."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
import zlib
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from struct import iter_unpack, pack

import pytest
from judges.glyphs import sheets
from judges.grid import Norm, check_grid
from judges.needs import needs
from judges.office import FONTS, fonts_in, needs_libreoffice, to_pdf
from render import specimens
from render.specimens import document, opening, paragraph, signature, words
from report.test_judged import REPORTS

from secretary_desk.render.docx import write_docx
from secretary_desk.render.pages import write_pdf
from secretary_desk.render.pages_copy import with_texts
from secretary_desk.render.pages_font_file import nameless
from secretary_desk.render.plain import write_plain
from secretary_desk.report.document import Document, Paragraph
from secretary_desk.report.style import load_style

TESTS = Path(__file__).parents[1]
STYLE = load_style()
# Rare characters of GB 18030-2022 and of names, and shapes that radicals share with characters.
SELECTOR = "\U000e0100"
RARE = f"𬱖㛃䶮𠮷𫝆葛{SELECTOR}工一示支部"
REAL = ("sample", "general", "twelve")
ENDS = {
    **{f"short{lines}": specimens.short(lines) for lines in (16, 17, 19, 21)},
    **{f"names{lines}": specimens.many_annexes(lines) for lines in (4, 12, 14)},
}
# A process of its own: fontconfig reads its file once, when Qt starts.
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from render.test_pages_pdf import documents
from secretary_desk.render.pages import write_pdf
from secretary_desk.report.style import load_style
for name, (document, wishes) in documents().items():
    Path(sys.argv[2], name + ".pdf").write_bytes(write_pdf(document, load_style().varied(**wishes)))
"""
DASHES = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from render.specimens import document, words
from secretary_desk.render.pages import write_pdf
from secretary_desk.report.document import Paragraph
from secretary_desk.report.style import load_style
text = document(Paragraph(words("与教学科研深度融合——党员先锋岗"), ""))
Path(sys.argv[2]).write_bytes(write_pdf(text, load_style()))
"""

needs_poppler = needs("" if shutil.which("pdffonts") else "poppler（pdftotext、pdffonts）未安装")

pytestmark = [needs_poppler, pytest.mark.usefixtures("qapp")]


@cache
def documents() -> dict[str, tuple[Document, dict]]:
    """Return what is printed, with the local wishes for it."""
    signed = signature("支部书记　张𬱖")
    return {
        **{name: (REPORTS[name], {}) for name in REAL},
        **{name: (report, {}) for name, report in ENDS.items()},
        "ordinary": (specimens.ordinary(), {}),
        "top": (specimens.on_top(), {}),
        "centred": (specimens.twelve_pages(), {"page_number": "centre"}),
        "loose": (specimens.twelve_pages(), {"pitch": 30}),
        "rare": (document(*opening(), Paragraph(words(f"同志有：{RARE}。"), "x"), signed), {}),
        "empty": (document(), {}),
    }


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("qt")
    fonts = {"FONTCONFIG_FILE": str(TESTS / "judges" / "fonts.conf")}
    subprocess.run(
        [sys.executable, "-c", WRITER, str(TESTS), str(folder)], check=True, env=os.environ | fonts
    )
    return {name: folder / f"{name}.pdf" for name in documents()}


@pytest.fixture(scope="module")
def offices(tmp_path_factory) -> dict[str, Path]:
    """Return LibreOffice's pages, where it reads two settings of the Word file as Word does.

    LibreOffice 7.4 passes over autoSpaceDE, by which no blank stands between figures and
    characters, and takes overflowPunct, by which marks hang over a line's end, for its opposite.
    """
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{name}.docx" for name in (*REAL, *ENDS)]
    for file in files:
        file.write_bytes(write_docx(documents()[file.stem][0], STYLE))
    flat = to_flat(files, folder)
    for file in flat:
        text = file.read_text("utf-8")
        text = text.replace('text-autospace="ideograph-alpha"', 'text-autospace="none"')
        file.write_text(text.replace('punctuation-wrap="simple"', 'punctuation-wrap="hanging"'))
    return {pdf.stem: pdf for pdf in to_pdf(flat, folder)}


def to_flat(files: list[Path], folder: Path) -> list[Path]:
    """Return files as LibreOffice's flat XML."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
    return [file.with_suffix(".fodt") for file in files]


def text_in(pdf: Path) -> str:
    command = ["pdftotext", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def text_lines(pdf: Path) -> list[str]:
    """Return the lines before the first annex, without page numbers and blanks.

    A mark at a line's end is left out: LibreOffice 7.4 does not draw every one that hangs over.
    """
    found = []
    for sheet in sheets(pdf):
        for line in sheet.lines:
            if re.fullmatch(r"附件\d*", line.text):
                return found
            if line.middle < sheet.height - 96:
                found.append(unicodedata.normalize("NFKC", line.text.rstrip("、。，．：；？！")))
    return found


@pytest.mark.parametrize("name", REAL)
def test_every_page_is_the_standards(pdfs, name):
    report = check_grid(pdfs[name])
    assert report.faults == []
    assert set(report.rows) == {22}
    assert report.characters.most_common(1)[0][0] == 28


def test_local_wishes_are_on_the_pages(pdfs):
    assert not [
        f for f in check_grid(pdfs["centred"], Norm(number="centre")).faults if "number" in f
    ]
    loose = check_grid(pdfs["loose"], Norm(lines=21))
    # The last but one has given a line to the signature, which does not stand alone.
    assert {page.rows for page in loose.pages[:-2]} == {21}


def test_every_role_gets_its_font(pdfs):
    arrived = fonts_in(pdfs["ordinary"]) | fonts_in(pdfs["top"])
    assert [role for role, font in FONTS.items() if not any(font in name for name in arrived)] == []


@needs_libreoffice
@pytest.mark.parametrize("name", REAL)
def test_the_pages_are_those_of_the_word_file(pdfs, offices, name):
    ours, offices_ = text_lines(pdfs[name]), text_lines(offices[name])
    blocks = SequenceMatcher(None, offices_, ours, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.9 * len(offices_)
    assert abs(len(sheets(pdfs[name])) - len(sheets(offices[name]))) <= 1


@needs_libreoffice
@pytest.mark.parametrize("name", ENDS)
def test_a_report_ends_on_the_pages_of_the_word_file(pdfs, offices, name):
    assert beginnings(pdfs[name]) == beginnings(offices[name])
    assert len(beginnings(pdfs[name])) == 2


def beginnings(pdf: Path) -> list[str]:
    """Return the first line of every page."""
    return [
        unicodedata.normalize("NFKC", min(sheet.lines, key=lambda line: line.middle).text)
        for sheet in sheets(pdf)
    ]


@needs_libreoffice
@pytest.mark.parametrize("name", REAL)
def test_a_pdf_is_no_larger_than_libreoffices(pdfs, offices, name):
    # Nine tenths of either are the shapes of some eight hundred characters in four fonts.
    assert pdfs[name].stat().st_size < offices[name].stat().st_size


def test_a_reports_size_is_that_of_its_glyphs(pdfs):
    # Five families' shapes of a thousand characters, under the judges' fonts, and little else.
    assert pdfs["sample"].stat().st_size < 320_000
    assert pdfs["twelve"].stat().st_size < 370_000  # 33 sheets with its ledgers
    assert pdfs["loose"].stat().st_size < 100 * 1024


def test_embedded_fonts_have_no_names_and_are_sound(pdfs):
    data = pdfs["sample"].read_bytes()
    streams = re.findall(rb"/Length1 .*?>>\s*stream\n(.*?)\s*endstream", data, re.DOTALL)
    assert len(streams) == len(fonts_in(pdfs["sample"]))
    for font in map(zlib.decompress, streams):
        tables = {t: rest for t, *rest in iter_unpack(">4sLLL", font[12 : 12 + 16 * font[5]])}
        checksum, offset, length = tables[b"name"]
        assert (checksum, font[offset : offset + length].strip(b"\0")) == (0, b"")
        whole = font + bytes(-len(font) % 4)
        assert sum(each for (each,) in iter_unpack(">L", whole)) % 2**32 == 0xB1B0AFBA


def test_a_font_without_names_stays_as_it_is():
    head = pack(">4s4H", bytes((0, 1, 0, 0)), 1, 16, 0, 0) + pack(">4sLLL", b"head", 0, 28, 54)
    assert nameless(head + bytes(54)) == head + bytes(54)


@pytest.mark.parametrize("name", ["sample", "ordinary", "top"])
def test_the_text_can_be_copied(pdfs, name):
    printed = re.sub(r"—\s*\d+\s*—\s*\f", "", text_in(pdfs[name]))
    wanted = write_plain(documents()[name][0])
    for annex in range(1, 9):  # a table's text comes in the order of its cells
        wanted = wanted.split(f"附件{annex}\n")[0]
        printed = printed.split(f"附件{annex}\n")[0]
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", wanted)


def test_every_word_of_a_ledger_can_be_found(pdfs):
    printed = re.sub(r"\s", "", text_in(pdfs["sample"]))
    for row in write_plain(documents()["sample"][0]).split("附件1")[1].split("\n")[3:30]:
        assert all(cell[:4] in printed for cell in row.split("\t"))


def test_rare_characters_are_drawn_and_copied_as_themselves(pdfs, tmp_path):
    assert "同志有：" + RARE.replace("\U000e0100", "") + "。" in re.sub(
        r"\s", "", text_in(pdfs["rare"])
    )
    assert "张𬱖" in text_in(pdfs["rare"])


def test_characters_are_copied_as_themselves_in_the_fonts_of_this_machine(tmp_path):
    file = tmp_path / "rare.pdf"
    file.write_bytes(write_pdf(documents()["rare"][0], STYLE))
    assert RARE.replace("\U000e0100", "") in re.sub(r"\s", "", text_in(file))
    assert "教工第一支部" in re.sub(r"\s", "", text_in(file))


def test_the_pages_are_the_same_whatever_language_the_machine_speaks(tmp_path):
    told = []
    for language in ("C.UTF-8", "zh_CN.UTF-8", "ja_JP.UTF-8"):
        pdf = tmp_path / f"{language}.pdf"
        program = [sys.executable, "-c", DASHES, str(TESTS), str(pdf)]
        subprocess.run(program, check=True, env={**os.environ, "LC_ALL": language})
        told.append(text_in(pdf))
    assert "深度融合——党员先锋" in told[0]
    assert told[0] == told[1] == told[2]


def test_the_properties_are_the_branchs_and_nobody_elses(pdfs):
    command = ["pdfinfo", str(pdfs["sample"])]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    given = dict(re.findall(r"(\w[\w ]*):\s+(.*)", told))
    assert given["Title"] == documents()["sample"][0].title()
    assert (given["Author"], given["Creator"]) == ("周明远", "书记案头")
    assert given["Page size"].endswith("(A4)")
    data = pdfs["sample"].read_bytes()
    assert str(Path.home()).encode() not in data
    assert str(TESTS.parent).encode() not in data


def test_poppler_finds_nothing_to_mend(pdfs):
    for pdf in pdfs.values():
        for command in (["pdfinfo", str(pdf)], ["pdftotext", str(pdf), os.devnull]):
            assert subprocess.run(command, check=True, capture_output=True).stderr == b""


def test_an_empty_report_is_one_numbered_page(pdfs):
    assert len(sheets(pdfs["empty"])) == 1
    assert "".join(text_in(pdfs["empty"]).split()) == "—1—"


def test_a_pdf_stays_as_it_is_where_qt_numbers_glyphs_otherwise():
    whole = write_pdf(document(paragraph(30)), STYLE)
    assert with_texts(whole, []) == whole
