"""The whole way: from a first start to a report on paper, by keys, composed text and clicks."""

import re
import shutil
import subprocess
import zipfile

import pytest
from desk.answering import Answering
from desk.conftest import NOW
from desk.typist import KEY, Typist
from judges.needs import found, needs

from secretary_desk.desk.memory import Memory
from secretary_desk.desk.program import Program
from secretary_desk.kinds import (
    branch,
    development,
    highlight,
    honour,
    person,
    plan,
    problem,
    review_comment,
    study_meeting,
    theme_day,
)  # fmt: skip

PDFTOTEXT = shutil.which("pdftotext")
MISSING = "poppler（pdftotext）未安装，读不了导出的 PDF"


@pytest.fixture
def program(tmp_path, qtbot, monkeypatch):
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    program = Program(Memory(tmp_path / "memory.ini"), Answering(), now=lambda: NOW)
    yield program
    if program.window is not None:
        program.window.close()


def answer_the_first_start(program):
    first = program._first
    typist = Typist(first)
    typist.type("第一党支部")
    typist.press(KEY.Key_Tab)
    typist.type("张三")
    typist.click("开始使用")


def write_the_year_down(typist):
    typist.enter(branch.KIND, superior="某某分公司党委", no_groups=True,
                 committee=[{"who": "张三", "post": "书记", "since": "2024.3.15"},
                            {"who": "李四", "post": "组织委员", "since": "2024.3.15"}],
                 elected_on="2024-3-15")  # fmt: skip
    typist.enter(person.KIND, name="李四", sex="女", category="正式党员", joined_on="2015.7.1",
                 confirmed_on="2016.7.1")  # fmt: skip
    typist.enter(person.KIND, name="王五", category="预备党员", joined_on="20260701")
    for day, due, present in (("3.5", "3", "3"), ("4月9日", "３", "2人")):
        typist.enter(study_meeting.KIND, held_on=day, form="支部委员会", topic="研究发展党员工作",
                     host="张三", due=due, present=present)  # fmt: skip
    typist.enter(study_meeting.KIND, held_on="2026/5/20", form="党课", topic="把学习落到岗位上",
                 speaker="张三", attendance="全到")  # fmt: skip
    typist.enter(theme_day.KIND, held_on="20260606", topic="走进一线班组", form="志愿服务",
                 due="3", present="3")  # fmt: skip
    typist.enter(development.KIND, who="王五",
                 steps=[{"step": "递交入党申请书", "on": "2024.7.1"},
                        {"step": "支部大会讨论接收", "on": "2026.7.1"}])  # fmt: skip
    typist.enter(highlight.KIND, name="党员责任区", started_on="2026-2",
                 practice="每人包一个班组。", result="隐患当天整改。",
                 data=[{"name": "整改隐患", "number": "26", "unit": "处"}])  # fmt: skip
    typist.enter(honour.KIND, name="先进党支部", given_on="2026-7-1", level="公司院校级",
                 giver="某某公司党委", receiver="集体")  # fmt: skip
    typist.enter(problem.KIND, problem="学习形式单一", source="自查", found_on="2026.1.9",
                 cause="我抓得不细。", steps=[{"measure": "每季度到现场上一次党课"}])  # fmt: skip
    typist.enter(review_comment.KIND, year="2026", reviewer="赵书记", praise="支部工作扎实。")
    typist.enter(plan.KIND, year="2027", plan="每月到一个班组开一次党小组会", target="全年12次")


FIGURES = (
    r"支部委员会\D{0,4}2次", r"党课\D{0,4}1次", r"党员2名", r"到会率87\.5%",
    r"1次主题党日|主题党日\D{0,4}1次", r"接收预备党员1名", r"党员责任区", r"整改隐患26处",
    r"先进党支部", r"学习形式单一", r"每月到一个班组开一次党小组会", r"全年12次",
)  # fmt: skip


def of_docx(path):
    with zipfile.ZipFile(path) as package:
        markup = package.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>|\s", "", markup)


def of_pdf(path):
    program = found(PDFTOTEXT, MISSING)
    told = subprocess.run([program, path, "-"], check=True, capture_output=True, text=True)
    return re.sub(r"— \d+ —|\s", "", told.stdout)


@needs("" if PDFTOTEXT else MISSING)
def test_a_year_is_written_down_and_reported_from_nothing(program, tmp_path):
    program.start()
    answer_the_first_start(program)
    typist = Typist(program.window)
    write_the_year_down(typist)
    typist.click("述职报告")
    word, pdf = tmp_path / "述职报告.docx", tmp_path / "述职报告.pdf"
    for words, path in (("生成 Word 文档", word), ("导出 PDF", pdf)):
        program._ask.answers.extend(["仍要生成", path, "关闭"])
        typist.click(words)
    for text in (of_docx(word), of_pdf(pdf)):
        assert [figure for figure in FIGURES if not re.search(figure, text)] == []
