"""Settings: one list that the code, the command line and the README share."""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from dashboard import resources
from dashboard.i18n.languages import LANGUAGES
from dashboard.refusal import Refused
from dashboard.sizes import FEWEST_FAMILIES, MOST_FAMILIES

# Said again here, so that settings need no room that knows figures; a test holds
# them to `privacy.profiles.PROFILES`.
PROFILES = ("own_centre", "presenting", "regional", "headquarters")

# By these a browser on this machine calls it, whatever address is listened on.
OWN_HOSTS = ("127.0.0.1", "localhost", "[::1]")
HOST = re.compile(r"[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:.]+\]", re.ASCII)


@dataclass(frozen=True)
class Setting:
    """One setting: its name, where it is read from, and what it means.

    `variable` is the environment variable, `flag` the option of the command
    line. `default` is text, as a person would write it.
    """

    name: str
    variable: str
    flag: str
    default: str
    help: str


SETTINGS = (
    Setting(
        "database",
        "DASHBOARD_DATABASE",
        "--database",
        "",
        "the case database: path of a DuckDB file, duckdb:///PATH or "
        "postgresql://USER@HOST/DATABASE; else [connections.case_database] url in "
        ".streamlit/secrets.toml; without either a synthetic one is made",
    ),
    Setting(
        "language",
        "DASHBOARD_LANGUAGE",
        "--language",
        "ko",
        "language of a reader whose browser asks for none of ours: " + ", ".join(LANGUAGES),
    ),
    Setting(
        "address",
        "DASHBOARD_ADDRESS",
        "--address",
        "127.0.0.1",
        "address to listen on; only this machine's own, since there is no sign-in yet",
    ),
    Setting(
        "port",
        "DASHBOARD_PORT",
        "--port",
        "8501",
        "port to listen on; the next free one is taken unless you name one",
    ),
    Setting(
        "hosts",
        "DASHBOARD_HOSTS",
        "--hosts",
        "",
        "names by which readers' browsers may call the dashboard beside localhost and its own address, "
        "with commas, such as that of a reverse proxy on this machine; others are refused",
    ),
    Setting(
        "profile",
        "DASHBOARD_PROFILE",
        "--profile",
        "regional",
        "who the readers are, which decides what is hidden: " + ", ".join(PROFILES),
    ),
    Setting(
        "scope",
        "DASHBOARD_SCOPE",
        "--scope",
        "",
        "org_ids of the units that the readers may see, with commas; all without it",
    ),
    Setting(
        "cache_folder",
        "DASHBOARD_CACHE_FOLDER",
        "--cache-folder",
        "",
        "folder of the synthetic database and of saved snapshots; the user's cache folder without it",
    ),
    Setting(
        "families",
        "DASHBOARD_FAMILIES",
        "--families",
        "2000",
        f"families of the synthetic database, {FEWEST_FAMILIES} to {MOST_FAMILIES}",
    ),
    Setting(
        "statement_limit",
        "DASHBOARD_STATEMENT_LIMIT",
        "--statement-limit",
        "300",
        "seconds after which a statement on PostgreSQL is given up",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The settings as read and checked.

    `database` is an address for `case_database.address.parse`: the configured
    one, or the path of the synthetic database. `configured` tells which;
    `port_named` whether the operator chose the port. `hosts` are all that are
    answered, as a browser names them. `statement_limit` in seconds.
    """

    database: str
    configured: bool
    language: str
    address: str
    port: int
    port_named: bool
    hosts: tuple[str, ...]
    profile: str
    scope: frozenset[str]
    cache_folder: Path
    families: int
    statement_limit: int


@cache
def current() -> Settings:
    """Return the settings of this process, read once from environment and secrets."""
    return read(os.environ, secret_files())


def secret_files() -> tuple[Path, ...]:
    """Return the places of secrets.toml, the nearest first, as Streamlit looks for it."""
    here, home = (folder / ".streamlit" / "secrets.toml" for folder in (Path.cwd(), Path.home()))
    return here, resources.SECRETS, home


def read(environment: Mapping[str, str], secrets: tuple[Path, ...] = ()) -> Settings:
    """Return the settings of an environment and of the first secrets file that is there.

    Raises:
        Refused: a value is not among those that are possible.
    """
    given = {
        setting.name: environment[setting.variable].strip()
        for setting in SETTINGS
        if environment.get(setting.variable, "").strip()
    }
    if "database" not in given and (secret := database_of_secrets(secrets)):
        given["database"] = secret
    value = {setting.name: given.get(setting.name, setting.default) for setting in SETTINGS}
    if value["profile"] == "own_centre" and not value["scope"]:
        raise Refused(
            "The profile 'own_centre' shows exact figures and has no units: expected the org_ids "
            f"of the reader's own centres; set {sources('scope')}."
        )
    folder = Path(value["cache_folder"] or user_cache_path("first-steps-dashboard")).expanduser()
    families = whole("families", value["families"], FEWEST_FAMILIES, MOST_FAMILIES)
    address = loopback(value["address"])
    return Settings(
        database=value["database"] or str(folder / f"synthetic-{families}.duckdb"),
        configured="database" in given,
        language=one_of("language", value["language"], LANGUAGES),
        address=address,
        port=whole("port", value["port"], 1, 65535),
        port_named="port" in given,
        hosts=(*OWN_HOSTS, bracketed(address), *map(host, listed(value["hosts"]))),
        profile=one_of("profile", value["profile"], PROFILES),
        scope=frozenset(listed(value["scope"])),
        cache_folder=folder,
        families=families,
        statement_limit=whole("statement_limit", value["statement_limit"], 1, 86_400),
    )


def database_of_secrets(files: tuple[Path, ...]) -> str | None:
    """Return [connections.case_database] url of the first file that is there.

    Raises:
        Refused: the file is not TOML.
    """
    for file in files:
        if not file.is_file():
            continue
        try:
            secrets = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            # The parser's own words may quote a password: they are left out.
            raise Refused(
                f"The file '{file}' cannot be read: expected TOML in UTF-8; mend or remove it."
            ) from None
        return secrets.get("connections", {}).get("case_database", {}).get("url")
    return None


def sources(name: str) -> str:
    """Return how a setting is given, for a message: its flag and its variable."""
    setting = next(each for each in SETTINGS if each.name == name)
    return f"{setting.flag} or {setting.variable}"


def listed(text: str) -> list[str]:
    """Return the parts of a list with commas, without those that are empty."""
    return [part.strip() for part in text.split(",") if part.strip()]


def bracketed(address: str) -> str:
    """Return an address as it stands before a port: one of IPv6 in brackets."""
    return f"[{address}]" if ":" in address else address


def host(text: str) -> str:
    """Return the name of a host.

    Raises:
        Refused: it is none, such as one with a port.
    """
    if HOST.fullmatch(text):
        return text
    raise Refused(
        f"The setting 'hosts' names '{text}': expected names of hosts without scheme, port and path, "
        f"such as figures.example.org; change {sources('hosts')}."
    )


def whole(name: str, text: str, least: int, most: int) -> int:
    """Return a whole number within its limits.

    Raises:
        Refused: it is none, or beyond them.
    """
    if text.isascii() and text.isdigit() and least <= int(text) <= most:
        return int(text)
    raise Refused(
        f"The setting '{name}' is '{text}': expected a whole number from {least} to {most}; "
        f"change {sources(name)}."
    )


def one_of(name: str, text: str, choices: Collection[str]) -> str:
    """Return a choice.

    Raises:
        Refused: it is not among the choices.
    """
    if text in choices:
        return text
    raise Refused(
        f"The setting '{name}' is '{text}': expected one of {', '.join(choices)}; change {sources(name)}."
    )


def loopback(text: str) -> str:
    """Return an address of this machine alone.

    Raises:
        Refused: others could reach it, and nobody signs in yet.
    """
    if text == "localhost":
        return "127.0.0.1"
    try:
        if ipaddress.ip_address(text).is_loopback:
            return text
    except ValueError:
        pass
    raise Refused(
        f"The dashboard cannot listen on '{text}': it has no sign-in yet and shows its figures to "
        f"whoever reaches it, so expected 127.0.0.1 or ::1; change {sources('address')}."
    )
