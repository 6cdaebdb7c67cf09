"""党建业务融合: projects by aspect, with their numbers before and after."""

from decimal import Decimal

import pytest
from year import listed, shown, year

from secretary_desk.kinds.integration import KIND, Aspect, Change, Integration
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems


def project(name="管片错台治理", since="2026-04-01", until=None, **more):
    days = {"started_on": Day(since), "ended_on": until and Day(until)}
    return Integration(name=name, **days, **more)


def test_projects_are_counted_by_aspect():
    told = shown(year(project(aspect=Aspect.QUALITY), project(aspect=Aspect.SAFETY), project()))
    assert told["党建业务融合.项目数.合计"] == "3个"
    assert told["党建业务融合.项目数.质量"] == told["党建业务融合.项目数.安全"] == "1个"


def test_a_project_over_new_year_counts_in_both_years():
    given = project(since="2025-11-01", until="2026-02-10")
    for number, counted in ((2025, True), (2026, True), (2027, False)):
        assert bool(shown(year(given, period=Period.calendar(number)))) is counted


def test_starred_projects_are_told_first_and_those_that_say_what_came_of_them_apart():
    plain, data = project("甲"), project("乙", data=(Change(name="返工", former=Decimal(6)),))
    starred = project("丙", starred=True, result="没有返工。")
    told = year(plain, data, starred)
    assert listed(told, "党建业务融合.清单") == [starred, plain, data]
    assert listed(told, "党建业务融合.有成效") == [starred, data]


@pytest.mark.parametrize("text", ["质量", "党建+质量"])
def test_an_aspect_is_read_with_and_without_what_it_is_added_to(text):
    assert KIND.specs["aspect"].read(text) is Aspect.QUALITY


def test_an_end_before_the_beginning_is_told():
    given = project(since="2026-05-01", until="2026-04-01")
    assert [found.text for found in problems(given)] == ["结束日期早于开始日期"]
