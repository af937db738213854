"""Settings are one list, and each value is checked where it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.privacy.profiles import PROFILES
from dashboard.refusal import Refused
from dashboard.settings import PROFILES as KNOWN
from dashboard.settings import SETTINGS, read


def secret(folder: Path, text: str) -> Path:
    file = folder / "secrets.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_choices_are_those_of_their_rooms() -> None:
    assert set(PROFILES) == set(KNOWN)


def test_nothing_configured_means_a_synthetic_database_in_the_cache_folder(tmp_path: Path) -> None:
    settings = read({"DASHBOARD_CACHE_FOLDER": str(tmp_path)})
    assert not settings.configured
    assert settings.database == str(tmp_path / "synthetic-2000.duckdb")
    assert (settings.profile, settings.scope, settings.port) == ("regional", frozenset(), 8501)


def test_the_environment_wins_over_secrets(tmp_path: Path) -> None:
    file = secret(tmp_path, '[connections.case_database]\nurl = "duckdb:////from/secrets"\n')
    assert read({}, (file,)).database == "duckdb:////from/secrets"
    assert read({}, (file,)).configured
    both = read({"DASHBOARD_DATABASE": "named.duckdb"}, (file,))
    assert both.database == "named.duckdb"


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert read({"DASHBOARD_PORT": " "}).port == 8501


def test_a_scope_is_a_list_of_units() -> None:
    assert read({"DASHBOARD_SCOPE": "KR-28, KR-41,"}).scope == {"KR-28", "KR-41"}


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("DASHBOARD_PORT", "eighty", "a whole number from 1 to 65535"),
        ("DASHBOARD_PORT", "65536", "a whole number from 1 to 65535"),
        ("DASHBOARD_PORT", "²", "a whole number"),
        ("DASHBOARD_FAMILIES", "-3", "a whole number from 100 to 2000000"),
        ("DASHBOARD_FAMILIES", "99", "a whole number from 100 to 2000000"),
        ("DASHBOARD_FAMILIES", "2000001", "a whole number from 100 to 2000000"),
        ("DASHBOARD_LANGUAGE", "de", "one of ko, en, ja, zh_Hans, fr"),
        ("DASHBOARD_PROFILE", "admin", "one of own_centre"),
        ("DASHBOARD_ADDRESS", "0.0.0.0", "no sign-in yet"),
        ("DASHBOARD_ADDRESS", "::", "no sign-in yet"),
        ("DASHBOARD_ADDRESS", "192.168.0.4", "no sign-in yet"),
        ("DASHBOARD_ADDRESS", "dashboard.example.org", "no sign-in yet"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_the_way_out(variable: str, value: str, told: str) -> None:
    with pytest.raises(Refused, match=told) as refused:
        read({variable: value})
    assert f"'{value}'" in str(refused.value)
    assert variable in str(refused.value)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.9", "::1"])
def test_this_machine_may_be_listened_on(address: str) -> None:
    assert read({"DASHBOARD_ADDRESS": address}).address == address


def test_secrets_that_cannot_be_read_are_named_and_not_quoted(tmp_path: Path) -> None:
    file = secret(tmp_path, "url = postgresql://me:pass-word@host\n")
    with pytest.raises(Refused) as refused:
        read({}, (file,))
    assert str(file) in str(refused.value)
    assert "pass-word" not in str(refused.value)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_setting_has_a_variable_a_flag_and_words(setting) -> None:
    assert setting.variable.startswith("DASHBOARD_")
    assert setting.flag.startswith("--")
    assert setting.help


def test_no_two_settings_share_a_variable_or_a_flag() -> None:
    assert len({setting.variable for setting in SETTINGS}) == len(SETTINGS)
    assert len({setting.flag for setting in SETTINGS}) == len(SETTINGS)


def test_an_own_centre_without_units_is_refused() -> None:
    with pytest.raises(Refused, match="--scope or DASHBOARD_SCOPE"):
        read({"DASHBOARD_PROFILE": "own_centre"})


def test_hosts_are_those_of_this_machine_and_those_that_are_named() -> None:
    assert read({}).hosts == ("127.0.0.1", "localhost", "[::1]", "127.0.0.1")
    named = {"DASHBOARD_ADDRESS": "::1", "DASHBOARD_HOSTS": "figures.example.org, [fe80::1]"}
    assert read(named).hosts[3:] == ("[::1]", "figures.example.org", "[fe80::1]")


@pytest.mark.parametrize(
    "name", ["https://figures.example.org", "figures.example.org:443", "a/b", "*", "a b"]
)
def test_a_host_is_named_without_scheme_port_and_path(name: str) -> None:
    with pytest.raises(Refused, match="without scheme, port and path"):
        read({"DASHBOARD_HOSTS": name})
