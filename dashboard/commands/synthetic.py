"""Write a synthetic case database, with a bar, and a sentence where that fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from tqdm import tqdm

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


@contextmanager
def bar(description: str) -> Iterator[Callable[[float], None]]:
    """Show a bar on standard error and yield what moves it.

    The yielded function takes the share of the work that is done, 0 to 1.
    Where standard error is no terminal nothing is drawn.
    """
    layout = "{desc}: {percentage:3.0f}%|{bar}| {elapsed}"
    with tqdm(total=100, desc=description, bar_format=layout, disable=None, file=sys.stderr) as drawn:

        def move(share: float) -> None:
            drawn.update(max(0.0, min(100.0, 100 * share) - drawn.n))

        yield move
