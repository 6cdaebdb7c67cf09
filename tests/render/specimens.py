"""Documents to print: an ordinary report, one of twelve pages, and any that hypothesis makes."""

import re
from itertools import cycle, islice

from hypothesis import strategies as st

from secretary_desk.records.record import Ref
from secretary_desk.report.document import (
    AnnexTitle,
    Aside,
    Block,
    Byline,
    Column,
    Document,
    Enclosures,
    Figure,
    Heading,
    Number,
    Paragraph,
    Quotation,
    Runs,
    Salutation,
    Signature,
    Table,
    Title,
    Value,
    Wording,
)

BRANCH = "中共某某大学信息工程学院教工第一支部委员会"
SECRETARY = "某某某"
DATE = "2026年1月5日"
ENTRY = Ref("study_meeting", "0" * 8)
WORDS = (
    "坚持把政治建设摆在首位，严格落实“三会一课”制度，支部书记带头讲党课，支部委员分工负责、各尽其责；",
    "围绕中心工作抓党建，推动党员教育管理与教学科研深度融合——党员先锋岗、党员示范课做到全覆盖；",
    "聚焦师生反映强烈的问题，认真听取意见建议，列出清单、明确时限、逐项销号……群众满意度稳步提升；",
    "规范发展党员工作流程，坚持标准、严格程序，把政治标准放在首位，着力从优秀青年教师中发展党员。",
)
HEADINGS = (
    (1, "一、", "履职情况"),
    (2, "（一）", "落实组织生活制度"),
    (3, "1.", "抓实理论学习"),
    (4, "（1）", "支部集中学习"),
    (2, "（二）", "做好发展党员工作"),
    (1, "二、", "存在的问题及原因"),
    (1, "三、", "下一步工作思路和措施"),
)
COLUMNS = (
    Column("序号", 1, "centre"),
    Column("日期", 2, "centre"),
    Column("主题", 5),
    Column("应到", 1, "centre"),
    Column("实到", 1, "centre"),
)


def words(text: str) -> Runs:
    """Return text as runs, its figures apart, as a passage would give them."""
    pieces = re.split(r"(\d+(?:\.\d+)?[次人%名]?)", text)
    return tuple(
        Figure(piece, "三会一课.次数", (ENTRY,)) if piece[0].isdigit() else Wording(piece)
        for piece in pieces
        if piece
    )


