"""党支部工作自查表: every rule of the self-check with how the register stands and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..kinds.branch import Branch
from ..records.day import Day
from ..records.numerals import chinese
from ..records.record import ref
from ..records.year import Year
from ..report.document import (
    Block,
    Byline,
    Column,
    Document,
    Heading,
    Number,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
    Title,
    Value,
    Wording,
)
from ..rules.checking import Finding, Outcome
from ..rules.standing import by_area, stand

TITLE = "党支部工作自查表"
_COLUMNS = (
    Column("序号", 8, "centre"),
    Column("检查内容", 26),
    Column("依据", 24),
    Column("登记情况", 26),
    Column("说明", 16),
)
_NOTE = (
    "本表按档案里的登记情况列出：未登记，是档案里没有这一项；待核，是登记的内容不全或者前后不一，"
    "要核对；提示，是需要留意或者还有时间办的。没有登记，不等于没有做。"
)
_ROOM = 150  # characters of findings in one row: rows do not break, and must not outgrow a page


def checklist(outcomes: Sequence[Outcome], year: Year, on: date) -> Document:
    """Return the checklist of a year as it stood on a day, a table for each area."""
    profile = year.one(Branch) or Branch()
    secretary = profile.secretary(on)
    name = secretary.name if secretary else ""
    return Document(profile.name, name, year.period.year, tuple(_blocks(outcomes, year, on)))


def _blocks(outcomes: Sequence[Outcome], year: Year, on: date) -> Iterator[Block]:
    branch = year.one(Branch)
    names: list[Runs] = [(Value(branch.name, "支部名称"),)] if branch and branch.name else []
    as_of = Value(Day(on.isoformat()).show(), "检查日期")
    yield Title(((Wording(TITLE),),))
    yield Byline((*names, (Value(year.period.label, "年度"), Wording("，截至"), as_of)))
    for place, (area, group) in enumerate(by_area(outcomes), 1):
        yield Heading(1, (Number(f"{chinese(place)}、"), Wording(area)))
        rows = [row for number, outcome in enumerate(group, 1) for row in _rows(number, outcome)]
        yield Table(_COLUMNS, tuple(rows))
    yield Paragraph((Wording(_NOTE),), "自查表")


def _rows(number: int, outcome: Outcome) -> Iterator[tuple[Runs, ...]]:
    """Yield a rule's row; further ones without its words where it has found much."""
    rule = outcome.rule
    words = (Value(rule.text, "检查内容"), Wording(f"（{rule.weight}）"))
    head: tuple[Runs, ...] = ((Number(str(number)),), words, (Value(rule.source, "依据"),))
    if not outcome.findings:
        yield (*head, (Value(stand(outcome), "登记情况"),), ())
    for part in _parted(outcome.findings):
        yield (*head, _lines(_found(*each) for each in part), _lines(_answer(*e) for e in part))
        head = ((), (Wording("（续）"),), ())


def _parted(findings: Sequence[Finding]) -> Iterator[list[tuple[int, Finding]]]:
    """Yield findings in groups, each of which a row has room for, numbered if they are several."""
    group: list[tuple[int, Finding]] = []
    taken = 0
    for place, finding in enumerate(findings, 1):
        length = len(finding.found.text) + len(finding.answer.reason if finding.answer else "")
        if group and taken + length > _ROOM:
            yield group
            group, taken = [], 0
        group.append((place if len(findings) > 1 else 0, finding))
        taken += length
    if group:
        yield group


def _found(place: int, finding: Finding) -> Runs:
    said = Value(_line(finding.found.text), "登记情况")
    return (*_number(place), Wording(f"{finding.found.state}："), said)


def _answer(place: int, finding: Finding) -> Runs:
    if finding.answer is None:
        return ()
    said = Quotation(finding.answer.reason, ref(finding.answer), "说明")
    return (*_number(place), said)


def _number(place: int) -> Runs:
    return (Number(f"{place}. "),) if place else ()


def _lines(items: Iterator[Runs]) -> Runs:
    """Return runs with each item on a line of its own."""
    runs: list[Run] = []
    for item in filter(None, items):
        runs += [*([Wording("\n")] if runs else []), *item]
    return tuple(runs)


def _line(text: str) -> str:
    """Return a text without line ends: what it quotes may have some."""
    return " ".join(text.split("\n"))
