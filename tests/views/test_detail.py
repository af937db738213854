"""What is not told at a detail is said: on the definitions page once, and where a split would stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import said

NO_PARTS = "For this period only totals are shown"


def test_the_definitions_page_says_what_can_be_seen(serve, synthetic: Path) -> None:
    page = said(serve(synthetic)("definitions", lang="en"))
    assert "What can be seen at which detail" in page
    assert (
        "Totals: month, quarter, half-year, year and year to date. Splits: quarter, half-year and year."
        in page
    )
    assert "fewer than 5 families" in page
    assert "Rounding" not in page


def test_what_can_be_seen_stands_in_the_second_language_too(serve, synthetic: Path) -> None:
    page = said(serve(synthetic)("definitions", lang="en", **{"with": "fr"}))
    assert "What can be seen at which detail" in page
    assert "Niveaux de détail affichés" in page


def test_headquarters_read_to_what_figures_are_rounded(serve, synthetic: Path) -> None:
    page = said(serve(synthetic, profile="headquarters")("definitions", lang="en"))
    assert "rounded to multiples of 5, amounts to ₩100k" in page


def test_who_is_told_everything_reads_nothing_of_details(serve, synthetic: Path) -> None:
    page = said(serve(synthetic, profile="own_centre", scope="KR-28-NM01")("definitions", lang="en"))
    assert "What can be seen at which detail" not in page


@pytest.mark.parametrize(("period", "told"), [("2026-05", False), ("2026-Q1", True)])
def test_a_split_of_a_month_is_told_by_no_page(period: str, told: bool, serve, synthetic: Path) -> None:
    page = said(serve(synthetic)("identification", lang="en", period=period))
    assert (NO_PARTS in page) is not told
