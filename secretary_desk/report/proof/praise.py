"""缺少数字: praise that no number bears out."""

import re
from collections.abc import Iterator

from ...records.finding import Finding
from .reading import PROBLEMS, Reading
from .text import Line, Sentence

CHECK = "缺少数字"
_PRAISE = re.compile(
    r"最(?:好|优|强|佳|高水平|先进|突出|显著|满意|有力|有效|大的(?:成绩|成效|亮点|变化|突破))"
    r"|首创|首屈一指|独一无二|前所未有|历史性|名列前茅|遥遥领先|走在前列|位居前列|排名前列|全国领先|一流水平"
    r"|(?<![不没])(?:显著|明显)(?!的?(?:不足|差距|短板|问题|弱))|大幅(?:度)?|大大|极大|空前|质的飞跃"
    r"|(?:有效|切实|进一步|不断)?全面(?:完成|落实|提升|提高|加强|增强|过硬|达标|覆盖|推进|改善)"
    r"|圆满|卓有成效|成效突出|成绩斐然|硕果累累|广泛好评|一致好评|高度评价"
)
_DENIED = re.compile("(?:没有|没|不|未|不够|并非|尚未|还未|缺乏|谈不上)[^，。；]{0,2}$")
_SHORTCOMINGS = re.compile("问题|不足|差距|短板")


def check(reading: Reading) -> Iterator[Finding]:
    """Yield sentences that praise without a single number; what is quoted is a name."""
    for line in reading.paragraphs:
        for sentence in () if _is_of_problems(line) else line.sentences:
            for found in _PRAISE.finditer(sentence.plain):
                start, end = (sentence.start + place for place in found.span())
                if line.is_quoted(start) or _DENIED.search(
                    sentence.plain, max(0, found.start() - 6), found.start()
                ):
                    continue
                if not _has_number(sentence):
                    text = f"说“{found[0]}”，这句没有数字，请用数字或事例说明"
                    yield line.finding(CHECK, text, start, end, weight="提示")
                break


def _has_number(sentence: Sentence) -> bool:
    return any(each.unit or not each.is_chinese for each in sentence.amounts)


def _is_of_problems(line: Line) -> bool:
    passage = line.key.partition("/")[0]
    return passage == PROBLEMS or any(map(_SHORTCOMINGS.search, line.above[:1]))
