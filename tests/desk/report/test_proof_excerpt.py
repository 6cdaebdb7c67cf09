"""校核: what is shown of a sentence, and where the place in question is in it."""

import pytest
from desk.report.proofs import MARKS, PRAISE, TEXTS, TYPED, WHOLE, document, found

from secretary_desk.desk.report.proofing.excerpt import excerpt_of
from secretary_desk.records.finding import Finding


@pytest.mark.parametrize(("finding", "words"), [(TYPED, "12次"), (MARKS, "，，"), (PRAISE, "显著")])
def test_a_place_is_found_in_its_sentence(finding, words):
    text, start, end = excerpt_of(finding, document(*TEXTS))
    assert (text, text[start:end]) == (finding.sentence, words)


def test_in_a_long_sentence_the_place_is_in_view():
    texts = ("一、题目", f"{'学' * 30}，{'习' * 70}错字{'好' * 90}。")
    finding = found("标点", "说明", 2, "错字", texts=texts)
    text, start, end = excerpt_of(finding, document(*texts))
    assert (text[0], text[start:end], text[-1]) == ("…", "错字", "…")
    assert start < 20
    assert len(text) < 60


def test_a_place_longer_than_an_excerpt_is_marked_as_far_as_it_goes():
    texts = ("一、题目", f"头{'错' * 120}尾。")
    finding = found("合计不符", "说明", 2, "错" * 120, texts=texts)
    text, start, end = excerpt_of(finding, document(*texts))
    assert set(text[start:end]) == {"错"}
    assert end < len(text)


def test_of_two_equal_sentences_the_second_is_marked_where_it_is_meant():
    texts = ("一、题目", "开了会，会开了。开了会，会开了。")
    finding = Finding("标点", "说明", "开了会，会开了。", "三会一课", 2, 12, 13)
    text, start, end = excerpt_of(finding, document(*texts))
    assert (start, text[start:end]) == (4, "会")


def test_what_a_finding_says_itself_is_not_said_twice():
    heading = found("标题下无内容", "“二、履职情况”下面没有内容", 1, "二、履职情况")
    assert excerpt_of(heading, document(*TEXTS)).text == ""
    assert excerpt_of(WHOLE, document(*TEXTS)).text == "全文"


def test_a_sentence_that_is_nowhere_in_the_text_is_shown_unmarked():
    about = Finding("问题无措施", "这个问题没有措施", "党小组会质量不齐", "三会一课", 2, 0, 9)
    assert excerpt_of(about, document(*TEXTS)) == ("党小组会质量不齐", 0, 0)
