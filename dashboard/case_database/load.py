"""Load a site's export: check all of it, then write all of it or nothing."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, text

from dashboard.case_database import engine as engines
from dashboard.case_database import replacing, schema, staging
from dashboard.case_database.contract import TABLES
from dashboard.case_database.findings import Finding, Findings
from dashboard.case_database.sheets import Sheet, sheets
from dashboard.refusal import Refused

# A case database with none of these holds nothing that could be shown.
NOT_EMPTY = ("org_unit", "data_load")
REFUSING = (
    "without_table",
    "repeated_table",
    "without_column",
    "repeated_column",
    "not_utf8",
    "not_csv",
    "no_header",
    "wrong_width",
    "no_rows",
    "not_date",
    "not_integer",
    "not_numeric",
    "not_boolean",
    "not_timestamp",
)


def load(source: Path, url: URL, replace: bool = False) -> Findings:
    """Load a folder of CSV files or a workbook into a case database.

    Rows that break a data-quality rule are loaded, and listed in what is
    returned; they stay out of the figures when the database is read.

    Args:
        replace: whether rows that the database already holds may go.

    Raises:
        Refused: the export cannot be stored, or the database cannot take it.
            Nothing is written then; `findings` says what is wrong with a file.
    """
    found = sheets(source)
    if url.get_backend_name() == "duckdb":
        return _load_duckdb(found, source, url, replace)
    return _load_postgresql(found, source, url, replace)


def _load_duckdb(found: list[Sheet], source: Path, url: URL, replace: bool) -> Findings:
    target = Path(url.database or "").expanduser()
    if target.exists():
        _may_replace_file(url, replace)
    with _new_file(target.parent) as path:
        findings = _stage(found, source, path)
        engines.fold_log(url)
        # The file appears at once and whole, and only here.
        path.replace(target)
    return findings


def _load_postgresql(found: list[Sheet], source: Path, url: URL, replace: bool) -> Findings:
    replacing.look(url, replace)
    with _new_file(Path(tempfile.gettempdir())) as path:
        findings = _stage(found, source, path)
        replacing.put(path, url, findings)
    return findings


@contextmanager
def _new_file(folder: Path) -> Iterator[Path]:
    """Yield the path of a file that is gone afterwards, unless it was moved."""
    if not folder.is_dir():
        raise Refused(f"The folder '{folder}' does not exist: make it, or correct the path.")
    with tempfile.TemporaryDirectory(prefix=".loading-", dir=folder) as room:
        yield Path(room) / "case_database.duckdb"


def _stage(found: list[Sheet], source: Path, path: Path) -> Findings:
    """Check the export and write it into a new DuckDB file."""
    findings = Findings()
    known = _known(found, findings)
    engine = engines.open_for_writing(URL.create("duckdb", database=str(path)))
    with engine.begin() as connection:
        for sheet in known.values():
            if staging.take_in(connection, sheet, findings):
                staging.check_types(connection, sheet, findings)
        _refuse_if_needed(findings, source)
        schema.create_tables(connection, known)
        staging.make_tables(connection, known, findings)
        for name in NOT_EMPTY:
            if not findings.rows[name]:
                findings.add(Finding("no_rows", known[name].file))
        _refuse_if_needed(findings, source)
        staging.check_rules(connection, known, findings)
    return findings


def _known(found: list[Sheet], findings: Findings) -> dict[str, Sheet]:
    times = Counter(sheet.table for sheet in found)
    for sheet in found:
        if sheet.table not in TABLES:
            findings.add(Finding("unknown_table", sheet.file))
        elif times[sheet.table] > 1:
            findings.add(Finding("repeated_table", sheet.file))
    known = {sheet.table: sheet for sheet in found if sheet.table in TABLES}
    for table in TABLES.values():
        if table.name not in known:
            rule = "without_table" if table.required else "absent_table"
            findings.add(Finding(rule, table.name))
    return {name: known[name] for name in TABLES if name in known}


def _refuse_if_needed(findings: Findings, source: Path) -> None:
    wrong = sum(count for (rule, unused), count in findings.counts.items() if rule in REFUSING)
    if wrong:
        raise Refused(
            f"The export '{source}' was not loaded, since {wrong} "
            f"{'thing' if wrong == 1 else 'things'} in it cannot be stored; nothing was "
            "written. Correct what is listed, and load it again.",
            findings=findings,
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
