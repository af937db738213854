"""Whatever has happened to the files of an export is told, or it changes nothing else.

As for databases: `DAMAGED=2000 pytest -n 0 tests/properties/test_damaged_exports.py` asks many.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from reference import from_rows
from reference.preconditions import refused
from reference.rows import Tables
from sqlalchemy import URL, Engine, inspect, text

from dashboard import snapshot
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.refusal import Refused
from properties.agreeing import agrees
from properties.drawing.damaged_files import Export, damaged_exports, rows_of

EXPORTS = int(os.environ.get("DAMAGED", "8"))


@settings(max_examples=EXPORTS, phases=[Phase.generate])
@given(damaged_exports())
def test_damage_to_an_export_is_told_or_changes_nothing_else(export: Export) -> None:
    with tempfile.TemporaryDirectory() as room:
        folder, path = Path(room) / "export", Path(room) / "cases.duckdb"
        folder.mkdir()
        for name, content in export.files.items():
            (folder / name).write_bytes(content)
        url = URL.create("duckdb", database=str(path))
        if not loaded_or_told(folder, url):
            assert [each.name for each in Path(room).iterdir()] == ["export"]
            return
        engine = open_engine(url)
        loaded = rows_in(engine)
        assert not refused(loaded)
        nothing_else_has_changed(loaded, export)
        agrees(engine, snapshot.take(engine), loaded)
        engine.dispose()


def loaded_or_told(folder: Path, url: URL) -> bool:
    try:
        load(folder, url)
    except Refused:
        return False
    return True


def rows_in(engine: Engine) -> Tables:
    """Return the rows of a database as the reference reads them."""
    there = inspect(engine).get_table_names()
    with engine.connect() as connection:
        return from_rows(
            {
                name: [dict(row) for row in connection.execute(text(f"select * from {name}")).mappings()]
                for name in TABLES
                if name in there
            }
        )


def nothing_else_has_changed(loaded: Tables, export: Export) -> None:
    sound = from_rows({name: rows_of(name) for name in TABLES})
    for name in set(TABLES) - export.tables:
        kept, given = (
            [
                {
                    column: str(value)
                    for column, value in row.items()
                    if (name, place, column) not in export.cells
                }
                for place, row in enumerate(tables[name])
            ]
            for tables in (loaded, sound)
        )
        assert kept == given, (name, kept, given)
