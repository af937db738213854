"""A page keeps its figures, with a note, while the case database is in trouble or has gone back."""

from __future__ import annotations

from pathlib import Path

import pytest
import worlds
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from dashboard.case_database.engine import open_for_writing
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.keeper import keeper

from .conftest import said

STALE = "The case database cannot be read at the moment. The figures loaded on {date} stay on screen."
OLDER = "The case database was set back to an earlier load. The figures on screen are those loaded on {date}."


def plain(reader: AppTest) -> str:
    """Return the text of a page without the signs that keep words together."""
    return said(reader).replace("\u2060", "").replace("\u00a0", " ")


def test_a_page_stays_with_a_note_while_the_file_is_damaged(serve, duckdb_address, tmp_path: Path) -> None:
    worlds.write(duckdb_address)
    open_page = serve(duckdb_address.database, cache_folder=str(tmp_path / "cache"))
    before = said(open_page(lang="en"))
    Path(str(duckdb_address.database)).write_bytes(b"")
    keeper().check()
    for language in LANGUAGES:
        reader = open_page(lang=language)
        assert not reader.exception
        day = words(language).fmt.date(keeper().current().load.loaded_at.date())
        assert words(language).gettext(STALE).format(date=day) in plain(reader)
    assert len(said(open_page(lang="en"))) > len(before)


def test_a_page_says_that_the_load_is_an_older_one(serve, duckdb_address, tmp_path: Path) -> None:
    worlds.write(duckdb_address, data_load=[{"load_id": 5}])
    open_page = serve(duckdb_address.database, cache_folder=str(tmp_path / "cache"))
    assert OLDER.format(date="1 Jul 2026") not in plain(open_page(lang="en"))
    writing = open_for_writing(duckdb_address)
    with writing.begin() as connection:
        connection.execute(text("update data_load set load_id = 3"))
    writing.dispose()
    keeper().check()
    assert OLDER.format(date="1 Jul 2026") in plain(open_page(lang="en"))


@pytest.mark.parametrize("missing", ["loaded_at", "latest_event_on"])
def test_a_load_without_its_time_is_no_error_on_a_page(
    missing: str, serve, duckdb_address, tmp_path: Path
) -> None:
    worlds.write(duckdb_address, data_load=[{missing: None}])
    reader = serve(duckdb_address.database, cache_folder=str(tmp_path / "cache"))(lang="en")
    assert not reader.exception
    assert "There are no figures to show" in said(reader)
