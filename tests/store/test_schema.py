"""The schema: one number says its version, and a fresh file has exactly the recorded tables."""

from pathlib import Path

from secretary_desk.store import schema
from secretary_desk.store.store import Store

REFERENCE = Path(__file__).parent.parent / "reference" / "schema.sql"


def test_a_fresh_archive_has_the_recorded_schema(tmp_path: Path):
    """A declared column changed? Raise schema.VERSION, then record the new schema."""
    with Store.create(tmp_path / "a.sdesk") as store:
        fresh = f"-- version {schema.VERSION}\n{store._db.schema}\n"
    assert fresh == REFERENCE.read_text("utf-8")


def test_the_file_says_whose_it_is_and_how_it_is_to_be_written(tmp_path: Path):
    with Store.create(tmp_path / "a.sdesk") as store:
        pragmas = {
            name: store._db.execute(f"pragma {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode", "synchronous")
        }
    wanted = {"application_id": 0x53444553, "user_version": schema.VERSION}
    assert pragmas == wanted | {"journal_mode": "delete", "synchronous": 2}
