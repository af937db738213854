"""The two engines say the same, to the last digit that is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import worlds
from hypothesis import given
from sqlalchemy import URL, Engine

from dashboard.indicators import machine
from properties.asking import written
from properties.drawing import Programme, programmes


@given(programme=programmes())
def test_both_engines_print_the_same_rows(new_schema: Callable[[], URL], programme: Programme) -> None:
    with written(programme) as engine:
        of_duckdb = printed(engine)
    engine = worlds.write(new_schema(), programme.without, **programme.rows)
    of_postgresql = printed(engine)
    engine.dispose()
    assert of_postgresql == of_duckdb


def printed(engine: Engine) -> list[str]:
    rows = machine.indicator_rows(engine, None, date(2026, 4, 1), date(2026, 6, 1))
    return machine.jsonl(rows).splitlines()
