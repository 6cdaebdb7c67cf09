"""The filters that wording may use; each keeps what stands behind a figure or quotation."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any

from ..records.day import Day
from ..records.fact import Fact
from ..records.fields import specs_of
from . import forms
from .telling import Missing, View, WordingError, in_sentence
from .views import EntryView, FigureView, ListView, QuoteView

ENOUGH = 3  # so many names a sentence takes before it says 等


def before(said: Any, text: str) -> str:
    """前: put words before what is said; nothing where nothing is."""
    return f"{text}{said}" if said else ""


def after(said: Any, text: str) -> str:
    """后: put words after what is said; nothing where nothing is."""
    return f"{said}{text}" if said else ""


def listed(items: Iterable[Any]) -> str:
    """顿号: join what there is with 、."""
    return "、".join(str(item) for item in items if item)


def among(parts: Iterable[tuple[str, View]], whole: View) -> str:
    """其中: the named parts of a whole: ，其中A、B; nothing where one part is all there is."""
    there = [(name, part) for name, part in parts if part]
    if not there or (len(there) == 1 and there[0][1].number() == whole.number()):
        return ""
    return "，其中" + "、".join(f"{name}{part}" for name, part in there)


def repeated(figure: View) -> bool:
    """不止一: whether it is more than one."""
    return (figure.number() or 0) > 1


def clauses(items: Iterable[Any]) -> str:
    """逗号: join the clauses there are with ，."""
    return "，".join(str(item) for item in items if item)


def quoted(items: ListView, label: str) -> str:
    """引述: the first few of a list in quotation marks, then 等 (no 、 between those)."""
    names = [in_quotes(name) for item in items if isinstance(name := item.pick(label), QuoteView)]
    return "".join(names[:ENOUGH]) + ("等" if len(names) > ENOUGH else "")


def told(items: ListView, label: str) -> str:
    """分述: the first few of a list as clauses, joined with ；."""
    return "；".join([str(text) for item in items if (text := item.pick(label))][:ENOUGH])


def unsaid(rows: ListView, *texts: View) -> ListView:
    """未见于: the rows whose number with its unit these texts do not say already."""
    said = " ".join(text.text for text in texts if isinstance(text, QuoteView))
    return ListView([row for row in rows if not any(_says(said, f) for f in _figures(row))])


def _says(text: str, figure: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(figure)}", text) is not None


def _figures(row: View) -> list[str]:
    cells = [row.pick(spec.label) for spec in specs_of(type(row.row)).values()]  # type: ignore[attr-defined]
    return [cell.fact.show() for cell in cells if isinstance(cell, FigureView)]


def paired(rows: ListView, name: str, number: str) -> str:
    """并列: rows as name and number: 节约费用120万元、用时83天."""
    cells = [(row.pick(name), row.pick(number)) for row in rows]
    return listed([f"{label}{figure}" for label, figure in cells if label and figure])


def chosen(items: ListView, label: str, text: str) -> ListView:
    """选: the entries whose field says this."""
    return ListView([item for item in items if item.pick(label) == text])


def without(items: ListView, label: str, text: str) -> ListView:
    """除: the entries whose field does not say this."""
    return ListView([item for item in items if item.pick(label) != text])


def telling(items: ListView) -> View:
    """代表: the entry to tell of: a starred one, else the one with most written in it."""
    entries = [item for item in items if isinstance(item, EntryView)]
    return max(entries, key=_weight, default=Missing("事例"))


def _weight(view: EntryView) -> tuple[bool, int]:
    record = view.record
    return record.starred, sum(1 for f in fields(record) if getattr(record, f.name))


def day(quote: View) -> str:
    """日期: 3月5日, with the year where it is not the report's."""
    if not quote:
        return str(quote)
    return _quote(quote).printed(_near(quote, _day(quote)))


def month(quote: View) -> str:
    """年月: 2024年3月; a bare year stays 2024年."""
    return _quote(quote).printed(Day.trusted(_day(quote)[:7]).show()) if quote else str(quote)


def deadline(quote: View) -> str:
    """限期: 6月30日前, 2027年6月底前, 2027年底前."""
    if not quote:
        return ""
    known = _day(quote)
    text = _near(quote, known)
    return _quote(quote).printed(text if known.whole else f"{text}底") + "前"


def in_quotes(quote: View) -> str:
    """引: in quotation marks, those inside it made single ones (GB/T 15834-2011, 4.8.3.3)."""
    if not isinstance(quote, QuoteView):
        return f"“{quote}”"
    inner = in_sentence(quote.text).replace("“", "‘").replace("”", "’")
    return f"“{quote.printed(inner)}”"


def _near(quote: View, known: Day) -> str:
    same = _quote(quote).telling.year == known.first().year
    return known.show_in_year() if same else known.show().split(" ")[0]


def _day(quote: View) -> Day:
    if (known := _quote(quote).day) is None:
        raise WordingError("这一项不是日期")
    return known


def _quote(view: View) -> QuoteView:
    if not isinstance(view, QuoteView):
        raise WordingError("这一项不是登记的文字")
    return view


def share(part: View, whole: View) -> View:
    """占比: part of whole in percent, with the entries of both."""
    if not (isinstance(part, FigureView) and isinstance(whole, FigureView)):
        return Missing("占比")
    return _derived(part, forms.share(part.fact, whole.fact), "占比")


def more(now: View, then: View) -> View:
    """多: by how much more than then; nothing when it is not more."""
    if not (isinstance(now, FigureView) and isinstance(then, FigureView)) or now <= then:
        return Missing("增加")
    return _derived(now, forms.more(now.fact, then.fact), "增加")


def _derived(view: FigureView, fact: Fact | None, label: str) -> View:
    return FigureView(view.telling, fact) if fact else Missing(label)


FILTERS: dict[str, Callable[..., Any]] = {
    "前": before,
    "后": after,
    "顿号": listed,
    "逗号": clauses,
    "引述": quoted,
    "分述": told,
    "并列": paired,
    "未见于": unsaid,
    "选": chosen,
    "除": without,
    "代表": telling,
    "日期": day,
    "年月": month,
    "限期": deadline,
    "引": in_quotes,
    "其中": among,
    "不止一": repeated,
    "占比": share,
    "多": more,
}
