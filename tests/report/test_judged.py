"""The reports of real years, judged by programs that we did not write."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from judges.grid import check_grid
from judges.office import FONTS, fonts_in, needs_libreoffice, to_pdf
from judges.schema import faults, needs_validator
from report.telling import told
from rounds import rounds
from sample import sample_year
from strategies import years

from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.problem import Problem
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import new_id
from secretary_desk.records.year import Year
from secretary_desk.render.docx import write_docx
from secretary_desk.report.document import Document
from secretary_desk.report.style import load_style

REPORTED_ON = Day("2027-01-08")


def long_year() -> Year:
    """Return the sample year with so much more to tell that the text alone fills twelve pages."""
    year = sample_year()
    more = {
        cls: [replace(e, id=new_id()) for _ in range(times) for e in year.counted(cls)]
        for cls, times in ((Highlight, 8), (Problem, 6))
    }
    return replace(year, counted_entries={**year.counted_entries, **more})


REPORTS = {
    "sample": told(sample_year(), reported_on=REPORTED_ON),
    "general": told(sample_year(), 1, reported_on=REPORTED_ON),
    "twelve": told(long_year(), reported_on=REPORTED_ON),
    "empty": told(Year(Period.calendar(2026), {})),
}


def written(folder: Path, name: str, document: Document) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(write_docx(document, load_style()))
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    return {name: written(folder, name, document) for name, document in REPORTS.items()}


@pytest.fixture(scope="module")
def pdfs(files: dict[str, Path]) -> dict[str, Path]:
    folder = files["sample"].parent
    return {pdf.stem: pdf for pdf in to_pdf(list(files.values()), folder)}


@needs_validator
def test_three_validators_find_no_fault_in_the_reports(files: dict[str, Path]):
    assert faults(*files.values()) == []


@needs_validator
@pytest.mark.timeout(900)
@settings(
    max_examples=rounds(100),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(year=years())
def test_three_validators_find_no_fault_in_any_years_report(tmp_path: Path, year: Year):
    assert faults(written(tmp_path, "any", told(year))) == []


@needs_libreoffice
@pytest.mark.parametrize("name", ["sample", "general", "twelve"])
def test_every_page_is_the_standards(pdfs: dict[str, Path], name: str):
    report = check_grid(pdfs[name])
    assert report.faults == []
    assert set(report.rows) == {22}
    assert report.characters.most_common(1)[0][0] == 28


@needs_libreoffice
def test_the_long_report_fills_twelve_pages_with_text(pdfs: dict[str, Path]):
    assert check_grid(pdfs["twelve"]).rows.total() >= 10
    assert len(check_grid(pdfs["twelve"]).pages) >= 12


@needs_libreoffice
def test_the_four_faces_of_the_standard_arrive(pdfs: dict[str, Path]):
    arrived = " ".join(fonts_in(pdfs["sample"]))
    for face in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"):
        assert FONTS[face] in arrived, face


def test_headings_are_headings_and_the_file_names_branch_and_secretary(files: dict[str, Path]):
    file = docx.Document(str(files["sample"]))
    levels = [p.style.name for p in file.paragraphs if p.style.name.startswith("Heading")]
    assert levels.count("Heading 1") == 5
    assert levels.count("Heading 2") >= 9
    told_of = file.core_properties
    assert (told_of.author, told_of.last_modified_by) == ("周明远", "周明远")
    assert told_of.subject == "示例建设集团城轨项目第一党支部"
    assert "python" not in f"{told_of.comments}{told_of.keywords}{told_of.author}".lower()
