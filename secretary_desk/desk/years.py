"""Which years the year switch offers."""

from ..kinds import KINDS
from ..records.day import FIRST_YEAR, LAST_YEAR
from .desk import Desk


def years_of(desk: Desk) -> list[int]:
    """Return the years with entries, this one, the next, and the one shown; the latest first."""
    known = {desk.year, desk.today().year, desk.today().year + 1}
    for kind in KINDS:
        known |= desk.store.years(kind)
    return sorted((year for year in known if FIRST_YEAR <= year <= LAST_YEAR), reverse=True)
