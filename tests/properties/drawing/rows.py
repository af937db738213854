"""Rows of a drawn programme, table by table, as `worlds.write` takes them."""

from __future__ import annotations

from hypothesis import strategies as st

from dashboard.case_database.contract import TABLES

Rows = dict[str, list[dict]]
UNKNOWN_CODE = "castle"


def together(*parts: Rows) -> Rows:
    """Return the rows of several parts, table by table."""
    found: Rows = {}
    for part in parts:
        for table, rows in part.items():
            found[table] = [*found.get(table, []), *rows]
    return found


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """Draw nothing, or what the strategy draws."""
    return st.none() | strategy


def mostly(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """Draw what the strategy draws, and nothing one time in four."""
    return st.sampled_from([False, True, True, True]).flatmap(lambda there: strategy if there else st.none())


@st.composite
def spoilt(draw: st.DrawFn, rows: Rows) -> Rows:
    """Draw the same rows, one of them with a value that breaks a rule."""
    table = draw(st.sampled_from(sorted(name for name in rows if rows[name])))
    column = draw(
        st.sampled_from(
            [column for column in TABLES[table].columns if not (column.nullable or column.primary_key)]
        )
    )
    wrong = UNKNOWN_CODE if column.codes and draw(st.booleans()) else None
    place = draw(st.integers(0, len(rows[table]) - 1))
    changed = [*rows[table]]
    changed[place] = changed[place] | {column.name: wrong}
    return rows | {table: changed}
