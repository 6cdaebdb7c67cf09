"""序号不连: numbers of items that the user typed and that jump or come twice."""

import re
from collections.abc import Iterator

from ...records.finding import Finding
from ...records.numerals import chinese
from .numbers import chinese_value
from .reading import Reading

CHECK = "序号不连"
_CHINESE = "[一二三四五六七八九十]{1,3}"
_BEGIN = r"(?:^|(?<=[。；：！？\s\0]))"
_ITEMS = {
    "{}是": re.compile(rf"(?:^|(?<=[，。；：、！？“（\s\0]))({_CHINESE})是"),
    "第{}": re.compile(rf"{_BEGIN}第({_CHINESE}|\d{{1,2}})[，、]"),
    "{}、": re.compile(rf"^({_CHINESE})、"),
    "（{}）": re.compile(rf"{_BEGIN}[（(]({_CHINESE})[）)]"),
    "{}.": re.compile(rf"{_BEGIN}(\d{{1,2}})(?:[.．、](?!\d)|[）)])"),
    "({})": re.compile(rf"{_BEGIN}[（(](\d{{1,2}})[）)]"),
    "{} ": re.compile("([①②③④⑤⑥⑦⑧⑨⑩])"),
}


def check(reading: Reading) -> Iterator[Finding]:
    """Yield items that do not count on from the one before, under each heading by itself."""
    for shape, pattern in _ITEMS.items():
        above: tuple[str, ...] = ()
        counted: list[int] = []
        for line in reading.paragraphs:
            if line.above != above:
                above, counted = line.above, []
            for found in pattern.finditer(line.plain):
                number = _number(found[1])
                if text := _jump(counted, number, shape):
                    yield line.finding(CHECK, text, *found.span())


def _jump(counted: list[int], number: int, shape: str) -> str:
    """Count on; return what is wrong. A list within a list begins at one and goes back out."""
    if number == 1:
        counted.append(1)
        return ""
    outer = [place for place, last in enumerate(counted) if last == number - 1]
    if outer:
        del counted[outer[-1] + 1 :]
        counted[-1] = number
        return ""
    before = counted[-1] if counted else 0
    counted[-1:] = [number]
    here, wanted = _shown(shape, number), _shown(shape, before + 1)
    return f"序号到了“{here}”，前面没有“{wanted}”" if number > before else f"“{here}”重复或倒退了"


def _number(text: str) -> int:
    if text in "①②③④⑤⑥⑦⑧⑨⑩":
        return "①②③④⑤⑥⑦⑧⑨⑩".index(text) + 1
    return int(text) if text.isdigit() else chinese_value(text)


def _shown(shape: str, number: int) -> str:
    if shape == "{} ":
        return "①②③④⑤⑥⑦⑧⑨⑩"[number - 1]
    return shape.format(number if shape in ("{}.", "({})") else chinese(number)).strip()
