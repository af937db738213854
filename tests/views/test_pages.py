"""Every page opens in every language, for every profile, and says what it cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.case_database import schema
from dashboard.case_database.engine import open_for_writing
from dashboard.i18n.languages import LANGUAGES
from dashboard.privacy.profiles import PROFILES
from dashboard.views import VIEWS

from .conftest import said, turned

PAGES = [view.name for view in VIEWS]
BROKEN = "state error"


def whole(reader: AppTest) -> bool:
    """Whether a page is there, with all its cards."""
    return not reader.exception and BROKEN not in said(reader)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_in_a_language(language: str, serve, synthetic: Path) -> None:
    open_page = serve(synthetic)
    assert [page for page in PAGES if not whole(open_page(page, lang=language))] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_every_page_opens_for_a_profile(profile: str, serve, synthetic: Path) -> None:
    open_page = serve(synthetic, profile=profile, scope="KR-28-NM01" if profile == "own_centre" else "")
    assert [page for page in PAGES if not whole(open_page(page, lang="en"))] == []


@pytest.mark.parametrize("period", ["2026-06", "2026-Q1", "2025-H2", "2025", "2026-ytd"])
def test_every_page_opens_for_a_kind_of_period(period: str, serve, synthetic: Path) -> None:
    open_page = serve(synthetic)
    for page in PAGES:
        reader = open_page(page, lang="en", period=period)
        assert whole(reader), page
        assert reader.query_params["period"] == period


def test_every_page_says_that_the_data_are_synthetic(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="en")
    for page in PAGES:
        assert "Synthetic data" in said(turned(reader, page))


def test_a_database_that_is_missing_is_told_in_a_sentence(serve, tmp_path: Path) -> None:
    reader = serve(tmp_path / "nowhere.duckdb")(lang="en")
    assert not reader.exception
    assert "The case database cannot be found." in said(reader)
    assert "nowhere" not in said(reader)


def test_an_address_that_is_no_database_is_told(serve) -> None:
    reader = serve("nonsense://user@nowhere/x")(lang="en")
    assert not reader.exception
    assert "There are no figures to show" in said(reader)
    assert "nonsense" not in said(reader)


def test_a_file_that_is_no_database_is_told(serve, tmp_path: Path) -> None:
    file = tmp_path / "letter.duckdb"
    file.write_text("Dear reader, this is no database, and never was one. " * 200)
    reader = serve(file)(lang="en")
    assert not reader.exception
    assert "There are no figures to show" in said(reader)


def test_a_database_without_rows_is_told(serve, duckdb_address) -> None:
    writing = open_for_writing(duckdb_address)
    with writing.begin() as connection:
        schema.create_tables(connection)
    writing.dispose()
    reader = serve(duckdb_address.database)(lang="en")
    assert not reader.exception
    assert "holds no data yet" in said(reader)


def test_a_scope_that_is_not_in_the_database_is_told(serve, synthetic: Path) -> None:
    reader = serve(synthetic, scope="NOT-A-UNIT")(lang="en")
    assert not reader.exception
    assert "None of the units that you may open" in said(reader)
