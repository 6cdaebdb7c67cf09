"""Findings as the window and the command line have them: ordered, weighed, answered, written."""

import json
from dataclasses import replace
from itertools import accumulate
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st
from report.proof.planting import SECTION, Planted, added, all_own, changed, edited, with_records
from report.telling import block_text
from report.test_judged import long_year
from rounds import rounds
from sample import sample_year

from secretary_desk.kinds.dismissal import Dismissal
from secretary_desk.kinds.fixed_phrase import FixedPhrase
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.finding import finding_json
from secretary_desk.records.record import ref
from secretary_desk.report.build import Report
from secretary_desk.report.proof.phrases import load_phrases
from secretary_desk.report.proof.proofread import dismissal_of, proofread

FAULTY = "我带头学,也带头讲。"


def dismissal(check: str = "半角标点", sentence: str = FAULTY) -> Dismissal:
    return Dismissal(year=2026, check_name=check, sentence=sentence, reason="引原文")


def answered(planted: Planted, *answers: Dismissal) -> Planted:
    return planted._replace(year=with_records(planted.year, *answers))


def test_an_answered_finding_is_not_said_again():
    planted = answered(added(FAULTY), dismissal())
    assert planted.findings() == []
    (kept,) = planted.findings(with_dismissed=True)
    found = dismissal_of(kept, planted.year)
    assert found is not None
    assert found.reason == "引原文"


def test_it_comes_back_when_its_sentence_changes():
    planted = answered(added("我带头学,更带头讲。"), dismissal())
    assert [found.check for found in planted.findings()] == ["半角标点"]


def test_an_answer_silences_its_own_check_alone():
    both = "我带头学,也带头讲。。"
    planted = answered(added(both), dismissal(sentence=both))
    assert [found.check for found in planted.findings()] == ["重复标点"]


def typed_over(planted):
    return [each for each in planted.findings() if each.check == "手填数字"]


def test_an_answer_about_some_words_leaves_the_others_of_their_sentence():
    key = "三会一课.次数.党课"
    text = f'党课{{{{ {key} | 手填("9次") }}}}，交流{{{{ {key} | 手填("8次") }}}}。'
    planted = edited("三会一课", text)
    first, second = typed_over(planted)
    assert (first.words, second.words) == ("9次", "8次")
    answer = Dismissal(
        year=2026, check_name=first.check, sentence=first.sentence, words=first.words
    )
    assert typed_over(answered(planted, answer)) == [second]
    assert typed_over(answered(planted, replace(answer, words=""))) == []


def test_an_answer_holds_for_what_is_said_of_the_whole_report():
    settings = replace(Planted(sample_year()).settings, limit=2000)
    planted = Planted(sample_year(), settings)
    (found,) = planted.findings()
    assert answered(planted, dismissal(found.check, found.sentence)).findings() == []


def test_findings_come_in_the_reports_order():
    planted = added("我学,讲。。我做,想。", "下一步打算")
    year = changed(planted.year, Highlight, lambda h: replace(h, practice="先学,后做。讲“担当。"))
    found = planted._replace(year=year).findings()
    places = [(each.block, each.start) for each in found]
    assert places == sorted(places)
    assert len({block for block, _ in places}) == 5


def test_a_fault_in_an_entrys_words_leads_to_the_entry():
    year = changed(
        sample_year(),
        Highlight,
        lambda h: replace(h, background="先学,后做") if h.name.startswith("社区") else h,
    )
    (found,) = Planted(year).findings()
    entry = next(h for h in year.counted(Highlight) if h.name.startswith("社区"))
    assert found.entries == (ref(entry),)
    assert found.passage == f"亮点/{entry.id}"


def test_hints_and_faults_are_told_apart():
    weights = {f.check: f.weight for f in added(f"{FAULTY}各项工作名列前茅。").findings()}
    assert weights == {"半角标点": "应改", "缺少数字": "提示"}


