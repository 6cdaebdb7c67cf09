"""改稿: the user's own version of a passage of one year's report."""

from dataclasses import dataclass

from ..records.declare import count, line, prose, rows
from ..records.fields import Row
from ..records.kind import Kind, Yearly
from ..records.record import Record

SPOKEN = "现场/"  # how the keys of short forms begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Row):
    """One figure or field that the generated passage read, as it was shown then."""

    key: str = line("数据")
    shown: str = line("当时")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageEdit(Record):
    """A passage as the user has it, or only the wording that he chose for it.

    ``passage`` is the passage's key, that of a short form for speaking begins with
    ``SPOKEN``; ``name`` is what people call it.
    ``text`` is a template (``report.template``), each line a paragraph; empty while only
    ``wording`` is chosen, the place of a wording in its file or the id of one of his own.
    ``generated`` and ``basis`` are the generated template and what it had read when he last
    took a look: what has changed since is drift.
    """

    year: int | None = count("年度", least=1900, most=2200, required=True)
    passage: str = line("段落", required=True)
    name: str = line("名称")
    text: str = prose("文字")
    wording: str = line("说法")
    generated: str = prose("依据的文字")
    basis: tuple[Read, ...] = rows("依据", Read)

    @property
    def is_written(self) -> bool:
        """Whether it is the user's own text, be it empty, and not only a choice of wording."""
        return bool(self.text.strip() or self.generated)


def passage_name(key: str) -> str:
    """Return what people call a passage of which only the key is known."""
    name = key.removeprefix(SPOKEN).partition("/")[0]
    return f"现场稿 {name}" if key.startswith(SPOKEN) else name


def _deed(edit: PassageEdit, verb: str) -> str:
    passage = f"“{edit.name or passage_name(edit.passage)}”一段"
    if verb == "删除":
        return f"去掉{passage}的改写，用自动文字" if edit.is_written else f"恢复{passage}原来的说法"
    return f"改写{passage}" if edit.is_written else f"换{passage}的说法"


KIND = Kind(
    "passage_edit",
    "改稿",
    PassageEdit,
    when=Yearly("year"),
    columns=("name", "year", "text"),
    deed=_deed,
)
