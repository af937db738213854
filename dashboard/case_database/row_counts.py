"""How many rows each table holds, asked of DuckDB at once: of its own tables it knows without a look."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection


def row_counts(connection: Connection, addresses: Mapping[str, str]) -> dict[str, int]:
    """Return the number of rows by table, of tables at addresses."""
    if not addresses:
        return {}
    counts = (f"select '{name}', count(*) from {address}" for name, address in addresses.items())
    return dict(map(tuple, connection.exec_driver_sql(" union all ".join(counts))))
