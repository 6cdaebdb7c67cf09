"""The report's text on the command line: passages, edits, outline, proof reading, other forms."""

import json
from pathlib import Path

import docx
import pytest
from cli.running import refusal, said, value
from sample import sample_archive

YEAR = 2026
WORDS = (
    '全年党课{{ 三会一课.次数.党课 | 大写 }}，开会{{ 三会一课.次数.支部委员会 | 手填("15次") }}。'
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return sample_archive(tmp_path)


def edit(archive: Path, key: str, text: str) -> str:
    return said("edit", archive, "--year", YEAR, "--passage", key, "-", given=text)


def passages(archive: Path) -> dict:
    listed = value("passages", "passages", archive, "--year", YEAR)
    return {passage["key"]: passage for passage in listed}


def test_passages_tell_templates_texts_and_what_they_read(archive: Path):
    told = passages(archive)
    meetings = told["三会一课"]
    assert "{{ 三会一课.次数.党课 }}" in meetings["template"]
    assert "{{" not in meetings["text"]
    assert meetings["reads"]["三会一课.次数.党课"] == "6次"
    assert not meetings["edited"]
    assert "现场/三会一课" in told
    assert "三会一课\t" in said("passages", archive, "--year", YEAR)


def test_an_edit_is_printed_follows_its_entries_and_can_be_undone(archive: Path):
    edit(archive, "三会一课", WORDS)
    told = passages(archive)["三会一课"]
    assert (told["edited"], told["text"]) == (True, "全年党课六次，开会15次。")
    lesson = {"类型": "党课", "主题": "再讲一课", "日期": f"{YEAR}-11-30"}
    said("add", archive, "三会一课", given=json.dumps(lesson, ensure_ascii=False))
    told = passages(archive)["三会一课"]
    assert told["text"].startswith("全年党课七次")
    assert {"label": "党课次数", "old": "6次", "new": "7次"} in told["drift"]
    said("undo", archive)
    assert passages(archive)["三会一课"]["drift"] == []
    assert said("undo", archive) == "已撤销：改写“三会一课”一段\n"
    assert not passages(archive)["三会一课"]["edited"]


def test_an_edit_takes_what_reads_like_a_template_without_being_one(archive: Path):
    edit(archive, "三会一课", "{% if x %}{# 注 #}{{ }}")
    assert passages(archive)["三会一课"]["text"] == "{% if x %}{# 注 #}{{ }}"


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("没有这段", "x", "没有“没有这段”这一段"),
        ("三会一课", "{{ 没有.这项 }}", "没有“没有.这项”这个数据"),
        ("三会一课", "{{ 三会一课.次数.党课 | 乱写 }}", "乱写"),
        ("三会一课", "{{ 三会一课.次数.党课 | 占比(没有) }}", "没有“没有”这个数据"),
        ("三会一课", "{{ 三会一课.次数.党课 | 占比(0) }}", "没有“0”这个数据"),
        ("三会一课", "{{ 三会一课.清单.党课 }}", "没有“三会一课.清单.党课”这个数据"),
        ("三会一课", "{{ 党员名册.身份证号@x }}", "没有“党员名册.身份证号@x”这个数据"),
    ],
)
def test_an_edit_that_means_nothing_is_refusal_and_changes_nothing(
    archive: Path, key: str, text: str, sentence: str
):
    before = passages(archive)
    asked = ("edit", archive, "--year", YEAR, "--passage", key, "-")
    assert sentence in refusal(*asked, given=text)
    assert passages(archive) == before


def test_an_edit_may_name_what_has_no_entry_yet(archive: Path):
    edit(archive, "三会一课", "转出{{ 问题整改.来源.巡察 | 占比(31) }}。")
    assert passages(archive)["三会一课"]["text"].startswith("转出【待补充：")


def test_a_supplement_is_written_too(archive: Path):
    edit(archive, "补充/结束语", "补一句：党课{{ 三会一课.次数.党课 }}。")
    assert passages(archive)["补充/结束语"]["text"] == "补一句：党课6次。"


def test_a_preset_is_listed_as_it_will_be_numbered(archive: Path):
    told = value("outline", "outline", archive, "--year", YEAR, "--preset", "三段")
    numbered = [s["number"] + s["heading"] for s in told["sections"] if s["heading"]]
    assert numbered == ["一、讲工作", "二、找差距", "三、说打算"]
    assert said("outline", archive, "--year", YEAR).startswith("国企\n")


def test_a_typed_number_is_found_by_the_proof_reading(archive: Path):
    assert value("proofread", "proofread", archive, "--year", YEAR) == []
    edit(archive, "三会一课", WORDS)
    typed, differs = value("proofread", "proofread", archive, "--year", YEAR)
    assert (typed["check"], typed["passage"]) == ("手填数字", "三会一课")
    assert (differs["check"], differs["weight"]) == ("两稿不一致", "提示")
    assert "手填15次，记录里是12次" in said("proofread", archive, "--year", YEAR)


def test_a_typed_denominator_is_named_by_the_proof_reading(archive: Path):
    edit(archive, "党员队伍", "女党员占{{ 党员名册.女党员 | 占比(40) }}。")
    assert passages(archive)["党员队伍"]["text"] == "女党员占20%。"
    (found,) = value("proofread", "proofread", archive, "--year", YEAR)
    assert (found["weight"], "里的40是手填的" in found["text"]) == ("提示", True)


def test_the_speech_is_the_short_form_without_annexes(archive: Path):
    whole, speech = archive.parent / "w.txt", archive.parent / "s.txt"
    said("report", archive, "--year", YEAR, "-o", whole)
    said("report", archive, "--year", YEAR, "-o", speech, "--speech")
    assert "现场稿" in speech.read_text("utf-8")
    assert len(speech.read_text("utf-8")) < 0.7 * len(whole.read_text("utf-8"))
    assert "附件" not in speech.read_text("utf-8")


def test_the_proof_copy_has_comments_and_is_a_word_document_only(archive: Path):
    out = archive.parent / "p.docx"
    said("report", archive, "--year", YEAR, "-o", out, "--proof")
    assert len(list(docx.Document(str(out)).comments)) > 50
    assert "docx" in refusal(
        "report", archive, "--year", YEAR, "-o", archive.parent / "p.pdf", "--proof"
    )


def test_a_speech_has_no_proof_copy(archive: Path):
    out = archive.parent / "p.docx"
    asked = ("report", archive, "--year", YEAR, "-o", out, "--proof", "--speech")
    assert "分两次写" in refusal(*asked)
    assert not out.exists()
