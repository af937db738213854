"""Reach: referrals of a district against the births there, whichever centre received them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.indicators.cubes import Cubes, Span, place, series
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, rate
from dashboard.messages import N_

REFERRALS_PER_BIRTHS = Indicator(
    id="R6",
    name=N_("Referrals per 1,000 births"),
    tile=N_("Reach"),
    nature="flow",
    measure="rate",
    base="families",
    meaning=N_(
        "How many families of a district were referred in twelve months, for every 1,000 "
        "births there. Few referrals where many children are born may point to a gap in "
        "welfare coverage."
    ),
    counted=N_(
        "New referrals of the twelve months to the end of the period from the districts of the "
        "unit, whichever centre received them."
    ),
    out_of=N_("Live births in these districts, in the newest year that is known."),
    not_counted=N_("Referrals that repeat an earlier one of the same family."),
    unknown=N_("Referrals of the unit without a district, or from one without births on record."),
    source=N_("Referrals; public statistics of births."),
    adds_up=Sums(over_time=False),
    needs=("area_births",),
    families=True,
)

INDICATORS = (REFERRALS_PER_BIRTHS,)


def _referrals_per_births(cubes: Cubes) -> Compute:
    rows = cubes.snapshot.counts["referrals_of_a_year_by_area_and_month"]
    births = cubes.snapshot.counts["births_by_area_and_month"]
    known = pd.Index(births["area_code"].unique())
    districts = _districts(cubes, known)
    named = {area for areas in districts for area in areas}
    axis = pd.Index(sorted(named.union(known)))
    referred = _by_area(cubes, rows, axis, "referrals")
    born = _by_area(cubes, births, axis, "births")
    chosen = [axis.get_indexer(areas) for areas in districts]
    outside = cubes.roll_up(_outside(cubes, rows.loc[~series(rows, "area_code").isin(list(known))]))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        areas = chosen[unit]
        number = float(referred[areas, span.window].sum())
        missing = float(outside[unit, span.window])
        of = float(born[areas, span.window].sum())
        return rate(number, of, missing, (number,), missing)

    return compute


def _districts(cubes: Cubes, known: pd.Index) -> list[list[str]]:
    """Return the districts of each unit, in the order of the tree."""
    units = cubes.snapshot.units
    return [_of_unit(units.level(id_), units.area_code(id_), known) for id_ in units.ids]


def _of_unit(level: str, area_code: str | None, known: pd.Index) -> list[str]:
    if level == "programme":
        return list(known)
    if area_code is None:
        return []
    if level == "centre":
        return [area_code]
    return [area for area in known if area.startswith(area_code)]


def _by_area(cubes: Cubes, rows: pd.DataFrame, axis: pd.Index, column: str) -> np.ndarray:
    """Return numbers by area and month."""
    axes = [axis.get_indexer(series(rows, "area_code")), cubes.months_of(series(rows, "month"))]
    return place(axes, [len(axis), cubes.shape[1]], series(rows, column))


def _outside(cubes: Cubes, rows: pd.DataFrame) -> np.ndarray:
    axes = [cubes.units_of(series(rows, "org_id")), cubes.months_of(series(rows, "month"))]
    return place(axes, list(cubes.shape), series(rows, "referrals"))


ARITHMETIC = {"R6": _referrals_per_births}
