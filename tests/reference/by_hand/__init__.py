"""A world worked out by hand: each indicator has centres of its own.

Two questions look at the same two months, and every module has the literal
answers of its indicators to both. Nothing of one centre touches another's
figures, but for the offers that C6 takes from the whole programme.

    world()     -> tables
    QUESTIONS   -> name: as-of day, first and last month
    EXPECTED    -> question: (indicator, unit): split: Figure
"""

from datetime import date

from ..rows import Tables
from . import (
    case_management,
    continuity,
    doses,
    milestones,
    money,
    outlook,
    referrals,
    requests,
    savers,
)
from .sheet import Sheet

MODULES = (
    referrals,
    case_management,
    outlook,
    doses,
    milestones,
    continuity,
    savers,
    requests,
    money,
)
JANUARY, FEBRUARY = date(2026, 1, 1), date(2026, 2, 1)
QUESTIONS = {
    # The day is 28 February, and what came until 10 April is known of flows.
    "looked back": (date(2026, 4, 10), JANUARY, FEBRUARY),
    # The period ends with the as-of day.
    "cut": (date(2026, 2, 20), JANUARY, FEBRUARY),
}
EXPECTED = {
    question: {key: figures for module in MODULES for key, figures in module.EXPECTED[question].items()}
    for question in QUESTIONS
}


def world() -> Tables:
    sheet = Sheet()
    for module in MODULES:
        module.write(sheet)
    return sheet.tables()
