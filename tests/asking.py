"""Questions to a small database, as the pages put them."""

from __future__ import annotations

from sqlalchemy import Engine

from dashboard.i18n.words import words
from dashboard.indicators.figures import Figures
from dashboard.periods import Period
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import EVERY_LEVEL, EVERY_PERIOD, Profile, Reader
from dashboard.sentences.question import Question
from dashboard.snapshot import take

OPEN = Profile("open", 0, 10, EVERY_LEVEL, EVERY_PERIOD)
CLOSED = Profile("closed", 5, 10, EVERY_LEVEL, EVERY_PERIOD)


def ask(
    engine: Engine,
    unit: str = "P",
    period: str = "2026-06",
    compare: str = "previous",
    profile: Profile = OPEN,
    language: str = "en",
) -> Question:
    """Return the question of a reader who sees every unit."""
    desk = Desks(Figures(take(engine))).desk(Reader(profile))
    return Question(desk, words(language), unit, Period.parse(period, desk.as_of), compare)


def families(org_id: str, count: int, since: str = "2026-01-01") -> dict[str, list[dict]]:
    """Return rows of families of a centre, active since a day."""
    names = [f"{org_id}{number}" for number in range(count)]
    file = {"org_id": org_id, "intake_on": since, "opened_on": since}
    return {
        "case_file": [{"case_id": name, **file} for name in names],
        "case_status": [{"case_id": name, "valid_from": since} for name in names],
        "case_level": [{"case_id": name, "valid_from": since} for name in names],
    }


def together(*parts: dict[str, list[dict]]) -> dict[str, list[dict]]:
    """Return the rows of several parts, table by table."""
    found: dict[str, list[dict]] = {}
    for part in parts:
        for name, rows in part.items():
            found[name] = [*found.get(name, []), *rows]
    return found
