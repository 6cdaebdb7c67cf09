"""Letters find a figure by characters that follow each other in one of its texts."""

import pytest
from desk.report.test_figure_picker import labels, look_for, opened

from secretary_desk.records.pinyin import matches

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform


@pytest.mark.parametrize("typed", ["dk", "dkcs", "zwh", "dyzs"])
def test_what_is_found_has_the_letters_one_after_the_other_in_one_text(qtbot, typed):
    picker = opened(qtbot)
    look_for(picker, typed)
    shown = picker._list.lines()
    assert shown
    for line in shown:
        group = next(h.text(0) for h, lines in picker._list._groups if line in lines)
        texts = (group, line.text(0).strip(), line.text(1))
        assert any(matches(typed, text) for text in texts), texts


def test_letters_of_the_kind_and_of_the_label_together_find_nothing(qtbot):
    picker = opened(qtbot)
    look_for(picker, "yk zb")  # two words may stand in two texts
    assert "支部委员会次数" in labels(picker)
    look_for(picker, "ykzb")
    assert labels(picker) == []
