"""Each command, run in a process of its own, with its documented JSON."""

import json
from datetime import date
from pathlib import Path

import pytest
from cli.running import assert_shape, new_archive, said, value

YEAR = date.today().year
MEETING = {
    "日期": f"{YEAR}年3月5日",
    "类型": "支委会",
    "主题": "研究发展对象",
    "应到": "5人",
    "实到": 5,
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return new_archive(tmp_path)


def add(archive: Path, kind: str, *entries: dict) -> list[str]:
    return value("add", "add", archive, kind, given=json.dumps(list(entries), ensure_ascii=False))


def test_a_new_archive_has_the_branch_and_its_secretary(archive: Path):
    (profile,) = value("list", "list", archive, "支部概况")
    (secretary,) = value("list", "list", archive, "person")
    assert profile["fields"]["name"] == "第一党支部"
    assert profile["fields"]["unit_type"] == "国企"
    assert profile["fields"]["secretaries"][0]["who"]["id"] == secretary["id"]


def test_an_entry_goes_in_by_labels_and_comes_out_by_names(archive: Path):
    (entry,) = add(archive, "三会一课", MEETING | {"主持人": "张三"})
    (listed,) = value("list", "list", archive, "study_meeting", "--year", YEAR)
    assert (listed["id"], listed["complete"], listed["problems"]) == (entry, True, [])
    assert listed["fields"]["held_on"] == f"{YEAR}-03-05"
    assert listed["fields"]["form"] == "支部委员会"
    assert listed["fields"]["host"]["id"] is not None
    assert listed["title"] == "3月5日 支部委员会"


def test_one_object_may_be_given_instead_of_a_list(archive: Path, tmp_path: Path):
    source = tmp_path / "会议.json"
    source.write_text(json.dumps(MEETING), "utf-8-sig")
    assert len(said("add", archive, "三会一课", source).split()) == 1


def test_an_incomplete_entry_is_kept_listed_and_not_counted(archive: Path):
    add(archive, "三会一课", MEETING, {"类型": "党课", "归入年度": YEAR})
    listed = value("list", "list", archive, "三会一课", "--year", YEAR)
    assert [entry["complete"] for entry in listed] == [False, True]
    facts = {f["key"]: f for f in value("facts", "facts", archive, "--year", YEAR)}
    assert facts["三会一课.次数.合计"]["value"] == 1
    assert "另有1条没有计入" in said("facts", archive, "--year", YEAR)


def test_every_figure_names_its_entries(archive: Path):
    ids = add(archive, "三会一课", MEETING, MEETING | {"实到": 4})
    facts = {f["key"]: f for f in value("facts", "facts", archive, "--year", YEAR)}
    assert facts["三会一课.参加人次"] == {
        "key": "三会一课.参加人次",
        "label": "三会一课参加人次",
        "value": 9,
        "unit": "人次",
        "type": "flow",
        "entries": [{"kind": "study_meeting", "id": entry} for entry in ids],
    }
    assert facts["三会一课.到会率"]["value"] == "90"


def test_typed_totals_are_marked_and_compared(archive: Path):
    typed = {"名称": "党员总数", "数": 31, "单位": "名"}
    add(archive, "支部概况", {"支部名称": "第一党支部", "归入年度": YEAR + 1, "手填数": [typed]})
    facts = {f["key"]: f for f in value("facts", "facts", archive, "--year", YEAR + 1)}
    assert facts["党员名册.党员总数"]["type"] == "typed"
    add(archive, "党员名册", {"姓名": "李四", "人员类别": "正式党员"})
    facts = {f["key"]: f for f in value("facts", "facts", archive, "--year", YEAR + 1)}
    assert facts["党员名册.党员总数"]["type"] == "stock"
    text = said("facts", archive, "--year", YEAR + 1)
    assert "党员总数：手填31名，登记1名" in text


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".json"])
def test_a_report_is_written_in_each_form(archive: Path, tmp_path: Path, suffix: str):
    add(archive, "三会一课", MEETING)
    out = tmp_path / f"报告{suffix}"
    assert "待补充" in said("report", archive, "--year", YEAR, "-o", out)
    data = out.read_bytes()
    if suffix == ".docx":
        assert data[:2] == b"PK"
    else:
        assert "第一党支部" in data.decode()
    if suffix == ".json":
        assert_shape("report", json.loads(data))


