"""Load a site's export: check all of it, then write all of it or nothing."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError

from dashboard.case_database import engine as engines
from dashboard.case_database import replacing, schema, staging
from dashboard.case_database.catalogue import nearest
from dashboard.case_database.contract import TABLES
from dashboard.case_database.findings import MOST, Finding, Findings, Rejected
from dashboard.case_database.sheets import Sheet, export
from dashboard.refusal import Refused
from dashboard.workroom import PREFIX, workroom

# How DuckDB says that its file or what lies beside it cannot be written.
NOT_WRITTEN = (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.TransactionException)
# A case database with none of these holds nothing that could be shown.
NOT_EMPTY = ("org_unit", "data_load")


def load(
    source: Path, url: URL, replace: bool = False, encoding: str = "utf-8", most: int = MOST
) -> Findings:
    """Load an export, as `sheets.export` reads it, into a case database.

    Rows that break a data-quality rule are loaded, and listed in what is
    returned; they stay out of the figures when the database is read.

    Args:
        replace: whether rows that the database already holds may go.
        encoding: of CSV files.
        most: findings of one rule, file and column that are listed.

    Raises:
        Refused: the export cannot be stored, or the database cannot take it.
            Nothing is written then; `findings` says what is wrong with a file.
    """
    into = _load_duckdb if url.get_backend_name() == "duckdb" else _load_postgresql
    with export(source, encoding) as found:
        return into(found, Findings(most), source, url, replace)


def _load_duckdb(found: list[Sheet], findings: Findings, source: Path, url: URL, replace: bool) -> Findings:
    target = Path(url.database or "").expanduser()
    if target.exists():
        _may_replace_file(url, replace)
    with _new_file(target.parent) as path:
        _stage(found, findings, source, path)
        engines.fold_log(url)
        # The file appears at once and whole, and only here.
        path.replace(target)
    return findings


def _load_postgresql(
    found: list[Sheet], findings: Findings, source: Path, url: URL, replace: bool
) -> Findings:
    replacing.look(url, replace)
    with _new_file(Path(tempfile.gettempdir())) as path:
        _stage(found, findings, source, path)
        replacing.put(path, url, findings)
    return findings


@contextmanager
def _new_file(folder: Path) -> Iterator[Path]:
    """Yield the path of a file that is gone afterwards, unless it was moved.

    Raises:
        Refused: there is no such folder, or no room in it.
    """
    if not folder.is_dir():
        raise Refused(f"The folder '{folder}' does not exist: make it, or correct the path.")
    try:
        with workroom("loading", folder) as room:
            yield room / "case_database.duckdb"
    except (OSError, DBAPIError, Refused) as error:
        if not _is_of_room(error):
            raise
        raise Refused(
            f"The folder '{folder}' did not take the rows; nothing was loaded. Expected room for all of "
            "them, and the right to write there: make room, or choose another folder, and load the "
            "export again."
        ) from None


def _is_of_room(error: OSError | DBAPIError | Refused) -> bool:
    """Whether an error is about writing in a room, and not about the export or a server."""
    if isinstance(error, DBAPIError):
        return isinstance(error.orig, NOT_WRITTEN)
    return PREFIX in str(error)


def _stage(found: list[Sheet], findings: Findings, source: Path, path: Path) -> None:
    """Check the export and write it into a new DuckDB file."""
    known = _known(found, findings)
    engine = engines.open_for_writing(URL.create("duckdb", database=str(path)))
    with engine.begin() as connection:
        # What does not fit in memory goes with the room.
        connection.execute(text("set temp_directory = :folder"), {"folder": str(path.parent)})
        read = {name: sheet for name, sheet in known.items() if staging.take_in(connection, sheet, findings)}
        schema.create_tables(connection, read)
        staging.make_tables(connection, read, findings)
        for name in NOT_EMPTY:
            if name in read and not findings.rows[name]:
                findings.add(Finding("no_rows", read[name].file))
        if not any(findings.keeps(read[name].file) for name in NOT_EMPTY if name in read):
            staging.check_preconditions(connection, read, findings)
        if staging.newest_known(connection, findings):
            staging.check_rules(connection, read, findings)
        _refuse_if_needed(findings, source)


def _known(found: list[Sheet], findings: Findings) -> dict[str, Sheet]:
    times = Counter(sheet.table for sheet in found)
    tables = [name for name in TABLES if name not in times]
    for sheet in found:
        if sheet.table not in TABLES:
            findings.add(Finding("unknown_table", sheet.file, near=nearest(sheet.table, tables)))
        elif times[sheet.table] > 1:
            findings.add(Finding("repeated_table", sheet.file))
    for table in TABLES.values():
        if table.name not in times:
            rule = "without_table" if table.required else "absent_table"
            findings.add(Finding(rule, table.name))
    known = {sheet.table: sheet for sheet in found if sheet.table in TABLES}
    return {name: known[name] for name in TABLES if name in known}


def _refuse_if_needed(findings: Findings, source: Path) -> None:
    wrong = findings.unstorable
    if wrong:
        raise Rejected(
            f"The export '{source}' was not loaded, since {wrong} "
            f"{'thing' if wrong == 1 else 'things'} in it cannot be stored; nothing was "
            "written. Correct what is listed, and load it again.",
            findings,
        )


def _may_replace_file(url: URL, replace: bool) -> None:
    with engines.open_engine(url).connect() as connection:
        others = connection.execute(
            text("select table_name from information_schema.tables order by table_name")
        ).scalars()
        foreign = [name for name in others if name not in TABLES]
        if foreign:
            raise Refused(
                f"The DuckDB file '{url.database}' also holds '{foreign[0]}', which is not of "
                "the contract: choose another file."
            )
        replacing.refuse_rows(connection, url, replace)
