"""Wording: no number typed into it, nothing reached but facts, every slip a sentence."""

import re
import tomllib

import pytest
from report.telling import told
from sample import sample_year

from secretary_desk.errors import DeskError
from secretary_desk.facts.gather import gather
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.paths import resources
from secretary_desk.records.period import Period
from secretary_desk.records.year import Year
from secretary_desk.report.document import Figure, Wording, text_of
from secretary_desk.report.outline import choose_outline, load_outlines
from secretary_desk.report.passage import Teller
from secretary_desk.report.sections import Section
from secretary_desk.report.tagged import ENTRY
from secretary_desk.report.wording import compiled, declared, load_wording

EMPTY = Year(Period.calendar(2026), {})


def said(template: str, year: Year | None = None, entry=None) -> tuple:
    """Return the runs of a template told over the sample year."""
    passage = declared("试", {"wordings": [template]})
    year = year or sample_year()
    teller = Teller(year, gather(year), ReportSettings(), {"试": passage})
    return tuple(run for p in teller.tell("试", entry) for runs in p.paragraphs for run in runs)


def passages() -> dict[str, dict]:
    files = (resources() / "wording").glob("*.toml")
    return {k: v for file in files for k, v in tomllib.loads(file.read_text("utf-8")).items()}


@pytest.mark.parametrize("key", passages())
def test_a_passage_has_two_wordings_and_no_number_in_them(key: str):
    passage = passages()[key]
    assert len(passage["wordings"]) >= 2
    words = [*passage["wordings"], passage.get("gap", ""), passage.get("ending", "")]
    assert not [text for text in words if re.search(r"\d", text)]
    assert not re.search("若干|多次|较好|！", "".join(words))


@pytest.mark.parametrize("key", passages())
def test_a_passage_has_a_short_form_without_numbers_brackets_or_annexes(key: str):
    spoken = passages()[key]["spoken"]
    assert spoken
    words = re.sub(r"{[{%].*?[}%]}", "", "".join(spoken), flags=re.DOTALL)
    assert not re.search(r"\d|若干|多次|较好|！|[（()）]|附件", words)


@pytest.mark.parametrize("key", passages())
def test_what_a_passage_needs_is_declared(key: str):
    declared = gather(EMPTY).declared
    needs = [need.strip() for n in passages()[key].get("needs", ()) for need in n.split("|")]
    assert set(needs + [e for e in [passages()[key].get("each")] if e]) <= set(declared)


def test_every_passage_has_its_place_and_every_place_its_passage():
    def keys(sections: tuple[Section, ...]) -> set[str]:
        return {key for s in sections for key in (*s.passages, *keys(s.sections))}

    placed = set().union(*(keys(outline.sections) for outline in load_outlines()))
    assert placed == {key for key in load_wording() if not key.endswith(ENTRY)}


def test_a_figure_prints_with_its_measure_word_and_its_entries():
    (figure,) = said("{{ 三会一课.次数.支部委员会 }}")
    assert isinstance(figure, Figure)
    assert (figure.text, len(figure.entries)) == ("12次", 12)


def test_filters_keep_what_stands_behind_a_figure():
    lessons, text = said("{{ 三会一课.次数.党课|占比(三会一课.次数.合计) }}是党课")
    assert isinstance(lessons, Figure)
    assert lessons.text == "10.9%"
    assert len(lessons.entries) == 55
    assert text == Wording("是党课")


def test_a_difference_agrees_with_the_two_figures_as_they_are_shown():
    now, then, more = said(
        "{{三会一课.到会率}}{{上年.三会一课.到会率}}{{三会一课.到会率|多(上年.三会一课.到会率)}}"
    )
    shown = [float(run.text.rstrip("%个百分点")) for run in (now, then, more)]
    assert round(shown[0] - shown[1], 1) == shown[2]


def test_a_missing_fact_is_a_gap_that_is_false_and_compares_as_false():
    template = (
        "{{ 三会一课.次数.党课 }}{% if 三会一课.次数.党课 > 三会一课.次数.合计 %}多{% endif %}"
    )
    assert text_of(said(template, EMPTY)) == "【待补充：党课次数】"


def test_clauses_vanish_with_their_figure():
    template = (
        "{{ [三会一课.次数.党课|前('讲党课'), 三会一课.到会率|前('到会率')]|逗号|前('全年') }}"
    )
    assert said(template, EMPTY) == ()


@pytest.mark.parametrize(
    "template",
    [
        "{{ 三会一课.次数.党客 }}",
        "{{ 三会一棵.次数 }}",
        "{{ 三会一课.次数 }}",
        "{{ 三会一课.次数.党课.fact }}",
        "{{ 三会一课.次数.党课.__class__ }}",
        "{{ 三会一课['__init__'] }}",
        "{{ 三会一课.次数.党课.value }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 三会一课.次数.党课|int }}",
        "{{ range(9) }}",
        "{{ 三会一课.次数.党课() }}",
        "{{ 三会一课.次数.党课 + 三会一课.次数.党课 }}",
        "{{ true }}",
        "{% include 'x' %}",
        "{{ 支部.没有的项 }}",
        "{% for 会 in 三会一课.清单.党课 %}{{ loop.index }}{% endfor %}",
    ],
)
def test_a_slip_or_an_attack_is_a_sentence(template: str):
    with pytest.raises(DeskError, match=r"“试”的写法有误|没有|不能|写不出"):
        said(template)


def test_a_typed_total_can_be_told_by_its_name():
    (known,) = said("{{ 支部概况.手填.项目职工 }}")
    assert isinstance(known, Figure)
    assert text_of(said("{{ 支部概况.手填.没有填 }}")) == "【待补充：没有填】"


def test_private_fields_cannot_be_told():
    with pytest.raises(DeskError, match="隐私"):
        said("{{ 条.身份证号 }}", entry=Person(name="某人", id_number="110101"))


def test_the_users_words_never_meet_the_template_language():
    entry = Highlight(name="{{ 三会一课 }}{# 注 #}{% if %}", result="第一行。\n第二行\n")
    runs = said("{{ 条.名称 }}：{{ 条.成效 }}。", entry=entry)
    assert text_of(runs) == "{{ 三会一课 }}{# 注 #}{% if %}：第一行。第二行。"


def test_what_was_read_is_remembered_with_its_value():
    passage = declared("试", {"wordings": ["{{ 三会一课.次数.党课 }}"]})
    teller = Teller(sample_year(), gather(sample_year()), ReportSettings(), {"试": passage})
    (told_passage,) = teller.tell("试")
    assert told_passage.reads == {"三会一课.次数.党课": "6次"}


def test_an_unknown_outline_is_named_with_those_there_are():
    with pytest.raises(DeskError, match="没有“五段”这个提纲；有：机关、国企、"):
        choose_outline("五段", None)


def test_an_unit_without_an_outline_of_its_own_takes_the_general_one():
    assert choose_outline("", None).name == "通用"
    assert told(sample_year(), 1).blocks


def test_every_wording_of_ours_can_be_compiled():
    for wording in load_wording().values():
        for template in (*wording.templates, *wording.spoken):
            compiled(template)