def test_a_finding_is_written_as_json():
    (found,) = added("我召开支部党员大会5次。").findings()
    value = json.loads(json.dumps(finding_json(found), ensure_ascii=False))
    assert value == {
        "check": "手填数字",
        "text": "这里写5次，记录里是4次（支部党员大会次数）",
        "sentence": "我召开支部党员大会5次。",
        "passage": "补充/履职情况/严肃党内组织生活",
        "block": found.block,
        "start": 17,
        "end": 19,
        "entries": [{"kind": entry.kind, "id": entry.id} for entry in found.entries],
        "weight": "应改",
        "words": "5次",
    }
    assert len(found.entries) == 4


def test_the_users_list_has_the_last_word_on_a_phrase():
    planted = added("我坚决做到两个维护。")
    own = FixedPhrase(right="两个维护", wrong="二个维护")
    assert planted._replace(year=with_records(planted.year, own)).findings() == []


def test_a_phrase_of_the_users_that_adds_marks_finds_only_the_bare_one():
    planted = added("我讲主题党日，也办“主题党日”。")
    own = FixedPhrase(right="“主题党日”", wrong="主题党日")
    (found, *others) = (
        f
        for f in planted._replace(year=with_records(planted.year, own)).findings()
        if f.passage.startswith("补充/")
    )
    assert (found.check, found.start - len("这一段由我执笔。"), others) == ("固定表述", 2, [])


def test_no_phrase_of_the_list_is_wrong_by_another():
    rights = [phrase.right for phrase in load_phrases()]
    wrongs = [wrong for phrase in load_phrases() for wrong in phrase.wrongs]
    assert len(set(rights)) == len(rights)
    assert len(set(wrongs)) == len(wrongs)
    assert not [(w, r) for w in wrongs for r in rights if w in r]


def test_twice_as_many_characters_are_read_in_little_more_than_twice_the_time():
    planted = Planted(long_year())
    earlier = ((2024, Planted(sample_year()).report().document),)

    def spent(report: Report) -> float:
        begun = process_time()
        proofread(report, planted.year, planted.settings, planted.outline, earlier)
        return process_time() - begun

    whole = all_own(planted.report())
    short, long = of_length(whole, 2500), of_length(whole, 5000)
    pairs = [(spent(short), spent(long)) for _ in range(7)]
    assert min(b for _, b in pairs) < 3 * min(a for a, _ in pairs)


def of_length(report: Report, characters: int) -> Report:
    """Return a report cut off where it has as many characters."""
    lengths = accumulate(len(block_text(block)) for block in report.document.blocks)
    blocks = report.document.blocks[
        : next(n for n, total in enumerate(lengths) if total > characters)
    ]
    return report._replace(document=replace(report.document, blocks=blocks))


# What checks look for, and what their patterns are made of.
WORDS = """... 一是 三是 （二） 1. 其中 合计 12次 十五名 党员大会 党课 显著 两个维护
会（hui） 會(huì) 【待补充： 】 {{ }}"""
FRAGMENTS = st.sampled_from(
    (
        *"“”《（),。？\n 𠮷�占%",
        *WORDS.split(),
        '{{ 三会一课.次数.党课 | 手填("多次") }}',
        '{{ 没有 | 手填("3次") }}',
        '{{ 三会一课.次数.党课 | 没有 | 手填("3次") }}',
    )
)


@settings(max_examples=rounds(500), deadline=None, derandomize=True)
@given(st.lists(FRAGMENTS | st.text(max_size=4), min_size=1, max_size=25).map("".join))
def test_whatever_the_user_writes_can_be_read(text: str):
    entry = Supplement(year=2026, section=SECTION, text=text)
    planted = Planted(with_records(sample_year(), entry, instead=True))
    blocks = planted.report().document.blocks
    for found in planted.findings():
        assert 0 <= found.start <= found.end <= len(block_text(blocks[found.block]))
        assert found.text
        assert found.sentence
