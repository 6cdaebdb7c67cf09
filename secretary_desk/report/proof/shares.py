"""占比不符: percents that do not follow from the two numbers beside them."""

import re
from collections.abc import Iterator
from itertools import permutations

from ...records.fact import percent
from ...records.finding import Finding
from .numbers import agree
from .reading import Reading
from .sums import Said, has_own, said_in, spanning
from .text import Sentence

CHECK = "占比不符"
_OF_DONE = re.compile("(?:完成|整改|办结|销号|解决|通过|达标|覆盖|合格|满意|回收)率[达到为是]*$")
_OF_PEOPLE = re.compile("(?:到会|到课|参会|参学|参加|出席|出勤|参评)率[达到为是]*$")
_OF_WHOLE = re.compile("占[^，。；、]{0,8}$|占比[达到为是]*$")
_RATE = re.compile("率[达到为是]*$")
_PART = re.compile(
    "(?:完成|整改|办结|销号|解决|通过|达标|覆盖|合格|满意|收回|其中|实到|到会|到课|参加|参会|出席)[^，。；、]{0,6}$"
)
_GROWTH = re.compile("提高|增长|下降|上升|增加|降低|减少|平均|比上年|同比|增幅|降幅")


def check(reading: Reading) -> Iterator[Finding]:
    """Yield percents that are wrong and in which a number of the user's own has a part."""
    for line in reading.paragraphs:
        for sentence in line.sentences if line.has_own() else ():
            said = said_in(sentence)
            for place, rate in enumerate(said):
                if rate.amount.unit == "%" and not _GROWTH.search(rate.words):
                    yield from _wrong(sentence, said[:place], rate)


def _wrong(sentence: Sentence, before: list[Said], rate: Said) -> Iterator[Finding]:
    if rate.amount.value > 100 and _RATE.search(rate.words) and has_own(sentence, rate):
        yield spanning(CHECK, sentence, f"{rate.words}{rate.text}，超过了100%", rate)
        return
    pair = _whole_and_part(before, rate)
    if pair is None or not has_own(sentence, rate, *pair):
        return
    whole, part = pair
    known = percent(part.amount.value, whole.amount.value)
    if known is not None and not _follows(before, rate):
        text = f"{whole.text}中的{part.text}是{known:.1f}%，这里写{rate.text}"
        yield spanning(CHECK, sentence, text, *pair, rate)


def _whole_and_part(before: list[Said], rate: Said) -> tuple[Said, Said] | None:
    """Return the two numbers that a percent is of, None where others might be meant."""
    people = _OF_PEOPLE.search(rate.words)
    if not (people or _OF_DONE.search(rate.words) or _OF_WHOLE.search(rate.words)):
        return None
    near = [s for s in before if s.amount.unit != "%"]
    near = [s for s in near if s.amount.family == near[-1].amount.family]
    if len(near) != 2 or near[1].amount.value > near[0].amount.value:
        return None
    if people and near[0].amount.family not in ("人", "人次"):
        return None
    if not _OF_WHOLE.search(rate.words) and not _PART.search(near[1].words):
        return None
    return near[0], near[1]


def _follows(before: list[Said], rate: Said) -> bool:
    """Whether some two of the numbers give the percent."""
    values = [s.amount.value for s in before]
    pairs = ((part, whole) for part, whole in permutations(values, 2) if 0 < whole >= part)
    return any(agree(rate.amount, part * 100 / whole) for part, whole in pairs)