def paragraph(length: int, start: int = 0) -> Paragraph:
    """Return a paragraph of about so many characters."""
    text = "".join(islice(cycle(WORDS[start % 4 :] + WORDS[: start % 4]), length // 40 + 1))
    return Paragraph(words(text[: length - 1].rstrip("，；、“—…") + "。"), "正文")


def table(rows: int = 20) -> Table:
    """Return a ledger; one of its cells has two lines, one is empty."""
    topics = ("学习贯彻重要讲话精神", "讨论接收预备党员并表决\n通报党费收缴情况", "")
    return Table(
        COLUMNS,
        tuple(
            (
                (Number(str(n)),),
                (Quotation(f"2025-{n % 12 + 1:02}-15", ENTRY, "held_on"),),
                (Quotation(topics[n % 3], ENTRY, "topic"),) if topics[n % 3] else (),
                words(f"{20 + n % 4}人"),
                words(f"{18 + n % 4}人"),
            )
            for n in range(1, rows + 1)
        ),
    )


def annexes(*titles: str, rows: int = 20) -> tuple[Block, ...]:
    """Return annexes, each a head and a ledger."""
    numbers = range(1, len(titles) + 1) if len(titles) > 1 else ("",)
    heads = ((Wording("附件"), Number(str(number))) for number in numbers)
    return tuple(
        block
        for head, title in zip(heads, titles, strict=True)
        for block in (AnnexTitle(head, words(title)), table(rows))
    )


def document(*blocks: Block) -> Document:
    """Return a document of these blocks."""
    return Document(BRANCH, SECRETARY, 2025, blocks)


def opening() -> tuple[Block, ...]:
    """Return the title and the salutation."""
    lines = ("信息工程学院教工第一支部书记", "2025年度抓基层党建工作述职报告")
    return (
        Title(tuple(words(line) for line in lines)),
        Salutation((Value("各位领导、同志们：", "称谓"),)),
    )


def signature(*lines: str, date: str = DATE) -> Signature:
    """Return a signature; the branch signs unless others are named."""
    names = lines or ("教工第一支部委员会",)
    return Signature(tuple((Value(line, "落款"),) for line in names), (Value(date, "日期"),))


def ordinary() -> Document:
    """Return a report of about 3,000 characters with headings of every level and three annexes."""
    titles = (
        "“三会一课”台账",
        "主题党日台账",
        "发展党员工作台账（含入党积极分子培养教育考察情况）",
    )
    body: list[Block] = [*opening(), paragraph(180)]
    for n, (level, number, name) in enumerate(HEADINGS):
        body += [Heading(level, (Number(number), Wording(name))), paragraph(190, n)]
        body.append(paragraph(170, n + 1))
        body.append(Paragraph(words("全年召开支委会12次、党员大会4次，到会率96.5%。"), "次数"))
    body.append(Paragraph((Wording("以上述职，不妥之处，敬请批评指正。"),), "结束语"))
    named = tuple(words(title) for title in titles)
    return document(*body, Enclosures(named), signature(), *annexes(*titles))


def twelve_pages() -> Document:
    """Return a plain report that fills eleven pages and part of the twelfth."""
    paragraphs = (paragraph(260 + 37 * (n % 5), n) for n in range(20))
    return document(*opening(), *paragraphs, signature())


def short(lines: int, names: int = 2) -> Document:
    """Return a report of so many lines before its last words, which 附件 and signature follow."""
    text = Paragraph((Wording("国" * (lines * 28 - 2)),), "正文")
    last = Paragraph((Wording("以上述职，不妥之处，敬请批评指正。"),), "结束语")
    named = tuple(words(name) for name in islice(cycle(("学习台账", "党费台账")), names))
    return document(text, last, Enclosures(named), signature())


def many_annexes(lines: int = 12) -> Document:
    """Return a report of so many lines with twelve annexes whose names take two lines each."""
    name = "支部委员会组织生活会征求意见和问题整改情况及其后续落实措施一览表"
    text = Paragraph((Wording("国" * (lines * 28 - 2)),), "正文")
    last = Paragraph((Wording("以上述职，不妥之处，敬请批评指正。"),), "结束语")
    return document(text, last, Enclosures((words(name),) * 12), signature())


def on_top() -> Document:
    """Return a report that is signed under its title."""
    title, salutation = opening()
    byline = Byline((words("教工第一支部书记　某某某"), words("（2026年1月5日）")))
    return document(title, byline, salutation, paragraph(300))


_text = st.text(
    st.one_of(st.characters(), st.sampled_from("党建“”——…1２a \n\t\x00\x0b\ufffe𠮷𫝆𱍊<&]>")),
    max_size=30,
)
_ref = st.builds(Ref, st.just("study_meeting"), st.text("abc", max_size=3))
_run = st.one_of(
    st.builds(Wording, _text),
    st.builds(Figure, _text, _text, st.tuples(_ref)),
    st.builds(Quotation, _text, _ref, _text),
    st.builds(Value, _text, _text),
    st.builds(Number, _text),
)
_runs = st.lists(_run, max_size=3).map(tuple)
_lines = st.lists(_runs, max_size=3).map(tuple)
_columns = st.lists(
    st.builds(Column, _text, st.floats(0, 9), st.sampled_from(["left", "centre"])), max_size=4
).map(tuple)


def _table(columns: tuple[Column, ...]) -> st.SearchStrategy[Table]:
    row = st.tuples(*(_runs for _ in columns))
    return st.builds(Table, st.just(columns), st.lists(row, max_size=4).map(tuple))


_block = st.one_of(
    st.builds(Title, _lines),
    st.builds(Byline, _lines),
    st.builds(Salutation, _runs),
    st.builds(Heading, st.integers(1, 4), _runs),
    st.builds(Paragraph, _runs, _text),
    st.builds(Aside, _runs),
    st.builds(Enclosures, _lines),
    st.builds(Signature, _lines, _runs),
    st.builds(AnnexTitle, _runs, _runs),
    _columns.flatmap(_table),
)
documents = st.builds(
    Document, _text, _text, st.integers(1949, 2100), st.lists(_block, max_size=8).map(tuple)
)
