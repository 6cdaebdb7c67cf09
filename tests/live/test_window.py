"""From a first start to the Word document, with a keyboard and nothing else."""

import os
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from cli.running import value
from live.program import program
from live.screen import needs_screen, screen, until

pytestmark = [needs_screen, pytest.mark.timeout(150)]

TODAY = date.today()
DAY = f"{TODAY.month}.{TODAY.day}"
WINDOW = "第一党支部 — 书记案头"
QUESTION = "书记案头"
ENTRIES = {
    "study_meeting": {
        "held_on": DAY,
        "form": "zbdydh",
        "topic": "研究发展对象",
        "place": "三楼会议室",
        "host": "张三",
        "due": "31",
        "present": "29",
    },
    "theme_day": {
        "held_on": DAY,
        "topic": "参观党史馆",
        "form": "cg",
        "place": "党史馆",
        "due": "31",
        "present": "30",
    },
    "honour": {"name": "先进党支部", "given_on": DAY, "level": "gsyxj", "giver": "公司党委"},
}
FIGURES = {
    "三会一课.次数.支部党员大会": 1,
    "三会一课.参加人次": 29,
    "主题党日.参加人次": 30,
    "荣誉.级别.公司院校级": 1,
}
TOLD = ("第一党支部", "张三", "29人", "93.5%", "研究发展对象", "30人", "先进党支部")
LETTERS = WINDOW + "张三" + "".join(text for typed in ENTRIES.values() for text in typed.values())


@pytest.fixture
def pictures(tmp_path):
    """Where the screen's pictures are kept."""
    return Path(os.environ.get("SECRETARY_DESK_SHOTS") or tmp_path / "pictures")


def fields(archive, kind):
    """Return the fields of a kind's only entry, as the command line tells them."""
    (entry,) = value("list", "list", archive, kind)
    assert entry["complete"]
    return entry["fields"]


def figures(archive):
    """Return the year's figures, as the command line tells them."""
    told = value("facts", "facts", archive, "--year", TODAY.year)
    return {fact["key"]: fact["value"] for fact in told}


def text(document):
    with ZipFile(document) as parts:
        return re.sub("<[^>]+>", "", parts.read("word/document.xml").decode())


def test_three_entries_become_a_word_document_by_keys_alone(tmp_path, pictures):
    home = tmp_path / "home"
    home.mkdir()
    document = tmp_path / "report.docx"
    with screen(pictures, LETTERS) as seen, program(seen, home) as desk:
        answer_three_questions(desk)
        for kind, typed in ENTRIES.items():
            write_down(desk, kind, typed)
        export(desk, document)
        seen.press("ctrl+q")
        assert desk.ended() == 0
    (archive,) = (home / "data").rglob("第一党支部.sdesk")
    assert_kept(archive)
    assert FIGURES.items() <= figures(archive).items()
    assert [words for words in TOLD if words not in text(document)] == []
    assert list(archive.parent.glob("备份/*")), "no backup was made on leaving"


def answer_three_questions(desk):
    seen = desk.screen
    seen.focus("书记案头")
    desk.keep("first-start")
    seen.type("第一党支部")
    seen.press("Tab")
    seen.type("张三")
    desk.keep("answered")
    seen.press("Return")
    seen.fill(WINDOW)
    desk.keep("first-steps")


def write_down(desk, kind, typed):
    desk.begin(kind)
    desk.fill(kind, typed)
    desk.keep(f"{kind}-typed")
    desk.screen.press("ctrl+Return")
    desk.keep(f"{kind}-written")


def export(desk, document):
    """Go to the report, to its foremost button, and through the questions that it asks."""
    seen = desk.screen
    desk.go_to("calendar")
    desk.keep("calendar")
    desk.go_to("report")
    desk.keep("report")
    seen.press("ctrl+f", "Tab", "Tab", "Tab", "space")  # the last of the buttons beside the search
    seen.focus(QUESTION)
    desk.keep("gaps-are-named")
    seen.press("Return")
    seen.focus("生成 Word 文档")
    seen.press("ctrl+a")
    seen.type(str(document))
    desk.keep("file-is-named")
    seen.press("Return")
    until(document.is_file, "the document")
    seen.focus(QUESTION)
    desk.keep("exported")
    seen.press("Escape")
    seen.focus(WINDOW)


def assert_kept(archive):
    meeting, theme_day = fields(archive, "study_meeting"), fields(archive, "theme_day")
    assert (meeting["held_on"], meeting["form"]) == (TODAY.isoformat(), "支部党员大会")
    assert (meeting["topic"], meeting["place"]) == ("研究发展对象", "三楼会议室")
    assert (meeting["host"]["name"], meeting["due"], meeting["present"]) == ("张三", 31, 29)
    assert meeting["host"]["id"], "the name was not tied to the roster"
    assert (theme_day["topic"], theme_day["form"]) == ("参观党史馆", "参观")
    honour = fields(archive, "honour")
    assert (honour["name"], honour["level"]) == ("先进党支部", "公司院校级")
