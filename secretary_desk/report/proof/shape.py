"""The report as a whole: empty headings, who speaks, how long it is, what has moved on."""

import re
from collections.abc import Iterator, Sequence

from ...records.finding import Finding
from ...records.text import characters
from ..build import SUPPLEMENT
from ..telling import GAP, gap
from .reading import PROBLEMS, Reading
from .text import Line

EMPTY, PERSON, LENGTH, SHARE, MOVED = "标题下无内容", "第一人称", "字数", "问题部分占比", "有新数据"

SHORT = 800  # characters: too little text to judge who speaks in it
NAMED, BRIEF = 3, 20  # how many changes a finding names, in how many characters each
PER_I = 500  # characters in which 我 is to be found once at least
_I = re.compile("我(?![们国党省市县区校院局镇乡村街厂所处部家方军]|支部|支委|公司|单位|社区)")
_SHORTCOMINGS = re.compile("问题|不足|差距|短板")


def headings(reading: Reading) -> Iterator[Finding]:
    """Yield headings with neither text nor a lower heading under them.

    A section that the user has added holds its place with 【待补充】: that is no more.
    """
    for place, line in enumerate(reading.lines):
        if line.level and not _has_under_it(line, reading.lines[place + 1 :]):
            yield line.finding(EMPTY, f"“{line.text}”下面没有内容", 0, len(line.text))
    for line in reading.paragraphs if reading.outline.own else ():
        if _holds_a_place(line):
            yield line.finding(EMPTY, _nothing_in(line), 0, len(line.text), weight="提示")


def _holds_a_place(line: Line) -> bool:
    """Whether a line is there only because nothing is under its heading."""
    what = line.text.removeprefix(GAP).removesuffix("】")
    is_added = line.key.startswith(f"{SUPPLEMENT}/") and line.text == gap(what)
    return is_added and any(heading.endswith(what) for heading in line.above[-1:])


def _nothing_in(line: Line) -> str:
    """Return what can be done with a section of the user's outline that says nothing yet."""
    ways = "请在这一节的“补充”里写，或在“调整提纲”里给它放进段落；不要这一节就去掉"
    return f"“{line.above[-1]}”还没有内容，印出来是待补充。{ways}"


def _has_under_it(heading: Line, following: Sequence[Line]) -> bool:
    for line in following:
        if line.level:
            return line.level > heading.level
        if line.text.strip():
            return True
    return False


def first_person(reading: Reading) -> Iterator[Finding]:
    """Yield that there is too little of 我 in what is the secretary's own account."""
    text = "".join(line.plain for line in reading.paragraphs)
    length, mine = characters(text), len(_I.findall(text))
    if length >= SHORT and mine * PER_I < length:
        count = f"只有{mine}处" if mine else "没有一处"
        said = f"正文{length}字{count}说“我”怎么做，述职要讲书记本人做了什么"
        yield reading.on_the_whole(PERSON, said, weight="提示")


def length(reading: Reading) -> Iterator[Finding]:
    """Yield that the report is longer than it may be, and its problems' part shorter."""
    whole = sum(part.characters for part in reading.parts)
    limit, wanted = reading.settings.limit, reading.settings.problems_share
    if limit and whole > limit:
        text = f"全文{whole}字，超过上限{limit}字"
        yield reading.on_the_whole(LENGTH, text, weight="提示")
    if wanted and whole and (share := _problems(reading) * 100 // whole) < wanted:
        text = f"问题部分占全文{share}%，要求{wanted}%"
        yield reading.on_the_whole(SHARE, text, weight="提示")


def _problems(reading: Reading) -> int:
    """Return how many characters tell of problems, with the headings over them."""
    told = next((x for x in reading.paragraphs if x.key.partition("/")[0] == PROBLEMS), None)
    above = told.above if told else tuple(line.text for line in reading.lines if line.level == 1)
    heads = [heading for heading in above if _SHORTCOMINGS.search(heading)]
    heads = heads or list(above[-1:] if told else ())
    under = (line for line in reading.lines if heads and heads[0] in (line.text, *line.above))
    return sum(characters(line.text) for line in under)


def moved_on(reading: Reading) -> Iterator[Finding]:
    """Yield the edited passages whose figures have changed since."""
    for key, passage in reading.report.passages.items():
        if passage.drift:
            changes = [each.line(BRIEF) for each in passage.drift]
            more = f"；另有{len(changes) - NAMED}处" if len(changes) > NAMED else ""
            text = f"改稿之后有新数据：{'；'.join(changes[:NAMED])}{more}"
            line = reading.line_of(key)
            yield Finding(MOVED, text, "；".join(changes), key, line.block, 0, len(line.text))
