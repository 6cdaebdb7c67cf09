"""A deleted entry is called by its name where an edited passage counted it."""

import pytest
from desk.report.opened import MEETINGS, card, delete_behind, go_to, opened, write_at_end

from secretary_desk.kinds import find_kind

TALKS = "三会一课"


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


def deleted(page, row):
    """Delete an entry behind 4次, and return its name."""
    known = {entry.id: entry for entry in page._desk.store.entries(find_kind("study_meeting"))}
    gone = known[delete_behind(page, f"{4 - row}次", 0).id]
    return find_kind("study_meeting").title(gone)


def test_each_of_two_deleted_meetings_is_named_once(page):
    write_at_end(page, TALKS, "我心里有数。")
    assert page.leave()
    names = [deleted(page, 0), deleted(page, 1)]
    told = card(page, TALKS)._changes.text().split("\n")
    for name in names:
        assert [line for line in told if line.startswith(f"{name}：记录已删除")] != []
        assert len([line for line in told if line.startswith(name)]) == 1
    assert not any("中的记录：" in line for line in told)


def test_what_is_shown_beside_each_other_names_it_too(page):
    write_at_end(page, TALKS, "我心里有数。")
    assert page.leave()
    name = deleted(page, 0)
    shown = [each.line() for each in page._told(TALKS).drift]
    assert any(line.startswith(f"{name}：记录已删除") for line in shown)
