"""The self-check on the command line: every rule with its source, findings, answers, the day."""

import json
from pathlib import Path

import pytest
from cli.running import refusal, said, value
from sample import sample_archive

from secretary_desk.rules import RULES

YEAR = 2026


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return sample_archive(tmp_path)


def checked(archive: Path, *more: str) -> dict:
    printed = value("check", "check", archive, "--year", YEAR, *more)
    return printed | {"rules": {rule["name"]: rule for rule in printed["rules"]}}


def texts(rule: dict) -> list[str]:
    return [finding["text"] for finding in rule["findings"]]


def test_every_rule_is_told_with_its_source_and_what_it_finds(archive: Path):
    found = checked(archive, "--as-of", "2026-11-21")
    assert (found["year"], found["as_of"]) == (YEAR, "2026-11-21")
    assert list(found["rules"]) == [rule.name for rule in RULES]
    groups = found["rules"]["monthly_groups"]
    assert groups["source"] == "《中国共产党支部工作条例（试行）》第十三条"
    assert texts(groups)[0] == "2月第一党小组会未登记"
    assert found["rules"]["reports_to_superior"]["not_applicable"] == "年度还没有结束"


def test_a_year_is_looked_at_as_it_was_on_the_day(archive: Path):
    early = checked(archive, "--as-of", "1.31")
    assert early["as_of"] == "2026-01-31"
    assert texts(early["rules"]["monthly_groups"]) == []
    assert checked(archive, "--as-of", "2027-05")["as_of"] == "2026-12-31"


def test_an_answer_stands_beside_its_finding(archive: Path):
    about = "第二党小组2026-02"
    answer = {"年度": YEAR, "自查项": "monthly_groups", "对象": about, "说明": "3月补开"}
    said("add", archive, "自查答复", given=json.dumps(answer, ensure_ascii=False))
    findings = checked(archive, "--as-of", "2026-11-21")["rules"]["monthly_groups"]["findings"]
    assert [each["answer"] for each in findings] == [None, "3月补开", None]
    assert [each["about"] for each in findings][1] == about
    assert "2月第二党小组会未登记\t说明：3月补开\n" in said("check", archive, "--year", YEAR)
    assert said("undo", archive) == "已撤销：写下自查说明“3月补开”\n"


def test_people_read_one_line_for_each_rule_and_each_finding(archive: Path):
    lines = said("check", archive, "--year", YEAR, "--as-of", "11月21日").splitlines()
    assert lines[0].split("\t") == [
        "支部设置", "必须", "党支部设书记", "《中国共产党支部工作条例（试行）》第二十条", "符合",
    ]  # fmt: skip
    assert "\t未登记\t2月第一党小组会未登记" in lines
    assert lines[-1].startswith("截至2026年11月21日：未登记")


def test_a_day_that_is_none_is_refused_with_a_sentence(archive: Path):
    assert "--as-of 要填日期" in refusal("check", archive, "--year", YEAR, "--as-of", "昨天吧")
