"""What definitions say of figures among each other is read as it is written, and holds."""

from __future__ import annotations

import numpy as np
import pytest
from privacy.synthetic import figures_of

from dashboard.indicators.identities import SO_FAR, START, Term, difference, identity
from dashboard.indicators.registry import INDICATORS
from dashboard.privacy import known
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.sheet import Sheet

# Families and seeds.
SIZES = ((100, 1), (250, 2))
WRITTEN = [(id_, text) for id_, indicator in INDICATORS.items() for text in indicator.adds_up.identities]
TELLS = [
    text
    for indicator in INDICATORS.values()
    for text in (*indicator.adds_up.tells, *indicator.adds_up.not_less)
]


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    """Small worlds, as the regional profile is told of them."""
    return [Sheet(figures_of(families, seed), Reader(PROFILES["regional"])) for families, seed in SIZES]


def test_terms_are_read_as_they_are_written() -> None:
    found = identity("V1/D ~ V1.status=missed - C1@start + G2@sofar")
    assert found.terms == (
        Term(1, "V1", None, None, "D", None),
        Term(-1, "V1", "status", "missed", "N", None),
        Term(1, "C1", None, None, "N", START),
        Term(-1, "G2", None, None, "N", SO_FAR),
    )
    assert not found.exact
    assert difference("R2.days=* - G2/M@2") == (
        Term(1, "R2", "days", "*", "N", None),
        Term(-1, "G2", None, None, "M", 2),
    )


@pytest.mark.parametrize("text", ["V1.status", "C1/X", "C1@end"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no figure"):
        difference(text)


@pytest.mark.parametrize(("id_", "text"), WRITTEN, ids=[text for _, text in WRITTEN])
def test_every_figure_named_is_one(id_: str, text: str) -> None:
    told = (term for each in INDICATORS[id_].adds_up.tells for term in difference(each))
    for term in (*identity(text).terms, *told):
        of = INDICATORS[term.indicator]
        assert term.split is None or term.code == "*" or term.code in of.splits[term.split]


def test_what_holds_exactly_holds_in_every_world(sheets: list[Sheet]) -> None:
    tried = set()
    for sheet in sheets:
        numbers = sheet.numbers.ravel()
        for _, text in WRITTEN:
            if not identity(text).exact:
                continue
            for places, factors in known.rows_of(sheet, identity(text).terms):
                tried.add(text)
                assert np.abs(numbers[places] @ factors).max() < known.NEARLY, text
    assert tried == {text for _, text in WRITTEN if identity(text).exact}


def test_what_is_told_by_two_figures_is_never_below_nothing(sheets: list[Sheet]) -> None:
    tried = set()
    for sheet in sheets:
        numbers = sheet.numbers.ravel()
        for text in TELLS:
            for places, factors in known.rows_of(sheet, difference(text)):
                # Of the programme: elsewhere a family that moves may be in one of them alone.
                unit = places[:, 0] % sheet.size // sheet.times % len(sheet.units)
                whole = places[unit == 0]
                if len(whole):
                    tried.add(text)
                    assert (numbers[whole] @ factors).min() >= 0, text
    assert tried == set(TELLS)
