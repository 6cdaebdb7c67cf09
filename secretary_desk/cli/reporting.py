"""The forms in which a report can be written, by the ending of the file's name."""

import json
from collections.abc import Callable

from ..facts.gather import gather
from ..records.year import Year
from ..render.plain import write_plain
from ..report.codec import to_json
from ..report.document import Document
from ..report.sources import proof_of
from ..report.style import StyleSheet

Writer = Callable[[Document, StyleSheet], bytes]


def proof_copy(year: Year) -> Writer:
    """Return the writer of a Word document in which every figure names its entries."""

    def write(document: Document, style: StyleSheet) -> bytes:
        from ..render.docx import write_docx

        proof = proof_of(document, gather(year), year)
        return write_docx(proof.document, style, comments=proof.comments)

    return write


def _docx(document: Document, style: StyleSheet) -> bytes:
    from ..render.docx import write_docx  # python-docx takes longer to load than most commands run

    return write_docx(document, style)


def _pdf(document: Document, style: StyleSheet) -> bytes:
    from ..render.pages import write_pdf  # Qt too

    return write_pdf(document, style)


def _text(document: Document, style: StyleSheet) -> bytes:
    return write_plain(document).encode()


def _json(document: Document, style: StyleSheet) -> bytes:
    return json.dumps(to_json(document), ensure_ascii=False, indent=1).encode()


REPORTS: dict[str, Writer] = {".docx": _docx, ".pdf": _pdf, ".txt": _text, ".json": _json}
