"""Two computers, each with the dialog of a move."""

from pathlib import Path

import pytest
from desk.moving.moves import Move
from store.backing import archive_with_photo

from secretary_desk.store import sealing


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at libsodium's least cost, where many are derived."""
    monkeypatch.setattr(sealing, "COST", (1, 8))


@pytest.fixture
def old(qtbot, tmp_path: Path) -> Move:
    """The old computer's dialog, over an archive with a photo."""
    (tmp_path / "旧电脑").mkdir()
    return Move(qtbot, tmp_path / "旧电脑", archive_with_photo(tmp_path / "旧电脑"))


@pytest.fixture
def new(qtbot, tmp_path: Path) -> Move:
    """The new computer's dialog, where there is no archive yet."""
    (tmp_path / "新电脑").mkdir()
    return Move(qtbot, tmp_path / "新电脑")
