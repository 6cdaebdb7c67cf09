"""Entries that look alike are pointed out, and no others."""

import time
from dataclasses import replace

import pytest
from sample import sample_year

from secretary_desk.facts.alike import alike
from secretary_desk.kinds import KINDS
from secretary_desk.kinds.appraisal import Appraisal
from secretary_desk.kinds.integrity import Form as IntegrityForm
from secretary_desk.kinds.integrity import Integrity
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.plan import Plan
from secretary_desk.kinds.review_comment import ReviewComment
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.talk import Talk
from secretary_desk.kinds.vanguard import Form as VanguardForm
from secretary_desk.kinds.vanguard import Vanguard
from secretary_desk.records.day import Day
from secretary_desk.records.record import new_id
from secretary_desk.records.specs import Link


def meeting(on="2026-03-05", topic="研究发展对象", form=Form.COMMITTEE):
    return StudyMeeting(held_on=Day(on), topic=topic, form=form)


def talk(to, on="2026-03-05"):
    return Talk(held_on=Day(on), talker=Link(None, "李四"), to=Link(None, to))


def vanguard(name, on=None):
    return Vanguard(name=name, form=VanguardForm.AREA, founded_on=Day(on) if on else None)


def integrity(topic, audience=""):
    form = IntegrityForm.WARNING
    return Integrity(held_on=Day("2026-03-05"), form=form, topic=topic, audience=audience)


ALIKE = {
    "the same words": (meeting(), meeting()),
    "other marks and blanks": (meeting(), meeting(topic="研究“发展对象” 。")),
    "words added": (meeting(), meeting(topic="研究发展对象有关事项")),
    "most words the same": (meeting(), meeting(topic="研究确定发展对象")),
    "an hour known": (meeting(), meeting("2026-03-05T14:30")),
    "only the month known": (meeting(), meeting("2026-03")),
    "the type left open": (meeting(), meeting(form=None)),
    "the same people on a day": (talk("张三"), talk("张三")),
    "one a year": (Appraisal(year=2026, due=25), Appraisal(year=2026, due=24)),
    "no topic in one": (integrity("观看专题片"), integrity("")),
    "the same name without a day": (vanguard("机电责任区"), vanguard("机电责任区")),
    "namesakes born in a month": (
        Person(name="张三", born_on=Day("1990-05-01")),
        Person(name="张三", born_on=Day("1990-05")),
    ),
    "namesakes, one birth unknown": (Person(name="张三"), Person(name="张三", born_on=Day("1990"))),
    "one plan of a year": (Plan(year=2026, plan="修好路灯"), Plan(year=2026, plan="修好路灯")),
}  # fmt: skip
APART = {
    "another day": (meeting(), meeting("2026-03-06")),
    "another month": (meeting(), meeting("2026-04")),
    "another type": (meeting(), meeting(form=Form.GROUP)),
    "another hour": (meeting("2026-03-05T09:00"), meeting("2026-03-05T14:30")),
    "another party group": (
        replace(meeting(form=Form.GROUP), group="第一党小组"),
        replace(meeting(form=Form.GROUP), group="第二党小组"),
    ),
    "another topic": (meeting(), meeting(topic="学习党章")),
    "no topic at all": (meeting(), meeting(topic="")),
    "other people": (talk("张三"), talk("王五")),
    "another year": (Appraisal(year=2026), Appraisal(year=2025)),
    "other topics": (integrity("观看专题片"), integrity("参观看守所")),
    "other listeners": (integrity("", "全体党员"), integrity("", "入党积极分子")),
    "like names but for the type": (
        vanguard("机电党员责任区", "2026-03-05"),
        vanguard("后勤党员责任区", "2026-03-05"),
    ),
    "like names without a day": (vanguard("机电党员责任区"), vanguard("办公区党员责任区")),
    "other reviewers": (
        ReviewComment(year=2026, reviewer="李书记"),
        ReviewComment(year=2026, reviewer="王部长"),
    ),
    "namesakes born in other months": (
        Person(name="张三", born_on=Day("1990-05")),
        Person(name="张三", born_on=Day("1991-05")),
    ),
    "another kind": (meeting(), talk("张三")),
}


@pytest.mark.parametrize("case", ALIKE)
def test_two_entries_look_alike(case):
    one, other = ALIKE[case]
    assert alike(one, [other]) == [other]


@pytest.mark.parametrize("case", APART)
def test_two_entries_do_not_look_alike(case):
    one, other = APART[case]
    assert alike(one, [other]) == []


def test_an_unfinished_entry_looks_like_none_yet():
    assert alike(meeting(topic=""), [meeting(topic="")]) == []


def test_an_entry_is_not_like_itself_nor_like_what_is_known_to_be_another():
    one, other = meeting(), meeting()
    assert alike(one, [one]) == []
    assert alike(one, [other], {frozenset((other.id, one.id))}) == []


def test_every_entry_of_the_sample_year_is_like_its_copy_and_like_nothing_else():
    for kind in KINDS:
        entries = sample_year().counted(kind.record)
        for entry in entries:
            assert alike(entry, entries) == []
            copy = replace(entry, id=new_id())
            assert alike(copy, entries) == ([] if kind.name == "branch" else [entry])


def test_two_thousand_entries_are_gone_through_within_a_quarter_second():
    many = [meeting(topic=f"研究第{number}项发展工作") for number in range(2000)]
    entry = meeting(topic="学习全会精神和最新讲话")
    begun = time.process_time()
    assert alike(entry, many) == []
    assert time.process_time() - begun < 0.25
