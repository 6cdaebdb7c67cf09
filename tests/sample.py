"""The sample year, entered once and copied for each test that wants it."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from secretary_desk.facts.load import load_year
from secretary_desk.records.year import Year
from secretary_desk.store.sample import YEAR, enter_sample
from secretary_desk.store.store import Store


@cache
def _entered() -> Path:
    path = Path(mkdtemp(prefix="secretary-desk-")) / "sample.sdesk"
    with Store.create(path) as store:
        enter_sample(store)
    return path


def sample_archive(folder: Path) -> Path:
    """Copy the sample archive into a folder and return its path."""
    return Path(shutil.copy(_entered(), folder / "示例.sdesk"))


@cache
def sample_year() -> Year:
    """Return the sample's year."""
    with Store.open(_entered()) as store:
        return load_year(store, YEAR)
