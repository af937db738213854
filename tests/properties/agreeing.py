"""What a snapshot has to agree with: itself once it is saved, and an independent reading of the rows."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pandas as pd
from reference import indicator_rows, without_errors
from reference.compare import differences
from reference.rows import Tables
from reference.rule_units import findings, left_out
from reference.rules import newest_load

from dashboard import snapshot
from dashboard.indicators import machine
from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period
from dashboard.snapshot import Snapshot

# A snapshot keeps nine digits after the point, which a share of very little shows.
CLOSE = 1e-6


def agrees(taken: Snapshot, loaded: Tables) -> None:
    """Hold a snapshot to the rows that it was taken from, as the reference reads them."""
    _tells_the_rules(taken, loaded)
    _counts_what_was_loaded(taken, loaded)


def reads_back_as_it_was(taken: Snapshot) -> None:
    """Hold a snapshot to itself once it is saved."""
    with tempfile.TemporaryDirectory() as folder:
        snapshot.save(taken, Path(folder) / "1")
        again = snapshot.read(Path(folder) / "1")
    assert again is not None
    for name, value in vars(taken).items():
        other = getattr(again, name)
        if isinstance(value, pd.DataFrame):
            pd.testing.assert_frame_equal(other, value, check_dtype=False)
        elif name == "units":
            assert list(other) == list(value)
        elif name == "counts":
            for query, rows in value.items():
                pd.testing.assert_frame_equal(other[query], rows, check_dtype=False)
        else:
            assert other == value


def _tells_the_rules(taken: Snapshot, loaded: Tables) -> None:
    told = {(row.rule, row.table_name, row.unit): row.rows for row in taken.findings.itertuples()}
    lacking = {(row.table_name, row.unit): row.rows for row in taken.left_out_rows.itertuples()}
    for ours, theirs in ((told, findings(loaded)), (lacking, left_out(loaded))):
        alone = {key for key, unused_rows in ours.items() ^ theirs.items()}
        assert {key for key in alone if not _of_an_absent_table(key, taken)} == set(), (ours, theirs)


def _of_an_absent_table(key: tuple[str, ...], taken: Snapshot) -> bool:
    """Whether rows refer to an optional table that is not there: then nobody asks to what."""
    return "settlement" in key and "advance" in taken.not_recorded


def _counts_what_was_loaded(taken: Snapshot, loaded: Tables) -> None:
    as_of = newest_load(loaded)["latest_event_on"]
    last = as_of.replace(day=1)
    first = date(last.year, 1, 1)
    product = {
        (row["indicator"], row["unit"], row["split"]): row
        for row in machine.rows(Figures(taken), Period(first, last, "range"), taken.units.ids)
        if not taken.not_recorded.intersection(INDICATORS[row["indicator"]].needs)
    }
    reference = {
        key: figure
        for key, figure in indicator_rows(without_errors(loaded), as_of, first, last, loaded=loaded).items()
        if not taken.not_recorded.intersection(INDICATORS[key[0]].needs)
    }
    wrong = [*differences(product, reference, CLOSE)]
    assert wrong == [], wrong[:5]
