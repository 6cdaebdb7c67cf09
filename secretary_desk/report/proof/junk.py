"""What pasted text brings along: pinyin, lost characters, tails of web pages, unfilled blanks."""

import re
from collections.abc import Iterator

from ...records.finding import Finding
from .reading import Reading
from .text import BLANK, HAN, Line, one_a_sentence

PINYIN, LOST, WEB, UNFILLED = "夹带拼音", "乱码", "网页残留", "空白未填"

_LONGEST = 8  # characters: so many are spelt at once
_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿ"
_SPELT = re.compile(rf"[{HAN}][（(]?([a-z]*[{_TONED}][a-z{_TONED}]*)[）)]?")
_TONELESS = re.compile(rf"([{HAN}]{{1,{_LONGEST}}})[（(]([a-z]{{1,24}})[）)]")
_LOST = re.compile(
    rf"[\ufffd□�\ue000-\uf8ff]+|(?<=[{HAN}])\?+(?=[{HAN}])|(?<!\?)\?\?+(?=[{HAN}])|锟斤拷|烫烫烫|&(?:nbsp|lt|gt|amp|quot|#\d+);"
    r"|</?(?:br|p|div|span|a)\b[^>]*>|[\u200b-\u200f\u2060\ufeff]+"
)
_WEB = re.compile(
    r"责任编辑|点击(?:查看|下载|阅读|进入)|转载请注明|版权所有|未经授权|微信公众号|下载文档|文章来源|来源：网络"
    r"|百度文库|道客巴巴|范文网|豆丁网|返回搜狐|上一篇|下一篇|打印本页|关闭窗口|扫一扫|扫码关注|https?://|www\."
)
_UNFILLED = re.compile(
    r"(?<![XxＸ×])(?:20)?[XxＸ×]{2,}(?=年|月|日|次|名|人|个|项|%|支部|同志|公司|单位|学校|街道|社区|村|局)"
    r"|某某?(?:支部|同志|公司|单位|学校|街道|社区)|[_＿]{2,}"
)


def check(reading: Reading) -> Iterator[Finding]:
    """Yield what has no place in a report and came with text from elsewhere."""
    for line in reading.lines:
        yield from one_a_sentence(_pinyin(line))
        for name, pattern, what in (
            (LOST, _LOST, "像是粘贴时丢失的字或乱码"),
            (WEB, _WEB, "像是从网页带来的"),
            (UNFILLED, _UNFILLED, "还没有填"),
        ):
            for found in pattern.finditer(line.plain):
                near = line.text[max(0, found.start() - 4) : found.end() + 4]
                yield line.finding(name, f"「{near}」里的“{found[0]}”{what}", *found.span())


def without_pinyin(line: Line) -> str:
    """Return a line's text with its pinyin blanked; as long as it is."""
    text = line.plain
    for start, end in _spelt(line):
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _pinyin(line: Line) -> Iterator[Finding]:
    for start, end in _spelt(line):
        yield line.finding(PINYIN, f"“{line.text[start:end]}”带着拼音", start, end)


def _spelt(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where characters stand with their pinyin: 會(huì), 支部（zhibu）."""
    for found in _SPELT.finditer(line.plain):
        yield found.span()
    for found in _TONELESS.finditer(line.plain):
        if spelt := _spelt_by(found[2], found[1]):
            yield found.end(1) - spelt, found.end()


def _spelt_by(letters: str, characters: str) -> int:
    """Return how many of the last characters are read as these letters; nought: none are."""
    from ...records.pinyin import pinyin_keys

    reached = {letters}
    for count, readings in enumerate(reversed(pinyin_keys(characters)), 1):
        reached = {
            rest.removesuffix(sound)
            for rest in reached
            for sound in readings.split()
            if rest.endswith(sound)
        }
        if "" in reached:
            return count
    return 0
