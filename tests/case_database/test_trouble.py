"""What goes wrong is told in our words: the engines' own may quote a row or a password."""

import logging

import pytest
import worlds

from dashboard.__main__ import main
from dashboard.case_database.address import parse
from dashboard.case_database.trouble import refusal
from dashboard.keeper import Keeper
from dashboard.refusal import Refused
from dashboard.settings import current

SECRET = "Tul1pGarden"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f'password authentication failed for user "{SECRET}"', "does not let the role in"),
        (f"connection refused by {SECRET}: Connection refused", "nothing listens there"),
        (f"could not translate host name {SECRET}", "its host is unknown"),
        (f"timeout expired: {SECRET}", "keeps silent"),
        (f"FATAL: sorry, too many clients already {SECRET}", "all its connections are taken"),
        (f"invalid connection option {SECRET}", "answers with an error"),
    ],
)
def test_an_engine_s_words_are_looked_at_and_not_repeated(said, told):
    sentence = str(refusal(parse("postgresql://reader@host/cases"), RuntimeError(said)))
    assert told in sentence
    assert SECRET not in sentence


@pytest.fixture
def failing(server):
    """A database whose newest load cannot be read without an error that quotes a row."""
    url, run = server
    worlds.write(url)
    run(
        "alter table data_load rename to site_load",
        "alter table site_load add column typed text default 'Kim Minji'",
        "create view data_load as select load_id, source, loaded_at, cast(typed as date) as latest_event_on, "
        "row_count from site_load",
    )
    return url


def test_neither_the_log_nor_the_reason_quotes_a_row(failing, tmp_path, caplog):
    kept = Keeper(failing, tmp_path)
    with caplog.at_level(logging.DEBUG), pytest.raises(Refused) as refused:
        kept.current()
    assert "Kim" not in caplog.text + str(refused.value)
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    "words",
    [
        ["check", f"postgresql://reader:{SECRET}@host/cases"],
        [f"postgresql://reader:{SECRET}@host/cases"],
        ["check", f"--databse=postgresql://reader:{SECRET}@host/cases"],
        ["indicators", "--from", f"postgresql://reader:{SECRET}@host/cases", "--to", "2026-06"],
        ["check", f"password={SECRET}"],
        ["load", f"postgresql://reader:{SECRET}@host/cases", "--database", "export"],
        ["demo", "--out", f"postgresql://reader:{SECRET}@host/cases"],
        ["check", "--database", f"postgresql://reader:{SECRET}@127.0.0.1:1/cases?password={SECRET}"],
        ["check", "--database", f"postgresql://127.0.0.1:1/cases?options=-c%20a.b%3D{SECRET}"],
        ["check", "--database", f"host=127.0.0.1 password={SECRET}"],
        ["check", "--database", f"postgresql://reader:a@{SECRET}@127.0.0.1:1/cases"],
    ],
)
def test_no_word_of_the_command_line_that_may_be_a_password_is_repeated(words, capsys, monkeypatch, tmp_path):
    # The command hands its flags on as variables: the next test is to find none.
    monkeypatch.setenv("DASHBOARD_DATABASE", "")
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    current.cache_clear()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert SECRET not in said.err
