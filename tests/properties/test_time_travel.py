"""Any past day can be asked again: what happened later changes nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dashboard.indicators.registry import INDICATORS
from properties.asking import UNITS, ask, changed, everything, figures_of, written
from properties.drawing import LATEST, Programme, programmes
from properties.drawing.later import carried_on

PAST_DAYS = st.sampled_from([date(2026, 5, 31), date(2026, 4, 30), date(2026, 2, 28), date(2025, 12, 31)])
PERIODS = ("2026-05", "2026-06", "2026-Q2", "2026", "2025")


@given(programmes(), PAST_DAYS)
def test_a_stock_on_a_past_day_stays_as_it_was(programme: Programme, day: date) -> None:
    with written(programme) as engine:
        then, now = (everything(figures_of(engine, as_of), UNITS, (f"{day:%Y-%m}",)) for as_of in (day, None))
    assert {key for key in changed(then, now) if INDICATORS[key[0].id].nature == "stock"} == set()


@given(programmes().flatmap(lambda programme: st.tuples(st.just(programme), carried_on(programme))))
def test_what_happens_later_changes_nothing(both: tuple[Programme, Programme]) -> None:
    kept, later = both
    found = changed(everything(ask(kept), UNITS, PERIODS), everything(ask(later, LATEST), UNITS, PERIODS))
    # Q1 is of the database as loaded, whatever the as-of day.
    assert {key for key in found if key[0].id != "Q1"} == set()
