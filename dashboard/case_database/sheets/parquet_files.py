"""Parquet files: columns with types; rows are numbered from 1, beneath a header that they have not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.case_database.findings import Finding
from dashboard.case_database.sheets.sheet import Row, Sheet, Unreadable, as_text

ROWS_AT_ONCE = 10_000


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows, the names of the columns as row 0; see `sheets.rows`."""
    try:
        with pq.ParquetFile(sheet.path) as file:
            _require_plain(file.schema_arrow, sheet)
            yield 0, list(file.schema_arrow.names)
            numbers = count(1)
            for batch in file.iter_batches(ROWS_AT_ONCE):
                columns = [map(as_text, column.to_pylist()) for column in batch.columns]
                for values in zip(*columns, strict=True):
                    yield next(numbers), list(values)
    except (pa.ArrowException, OSError, ValueError, OverflowError):
        # Days that no calendar has, among others.
        raise Unreadable(Finding("not_parquet", sheet.file)) from None


def _require_plain(schema: pa.Schema, sheet: Sheet) -> None:
    for column in schema:
        kind = column.type
        if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
            raise Unreadable(Finding("not_plain", sheet.file, None, column.name))
