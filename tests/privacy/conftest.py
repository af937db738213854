"""Desks over a snapshot whose counts a test writes itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from privacy.written_counts import counted

from dashboard.indicators.figures import Figures
from dashboard.privacy.desk import Desk
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import EVERY_LEVEL, EVERY_PERIOD, PROFILES, Profile, Reader

# As the regional profile, but told in every detail.
FINE = Profile("fine", 5, 10, EVERY_LEVEL, EVERY_PERIOD, most_hidden=1)
KINDS_OF_READER = PROFILES | {"fine": FINE}


@pytest.fixture
def desk() -> Callable[..., Desk]:
    """Return the desk of a profile: `desk("regional", families_by_centre_and_month=[…])`."""

    def sit(profile: str, scope: tuple[str, ...] = (), as_of: str = "2026-06-30", **rows) -> Desk:
        figures = Figures(counted(date.fromisoformat(as_of), **rows))
        return Desks(figures).desk(Reader(KINDS_OF_READER[profile], frozenset(scope)))

    return sit
