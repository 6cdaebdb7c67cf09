"""现场稿: half the report, without annexes, with marks that say how the time stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from judges.grid import Norm, check_grid
from judges.office import FONTS, fonts_in, needs_libreoffice, to_pdf
from judges.schema import faults, needs_validator
from report.telling import OUTLINES, block_text, told
from sample import sample_year

from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import Ref
from secretary_desk.records.text import characters
from secretary_desk.records.year import Year
from secretary_desk.render.docx import write_docx
from secretary_desk.report.document import (
    AnnexTitle,
    Aside,
    Byline,
    Document,
    Enclosures,
    Heading,
    Number,
    Paragraph,
    Quotation,
    Runs,
    Salutation,
    Signature,
    Table,
    Title,
    Wording,
)
from secretary_desk.report.speech import (
    Target,
    about,
    length,
    section_of,
    speech_of,
    target_of,
    timings,
)
from secretary_desk.report.style import load_speech_style

SETTINGS = ReportSettings(year=2026, reported_on=Day("2027-01-08"))
SPOKEN = Salutation | Heading | Paragraph
EMPTY = Year(Period.calendar(2026), {})


def speech(settings: ReportSettings = SETTINGS, outline: str = "", year: int = 2026) -> Document:
    sample = sample_year()
    sample = replace(sample, period=replace(sample.period, year=year))
    return speech_of(sample, settings, outline).document


def spoken(document: Document) -> int:
    return sum(characters(block_text(b)) for b in document.blocks if isinstance(b, SPOKEN))


def of_levels(*levels: int) -> Document:
    """Return headings, a paragraph of ten characters after each, behind a salutation."""
    blocks = [Salutation((Wording("各位领导、同志们："),))]
    for number, level in enumerate(levels):
        blocks.append(Heading(level, (Number(f"{number}、"), Wording(f"节{level}"))))
        blocks.append(Paragraph((Wording("一二三四五六七八九十"),), "段"))
    return Document("", "", 2026, tuple(blocks))


@pytest.mark.parametrize("year", [2026, 2027])
@pytest.mark.parametrize("outline", range(len(OUTLINES)))
def test_a_speech_is_about_half_the_report_and_fits_its_time(outline: int, year: int):
    document = speech(outline=OUTLINES[outline].name, year=year)
    assert 0.45 < spoken(document) / spoken(told(sample_year(), outline)) < 0.65
    assert spoken(document) < target_of(SETTINGS).characters


@pytest.mark.parametrize("signature", ["文末", "题下"])
def test_a_speech_has_no_annexes_and_is_signed_once_under_its_title(signature: str):
    document = speech(replace(SETTINGS, signature=signature))
    on_paper = Enclosures | AnnexTitle | Table | Signature
    assert not [block for block in document.blocks if isinstance(block, on_paper)]
    title, byline, salutation = document.blocks[:3]
    assert (type(title), type(salutation)) == (Title, Salutation)
    assert block_text(byline).endswith("）周明远　2027年1月8日")
    assert sum(isinstance(block, Byline) for block in document.blocks) == 1


def test_the_headings_are_those_of_the_report():
    def headings(document: Document) -> list[str]:
        return [block_text(b) for b in document.blocks if isinstance(b, Heading)]

    assert headings(speech()) == headings(told(sample_year()))


def test_every_section_says_how_long_it_takes_and_where_the_clock_should_stand():
    document = speech()
    marks = [block_text(block) for block in document.blocks if isinstance(block, Aside)]
    opening, *sections = timings(document, 260)
    assert marks == [f"〔约{about(s.seconds)}，讲到{about(s.until)}〕" for s in sections]
    assert opening.heading == "开场"
    whole = next(block_text(b) for b in document.blocks if isinstance(b, Byline))
    assert whole.startswith(f"（现场稿，约{about(sections[-1].until)}）")


def test_the_marks_stand_under_their_headings_as_computed_numbers():
    blocks = speech().blocks
    asides = [n for n, block in enumerate(blocks) if isinstance(block, Aside)]
    assert {blocks[n - 1].level for n in asides} == {1}
    assert all(any(c.isdigit() for c in r.text) == isinstance(r, Number)
               for n in asides for r in blocks[n].runs)  # fmt: skip


def test_the_seconds_follow_the_pace_and_add_up():
    document = speech()
    for pace in (100, 260, 500):
        found = timings(document, pace)
        assert sum(each.characters for each in found) == spoken(document)
        assert sum(each.seconds for each in found) == found[-1].until
        assert found[-1].until == round(spoken(document) * 60 / pace)


def test_a_slower_pace_is_marked_in_the_speech():
    first = next(b for b in speech(replace(SETTINGS, pace=130)).blocks if isinstance(b, Aside))
    assert block_text(first) == "〔约1分25秒，讲到1分50秒〕"


@pytest.mark.parametrize(
    ("levels", "sections"),
    [
        ((1, 2, 2, 1), ["开场", "节1", "节1"]),
        ((1, 2, 2, 2), ["开场", "节2", "节2", "节2"]),
        ((1,), ["开场", "节1"]),
        ((), ["开场"]),
    ],
)
def test_sections_are_the_highest_headings_of_which_there_are_several(
    levels: tuple[int, ...], sections: list[str]
):
    document = of_levels(*levels)
    assert [timing.key for timing in timings(document, 260)] == sections
    assert section_of(document)[-1] == len(sections) - 1


def test_a_speech_that_begins_with_a_heading_has_no_opening():
    document = of_levels(1, 1)
    document = replace(document, blocks=document.blocks[1:])
    assert [timing.heading for timing in timings(document, 260)] == ["0、节1", "1、节1"]
    assert section_of(document) == [0, 0, 1, 1]


def test_a_section_about_an_entry_goes_by_the_entry():
    def heading(*runs: Quotation | Number) -> Runs:
        return runs

    entry = Ref("highlight", "abc")
    one = Heading(1, heading(Number("一、"), Quotation("党建+攻关", entry, "名称")))
    document = Document("", "", 2026, (one, Heading(1, (Number("二、"), Wording("问题")))))
    assert [timing.key for timing in timings(document, 260)] == ["abc", "问题"]


@pytest.mark.parametrize(
    ("seconds", "said", "roughly"),
    [(0, "0秒", "5秒"), (42, "42秒", "40秒"), (60, "1分", "1分"), (83, "1分23秒", "1分25秒")],
)
def test_lengths_of_time_read_as_people_say_them(seconds: int, said: str, roughly: str):
    assert (length(seconds), about(seconds)) == (said, roughly)


def test_eight_minutes_of_260_characters_are_meant_unless_the_settings_say_otherwise():
    assert target_of(ReportSettings()) == Target(8, 260)
    assert (Target(8, 260).seconds, Target(8, 260).characters) == (480, 2080)
    assert target_of(ReportSettings(minutes=5, pace=220)) == Target(5, 220)


def test_an_empty_year_has_a_speech_too():
    document = speech_of(EMPTY, ReportSettings(year=2026)).document
    assert block_text(document.blocks[1]).startswith("（现场稿，约")
    assert timings(document, 260)[-1].until > 0


def test_the_passages_of_a_speech_have_keys_of_their_own():
    passages = speech_of(sample_year(), SETTINGS).passages
    assert passages
    assert all(key.startswith("现场/") for key in passages)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("speeches")
    texts = {"sample": speech(), "empty": speech_of(EMPTY, ReportSettings(year=2026)).document}
    for name, document in texts.items():
        (folder / f"{name}.docx").write_bytes(write_docx(document, load_speech_style()))
    return [folder / f"{name}.docx" for name in texts]


@needs_validator
def test_three_validators_find_no_fault_in_a_speech(files: list[Path]):
    assert faults(*files) == []


@needs_libreoffice
def test_a_speech_fills_its_pages_with_larger_type_in_the_standards_faces(files: list[Path]):
    (pdf,) = to_pdf(files[:1], files[0].parent)
    report = check_grid(pdf, Norm(lines=19, characters=24, number="centre"))
    assert report.faults == []
    assert set(report.rows) == {19}
    arrived = " ".join(fonts_in(pdf))
    for face in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"):
        assert FONTS[face] in arrived, face
