"""Exports as a site would write them: a folder of CSV files, or a workbook."""

import csv
from datetime import date

import openpyxl
import worlds
from sqlalchemy import text

from dashboard.case_database.contract import TABLES

SMALL = worlds.ALWAYS | {
    "worker": [{}],
    "case_file": [{}],
    "case_status": [{}],
    "case_assignment": [{}],
    "certification": [{}],
    "visit": [{}],
    "child": [{}],
}


def write_folder(folder, without=(), **tables):
    """Write CSV files as a site would; values are the text of their type."""
    folder.mkdir(exist_ok=True)
    for name in TABLES:
        if name not in without:
            rows = [*worlds.complete(name, (SMALL | tables).get(name, []))]
            write_file(folder / f"{name}.csv", TABLES[name].column_names, rows)
    return folder


def write_file(path, header, rows, encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(header)
        writer.writerows([[as_text(row.get(name)) for name in header] for row in rows])


def as_text(value):
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def write_workbook(folder, **tables):
    """Write a workbook with a sheet for each table; days are cells of that kind."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in TABLES.items():
        sheet = book.create_sheet(name)
        sheet.append(table.column_names)
        days = {column.name for column in table.columns if column.type == "date"}
        for row in worlds.complete(name, (SMALL | tables).get(name, [])):
            sheet.append([as_cell(value, column in days) for column, value in row.items()])
    folder.mkdir(exist_ok=True)
    book.save(folder / "cases.xlsx")
    return folder / "cases.xlsx"


def as_cell(value, is_day):
    try:
        return date.fromisoformat(value) if is_day and value else value
    except ValueError:
        return value


def loaded(engine, table):
    """Return how many rows a table of the database holds."""
    with engine.connect() as connection:
        return connection.execute(text(f"select count(*) from {table}")).scalar_one()