def test_another_outline_can_be_asked_for(archive: Path, tmp_path: Path):
    for name in ("国企", "通用"):
        said("report", archive, "--year", YEAR, "-o", tmp_path / f"{name}.txt", "--outline", name)
    texts = [(tmp_path / f"{name}.txt").read_text("utf-8") for name in ("国企", "通用")]
    assert "一、上年度述职评议点评问题整改情况" in texts[0]
    assert "一、履职情况" in texts[1]


def test_the_years_settings_set_the_report(archive: Path, tmp_path: Path):
    add(archive, "述职设置", {"年度": YEAR, "称谓": "校党委:", "报告日期": f"{YEAR}-12-20",
                          "落款位置": "题下", "统计截止": f"{YEAR}-02-28"})  # fmt: skip
    add(archive, "三会一课", MEETING)
    out = tmp_path / "r.txt"
    said("report", archive, "--year", YEAR, "-o", out)
    text = out.read_text("utf-8")
    assert "校党委：" in text
    assert f"（{YEAR}年12月20日）" in text
    assert "支部委员会1次" not in text


def test_undo_redo_and_history_speak_in_words(archive: Path):
    add(archive, "三会一课", MEETING)
    assert said("undo", archive) == "已撤销：新增 三会一课 3月5日 支部委员会\n"
    assert value("list", "list", archive, "三会一课") == []
    assert said("redo", archive) == "已重做：新增 三会一课 3月5日 支部委员会\n"
    assert len(value("list", "list", archive, "三会一课")) == 1
    words = [step["words"] for step in value("history", "history", archive)]
    assert words[0] == "重做：新增 三会一课 3月5日 支部委员会"
    assert "撤销：新增 三会一课 3月5日 支部委员会" in said("history", archive)


def test_kinds_lists_the_branchs_work_and_what_is_decided_about_a_report():
    kinds = value("kinds", "kinds")
    assert [kind["label"] for kind in kinds] == [
        "支部概况", "党员名册", "三会一课", "第一议题", "主题党日", "组织生活会", "民主评议党员",
        "谈心谈话", "教育培训", "党费", "换届选举", "发展党员", "先锋载体", "党建业务融合",
        "专项行动", "为群众办实事", "走访调研", "联建共建", "检查督导", "党风廉政", "亮点工作",
        "荣誉", "宣传报道", "问题整改", "述职点评", "下一步打算", "述职设置", "补充", "改稿",
        "自备说法", "自定提纲", "固定表述", "校核答复", "试讲", "自查参数", "自查答复",
        "不是重复",
    ]  # fmt: skip
    assert "三会一课（study_meeting）：" in said("kinds")


def test_an_attachment_is_kept_beside_the_archive(archive: Path, tmp_path: Path):
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    add(archive, "三会一课", MEETING | {"附件": [str(photo)]})
    (listed,) = value("list", "list", archive, "三会一课")
    (kept,) = listed["fields"]["files"]
    assert kept["name"] == "照片.jpg"
    assert list((tmp_path / "支部.sdesk.files").rglob(f"{kept['sha256']}.jpg"))


def test_a_private_field_is_not_shown_in_the_plain_list(archive: Path):
    add(archive, "党员名册", {"姓名": "李四", "身份证号": "110101199003070000"})
    assert "110101199003070000" not in said("list", archive, "党员名册")


def test_the_demo_makes_a_fictional_year_and_its_report(tmp_path: Path):
    printed = said("demo", "--out", tmp_path / "demo")
    assert "虚构" in printed
    lines = dict(line.split("：", 1) for line in printed.strip().splitlines()[1:])
    assert int(lines["记录"].rstrip("条")) >= 120
    assert int(lines["字数"].rstrip("字")) >= 2500
    assert lines["待补充"] == "0处"
    assert Path(lines["档案"]).exists()
    assert Path(lines["报告"]).read_bytes()[:2] == b"PK"
