"""A place that lacks something is told of once: among the findings, or as one of 待补充."""

from desk.report.proofs import opened

from secretary_desk.records.finding import Finding
from secretary_desk.report.document import Document, Heading, Paragraph, Title, Wording
from secretary_desk.report.proof.shape import EMPTY

HELD, OTHER = "【待补充：联系群众】", "【待补充：培训人数】"
FOUND = Finding(EMPTY, "“联系群众”还没有内容", HELD, "补充/甲", 2, 0, 10, (), "提示", HELD)


def document(*texts):
    title, heading = Title(((Wording("报告"),),)), Heading(1, (Wording("联系群众"),))
    told = [Paragraph((Wording(text),), "补充/甲") for text in texts]
    return Document("第一党支部", "张三", 2026, (title, heading, *told))


def test_what_is_listed_is_not_said_to_be_left_out(qtbot):
    pane = opened(qtbot)
    pane.show_findings([FOUND], [], document(HELD))
    assert pane._gaps.isHidden()
    pane.show_findings([FOUND], [], document(HELD, OTHER))
    assert pane._gaps.text().startswith("另有 1 处待补充，这里不再列")


def test_what_was_answered_is_listed_too(qtbot):
    pane = opened(qtbot)
    pane.show_findings([], [(FOUND, "以后写")], document(HELD))
    assert pane._gaps.isHidden()
    pane.show_findings([], [], document(OTHER))
    assert not pane._gaps.isHidden()
