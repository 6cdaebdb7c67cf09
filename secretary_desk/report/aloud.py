"""The filters of spoken wording: the user's words and dates as they are said aloud."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from .telling import Missing, View, WordingError, in_sentence
from .views import ListView, QuoteView

_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_SENTENCE_ENDS = "。；！？!?;"
_OPENING, _CLOSING = "“‘「『《", "”’」』》"


def aloud(quote: View) -> View:
    """念: the user's words without what stands in brackets."""
    if not isinstance(quote, QuoteView):
        return quote
    return replace(quote, text=_without_asides(quote.text))


def opening(quote: View) -> View:
    """首句: the first sentence of the user's words, without what stands in brackets."""
    if not isinstance(quote, QuoteView):
        return quote
    text = in_sentence(_without_asides(quote.text))
    return replace(quote, text=next(_sentences(text), text))


def by_when(quote: View) -> str:
    """念期: 6月底前, 年底前; the year is said where it is not the one after the report's."""
    if not quote:
        return ""
    if not isinstance(quote, QuoteView) or quote.day is None:
        raise WordingError("这一项不是日期")
    last = quote.day.last()
    year = "" if last.year == quote.telling.year + 1 else f"{last.year}年"
    end_of_month = (last + timedelta(days=1)).day == 1
    month = "年" if last.month == 12 and end_of_month else f"{last.month}月"
    said = f"{year}{month}" + ("底" if end_of_month else f"{last.day}日")
    return quote.printed(said.replace("年年", "年")) + "前"


def first(rows: ListView, label: str) -> View:
    """首条: what the first row says that says anything under a label."""
    said = (text for row in rows if isinstance(text := row.pick(label), View) and text)
    return opening(next(said, Missing(label)))


FILTERS: dict[str, Callable[..., Any]] = {
    "念": aloud,
    "首句": opening,
    "首条": first,
    "念期": by_when,
}


def _without_asides(text: str) -> str:
    """Return text without its brackets, those inside others first; all of it if nothing is left."""
    shorter = text
    while (once := _ASIDE.sub("", shorter)) != shorter:
        shorter = once
    return shorter if shorter.strip(f"{_SENTENCE_ENDS}，、 \n") else text


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text without their end; one inside quotation marks ends none."""
    start = depth = 0
    for place, mark in enumerate(text):
        depth = max(0, depth + (mark in _OPENING) - (mark in _CLOSING))
        if mark in _SENTENCE_ENDS and not depth:
            yield text[start : place + (mark in "！？!?")]
            start = place + 1
    yield text[start:]
