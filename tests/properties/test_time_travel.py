"""Any past day can be asked again: what happened later changes nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from properties.asking import UNITS, ask, changed, everything, figures_of, written
from properties.drawing import LATEST, Programme, programmes
from properties.drawing.later import carried_on

from dashboard.indicators.registry import INDICATORS

PAST_DAYS = (date(2026, 5, 31), date(2026, 4, 30), date(2026, 2, 28))
PERIODS = ("2026-05", "2026-06", "2026-Q2", "2026", "2025")


@settings(max_examples=4)
@given(programmes())
def test_a_stock_on_a_past_day_stays_as_it_was(programme: Programme) -> None:
    with written(programme) as engine:
        now = figures_of(engine)
        then = {day: figures_of(engine, day) for day in PAST_DAYS}
    for day, figures in then.items():
        said, still_said = (everything(each, UNITS, (f"{day:%Y-%m}",)) for each in (figures, now))
        stocks = {key for key in changed(said, still_said) if INDICATORS[key[0].id].nature == "stock"}
        assert stocks == set()


@settings(max_examples=7)
@given(programmes().flatmap(lambda programme: st.tuples(st.just(programme), carried_on(programme))))
def test_what_happens_later_changes_nothing(both: tuple[Programme, Programme]) -> None:
    kept, later = both
    found = changed(everything(ask(kept), UNITS, PERIODS), everything(ask(later, LATEST), UNITS, PERIODS))
    # Q1 is of the database as loaded, whatever the as-of day.
    assert {key for key in found if key[0].id != "Q1"} == set()
