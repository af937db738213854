"""Take a snapshot: run every query over one consistent reading of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, replace
from datetime import date
from functools import cache

import pandas as pd
from sqlalchemy import Connection, Engine, Row, TextClause, text

from dashboard.case_database import finding_counts, queries
from dashboard.case_database.finding_counts import FindingCount, LeftOut
from dashboard.case_database.reading import Reading, of_any_day, reading
from dashboard.snapshot.legible import line
from dashboard.snapshot.snapshot import FINDINGS, LEFT_OUT, Load, Rate, Snapshot, Target
from dashboard.snapshot.units import Unit, Units

Progress = Callable[[int, int], None]
# After the point, of whatever a query counts in fractions.
DIGITS = 9


def take(
    engine: Engine,
    as_of: date | None = None,
    first_month: date | None = None,
    last_month: date | None = None,
    progress: Progress | None = None,
) -> Snapshot:
    """Return all aggregates of the newest load as they stood on a day.

    Args:
        as_of: last day that counts; None: the newest event of the load.
        first_month: first month reported; None: January of the year of the first
            referral or intake.
        last_month: last month to which windows of twelve months reach; None:
            the last month of the as-of day's year.
        progress: called with the queries done and their number.

    Raises:
        Refused: the database is missing, unreachable, without a table, empty …
    """
    with reading(engine, as_of) as found:
        day = found.as_of
        values = {
            "as_of": day,
            "first_month": first_month or _first_month(found.connection, day),
            "last_month": last_month or date(day.year, 12, 1),
        }
        queries.prepare(found.connection, **values)
        currency = _currency(found.connection)
        return Snapshot(
            load=_load(found),
            as_of=day,
            first_month=values["first_month"],
            last_month=values["last_month"],
            currency=currency,
            units=_units(found.connection),
            targets=_targets(found.connection),
            rates=_rates(found.connection, currency),
            areas=_areas(found),
            counts=_counts(found.connection, values, progress),
            not_recorded=found.absent,
            left_out=dict(found.left_out),
            findings=_frame(finding_counts.findings(found), FINDINGS),
            left_out_rows=_frame(finding_counts.left_out(found), LEFT_OUT),
            completeness=finding_counts.completeness(found),
        )


def _counts(
    connection: Connection, values: dict[str, date], progress: Progress | None
) -> dict[str, pd.DataFrame]:
    counted: dict[str, pd.DataFrame] = {}
    found = queries.counts()
    for name, query in found.items():
        counted[name] = _rows(connection, query.bound(**values), list(query.columns))
        if progress:
            progress(len(counted), len(found))
    return counted


def _rows(connection: Connection, statement: TextClause, columns: list[str]) -> pd.DataFrame:
    # Of a row that is no plain tuple pandas asks more than the query takes.
    rows = [tuple(row) for row in connection.execute(statement)]
    return _of_rows(rows, columns) if rows else _of_no_rows(tuple(columns)).copy()


@cache
def _of_no_rows(columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the frame of a query that counts nothing: pandas takes as long over it as over many rows."""
    return _of_rows([], list(columns))


def _of_rows(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    counted = pd.DataFrame(rows, columns=columns)
    # A sum of fractions ends in other digits when its rows come in another order.
    counted = counted.round(DIGITS)
    for column in ("month", "previous_month"):
        if column in counted:
            # Parquet knows no days in seconds.
            counted[column] = pd.to_datetime(counted[column]).dt.as_unit("ms")
    return counted


def _frame(counted: Iterable[FindingCount | LeftOut], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame([astuple(each) for each in counted], columns=list(columns))


def _about(connection: Connection, name: str) -> Sequence[Row]:
    return connection.execute(queries.about()[name].bound()).all()


def _first_month(connection: Connection, as_of: date) -> date:
    [(first,)] = _about(connection, "first_event")
    # Budgets and savers come before families: the first year is counted whole.
    return date(min(first or as_of, as_of).year, 1, 1)


def _currency(connection: Connection) -> str:
    found = _about(connection, "currencies")
    return found[0].currency if found else "KRW"


def _load(found: Reading) -> Load:
    newest = found.load
    rows = dict(map(tuple, _about(found.connection, "loaded_rows")))
    return Load(
        newest.number,
        newest.source,
        newest.loaded_at,
        newest.latest_event_on,
        rows.get(newest.number) or 0,
    )


def _areas(found: Reading) -> tuple[str, ...]:
    """Return the districts of every referral, also of those after the as-of day."""
    referrals = of_any_day(found, "referral")
    codes = found.connection.execute(
        text(f"select distinct area_code from {referrals} where area_code is not null")
    )
    return tuple(sorted(codes.scalars()))


def _units(connection: Connection) -> Units:
    names: dict[str, dict[str, str]] = {}
    short_names: dict[str, dict[str, str]] = {}
    for org_id, lang, name, short_name in _about(connection, "unit_names"):
        names.setdefault(org_id, {})[lang] = line(name)
        if short_name:
            short_names.setdefault(org_id, {})[lang] = line(short_name)
    return Units(
        Unit(*row, names=names.get(row.org_id, {}), short_names=short_names.get(row.org_id, {}))
        for row in _about(connection, "units")
    )


def _targets(connection: Connection) -> tuple[Target, ...]:
    found = (Target(*row) for row in _about(connection, "targets"))
    return tuple(replace(target, source=target.source and line(target.source)) for target in found)


def _rates(connection: Connection, currency: str) -> tuple[Rate, ...]:
    return tuple(
        Rate(quote, rate_on, rate, line(source))
        for base, quote, rate_on, rate, source in _about(connection, "exchange_rates")
        if base == currency
    )
