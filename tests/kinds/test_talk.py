"""谈心谈话: how many talks, between whom, and how many people they reached."""

import pytest
from year import figures, shown, year

from secretary_desk.kinds.branch import Branch, Tenure
from secretary_desk.kinds.talk import KIND, Form, Talk
from secretary_desk.records.day import Day
from secretary_desk.records.record import problems, ref
from secretary_desk.records.specs import Link

ZHANG, LI, WANG = Link("z", "张伟"), Link("l", "李娜"), Link(None, "王敏")


def talk(talker=ZHANG, to=LI, on="2026-03-05", **more):
    return Talk(held_on=Day(on), talker=talker, to=to, **more)


def test_talks_are_counted_by_form():
    forms = (Form.SECRETARY, Form.SECRETARY, Form.CARE, None)
    told = shown(year(*(talk(form=form) for form in forms)))
    assert told["谈心谈话.人次.合计"] == "4人次"
    assert told["谈心谈话.人次.书记与委员"] == "2人次"
    assert told["谈心谈话.人次.关怀"] == "1人次"


def test_whoever_is_talked_to_twice_is_reached_once():
    told = shown(year(talk(), talk(), talk(to=WANG), talk(to=WANG)))
    assert told["谈心谈话.覆盖人数"] == "2人"


def test_the_secretarys_own_talks_are_those_he_leads():
    branch = Branch(name="甲支部", filed_under=2026, secretaries=(Tenure(who=ZHANG),))
    own, led = talk(), talk(talker=LI, to=ZHANG)
    fact = figures(year(branch, own, led))["谈心谈话.书记谈话"]
    assert fact.show() == "1人次"
    assert set(fact.entries) == {ref(own), ref(branch)}


def test_nobody_talks_with_himself():
    assert [p.field for p in problems(talk(to=ZHANG))] == ["to"]
    assert problems(talk()) == []


@pytest.mark.parametrize("field", ["summary", "follow_up"])
def test_what_was_said_is_private(field):
    assert KIND.specs[field].private


@pytest.mark.parametrize(("typed", "form"), [("廉政谈话", Form.INTEGRITY), ("关怀谈话", Form.CARE)])
def test_a_form_is_read_as_people_write_it(typed, form):
    assert KIND.specs["form"].read(typed) is form
