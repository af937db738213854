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
        "unit with births on record for that year or an earlier one, whichever centre received them."
    ),
    out_of=N_("Live births in these districts, in the newest year that is known."),
    not_counted=N_("Referrals that repeat an earlier one of the same family."),
    unknown=N_(
        "Referrals of the unit without a district, or from one without births on record for "
        "that year or an earlier one."
    ),
    source=N_("Referrals; public statistics of births."),
    public_base=True,
    adds_up=Sums(over_time=False, at_end=(None,)),
    needs=("area_births",),
    families=True,
)

INDICATORS = (REFERRALS_PER_BIRTHS,)
REFERRALS, BIRTHS = "referrals_of_a_year_by_area_and_month", "births_by_area_and_month"


def _referrals_per_births(cubes: Cubes) -> Compute:
    rows, births = cubes.snapshot.counts[REFERRALS], cubes.snapshot.counts[BIRTHS]
    areas = pd.Index(sorted(set(series(births, "area_code"))))
    districts = [areas.get_indexer(found) for found in _districts(cubes, areas)]
    known = _with_births(rows, births)
    referred = _by_area(cubes, REFERRALS, areas, "referrals", known)
    born = _by_area(cubes, BIRTHS, areas, "births", np.full(len(births), True))
    outside = cubes.roll_up(_outside(cubes, ~known))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = float(referred[districts[unit], span.window].sum())
        missing = float(outside[unit, span.window])
        of = float(born[districts[unit], span.window].sum())
        return rate(number, of, missing, (number,), missing)

    return compute


def _with_births(rows: pd.DataFrame, births: pd.DataFrame) -> np.ndarray:
    """Return which rows are of a district whose births are known in the month."""
    asked, known = (
        pd.MultiIndex.from_arrays([series(each, "area_code"), series(each, "month")])
        for each in (rows, births)
    )
    return asked.isin(known)


def _districts(cubes: Cubes, areas: pd.Index) -> list[list[str]]:
    """Return the districts of each unit, in the order of the tree."""
    units = cubes.snapshot.units
    return [_of_unit(units.level(id_), units.area_code(id_), areas) for id_ in units.ids]


def _of_unit(level: str, area_code: str | None, areas: pd.Index) -> list[str]:
    if level == "programme":
        return list(areas)
    if area_code is None:
        return []
    if level == "centre":
        return [area for area in areas if area == area_code]
    return [area for area in areas if area.startswith(area_code)]


def _by_area(cubes: Cubes, query: str, areas: pd.Index, column: str, counted: np.ndarray) -> np.ndarray:
    """Return numbers by area and month, of the rows that are counted."""
    rows = cubes.snapshot.counts[query]
    axes = [areas.get_indexer(series(rows, "area_code"))[counted], cubes.months_of(query)[counted]]
    return place(axes, [len(areas), cubes.shape[1]], series(rows.loc[counted], column))


def _outside(cubes: Cubes, counted: np.ndarray) -> np.ndarray:
    """Return the referrals of some rows by unit and month."""
    rows = cubes.snapshot.counts[REFERRALS]
    axes = [cubes.units_of(REFERRALS)[counted], cubes.months_of(REFERRALS)[counted]]
    return place(axes, list(cubes.shape), series(rows.loc[counted], "referrals"))


ARITHMETIC = {"R6": _referrals_per_births}
