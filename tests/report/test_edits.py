"""Every edit survives: figures in edited text follow the entries, what has changed is said."""

import re
from dataclasses import replace

import pytest
from report.edited import (
    all_edited,
    edited,
    figures,
    having,
    report,
    resolver,
    text,
    without,
)
from report.telling import OUTLINES, refs_of
from sample import sample_year

from secretary_desk.kinds.own_wording import OwnWording
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.record import ref
from secretary_desk.records.year import Year
from secretary_desk.render.plain import write_plain
from secretary_desk.report.document import Figure, Own, Quotation, text_of
from secretary_desk.report.editing import choices, confirmed, kept_wording, turned
from secretary_desk.report.passage import paragraphs_of
from secretary_desk.report.telling import GAP
from secretary_desk.report.wording import load_wording


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("outline", range(len(OUTLINES)))
def test_every_generated_passage_reads_the_same_as_a_template(outline: int, spoken: bool):
    year = sample_year()
    for passage in report(year, spoken=spoken, outline=outline).passages.values():
        back = paragraphs_of(passage.template, resolver(year, passage))
        assert list(map(text_of, back)) == list(map(text_of, passage.paragraphs))
        for mine, theirs in zip(back, passage.paragraphs, strict=True):
            kept = (Figure, Quotation)
            assert [r for r in mine if isinstance(r, kept)] == [
                r for r in theirs if isinstance(r, kept)
            ]


def test_the_users_words_are_printed_and_the_figures_stay_figures():
    year = edited(sample_year(), "三会一课")
    passage = report(year).passages["三会一课"]
    assert text(passage).endswith("这是我加的话。")
    assert isinstance(passage.paragraphs[-1][-1], Own)
    assert figures(passage) == figures(report(sample_year()).passages["三会一课"])
    assert passage.drift == ()


def test_deleting_an_entry_changes_its_figures_alike_in_edited_and_generated_text():
    """It walks all entries, those of the years around too: what moved in one text moved in the
    other, nothing else did, and only what reads it says so, or what it was counted before."""
    plain = sample_year()
    mine = all_edited(plain)
    before, told = report(plain).passages, report(mine).passages
    for gone in refs_of(plain):
        own = report(without(mine, gone)).passages
        known = resolver(without(plain, gone))
        for key in [key for key in told if key in own and told[key].edit]:
            here = replace(known, entry=told[key].entry)
            said = paragraphs_of(f"{before[key].template}（已改）", here)
            assert own[key].paragraphs == said
            changed = own[key].reads != told[key].reads
            recounted = _uncounted(own[key].generated) == _uncounted(told[key].generated)
            differs = own[key].generated != told[key].generated
            assert bool(own[key].drift) == (changed or differs), (key, gone)
            assert changed or recounted, (key, gone)


def _uncounted(template: str) -> str:
    return re.sub("^[一二三四五六七八九十]+是", "", template)


def test_a_figure_without_entries_is_a_gap_in_edited_text_too():
    year = edited(sample_year(), "三会一课")
    for record in list(year.counted_entries[StudyMeeting]):
        year = without(year, ref(record))
    passage = report(year).passages["三会一课"]
    assert GAP in text(passage)
    assert text(passage).endswith("这是我加的话。")
    assert passage.drift


def test_what_has_changed_is_said_old_and_new():
    year = edited(sample_year(), "三会一课")
    meeting = year.counted_entries[StudyMeeting][-1]
    drift = report(without(year, ref(meeting))).passages["三会一课"].drift
    assert all(d.label and d.old != d.new for d in drift)
    assert any(d.old.endswith("次") and d.new.endswith("次") for d in drift)


def test_keeping_mine_ends_the_drift_and_keeps_the_text():
    year = edited(sample_year(), "三会一课")
    meeting = year.counted_entries[StudyMeeting][-1]
    later = without(year, ref(meeting))
    passage = report(later).passages["三会一课"]
    kept = confirmed(passage, resolver(later, passage))
    assert kept.id == passage.edit.id
    others = {c: e for c, e in later.counted_entries.items() if c is not PassageEdit}
    answered = report(having(replace(later, counted_entries=others), kept)).passages["三会一课"]
    assert answered.drift == ()
    assert answered.paragraphs == passage.paragraphs


def test_an_emptied_passage_prints_nothing_and_is_still_there():
    year = edited(sample_year(), "结束语", lambda _: "")
    told = report(year)
    assert told.passages["结束语"].paragraphs == ()
    closing = text(report(sample_year()).passages["结束语"])
    assert closing in write_plain(report(sample_year()).document)
    said = write_plain(told.document)
    assert closing not in said
    assert not [line for line in said.split("\n") if line and not line.strip()]


