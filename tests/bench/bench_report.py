"""Year → docx bytes, against docxtpl and plain python-docx with the same text and ledgers; and
one year's report from an archive of one year and of twenty."""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docxtpl import DocxTemplate

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from sample import sample_archive, sample_year  # noqa: E402
from sidebyside import medians, told  # noqa: E402

from secretary_desk.facts.load import load_year  # noqa: E402
from secretary_desk.kinds import KINDS, SETTINGS  # noqa: E402
from secretary_desk.kinds.report_settings import ReportSettings  # noqa: E402
from secretary_desk.records.day import Day  # noqa: E402
from secretary_desk.records.kind import OneAYear, Point, Span, Standing, Yearly  # noqa: E402
from secretary_desk.records.record import new_id  # noqa: E402
from secretary_desk.render.docx import write_docx  # noqa: E402
from secretary_desk.report.build import build  # noqa: E402
from secretary_desk.report.document import Document, Table, runs_of, text_of  # noqa: E402
from secretary_desk.report.outline import choose_outline  # noqa: E402
from secretary_desk.report.style import load_style  # noqa: E402
from secretary_desk.report.wording import load_wording  # noqa: E402
from secretary_desk.store.store import Store  # noqa: E402

ROUNDS, YEAR = 31, 2026


def report(year) -> Document:
    """Return a year's report."""
    return build(year, ReportSettings(year=YEAR), load_wording(), choose_outline("国企", None))


def ours(year) -> bytes:
    """Make the report as the program does: facts, passages, document, file."""
    return write_docx(report(year), load_style())


STYLES = {"Title": "Title", "Heading": "Heading {}", "AnnexTitle": "Heading 4"}


def content(document: Document) -> tuple[list[dict[str, str]], list[dict]]:
    """Return the paragraphs with their styles, and the ledgers, that the others write too."""
    blocks = document.blocks
    texts = [
        {
            "text": "".join(run.text for run in runs_of(block)),
            "style": STYLES.get(type(block).__name__, "Body Text").format(
                getattr(block, "level", "")
            ),
        }
        for block in blocks
        if not isinstance(block, Table)
    ]
    tables = [
        {
            "head": [column.label for column in block.columns],
            "centred": [column.align == "centre" for column in block.columns],
            "rows": [[text_of(cell) for cell in row] for row in block.rows],
        }
        for block in blocks
        if isinstance(block, Table)
    ]
    return texts, tables


def plain_python_docx(texts: list[dict[str, str]], tables: list[dict]) -> bytes:
    """Write the content in python-docx's documented way, from its default template."""
    file = docx.Document()
    for each in texts:
        file.add_paragraph(each["text"], style=each["style"])
    for each in tables:
        table = file.add_table(rows=0, cols=len(each["head"]), style="Table Grid")
        for row in (each["head"], *each["rows"]):
            for cell, text, centred in zip(
                table.add_row().cells, row, each["centred"], strict=True
            ):
                cell.text = text
                if centred:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    return saved(file)


def docxtpl_template(tables: list[dict]) -> bytes:
    """Return a template for docxtpl: a paragraph of each style in a loop, a row loop per ledger."""
    file = docx.Document()
    file.add_paragraph("{%p for each in texts %}")
    for style in ("Title", "Heading 1", "Heading 2", "Heading 4", "Body Text"):
        file.add_paragraph(f"{{%p if each.style == '{style}' %}}")
        file.add_paragraph("{{ each.text }}", style=style)
        file.add_paragraph("{%p endif %}")
    file.add_paragraph("{%p endfor %}")
    for number, each in enumerate(tables):
        table = file.add_table(rows=4, cols=len(each["head"]), style="Table Grid")
        for place, (label, centred) in enumerate(zip(each["head"], each["centred"], strict=True)):
            table.cell(0, place).text = label
            table.cell(2, place).text = f"{{{{ row[{place}] }}}}"
            if centred:
                table.cell(2, place).paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        table.cell(1, 0).text = f"{{%tr for row in tables[{number}].rows %}}"
        table.cell(3, 0).text = "{%tr endfor %}"
    return saved(file)


def filled_template(template: bytes, texts: list[dict[str, str]], tables: list[dict]) -> bytes:
    """Fill the template in docxtpl's documented way."""
    file = DocxTemplate(BytesIO(template))
    file.render({"texts": texts, "tables": tables}, autoescape=True)
    return saved(file)


def saved(file) -> bytes:
    """Return a file's bytes."""
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def moved(record, kind, years: int):
    """Return a copy of an entry, as many years earlier."""
    copy = replace(record, id=new_id(), filed_under=(record.filed_under or YEAR) - years)
    match kind.when:
        case Point(on):
            fields = [on]
        case Span(start, end) | Standing(start, end):
            fields = [f for f in (start, end) if f in kind.specs]
        case Yearly(field):
            return replace(copy, **{field: getattr(record, field) - years})
        case OneAYear():
            return copy
    days = {
        f: Day(f"{int(day[:4]) - years}{day[4:]}") for f in fields if (day := getattr(record, f))
    }
    return replace(copy, **{f: day for f, day in days.items() if day[5:10] != "02-29"})


def twenty_years(one: Path, path: Path) -> None:
    """Make an archive of twenty years from that of one: all but the roster and its people."""
    with Store.open(one) as source, Store.create(path) as store:
        for kind in (*KINDS, SETTINGS):
            entries = source.entries(kind)
            store.save(*entries)
            if kind.name not in ("person", "development", "problem"):
                for years in range(2, 21):
                    store.save(*(moved(entry, kind, years) for entry in entries))


def main() -> None:
    """Measure and print."""
    year = sample_year()
    document = report(year)
    texts, tables = content(document)
    template = docxtpl_template(tables)
    writers = {
        "secretary_desk": lambda: write_docx(document, load_style()),
        "docxtpl": lambda: filled_template(template, texts, tables),
        "python-docx": lambda: plain_python_docx(texts, tables),
    }
    told("Document → docx bytes, the same text and ledgers", medians(writers, ROUNDS), "docxtpl")
    makers = {
        "secretary_desk": lambda: ours(year),
        "docxtpl": lambda: filled_template(template, *content(report(year))),
        "python-docx": lambda: plain_python_docx(*content(report(year))),
    }
    told("Year → docx bytes, each from our facts and passages", medians(makers, ROUNDS), "docxtpl")
    with TemporaryDirectory() as folder:
        one, twenty = sample_archive(Path(folder)), Path(folder) / "twenty.sdesk"
        twenty_years(one, twenty)
        with Store.open(one) as young, Store.open(twenty) as old:
            assert ours(load_year(old, YEAR))[:2] == b"PK"
            archives = {
                "one year": lambda: ours(load_year(young, YEAR)),
                "twenty years": lambda: ours(load_year(old, YEAR)),
            }
            told("archive → docx bytes", medians(archives, ROUNDS), "one year")


if __name__ == "__main__":
    main()
