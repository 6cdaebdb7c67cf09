"""A report from an archive, and the forms in which it can be written."""

import json
from collections.abc import Callable

from ..facts.load import load_year, settings_of
from ..kinds.branch import Branch
from ..records.text import characters
from ..render.plain import write_plain
from ..report.build import build
from ..report.codec import to_json
from ..report.document import Document, Table, runs_of
from ..report.outline import choose_outline
from ..report.style import load_style
from ..report.wording import load_wording
from ..store.store import Store


def written_report(store: Store, number: int, outline: str = "") -> Document:
    """Return the report of a year in an archive; raises DeskError for an unknown outline."""
    year, settings = load_year(store, number), settings_of(store, number)
    branch = year.one(Branch)
    chosen = choose_outline(outline or settings.outline, branch.unit_type if branch else None)
    return build(year, settings, load_wording(), chosen)


def counted(document: Document) -> tuple[int, int]:
    """Return the report's 字数 without its ledgers, and how many gaps it has."""
    text = "\n".join(
        "".join(run.text for run in runs_of(block))
        for block in document.blocks
        if not isinstance(block, Table)
    )
    return characters(text), text.count("【待补充：")


def _docx(document: Document) -> bytes:
    from ..render.docx import write_docx  # python-docx takes longer to load than most commands run

    return write_docx(document, load_style())


def _text(document: Document) -> bytes:
    return write_plain(document).encode()


def _json(document: Document) -> bytes:
    return json.dumps(to_json(document), ensure_ascii=False, indent=1).encode()


REPORTS: dict[str, Callable[[Document], bytes]] = {".docx": _docx, ".txt": _text, ".json": _json}
