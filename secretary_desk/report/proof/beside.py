"""手填数字: a number that the user wrote beside a figure's name, held against that figure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ...facts.gather import LAST_YEAR, Facts
from ...records.fact import Fact
from ...records.finding import Finding
from .numbers import Amount, agree, amount
from .reading import PLANS, Reading
from .text import Line, Sentence
from .typed import CHECK

# Words by which a figure is called beside its label; no words: too general to be told by.
_NAMES = {
    "支部党员大会": ("支部党员大会", "党员大会"),
    "支部委员会": ("支部委员会", "支委会"),
    "申请人": ("入党申请人",),
    "积极分子": ("入党积极分子",),
    "党员": ("现有党员", "共有党员", "党员总数"),
    "荣誉": ("获得荣誉", "获荣誉"),
    "问题": (),
    "亮点工作": (),
    "下一步打算": (),
}
_BEGINS = re.compile(
    r"(?:^|[，。；：、（“‘\0\s]|召开|开展|组织|举办|讲授|开设|其中|接收|确定|支部|全年|今年|本年|年度"
    r"|[开讲上了设有为和与及共我])$"
)
_BETWEEN = (
    r"[”’]?(?:活动)?(?:(?:召开|开展|开|讲)了?|了)?(?:共计|共|累计|总计|合计|达到|达|为|一共)?"
)
_ENDS = re.compile(r"[，。；、：）\0]|$")
_GOES_ON = re.compile(
    f"{_ENDS.pattern}|有|中|里|[都均由]|全部"
)  # and the number stands: 6次党课有4次
_OF_ALL = re.compile("(?:全年|一年来|本年|今年|年内|共|累计|总计)[^，。；、]{0,6}$")
# Then a part of the year or of the branch is counted, another year, or what is yet to come.
_OF_A_PART = re.compile(
    r"季度|\d月|月份|半年|第.{1,3}党小组|上年|去年|往年|每|[由从]\d|至少|不少于|不低于|计划|拟|力争|确保"
    r"|为此|先后|专门|专题|针对|围绕|期间|其间|另外|平均|分别|规定|目标|明年|来年|(?<![现述])将|没有|缺"
)
_AHEAD = re.compile("打算|计划|思路|努力方向|下一步|下步|下年度")


class Ledger:
    """This year's figures by the words that they are called by in prose."""

    def __init__(self, facts: Facts) -> None:
        self._figures = [f for f in facts.figures() if not f.key.startswith(LAST_YEAR)]
        self.named = _named(self._figures)
        self._known: dict[str, list[Amount]] = {}

    def disagreeing(self, sentence: Sentence) -> Iterator[tuple[int, int, Fact]]:
        """Yield the numbers of a sentence, by their places in its line, that no figure of their
        name agrees with, and that figure."""
        aside = _OF_A_PART.search(sentence.plain)
        since = aside.end() if aside else len(sentence.plain) + 1
        for typed in sentence.amounts:
            start, end = sentence.start + typed.start, sentence.start + typed.end
            if not _is_said(typed, sentence.line, start) or not (
                name := _name_of(typed, sentence.plain, self.named, since)
            ):
                continue
            alike = [each.value for each in self._meant(name) if each.family == typed.family]
            if alike and not any(agree(typed, value) for value in alike):
                yield start, end, self.named[name]

    def _meant(self, name: str) -> list[Amount]:
        """Return what is known under a name, or under one that holds it: all may be meant."""
        if name not in self._known:
            kept = next((label for label, names in _NAMES.items() if name in names), name)
            kin = (fact for fact in self._figures if kept in fact.label)
            known = (amount(fact.show()) for fact in (self.named[name], *kin))
            self._known[name] = [each for each in known if each]
        return self._known[name]


def check(reading: Reading) -> Iterator[Finding]:
    """Yield numbers that differ from the figure whose name stands beside them.

    It is silent where the sentence may be about less than the whole year or branch.
    """
    ledger = Ledger(reading.facts)
    for line in reading.paragraphs:
        for sentence in line.sentences if line.has_own() and not _is_ahead(line) else ():
            for start, end, fact in ledger.disagreeing(sentence):
                if line.is_own(start):
                    text = f"这里写{line.text[start:end]}，记录里是{fact.show()}（{fact.label}）"
                    yield line.finding(CHECK, text, start, end, entries=fact.entries)


def _is_said(typed: Amount, line: Line, start: int) -> bool:
    """Whether it is a count, and not an idiom of one or within a name."""
    idiom = typed.is_chinese and typed.value == 1
    return bool(typed.unit) and not idiom and not line.is_quoted(start)


def _name_of(typed: Amount, text: str, named: Mapping[str, Fact], since: int) -> str:
    """Return the name that a number belongs to, empty where it is not certain.

    ``since`` is where a sentence may have turned to less than the whole: what is said of the
    whole before stands, what follows are its parts.
    """
    before, after = _patterns(tuple(named))
    if since > len(text) and _ENDS.match(text, typed.end):
        found = before.search(text, max(0, typed.start - 20), typed.start)
        if found and _BEGINS.search(text, 0, found.start("name")):
            return found["name"]
    found = after.match(text, typed.end)
    if found and found.end() < since and _GOES_ON.match(text, found.end()):
        return found["name"] if _OF_ALL.search(text, 0, typed.start) else ""
    return ""


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    any_name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    name = f"(?P<name>{any_name or '(?!)'})"
    return re.compile(f"{name}{_BETWEEN}$"), re.compile(f"的?[“‘]?{name}[”’]?(?:活动)?")


def _named(figures: Iterable[Fact]) -> dict[str, Fact]:
    named: dict[str, Fact] = {}
    for fact in figures:
        label = fact.label.removesuffix("次数")
        for name in _NAMES.get(label, (label,)):
            named.setdefault(name, fact)
    return named


def _is_ahead(line: Line) -> bool:
    """Whether it tells of what is still to be done."""
    return line.key.partition("/")[0] == PLANS or any(map(_AHEAD.search, line.above))
