"""What comes into a passage goes out of it again."""

from desk.report.editing import (
    COMMITTEE,
    FIGURES,
    KEY,
    MEETINGS,
    TOLD,
    go,
    opened,
    press,
    shown,
    type_in,
    undone,
)
from hypothesis import given
from hypothesis import strategies as st
from strategies import PROSE
from typing_chinese import compose

from secretary_desk.desk.report.editor.editor import PassageEditor
from secretary_desk.report.template import Reference, Step, write

STEPS = st.sampled_from([(), (Step("余"),), (Step("占比", "党员.总数"), Step("成"))])
FIGURE = st.builds(Reference, st.sampled_from(list(FIGURES)), STEPS)
TYPED = st.builds(
    lambda f, text: f._replace(steps=(*f.steps, Step("手填", text, True))), FIGURE, PROSE
)
QUOTED = st.builds(lambda text: Reference("三会一课.主题@1", (Step("原文", text, True),)), PROSE)
PIECES = st.lists(PROSE | st.just("\n") | FIGURE | TYPED | QUOTED, max_size=12)


@given(PIECES)
def test_a_template_comes_back_as_it_was_given(qapp, pieces):
    template = write(pieces)
    editor = PassageEditor(str)
    editor.set_pieces(template, shown)
    assert editor.template() == template
    assert editor.document().blockCount() == 1 + sum(
        piece.count("\n") for piece in pieces if isinstance(piece, str)
    )


def test_rare_characters_shift_no_chip(qtbot):
    editor = opened(qtbot, f"𠮷𠮷{MEETINGS}𡈽{COMMITTEE}")
    go(editor, 5)
    compose(editor, "𠮷")
    assert editor.template() == f"𠮷𠮷{MEETINGS}𠮷𡈽{COMMITTEE}"
    press(editor, KEY.Key_Left, KEY.Key_Backspace)
    assert editor.template() == f"𠮷𠮷𠮷𡈽{COMMITTEE}"


def test_an_unknown_figure_is_shown_by_its_key_and_kept(qtbot):
    editor = opened(qtbot, "开会{{ 三会一课.没有的 }}")
    assert editor.toPlainText() == "开会【三会一课.没有的】"
    assert editor.template() == "开会{{ 三会一课.没有的 }}"


def test_braces_that_are_typed_are_no_figure(qtbot):
    editor = opened(qtbot)
    go(editor, 0)
    type_in(editor, "{{ a }}")
    assert editor.template() == rf"\{{{{ a }}}}{TOLD}"
    undone(editor)
    assert editor.template() == TOLD
