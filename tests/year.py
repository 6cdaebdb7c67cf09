"""A year made of a few records, and what is said of it."""

from strategies import year_from

from secretary_desk.facts.gather import LAST_YEAR, gather
from secretary_desk.kinds import CHECKING, KINDS
from secretary_desk.records.fact import Fact
from secretary_desk.records.period import Period

YEAR = Period.calendar(2026)


def year(*entries, period=YEAR):
    """Return the year of these entries and answers, complete or not, in it or not."""
    kinds = (*KINDS, *CHECKING)
    by_class = {kind.record: [e for e in entries if type(e) is kind.record] for kind in kinds}
    return year_from(by_class, period)


def figures(of):
    """Return the figures of a year by key, last year's left out."""
    return {f.key: f for f in gather(of).figures() if not f.key.startswith(LAST_YEAR)}


def shown(of):
    """Return the figures of a year as people read them."""
    return {key: fact.show() for key, fact in figures(of).items()}


def listed(of, key):
    """Return the entries of a listing, in the order in which they are told."""
    listing = gather(of).said.get(key)
    return [] if listing is None or isinstance(listing, Fact) else list(listing.records)
