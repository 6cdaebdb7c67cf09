"""标点: half-width marks among Chinese, doubled ones, those that have lost their other half."""

import re
from collections.abc import Iterator

from ...records.finding import Finding
from .junk import without_pinyin
from .reading import Reading
from .text import BLANK, HAN, Line, one_a_sentence

HALF_WIDTH, DOUBLED, UNPAIRED = "半角标点", "重复标点", "标点不成对"
UNENDED = "段末标点"
_ENDED, _SHORT = "。！？…；：.!?;:", 6  # what a paragraph may end in; 特此报告 needs no mark

_CHINESE = rf"[{HAN}“”‘’（）《》【】、，。；：！？…]"
_HALF = re.compile(
    rf"(?<={_CHINESE})(?:[,;:!]|\?(?![{HAN}])|\.(?![0-9A-Za-z]))"
    rf"|(?<=[0-9A-Za-z%])[,;:!?](?=[{HAN}“《（])"
    rf"|(?<={_CHINESE})[()](?!\))|[()](?={_CHINESE})|\"|(?<={_CHINESE})'|'(?={_CHINESE})"
)
_WIDTH = dict(zip(",;:!?.()", "，；：！？。（）", strict=True))
_DOUBLE = re.compile(
    "[，、；：][，、；：。！？]+|。[，、；：。]+|[！？][，、；：。]+|！！+|？？+|·{2,}"
)
_OPENERS, _CLOSERS = "“‘（《〈【「『([", "”’）》〉】」』)]"
_PAIRS = dict(zip(_OPENERS, _CLOSERS, strict=True))
_CLOSING = {close: opened for opened, close in _PAIRS.items()}
_ITEM = re.compile(r"(?:^|[，。；：、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
_WITHIN_ITSELF = {"“": "‘’", "‘": "“”", "《": "〈〉"}


def check(reading: Reading) -> Iterator[Finding]:
    """Yield marks that are not as GB/T 15834-2011 has them, in headings and passages."""
    for line in reading.lines:
        yield from one_a_sentence(_half_width(line))
        yield from _doubled(line)
        yield from _unpaired(line)
    for line in reading.paragraphs:
        yield from _unended(line)


def _half_width(line: Line) -> Iterator[Finding]:
    at = -1
    for found in _HALF.finditer(without_pinyin(line)):
        mark, (start, end) = found[0], found.span()
        if start <= at:  # one finding for a row of dots
            at = end
            continue
        at = end
        if mark in "\"'":
            text = f"{_around(line, start)}用了直引号，请改用“”"
        elif mark == "." and line.plain[start : start + 3] == "...":
            text = f"{_around(line, start)}用了点号，省略号请写作……"
        else:
            text = f"{_around(line, start)}用了半角“{mark}”，请改用“{_WIDTH[mark]}”"
        yield line.finding(HALF_WIDTH, text, start, end)


def _unended(line: Line) -> Iterator[Finding]:
    """Yield that a paragraph whose end the user has written breaks off without a mark."""
    text = line.plain.rstrip()
    last = len(text) - 1
    if len(text) < _SHORT or text[-1] == BLANK or not line.is_own(last):
        return
    if text.rstrip(_CLOSERS)[-1:] not in tuple(_ENDED):
        said = f"{_around(line, last)}段末没有句号"
        yield line.finding(UNENDED, said, last, last + 1, weight="提示")


def _doubled(line: Line) -> Iterator[Finding]:
    for found in _DOUBLE.finditer(line.plain):
        text = f"{_around(line, found.start())}标点重复：{found[0]}"
        yield line.finding(DOUBLED, text, *found.span())


def _unpaired(line: Line) -> Iterator[Finding]:
    opened: list[tuple[str, int]] = []
    for place, char in enumerate(line.plain):
        if char in _PAIRS:
            if char in _WITHIN_ITSELF and any(mark == char for mark, _ in opened):
                yield _nested(line, char, place)
            opened.append((char, place))
        elif char in _CLOSING and not _is_of_a_word(line.plain, place, char):
            if opened and opened[-1][0] == _CLOSING[char]:
                opened.pop()
            elif any(mark == _CLOSING[char] for mark, _ in opened):
                yield from _crossed(line, opened, char)
            else:
                yield _alone(line, char, place, f"缺前半个“{_CLOSING[char]}”")
    for char, place in opened:
        yield _alone(line, char, place, f"缺后半个“{_PAIRS[char]}”")


def _crossed(line: Line, opened: list[tuple[str, int]], char: str) -> Iterator[Finding]:
    """Yield what was opened within a pair and is not closed when that is."""
    while opened and opened[-1][0] != _CLOSING[char]:
        mark, place = opened.pop()
        yield _alone(line, mark, place, f"没有在“{char}”之前合上")
    opened.pop()


def _is_of_a_word(text: str, place: int, char: str) -> bool:
    """Whether it is an apostrophe, or the bracket after an item's number: 1）."""
    if char == "’":
        return text[place - 1 : place].isascii() and text[place + 1 : place + 2].isascii()
    return char in "）)" and bool(_ITEM.search(text, max(0, place - 4), place))


def _nested(line: Line, char: str, place: int) -> Finding:
    inner = _WITHIN_ITSELF[char]
    text = f"{_around(line, place)}“{char}”里面又用了同一种，里层请用{inner}"
    return line.finding(UNPAIRED, text, place, place + 1)


def _alone(line: Line, char: str, place: int, what: str) -> Finding:
    return line.finding(UNPAIRED, f"{_around(line, place)}的“{char}”{what}", place, place + 1)


def _around(line: Line, place: int) -> str:
    """Return the words before and after a mark, to find it by."""
    near = line.text[max(0, place - 4) : place + 5]
    return f"「{near}」"
