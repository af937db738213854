"""Every page opens on databases that are nearly empty, untidy or of another shape."""

from __future__ import annotations

import pytest
import worlds

from dashboard.case_database.contract import TABLES
from dashboard.case_database.rules import MAY_LIE_AHEAD, TABLES_AHEAD
from dashboard.views import VIEWS

from .conftest import said

PAGES = [view.name for view in VIEWS]
# What most depends on who reads: tiles and attention, money, and what was left out.
BY_PROFILE = ("overview", "grants", "quality")
CENTRES = worlds.ALWAYS["org_unit"]
BUSY = {
    name: [{}]
    for name in worlds.DEFAULTS
    if name not in ("service_level", "data_load", "org_capacity", "indicator_target")
}
# Days that lie ahead, farther than a calendar reaches, and a row more whose days are before all others.
ENDS_OF_THE_CALENDAR = {
    name: [
        {column: "10000-01-01" for column in days if name in TABLES_AHEAD or column in MAY_LIE_AHEAD},
        dict.fromkeys(days, "-infinity"),
    ]
    for name in BUSY
    if (days := [column.name for column in TABLES[name].columns if column.type == "date"])
}
OPTIONAL = tuple(name for name, table in TABLES.items() if not table.required)
LONG = "가족센터 " * 1000

WORLDS: dict[str, dict] = {
    "no families": {},
    "one row in each table": BUSY,
    "no optional table": {"without": OPTIONAL},
    "a programme alone": {"org_unit": CENTRES[:1], "org_label": []},
    "a centre beneath the programme": {
        "org_unit": [CENTRES[0], {"org_id": "A", "parent_id": "P", "level": "centre"}],
        **{name: BUSY[name] for name in ("case_file", "case_status", "case_level", "referral")},
    },
    "no names": {**BUSY, "org_label": []},
    "endless names": {
        **BUSY,
        "org_label": [{"org_id": unit, "lang": "ko", "name": LONG} for unit in ("P", "R", "A", "B")],
    },
    "another currency": {
        **BUSY,
        "budget_line": [{"currency": "EUR"}],
        "grant_payment": [{"currency": "EUR"}],
    },
    "no levels of service": {**BUSY, "service_level": []},
    "a load in the middle of a month": {**BUSY, "data_load": [{"latest_event_on": "2026-06-11"}]},
    "a load on the first day": {
        "data_load": [{"latest_event_on": "2026-01-01"}],
        "case_file": [{}],
        "case_status": [{}],
    },
    "a centre that is closed and one still to open": {
        **BUSY,
        "org_unit": [
            *CENTRES[:2],
            {**CENTRES[2], "launched_on": "2024-01-01", "closed_on": "2026-02-01"},
            {**CENTRES[3], "launched_on": "2026-07-01"},
        ],
    },
    "a region that holds families and money itself": {
        **BUSY,
        "case_file": [{"org_id": "R"}],
        "budget_line": [{"org_id": "R"}],
    },
    "days at the ends of the calendar": {
        **BUSY,
        **ENDS_OF_THE_CALENDAR,
        "org_unit": [unit | {"launched_on": "2024-01-01", "closed_on": "10000-01-01"} for unit in CENTRES],
        "indicator_target": [{"target": 0.8, "valid_to": "10000-01-01"}],
    },
    "a budget of nothing": {**BUSY, "budget_version": [{"amount": 0}]},
    "capacity of nothing": {**BUSY, "org_capacity": [{"max_active_cases": 0}]},
}


def test_a_reader_without_a_complete_period_is_told(serve, duckdb_address) -> None:
    worlds.write(duckdb_address, **WORLDS["a load on the first day"]).dispose()
    assert "is complete yet" in said(serve(duckdb_address.database)(lang="en"))


# Who presents has the figures of the regional view.
@pytest.mark.parametrize("name", WORLDS)
def test_every_page_opens(name: str, serve, duckdb_address, caplog) -> None:
    worlds.write(duckdb_address, **WORLDS[name]).dispose()
    for profile in ("regional", "headquarters", "own_centre"):
        open_page = serve(
            duckdb_address.database, profile=profile, scope="A,B" if profile == "own_centre" else ""
        )
        for page in PAGES:
            if profile == "regional" or page in BY_PROFILE:
                assert not open_page(page, lang="fr").exception, (page, profile)
    # A card that could not be drawn is logged, and the others stay: none may be.
    assert [record.message for record in caplog.records if "card" in record.message] == []
