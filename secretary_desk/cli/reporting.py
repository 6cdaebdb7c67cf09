"""The forms in which a report can be written, by the ending of the file's name."""

import json
from collections.abc import Callable

from ..render.plain import write_plain
from ..report.codec import to_json
from ..report.document import Document
from ..report.style import load_style


def _docx(document: Document) -> bytes:
    from ..render.docx import write_docx  # python-docx takes longer to load than most commands run

    return write_docx(document, load_style())


def _pdf(document: Document) -> bytes:
    from ..render.pages import write_pdf  # Qt too

    return write_pdf(document, load_style())


def _text(document: Document) -> bytes:
    return write_plain(document).encode()


def _json(document: Document) -> bytes:
    return json.dumps(to_json(document), ensure_ascii=False, indent=1).encode()


REPORTS: dict[str, Callable[[Document], bytes]] = {
    ".docx": _docx,
    ".pdf": _pdf,
    ".txt": _text,
    ".json": _json,
}
