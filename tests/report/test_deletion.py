"""Deleting any one entry changes exactly the figures that counted it."""

import pytest
from report.telling import all_runs, told
from sample import sample_archive, sample_year

from secretary_desk.facts.gather import Facts, gather
from secretary_desk.facts.load import load_year
from secretary_desk.kinds import KINDS
from secretary_desk.records.fact import Fact
from secretary_desk.records.record import Ref, ref
from secretary_desk.records.year import Year
from secretary_desk.report.document import Figure
from secretary_desk.store.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with Store.open(sample_archive(tmp_path_factory.mktemp("deletion"))) as opened:
        yield opened


def figures(facts: Facts) -> dict[str, Fact]:
    return {fact.key: fact for fact in facts.figures()}


def printed(year: Year, keys: set[str]) -> list[tuple[str, str]]:
    runs = [run for run in all_runs(told(year)) if isinstance(run, Figure)]
    return [(run.fact, run.text) for run in runs if run.fact in keys]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_deleting_an_entry_changes_exactly_the_figures_that_counted_it(store: Store, kind):
    before = figures(gather(sample_year()))
    for entry in store.entries(kind):
        store.delete(ref(entry))
        year = load_year(store, sample_year().period.year)
        _compare(before, year, ref(entry))
        store.undo()


def _compare(before: dict[str, Fact], year: Year, gone: Ref) -> None:
    after = figures(gather(year))
    counted = {key for key, fact in before.items() if gone in fact.entries}
    others = before.keys() - counted
    assert {key: before[key] for key in others} == {key: after.get(key) for key in others}
    assert after.keys() <= before.keys()
    assert not [key for key, fact in after.items() if gone in fact.entries]
    for key in counted & after.keys():
        assert after[key].entries != before[key].entries, key
    assert printed(year, set(others)) == printed(sample_year(), set(others))
