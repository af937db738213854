"""Write a synthetic case database whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dashboard.commands.progress import bar
from dashboard.refusal import Refused


def write_file(out: Path, families: int, seed: int) -> None:
    """Write a synthetic database to a DuckDB file.

    It is written beside its place and moved there when it is whole, so that a
    stopped first start leaves no half database behind.

    Raises:
        Refused: the folder cannot be written.
    """
    from dashboard.case_database.synthetic import write

    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".writing-") as folder:
            part = Path(folder) / "synthetic.duckdb"
            with bar(f"Synthetic database, {families:,} families") as progress:
                write(str(part), families, seed, progress)
            os.replace(part, out)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise Refused(
            f"The synthetic database '{out}' cannot be written ({reason}): "
            "expected a folder with room that you may write to; name another."
        ) from None
