"""What the tests of the rules are made of: years with the user's values, and what is found."""

from datetime import date
from typing import Any, NamedTuple

from secretary_desk.facts.load import year_of
from secretary_desk.kinds import CHECKING, KINDS, SETTINGS
from secretary_desk.kinds.branch import Branch, Post, Seat
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.rule_value import RuleValue
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import Attendance
from secretary_desk.records.specs import Link
from secretary_desk.rules.checking import self_check

YEAR = Period.calendar(2026)
END = date(2026, 12, 31)
SUMMER = date(2026, 7, 15)


class Example(NamedTuple):
    """Of one rule: a year that passes, one with what is found, one with why it does not apply."""

    passes: tuple[Any, ...]
    fails: tuple[Any, ...]
    found: tuple[str, ...]
    off: tuple[Any, ...]
    reason: str
    on: date = END
    off_on: date = END


def year(*entries, period=YEAR):
    """Return the year of these entries, with the one before it and the user's values."""

    def fetch(kind, _period):
        own = [entry for entry in entries if type(entry) is kind.record]
        return sorted(own, key=kind.when.bounds)

    previous = year_of(fetch, period.shifted(-1), (*KINDS, SETTINGS))
    return year_of(fetch, period, (*KINDS, SETTINGS, *CHECKING), previous)


def outcome(name, *entries, on=END, period=YEAR):
    """Return what became of one rule."""
    return next(o for o in self_check(year(*entries, period=period), on) if o.rule.name == name)


def found(name, *entries, on=END, period=YEAR):
    """Return what one rule found."""
    return [f.found for f in outcome(name, *entries, on=on, period=period).findings]


def texts(name, *entries, on=END, period=YEAR):
    """Return what one rule found, in words."""
    return [each.text for each in found(name, *entries, on=on, period=period)]


def states(name, *entries, on=END):
    """Return what one rule's findings say of the register."""
    return [each.state.value for each in found(name, *entries, on=on)]


def value(key, text):
    """Return a value that the user set."""
    return RuleValue(key=key, value=str(text))


def person(name, **more):
    """Return a full member, or whatever else is said."""
    return Person(**{"name": f"示例{name}", "category": Category.FULL} | more)


def people(names, **more):
    """Return a member for each character."""
    return [person(name, **more) for name in names]


def link(who):
    """Return a reference to someone on the roster."""
    return Link(who.id, who.name)


def rows(*present, absent=(), reason=""):
    """Return who came and who did not."""
    there = [Attendance(who=link(who), present=True) for who in present]
    return (*there, *(Attendance(who=link(who), reason=reason) for who in absent))


POSTS = (Post.SECRETARY, Post.ORGANISATION, Post.PUBLICITY, Post.DISCIPLINE)


def branch(*committee, **more):
    """Return a profile with a committee, the first of them its secretary."""
    posts = (*POSTS, *[Post.MEMBER] * len(committee))
    seats = tuple(Seat(who=link(w), post=p) for w, p in zip(committee, posts, strict=False))
    return Branch(**{"name": "示例支部", "committee": seats} | more)


def meeting(form=Form.GENERAL, day="2026-03-05", **more):
    """Return one of the 三会一课."""
    return StudyMeeting(**{"held_on": Day(day), "form": form, "topic": "学习"} | more)


def by_month(make, skip=()):
    """Return what ``make`` gives for every month of the year but those skipped."""
    return [make(f"2026-{month:02}-05") for month in range(1, 13) if month not in skip]


def by_quarter(make, skip=()):
    """Return what ``make`` gives for every quarter but those skipped."""
    quarters = {1: "02", 2: "05", 3: "08", 4: "11"}
    return [make(f"2026-{month}-05") for number, month in quarters.items() if number not in skip]
