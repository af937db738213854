"""From numpy arrays to Arrow tables that follow the contract.

While rows are drawn a day is a whole number (days since 1970-01-01), a code is
its place in the contract's list, and a key is the row that it points at. Only
here do they become dates, words and keys, without a Python loop over rows.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.contract import TABLES, Column, codes

NEVER = 2**30
"""The day of what has not happened: an empty date."""

NONE = -1
"""An empty code, reference, whole number or truth value."""


def code(table: str, column: str, word: str) -> int:
    """Return the place of a code in the contract's list."""
    return codes(table, column).index(word)


def choose(
    random: np.random.Generator, count: int, table: str, column: str, weights: dict[str, float]
) -> np.ndarray:
    """Draw `count` codes of a column: their places, by the weights of the words."""
    places = np.array([code(table, column, word) for word in weights], dtype=np.int8)
    reach = np.cumsum(list(weights.values()))
    return places[np.searchsorted(reach, random.random(count) * reach[-1], side="right")]


def refer(keys: pa.Array, rows: np.ndarray) -> pa.Array:
    """Return the keys of the rows; NONE becomes empty. The keys are held once."""
    rows = np.asarray(rows, dtype=np.int32)
    return pa.DictionaryArray.from_arrays(pa.array(rows, mask=rows < 0), keys)


def table(name: str, /, **columns: object) -> pa.Table:
    """Return an Arrow table with the contract's columns in its order.

    Args:
        name: table of the contract.
        columns: every column of it, as an Arrow array or as numpy values.
    """
    contract = TABLES[name]
    if set(columns) != set(contract.column_names):
        wrong = sorted(set(columns) ^ set(contract.column_names))
        raise ValueError(f"{name}: the columns {wrong} are not those of the contract.")
    arrays = [_array(column, columns[column.name]) for column in contract.columns]
    return pa.table(arrays, names=list(contract.column_names))


def _array(column: Column, values: object) -> pa.Array:
    if isinstance(values, (pa.Array, pa.ChunkedArray)):
        return values
    values = np.asarray(values)
    if column.codes and values.dtype.kind in "iu":
        return _coded(column, values)
    if column.type == "text":
        return pa.array(values.tolist(), pa.string())
    if column.type == "date":
        days = values.astype("datetime64[D]") if values.dtype.kind == "O" else values
        return _dates(np.asarray(days).astype(np.int64))
    return _plain(column.type, values)


def _coded(column: Column, places: np.ndarray) -> pa.Array:
    words = pa.array(column.codes, pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int8), mask=places < 0), words)


def _dates(days: np.ndarray) -> pa.Array:
    empty = days >= NEVER
    return pa.array(np.where(empty, 0, days).astype("datetime64[D]"), pa.date32(), mask=empty)


def _plain(type_: str, values: np.ndarray) -> pa.Array:
    if type_ == "boolean":
        return pa.array(values.astype(bool), mask=values.astype(np.int8) < 0)
    if type_ == "integer":
        return pa.array(values.astype(np.int32), mask=values < 0)
    if type_ == "timestamp":
        return pa.array(values.astype("datetime64[us]"))
    numbers = values.astype(np.float64)
    return pa.array(numbers, mask=np.isnan(numbers))
