"""党员名册: who is what, on which day."""

from datetime import date

import pytest
from year import YEAR, figures, shown, year

from secretary_desk.kinds.person import Category, Person, Sex
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems, ref

ON = date(2026, 12, 31)
DAYS = ("born_on", "joined_on", "confirmed_on", "arrived_on", "left_on")


def person(name="张伟", category=None, **more):
    days = {field: Day(more.pop(field)) for field in DAYS if field in more}
    return Person(name=name, category=category, **days, **more)


@pytest.mark.parametrize(
    ("given", "category"),
    [
        ({"joined_on": "2020-05-01", "confirmed_on": "2021-05-01"}, Category.FULL),
        ({"joined_on": "2026-05-01"}, Category.PROBATIONARY),
        ({"joined_on": "2026-05-01", "confirmed_on": "2027-05-01"}, Category.PROBATIONARY),
        ({"joined_on": "2027-05-01", "category": Category.CANDIDATE}, Category.CANDIDATE),
        ({"joined_on": "2027-05-01", "category": Category.PROBATIONARY}, None),
        ({"joined_on": "1999-07", "category": Category.FULL}, Category.FULL),
        ({"confirmed_on": "2027-01-01"}, Category.PROBATIONARY),
        ({"category": Category.ACTIVIST}, Category.ACTIVIST),
        ({"category": Category.FULL, "left_on": "2026-12-31"}, None),
        ({"category": Category.FULL, "left_on": "2027-01"}, Category.FULL),
        ({"category": Category.FULL, "arrived_on": "2027-01-01"}, None),
        ({}, None),
    ],
)
def test_a_person_is_what_the_dates_say_and_else_what_was_typed(given, category):
    assert person(**given).category_on(ON) is category


def test_someone_confirmed_in_between_is_counted_as_full_at_the_end_and_not_before():
    given = person(joined_on="2025-06-10", confirmed_on="2026-06-10")
    half = Period("2026年度", 2026, YEAR.start, YEAR.end, date(2026, 5, 31))
    assert shown(year(given))["党员名册.正式党员"] == "1名"
    assert shown(year(given, period=half))["党员名册.预备党员"] == "1名"


def test_members_are_full_and_probationary_ones():
    everyone = [person(category.value, category) for category in Category]
    told = figures(year(*everyone))
    assert told["党员名册.党员总数"].entries == (ref(everyone[0]), ref(everyone[1]))
    assert set(told) == {f"党员名册.{name}" for name in ("党员总数", "正式党员", "预备党员")}


def test_women_minorities_and_the_young_are_counted_among_members_only():
    shared = {"sex": Sex.FEMALE, "ethnicity": "回族", "born_on": "1991-01"}
    told = shown(year(
        person("甲", Category.FULL, **shared),
        person("乙", Category.ACTIVIST, **shared),
        person("丙", Category.FULL, ethnicity="汉族", born_on="1980-01"),
    ))  # fmt: skip
    keys = ("女党员", "少数民族党员", "三十五岁以下党员")
    assert [told[f"党员名册.{key}"] for key in keys] == ["1名"] * 3


@pytest.mark.parametrize(
    ("born", "age"), [("1991-12-31", 35), ("1992-01-01", 34), ("1991-12", 35), ("1991", None)]
)
def test_age_is_counted_in_full_years(born, age):
    assert person(born_on=born).age_on(ON) == age


def test_those_who_came_and_went_are_counted_in_their_year():
    told = shown(year(
        person("甲", Category.FULL, arrived_on="2026-03"),
        person("乙", Category.FULL, arrived_on="2025-12-31"),
        person("丙", Category.FULL, left_on="2026-01-01"),
        person("丁", Category.ACTIVIST, arrived_on="2026-03"),
    ))  # fmt: skip
    assert (told["党员名册.转入"], told["党员名册.转出"]) == ("1名", "1名")
    assert told["党员名册.党员总数"] == "2名"


def test_dates_out_of_order_are_told():
    given = person(
        joined_on="2021-05-01", confirmed_on="2020", arrived_on="2024-02", left_on="2024-01"
    )
    assert [p.field for p in problems(given)] == ["confirmed_on", "left_on"]
    full = person(category=Category.FULL, joined_on="2021-05-01")
    assert [p.text for p in problems(full)] == ["正式党员请填写转正日期"]
