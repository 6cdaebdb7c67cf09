"""Whatever is in a register, the self-check tells of it, and of nothing private."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from rules.cases import END, year
from rules.whole_year import whole_year
from strategies import years

from secretary_desk.kinds.appraisal import Appraisal, Grade, Result
from secretary_desk.kinds.dues import Dues, Payer
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.specs import Link
from secretary_desk.rules.checking import self_check

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(years(), DAYS)
def test_any_year_can_be_checked_on_any_day(of, on):
    for outcome in self_check(of, on):
        abouts = [finding.found.about for finding in outcome.findings]
        assert len(abouts) == len(set(abouts)), outcome.rule.name
        assert all(f.found.text and (f.found.entries or f.found.draft) for f in outcome.findings)


def _with_secrets(entry):
    """Return an entry with private words in it, each telling that it is private."""
    match entry:
        case Person():
            return replace(entry, id_number="私密证号", phone="私密电话", category=None)
        case Talk():
            return replace(entry, summary="私密内容", follow_up="私密跟进")
        case Dues():
            base, months = Decimal("48123.45"), entry.months[:2]
            return replace(entry, base=base, payer=Payer.RETIRED, months=months)
        case Appraisal():
            graded = (Result(who=Link(None, "私密姓名"), grade=Grade.UNQUALIFIED),)
            return replace(entry, results=graded, present=3, due=9)
    return entry


def test_no_finding_tells_what_is_private():
    entries = [_with_secrets(entry) for entry in whole_year()]
    for thinned in (entries, entries[::2], entries[1::3]):
        outcomes = self_check(year(*thinned), END)
        told = "\n".join(f.found.text for outcome in outcomes for f in outcome.findings)
        assert "私密" not in told
        assert "48123" not in told
        drafts = [f.found.draft for o in outcomes for f in o.findings if f.found.draft]
        assert "私密" not in str(drafts)
