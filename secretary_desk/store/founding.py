"""A new archive: the branch and its secretary are in it from the first day."""

from pathlib import Path

from ..errors import DeskError
from ..kinds.branch import Branch, Tenure, UnitType
from ..kinds.person import Person
from ..records.specs import Link
from ..records.text import one_line
from .entering import enter
from .journal import FOUNDING
from .store import Store


def create_archive(
    path: Path, branch: str, secretary: str, unit_type: UnitType | None, year: int
) -> Store:
    """Make an archive whose branch is filed under a year, and return it open.

    Raises DeskError when a name is missing or the file cannot be made, and then leaves no file.
    """
    name, person = one_line(branch), Person(name=one_line(secretary))
    if not name or not person.name:
        raise DeskError("请写明支部名称和书记姓名")
    tenure = Tenure(who=Link(person.id, person.name))
    profile = Branch(name=name, unit_type=unit_type, secretaries=(tenure,))
    store = Store.create(path)
    try:
        enter(store, [person, profile], year, visit=FOUNDING)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return store
