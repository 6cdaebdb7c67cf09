"""Long work tells how far it is, and leaves nothing behind when it is stopped."""

from pathlib import Path

import pytest
from store.backing import archive_with_photo, names, with_photo

from secretary_desk.store import sealing
from secretary_desk.store.pack import pack
from secretary_desk.store.progress import Progress
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import unpack

WORDS = "七月一日 party"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return archive_with_photo(tmp_path)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at libsodium's least cost."""
    monkeypatch.setattr(sealing, "COST", (1, 8))


@pytest.mark.parametrize("words", [None, WORDS])
def test_the_way_is_told_from_nothing_to_all_in_every_part(
    archive: Path, tmp_path: Path, quick: None, words: str | None
):
    with Store.open(archive) as store:
        for number in range(3):
            store.save(with_photo(archive, f"第{number}次", bytes([number]) * 3_000_000))
    told: dict[str, list[float]] = {}
    progress = Progress(lambda what, share: told.setdefault(what, []).append(share))
    file = pack(archive, tmp_path / "a.sdeskpack", words, progress=progress).path
    unpack(file, tmp_path / "新", words, progress=progress)
    sealed = ["正在解密"] if words else []
    assert list(told) == ["正在抄写档案", "正在装入", *sealed, "正在核对", "正在取出"]
    for what in ("正在装入", "正在核对", "正在取出"):
        shares = told[what]
        assert shares == sorted(shares)
        assert shares[0] == 0
        assert shares[-1] > 0.99
        assert len(shares) > 5


@pytest.mark.parametrize("part", ["正在抄写档案", "正在装入", "正在解密", "正在核对", "正在取出"])
def test_work_that_is_stopped_half_way_leaves_nothing_behind(
    archive: Path, tmp_path: Path, quick: None, part: str
):
    class Stopped(Exception):
        pass

    def stop(what: str, share: float) -> None:
        if what == part and (share > 0.3 or what == "正在抄写档案"):
            raise Stopped

    whole = pack(archive, tmp_path / "whole.sdeskpack", WORDS).path
    before = names(tmp_path)
    progress = Progress(stop)
    work = {"正在取出": lambda: unpack(whole, tmp_path / "新", WORDS, progress=progress)}
    with pytest.raises(Stopped):
        work.get(part, lambda: pack(archive, tmp_path / "a", WORDS, progress=progress))()
    assert names(tmp_path) == before
    assert not (tmp_path / "新").exists()
