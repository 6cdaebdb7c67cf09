"""A new archive holds what its founder answered."""

from pathlib import Path

from secretary_desk.store.founding import create_archive


def test_founding_is_no_step_to_be_undone(tmp_path: Path):
    with create_archive(tmp_path / "a.sdesk", "第一党支部", "张三", None, 2026) as store:
        assert store.undoable() is None
        assert store.undo() is None
        assert len(store.history()) == 1
