"""宣传报道: articles by level, the highest first."""

import pytest
from year import listed, shown, year

from secretary_desk.kinds.honour import Level
from secretary_desk.kinds.publicity import KIND, Publicity
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period


def article(headline="老楼添了扶手", on="2026-11-16", **more):
    return Publicity(headline=headline, held_on=on and Day(on), **more)


def test_articles_are_counted_by_level():
    told = shown(year(article(level=Level.CITY), article(level=Level.CITY), article()))
    assert (told["宣传报道.篇数.合计"], told["宣传报道.篇数.市级"]) == ("3篇", "2篇")


def test_the_highest_are_told_first_and_starred_ones_before_all():
    none, city, nation = (
        article("无"),
        article("市", level=Level.CITY),
        article("国", level="国家级"),
    )
    starred = article("星", starred=True)
    told = listed(year(none, city, nation, starred), "宣传报道.清单")
    assert [given.headline for given in told] == ["星", "国", "市", "无"]


def test_an_undated_article_is_of_the_year_under_which_it_stands():
    given = article(on=None, filed_under=2025)
    assert shown(year(given)) == {}
    assert shown(year(given, period=Period.calendar(2025)))["宣传报道.篇数.合计"] == "1篇"


@pytest.mark.parametrize("text", ["公司级", "院校级", "公司·院校级"])
def test_levels_are_read_as_ledgers_write_them(text):
    assert KIND.specs["level"].read(text) is Level.COMPANY
