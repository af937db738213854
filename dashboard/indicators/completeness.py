"""Completeness: whether the fields that must be filled are filled."""

from __future__ import annotations

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.result import Compute, Result, share
from dashboard.messages import N_

REQUIRED_FIELDS_COMPLETE = Indicator(
    id="Q1",
    name=N_("Required fields complete"),
    tile=N_("Fields complete"),
    nature="stock",
    measure="share",
    base="fields",
    meaning=N_(
        "How many of the fields that must be filled are filled, in the whole database as it was "
        "loaded. A record with one of them empty is left out of every other figure."
    ),
    counted=N_("Filled fields among those that may not be empty."),
    out_of=N_("All fields that may not be empty, in the tables that every database must have."),
    not_counted=N_("Fields that may be empty, and tables that may be absent."),
    source=N_("All required tables, records with errors among them."),
    better="more",
    programme_only=True,
)

INDICATORS = (REQUIRED_FIELDS_COMPLETE,)


def _required_fields_complete(cubes: Cubes) -> Compute:
    found = cubes.snapshot.completeness

    # One figure of the whole database, whatever the unit and the day.
    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        return share(found.filled, found.required)

    return compute


ARITHMETIC = {"Q1": _required_fields_complete}
