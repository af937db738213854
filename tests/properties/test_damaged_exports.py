"""Whatever has happened to the files of an export is told, or it changes nothing else."""

from __future__ import annotations

import csv
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import Phase, event, given, settings
from reference.files import Export as Read
from reference.files import Note, from_files
from reference.preconditions import refused
from reference.rows import Tables, from_rows
from reference.rule_units import broken_places, left_out_places
from sqlalchemy import URL, Engine, inspect, text

from dashboard import snapshot
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.findings import UNSTORABLE, Findings, Rejected
from dashboard.case_database.load import load
from properties.agreeing import agrees
from properties.drawing.damaged_files import Export, damaged_exports
from properties.telling import listening, no_value_is_said

SECRET = "s3cret-of-the-role"


@settings(phases=[Phase.generate])
@given(export=damaged_exports())
def test_damage_to_an_export_is_told_or_changes_nothing_else(export: Export) -> None:
    with tempfile.TemporaryDirectory() as room:
        url = URL.create("duckdb", database=str(Path(room) / "cases.duckdb"))
        found = is_told_or_changes_nothing(export, Path(room), url)
        assert found is not None or [each.stem for each in Path(room).iterdir()] == ["export"]


@settings(phases=[Phase.generate], max_examples=2)
@given(export=damaged_exports())
def test_damage_to_an_export_is_told_by_a_server_or_changes_nothing_else(
    new_schema: Callable[[], URL], export: Export
) -> None:
    # The server of the tests asks for no password, so any will do.
    url = new_schema().set(password=SECRET)
    with tempfile.TemporaryDirectory() as room:
        found = is_told_or_changes_nothing(export, Path(room), url)
        assert found is not None or not inspect(open_engine(url)).get_table_names()


def is_told_or_changes_nothing(export: Export, room: Path, url: URL) -> Findings | None:
    """Load the export, and return the findings, or None where it was refused."""
    findings = None
    with listening() as told:
        findings = load(put(export, room / "export"), url)
    said = told.everything(findings)
    no_value_is_said(said, values(export), allowed=names(export))
    assert SECRET not in said
    read = from_files(export.files)
    if findings is None:
        event("refused")
        assert isinstance(told.refused, Rejected)
        tells_what_cannot_be_stored(told.refused.findings, read)
        return None
    assert not read.wrong
    engine = open_engine(url)
    loaded = rows_in(engine)
    assert as_said(loaded) == as_said(read.tables())
    tells_what_was_found(findings, read, loaded)
    agrees(snapshot.take(engine), loaded)
    engine.dispose()
    event("told" if findings.listed else "nothing told")
    return findings


def put(export: Export, place: Path) -> Path:
    """Write the files into a folder or an archive."""
    if export.packed:
        with zipfile.ZipFile(place, "w") as archive:
            for name, content in export.files.items():
                archive.writestr(name, content)
        return place.rename(place.with_suffix(".zip"))
    place.mkdir()
    for name, content in export.files.items():
        (place / name).write_bytes(content)
    return place


def lines(export: Export) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the files of text with their values, whatever has happened to them."""
    for name, content in export.files.items():
        if not name.endswith(".parquet"):
            text = content.decode(errors="replace").replace("\0", "")
            yield name, [*csv.reader(text.splitlines())]


def values(export: Export) -> Iterator[str]:
    """Yield the values of rows; what stands in a header may be said."""
    for unused_name, rows in lines(export):
        for row in rows:
            yield from row


def names(export: Export) -> Iterator[str]:
    """Yield what stands in a first row that mostly begins as names of the contract do.

    A single one is not enough: the code of a decision is also the name of a column.
    """
    for name, rows in lines(export):
        table = TABLES.get(name.split(".")[0].lower())
        cells = [cell.strip().lower() for row in rows[:1] for cell in row if cell.strip()]
        beginnings = {column[:3] for column in table.column_names} if table else set()
        like = [cell for cell in cells if cell[:3] in beginnings]
        if table and 2 * len(like) >= min(len(cells), len(table.columns)):
            yield from cells


def tells_what_cannot_be_stored(findings: Findings, read: Read) -> None:
    told = {each.file for each in findings.listed if each.rule in UNSTORABLE}
    assert read.wrong <= told, (read.wrong, told)
    # Where units and loads can be read, the tree and the newest load are looked at as well.
    more = {read.file[name] for name in ("org_unit", "data_load") if name in read.read}
    assert told - read.wrong <= more, (read.wrong, told)
    assert read.wrong or refused(read.tables())


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


def as_said(tables: Tables) -> dict[str, list[dict[str, str]]]:
    return {
        name: [{column: str(value) for column, value in row.items()} for row in rows]
        for name, rows in tables.items()
    }


def tells_what_was_found(findings: Findings, read: Read, loaded: Tables) -> None:
    """Hold the findings to the rules, row by row, and to how the files were read."""
    told = {
        (each.rule, each.file, each.row, each.column if each.severity == "note" else None)
        for each in findings.listed
    }
    assert told == {(rule, file, row, column) for file, (rule, row, column) in expected(read, loaded)}


def expected(read: Read, loaded: Tables) -> Iterator[tuple[str, Note]]:
    for name in read.absent:
        yield name, ("absent_table", None, None)
    for file in read.unknown:
        yield file, ("unknown_table", None, None)
    for table, of_table in read.read.items():
        for note in of_table.notes:
            yield read.file[table], note
    broken = broken_places(loaded)
    for rule, table, place in broken:
        # Nobody asks to what rows refer whose optional table is not there.
        if (rule, table) != ("orphan", "settlement") or "advance" not in read.absent:
            yield read.file[table], (rule, read.read[table].lines[place], None)
    for table, place in left_out_places(loaded) - {(table, place) for unused_rule, table, place in broken}:
        yield read.file[table], ("refers_to_left_out", read.read[table].lines[place], None)
