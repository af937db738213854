"""Write a synthetic case database, with a bar, and a sentence where that fails."""

from __future__ import annotations

from pathlib import Path

import duckdb

from dashboard.commands.progress import bar
from dashboard.refusal import Refused


def write_file(out: Path, families: int, seed: int) -> None:
    """Write a synthetic database to a DuckDB file, whole or not at all.

    Raises:
        Refused: the file cannot be written.

    """
    from dashboard.case_database.synthetic import write

    try:
        with bar(f"Synthetic database, {families:,} families") as progress:
            write(out, families, seed, progress)
    except (OSError, duckdb.IOException) as error:
        # DuckDB gives its reason as text alone, and over several lines.
        said = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise Refused(
            f"The synthetic database '{out}' cannot be written ({said}): "
            "expected a folder with room that you may write to; name another."
        ) from None
