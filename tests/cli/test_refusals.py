"""Bad input: one sentence, exit code 2, nothing lost and nothing overwritten."""

import json
import re
from pathlib import Path

import pytest
from cli.running import new_archive, refusal, said


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_archive(tmp_path_factory.mktemp("archive"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "缺少 COMMAND"),
        (["report"], "缺少 FILE, --year, -o/--out"),
        (["nonsense"], "没有 'nonsense' 这一项"),
        (["kinds", "--nonsense"], "不认识 --nonsense"),
        (["facts", "a.sdesk", "--year", "今年"], "要填年度，如 2026"),
        (["facts", "a.sdesk", "--year"], "后面要跟一个值"),
        (["list", "missing.sdesk", "三会一课"], "找不到“missing.sdesk”"),
        (["list", "missing.sdesk", "四会"], "没有“四会”这种记录；有：支部概况、"),
    ],
)
def test_a_command_at_fault_is_one_sentence(arguments: list[str], sentence: str):
    assert sentence in refusal(*arguments)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("{", "第1行不是合格的 JSON"),
        ("", "不是合格的 JSON"),
        ("[" * 100_000, "不是合格的 JSON"),
        ("1" * 5000, "不是合格的 JSON|JSON 对象"),
        ("7", "第1条应是一个 JSON 对象"),
        ('[{"主题": "一"}, 7]', "第2条应是一个 JSON 对象"),
        ('{"日子": "2026-03-05"}', "没有“日子”这一项；有：.*日期"),
        ('{"日期": "2026-02-30"}', "不是日历上有的日期"),
        ('{"日期": "春节"}', "不是日期；可写成 2026-03-05"),
        ('{"日期": ["2026"]}', "“日期”应填日期"),
        ('{"应到": "五人"}', "“应到”应填整数"),
        ('{"应到": -5}', "不能是负数"),
        ('{"应到": 1e400}', "“应到”应填"),
        ('{"类型": "茶话会"}', "应填支部党员大会、支部委员会、党小组会、党课之一"),
        ('{"主题": {"a": 1}}', "“主题”应填文字"),
        ('{"附件": ["/nowhere/照片.jpg"]}', "附件.*没有存进来"),
    ],
)
def test_bad_input_is_one_sentence(archive: Path, given: str, sentence: str):
    assert re.search(sentence, refusal("add", archive, "三会一课", given=given))


def test_input_that_is_no_utf8_is_named(archive: Path):
    gbk = json.dumps({"主题": "研究"}, ensure_ascii=False).encode("gbk")
    assert "不是 UTF-8 文本" in refusal("add", archive, "三会一课", given=gbk)


def test_one_bad_entry_keeps_all_of_them_out(archive: Path):
    entries = [{"主题": "一"}, {"主题": "二", "日期": "?"}]
    refusal("add", archive, "三会一课", given=json.dumps(entries))
    assert json.loads(said("list", archive, "三会一课", "--json")) == []


def test_nothing_is_overwritten_without_force(archive: Path, tmp_path: Path):
    out = tmp_path / "报告.txt"
    out.write_text("原有内容", "utf-8")
    assert "已经存在；要覆盖请加 --force" in refusal("report", archive, "--year", 2026, "-o", out)
    assert out.read_text("utf-8") == "原有内容"
    said("report", archive, "--year", 2026, "-o", out, "--force")
    assert "述职报告" in out.read_text("utf-8")
    assert "已经存在" in refusal("new", archive, "--branch", "a", "--secretary", "b")


def test_the_demo_overwrites_only_when_told(tmp_path: Path):
    said("demo", "--out", tmp_path)
    (archive,) = tmp_path.glob("*.sdesk")
    before = archive.read_bytes()
    assert "已经存在" in refusal("demo", "--out", tmp_path)
    assert archive.read_bytes() == before
    said("demo", "--out", tmp_path, "--force")


def test_a_report_in_an_unknown_form_or_outline_is_a_sentence(archive: Path, tmp_path: Path):
    assert "不能写成“.odt”" in refusal("report", archive, "--year", 2026, "-o", tmp_path / "r.odt")
    out = tmp_path / "r.txt"
    assert "没有“五段”这个提纲" in refusal(
        "report", archive, "--year", 2026, "-o", out, "--outline", "五段"
    )
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(archive: Path, tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.touch()
    assert "没有写成" in refusal("report", archive, "--year", 2026, "-o", blocked / "r.txt")


def test_a_year_out_of_range_is_a_sentence(archive: Path):
    for year in (0, 1899, 99999, -1):
        assert "年度" in refusal("facts", archive, "--year", year)


def test_a_unit_type_unknown_is_a_sentence_and_makes_no_file(tmp_path: Path):
    path = tmp_path / "a.sdesk"
    names = ("--branch", "第一支部", "--secretary", "张三")
    assert "“单位类型”应填机关、" in refusal("new", path, *names, "--unit-type", "公园")
    assert not path.exists()


def test_a_new_archive_needs_its_two_names(tmp_path: Path):
    path = tmp_path / "a.sdesk"
    assert "请写明支部名称" in refusal("new", path, "--branch", " ", "--secretary", "张三")
    assert not path.exists()


def test_a_file_name_too_long_is_a_sentence(archive: Path, tmp_path: Path):
    long = tmp_path / ("长" * 200 + ".txt")
    assert "没有" in refusal("report", archive, "--year", 2026, "-o", long)
    assert "没有" in refusal("new", long, "--branch", "甲", "--secretary", "张三")


def test_a_field_given_twice_or_by_a_ledgers_heading_is_understood(archive: Path):
    twice = '{"主题": "一", "议题": "二"}'
    assert "“主题”写了两次" in refusal("add", archive, "三会一课", given=twice)


def test_a_planted_link_is_not_followed(archive: Path, tmp_path: Path):
    victim, out = tmp_path / "victim", tmp_path / "r.txt"
    victim.write_text("原有内容", "utf-8")
    (tmp_path / ".r.txt.part").symlink_to(victim)
    said("report", archive, "--year", 2026, "-o", out)
    assert victim.read_text("utf-8") == "原有内容"
    assert not out.is_symlink()
