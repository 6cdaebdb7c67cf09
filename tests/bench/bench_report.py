"""Year → docx bytes, against docxtpl and plain python-docx with the same text and ledgers; and
one year's report from an archive of one year and of twenty."""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
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
from secretary_desk.report.outline import load_outlines  # noqa: E402
from secretary_desk.report.style import load_style  # noqa: E402
from secretary_desk.report.wording import load_wording  # noqa: E402
from secretary_desk.store.store import Store  # noqa: E402

ROUNDS, YEAR = 31, 2026


def report(year) -> Document:
    """Return a year's report."""
    return build(year, ReportSettings(year=YEAR), load_wording(), load_outlines()[0])


def ours(year) -> bytes:
    """Make the report as the program does: facts, passages, document, file."""
    return write_docx(report(year), load_style())


def content(document: Document) -> tuple[list[str], list[list[list[str]]]]:
    """Return the paragraphs and tables that the others write too."""
    blocks = document.blocks
    texts = ["".join(r.text for r in runs_of(b)) for b in blocks if not isinstance(b, Table)]
    tables = [
        [[c.label for c in b.columns], *([text_of(cell) for cell in row] for row in b.rows)]
        for b in blocks
        if isinstance(b, Table)
    ]
    return texts, tables


def plain_python_docx(texts: list[str], tables: list[list[list[str]]]) -> bytes:
    """Write the content in python-docx's documented way, from its default template."""
    file = docx.Document()
    for text in texts:
        file.add_paragraph(text, style="Normal")
    for rows in tables:
        table = file.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return saved(file)


def docxtpl_template(tables: list[list[list[str]]]) -> bytes:
    """Return a template for docxtpl with a paragraph loop and a row loop per table."""
    file = docx.Document()
    for text in ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}"):
        file.add_paragraph(text)
    for number, rows in enumerate(tables):
        table = file.add_table(rows=3, cols=len(rows[0]), style="Table Grid")
        table.cell(0, 0).text = f"{{%tr for row in tables[{number}] %}}"
        for place in range(len(rows[0])):
            table.cell(1, place).text = f"{{{{ row[{place}] }}}}"
        table.cell(2, 0).text = "{%tr endfor %}"
    return saved(file)


def filled_template(template: bytes, texts: list[str], tables: list) -> bytes:
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
    texts, tables = content(report(year))
    template = docxtpl_template(tables)
    competitors = {
        "secretary_desk": lambda: ours(year),
        "docxtpl": lambda: filled_template(template, texts, tables),
        "python-docx": lambda: plain_python_docx(texts, tables),
    }
    told("Year → docx bytes, the same text and ledgers", medians(competitors, ROUNDS), "docxtpl")
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
