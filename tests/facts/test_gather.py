"""A year's figures: flow and stock apart, last year's beside them, typed ones marked."""

from pathlib import Path

import pytest
from sample import sample_archive, sample_year

from secretary_desk.facts.gather import disagreements, gather
from secretary_desk.facts.load import load_year
from secretary_desk.kinds import KINDS, report_settings
from secretary_desk.kinds.branch import Branch, TypedNumber
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.day import Day
from secretary_desk.records.fact import Fact, Nature
from secretary_desk.records.period import Period
from secretary_desk.records.year import Year
from secretary_desk.store.store import Store


def figures(year: Year) -> dict[str, Fact]:
    return {fact.key: fact for fact in gather(year).figures()}


def test_the_sample_year_gives_the_figures_that_its_entries_add_up_to():
    shown = {key: fact.show() for key, fact in figures(sample_year()).items()}
    wanted = {
        "党员名册.党员总数": "31名",
        "党员名册.正式党员": "29名",
        "支部概况.支委数": "5名",
        "三会一课.次数.支部委员会": "12次",
        "三会一课.次数.党小组会": "33次",
        "三会一课.书记讲党课": "2次",
        "三会一课.到会率": "94.1%",
        "主题党日.次数.合计": "12次",
        "发展党员.接收预备党员": "1名",
        "荣誉.级别.省部级": "1项",
        "问题整改.总数": "9个",
        "问题整改.整改率": "55.6%",
        "上年.述职点评.问题数": "3个",
        "上年.三会一课.次数.党小组会": "28次",
        "下一步打算.来年.项数": "6项",
    }
    assert {key: shown[key] for key in wanted} == wanted


def test_every_figure_is_declared_and_has_entries_and_a_measure_word():
    gathered = gather(sample_year())
    typed = {key for key in gathered.said if ".手填." in key}
    assert set(gathered.said) - typed <= set(gathered.declared)
    assert all(fact.entries and fact.unit and fact.value for fact in gathered.figures())


def test_an_empty_year_has_no_figure():
    assert gather(Year(Period.calendar(2026), {})).said == {}


def test_stock_stands_at_as_of_and_flow_ends_there(tmp_path: Path):
    with Store.open(sample_archive(tmp_path)) as store:
        whole = figures(load_year(store, 2026))
        (old,) = store.entries(report_settings.KIND)
        store.save(ReportSettings(id=old.id, year=2026, as_of=Day("2026-03-31")))
        cut = figures(load_year(store, 2026))
    assert whole["三会一课.次数.支部委员会"].value == 12
    assert cut["三会一课.次数.支部委员会"].value == 3
    assert cut["三会一课.次数.支部委员会"].nature is Nature.FLOW
    assert cut["党员名册.党员总数"].nature is Nature.STOCK
    assert cut["问题整改.总数"].value < whole["问题整改.总数"].value


def test_a_report_of_last_year_does_not_see_this_year(tmp_path: Path):
    with Store.open(sample_archive(tmp_path)) as store:
        last = figures(load_year(store, 2025))
    assert last["党员名册.党员总数"].show() == "30名"
    assert last["三会一课.次数.党小组会"].show() == "28次"
    assert "荣誉.级别.省部级" not in last


def test_a_typed_total_stands_in_and_is_marked_until_entries_give_it():
    typed = TypedNumber(name="党员总数", number=31, unit="名")
    branch = Branch(name="第一支部", typed=(typed,), filed_under=2026)
    alone = figures(Year(Period.calendar(2026), {Branch: [branch]}))
    assert alone["党员名册.党员总数"].nature is Nature.TYPED
    member = Person(name="张三", category=Category.FULL)
    both = Year(Period.calendar(2026), {Branch: [branch], Person: [member]})
    assert figures(both)["党员名册.党员总数"].nature is Nature.STOCK
    assert disagreements(gather(both)) == ["党员总数：手填31名，登记1名"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_the_sample_is_counted(kind):
    earlier = ("review_comment", "election")  # said last year; held two years ago
    assert sample_year().counted(kind.record) or kind.name in earlier
    assert not sample_year().aside(kind.record)
