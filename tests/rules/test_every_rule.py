"""Every rule has a year that passes, one that fails, and one to which it does not apply."""

import re

import pytest
from rules.cases import outcome, texts
from rules.examples import branch, development, education, life, meetings, problems

from secretary_desk.records.record import ref
from secretary_desk.rules import RULES
from secretary_desk.rules.rule import Weight

SUBJECTS = (branch, meetings, life, development, education, problems)
EXAMPLES = {name: each for subject in SUBJECTS for name, each in subject.EXAMPLES.items()}
NAMES = sorted(EXAMPLES)
# Articles, documents by their number, or an open word that no statute says so.
SOURCED = re.compile(r"《[^》]+》(（[^）]+）)?第[一二三四五六七八九十百]+条|〔\d{4}〕\d+号")
OPEN = re.compile(r"非法规条文|待核对原文")


def test_every_rule_has_its_examples():
    assert {rule.name for rule in RULES} == set(EXAMPLES)
    assert sum(len(subject.EXAMPLES) for subject in SUBJECTS) == len(EXAMPLES)


@pytest.mark.parametrize("name", NAMES)
def test_a_year_that_keeps_a_rule_passes(name):
    example = EXAMPLES[name]
    passed = outcome(name, *example.passes, on=example.on)
    assert (passed.not_applicable, texts(name, *example.passes, on=example.on)) == ("", [])


@pytest.mark.parametrize("name", NAMES)
def test_a_year_that_does_not_keep_it_is_found_out(name):
    example = EXAMPLES[name]
    assert texts(name, *example.fails, on=example.on) == list(example.found)


@pytest.mark.parametrize("name", NAMES)
def test_a_year_to_which_it_does_not_apply_is_told_why(name):
    example = EXAMPLES[name]
    assert outcome(name, *example.off, on=example.off_on).not_applicable == example.reason


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_leads_somewhere(name):
    example = EXAMPLES[name]
    known = {ref(entry) for entry in example.fails}
    for finding in outcome(name, *example.fails, on=example.on).findings:
        assert finding.found.entries or finding.found.draft
        assert known.issuperset(finding.found.entries)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_source_is_an_article_or_says_that_it_is_none(rule):
    assert SOURCED.search(rule.source) or OPEN.search(rule.source)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_no_statute_says_is_advice(rule):
    unread = OPEN.search(rule.source) or not SOURCED.search(rule.source)
    assert rule.weight is Weight.ADVICE or not unread


def test_names_are_never_used_twice():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_a_statute_says_is_more_than_advice(rule):
    is_read = SOURCED.search(rule.source) and not OPEN.search(rule.source)
    assert rule.weight is not Weight.ADVICE or not is_read or "通行做法" in rule.source