def test_an_edit_of_a_passage_that_is_not_told_is_kept():
    edit = PassageEdit(year=2026, passage="亮点/没有这一条", text="我的话", generated="旧的")
    year = having(sample_year(), edit)
    assert "我的话" not in write_plain(report(year).document)
    assert edit in year.counted(PassageEdit)


def test_another_wording_is_told_on_demand_and_comes_round():
    year, seen = sample_year(), []
    for _ in range(4):
        passage = report(year).passages["三会一课"]
        seen.append(passage.wording)
        known = choices(passage, load_wording()["三会一课"], year)
        others = {c: e for c, e in year.counted_entries.items() if c is not PassageEdit}
        turn = turned(passage, known, 2026)
        year = having(replace(year, counted_entries=others), turn)
    assert sorted(set(seen)) == ["0", "1"]
    assert seen[0] == seen[2] != seen[1] == seen[3]


def test_the_users_text_is_no_wording_to_be_turned_away():
    year = edited(sample_year(), "三会一课")
    passage = report(year).passages["三会一课"]
    assert turned(passage, ["0", "1"], 2026) is None


def test_a_wording_kept_for_next_year_has_next_years_figures():
    words = "党课{{ 三会一课.次数.党课 }}，我讲了{{ 三会一课.书记讲党课 }}。"
    year = edited(sample_year(), "三会一课", lambda _: words)
    kept = kept_wording(report(year).passages["三会一课"], None)
    told = report(having(sample_year(), kept)).passages["三会一课"]
    assert told.wording == kept.id
    assert text(told) == "党课6次，我讲了2次。"
    fewer = without(sample_year(), ref(_lessons(sample_year())[-1]))
    assert text(report(having(fewer, kept)).passages["三会一课"]).startswith("党课5次")


@pytest.mark.parametrize("listing", ["点评问题", "打算", "存在问题"])
def test_a_wording_kept_from_one_of_several_counts_on_and_reads_as_theirs_did(listing: str):
    """Places, days of other years, rows and what follows from an entry are said as built in."""
    year, chosen = sample_year(), {}
    for key, passage in report(year).passages.items():
        if key.startswith(f"{listing}/"):
            chosen[key] = passage
    first = next(iter(chosen.values()))
    kept = kept_wording(first, first.entry)
    told = report(having(year, kept)).passages
    own = {key: text(told[key]) for key in chosen if told[key].wording == kept.id}
    assert own[first.key] == text(first)
    assert len({words[:2] for words in own.values()}) == len(own) > 1
    assert GAP not in "".join(own.values())
    due = {key: p.entry.due_on for key, p in chosen.items() if listing == "打算"}
    assert all(f"{due[key].show()}前" in own[key] for key in own if key in due)


def test_what_the_user_counts_himself_stays_his():
    key = next(k for k in report(sample_year()).passages if k.startswith("亮点/"))
    year = edited(sample_year(), key, lambda _: "一是抓早。二是抓小。")
    passage = report(year).passages[key]
    assert kept_wording(passage, passage.entry).text == "一是抓早。二是抓小。"


def test_a_number_typed_this_year_is_not_kept_for_the_next():
    words = '党课{{ 三会一课.次数.党课 | 大写 | 手填("15次") }}。'
    kept = kept_wording(
        report(edited(sample_year(), "三会一课", lambda _: words)).passages["三会一课"], None
    )
    assert text(report(having(sample_year(), kept)).passages["三会一课"]) == "党课六次。"


def test_a_wording_kept_from_one_entry_speaks_of_any():
    year = sample_year()
    key = next(k for k in report(year).passages if k.startswith("亮点/"))
    kept = kept_wording(report(year).passages[key], report(year).passages[key].entry)
    assert "原文" not in kept.text
    told = report(having(year, kept)).passages
    texts = [text(told[k]) for k in told if k.startswith("亮点/")]
    assert len(set(texts)) == len(texts) > 1


def test_a_wording_of_the_users_that_lacks_a_figure_gives_way():
    broken = OwnWording(passage="三会一课", text="开会{{ 三会一课.次数.没有 }}。")
    told = report(having(sample_year(), broken)).passages["三会一课"]
    assert told.wording in ("0", "1")


def test_short_forms_are_edited_by_the_same_rules():
    year = edited(sample_year(), "现场/三会一课")
    assert text(report(year, spoken=True).passages["现场/三会一课"]).endswith("这是我加的话。")
    assert "这是我加的话。" not in text(report(year).passages["三会一课"])


def _lessons(year: Year) -> list[StudyMeeting]:
    return [m for m in year.counted(StudyMeeting) if m.form is Form.LESSON]
