"""The database in memory in which prepared and copied rows lie, compressed."""

from __future__ import annotations

from sqlalchemy import Connection

# A name that no file has.
PREPARED = '"prepared rows"'


def make(connection: Connection) -> None:
    """Make the database, so that tables made without the name of another lie in it."""
    connection.exec_driver_sql(f"attach ':memory:' as {PREPARED} (compress)")
    connection.exec_driver_sql(f"use {PREPARED}")
    # A file may be called as what was there at first.
    connection.exec_driver_sql("detach memory")


def compress(connection: Connection) -> None:
    """Compress the tables among the prepared rows, which they are not before."""
    connection.commit()
    connection.exec_driver_sql(f"checkpoint {PREPARED}")
