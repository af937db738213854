"""The guide's example gives the figures that the same data give in the form of the contract."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest
import site_exports
from sqlalchemy import URL, create_engine, text

from dashboard.case_database import synthetic
from dashboard.case_database.contents import inspect
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.indicators.machine import indicator_rows

HERE = Path(__file__).parent
GUIDE = Path(__file__).resolve().parents[2] / "dashboard" / "connect"
GRANTS = re.findall(r"```sql\n(.*?)```", (GUIDE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
NUMBERS = itertools.count()
# The example's site has none of them.
WITHOUT = {name for name, table in TABLES.items() if not table.required} - {"visit_content"}


def run(url: URL, script: str) -> None:
    """Run a whole script in one transaction, as `psql` does."""
    dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(dsn) as connection:
        connection.execute("set timezone = 'Asia/Seoul'")
        connection.execute(script)


def export(folder: Path) -> Path:
    """Write 100 synthetic families in the form of the contract."""
    folder.mkdir()
    for name, rows in synthetic.generate(100, 1).items():
        if name not in WITHOUT:
            site_exports.write_file(folder / f"{name}.csv", TABLES[name].column_names, rows.to_pylist())
    return folder


@pytest.fixture(scope="module")
def site(postgresql_server: URL, tmp_path_factory) -> Iterator[tuple[URL, URL]]:
    """The addresses of the data in the form of the contract, and of the guide's views as its role."""
    admin = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    name = f"site_{next(NUMBERS)}"
    with admin.connect() as connection:
        connection.execute(text(f"create database {name}"))
    url = postgresql_server.set(database=name)
    run(url, "create schema given")
    given = url.update_query_dict({"options": "-c search_path=given"})
    load(export(tmp_path_factory.mktemp("connect") / "export"), given)
    for script in (GUIDE / "site.sql", GUIDE / "views.sql", HERE / "fill.sql"):
        run(url, script.read_text(encoding="utf-8"))
    run(url, "".join(GRANTS))
    yield given, url.set(username="dashboard")
    with admin.connect() as connection:
        connection.execute(text(f"drop database {name} with (force)"))
        connection.execute(text("drop role dashboard"))
    admin.dispose()


def test_every_indicator_is_that_of_the_same_data_in_the_form_of_the_contract(site):
    given, views = (
        [*indicator_rows(open_engine(each), None, date(2026, 1, 1), date(2026, 6, 1))] for each in site
    )
    assert len(views) > 1000
    assert views == given


def test_no_row_is_left_out(site):
    with reading(open_engine(site[1])) as opened:
        assert opened.left_out == {}
        assert opened.absent == WITHOUT


def test_the_views_hold_the_contract_s_columns_and_no_other(site):
    with open_engine(site[1]).connect() as connection:
        columns = connection.execute(
            text(
                "select table_name, column_name from information_schema.columns "
                "where table_schema = 'contract' and table_name <> 'code' order by ordinal_position"
            )
        )
        found: dict[str, tuple[str, ...]] = {}
        for table, column in columns:
            found[table] = (*found.get(table, ()), column)
    assert found == {name: TABLES[name].column_names for name in inspect(open_engine(site[1])).relations}


def test_the_role_reads_nothing_of_the_system_itself(site):
    with open_engine(site[1]).connect() as connection:
        tables = connection.execute(
            text("select count(*) from pg_tables where schemaname = 'desk'")
        ).scalar_one()
        readable = connection.execute(
            text(
                "select count(*) from pg_class where relnamespace = 'desk'::regnamespace and "
                "has_schema_privilege('desk', 'usage')"
            )
        ).scalar_one()
    assert tables > 20
    assert readable == 0
