"""A transaction on PostgreSQL begins with what it may do; the operator's own settings win, in Seoul."""

from contextlib import closing

import pytest
import worlds
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from dashboard.case_database import copying
from dashboard.case_database.engine import open_engine, open_for_writing
from dashboard.case_database.transactions import settings


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("", ({}, "")),
        ("-c search_path=cases", ({"search_path": "cases"}, "")),
        ("-csearch_path=cases,public", ({"search_path": "cases,public"}, "")),
        ("--statement-timeout=7 -c a.b=c", ({"statement_timeout": "7", "a.b": "c"}, "")),
        (r"-c search_path=the\ cases -e", ({"search_path": "the cases"}, "-e")),
    ],
)
def test_options_of_an_address_are_read_as_settings(options, told):
    assert settings(options) == told


def asked(engine, *names):
    """Return what the settings are, in a second transaction on the same connection."""
    with engine.connect() as connection:
        connection.rollback()
        return [connection.execute(text(f"show {name}")).scalar_one() for name in names]


def test_each_transaction_reads_one_snapshot_in_seoul_and_in_unicode(server):
    url, _run = server
    names = ("transaction_isolation", "transaction_read_only", "timezone", "client_encoding", "datestyle")
    assert asked(open_engine(url), *names) == ["repeatable read", "on", "Asia/Seoul", "UTF8", "ISO, MDY"]
    assert asked(open_for_writing(url), *names[:3]) == ["read committed", "off", "Asia/Seoul"]


def test_the_operator_s_own_settings_win_but_for_zone_and_encoding(server):
    url, _run = server
    own = f"{url.query['options']} -c statement_timeout=7s -c timezone=UTC -c client_encoding=latin1"
    schema = url.query["options"].split("=")[1]
    engine = open_engine(url.update_query_dict({"options": f"{own} -c app.note=100%"}))
    assert asked(engine, "search_path", "statement_timeout", "timezone", "client_encoding", "app.note") == [
        schema,
        "7s",
        "Asia/Seoul",
        "UTF8",
        "100%",
    ]


def test_the_driver_that_hands_over_rows_begins_alike(server):
    url, _run = server
    engine = worlds.write(url)
    unused_contents, address = copying._found(engine)
    with copying._connected(engine, address) as source, closing(source.cursor()) as cursor:
        cursor.execute(
            "select current_setting('transaction_isolation'), current_setting('transaction_read_only'), "
            "current_setting('timezone'), current_setting('statement_timeout')"
        )
        assert cursor.fetchone() == ("repeatable read", "on", "Asia/Seoul", "5min")


def test_a_role_that_is_told_not_to_write_does_not(server):
    url, _run = server
    worlds.write(url)
    own = f"{url.query['options']} -c default_transaction_read_only=on"
    engine = open_for_writing(url.update_query_dict({"options": own}))
    with engine.connect() as connection, pytest.raises(DBAPIError, match="read-only"):
        connection.execute(text("delete from visit"))
