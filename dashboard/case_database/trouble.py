"""What an engine's error means, told in words of our own.

An engine's words may quote a value of a row, a statement or a part of a
password. They are looked at, to know the kind of trouble, and never passed on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from dashboard.case_database.address import shown
from dashboard.refusal import Refused

# How DuckDB says that a file is none of its own: a text, a folder, one of SQLite.
NO_DUCKDB_FILE = ("not a valid DuckDB database", "Is a directory", ".duckdb_extension")
# SQLSTATEs of text that the database's encoding cannot hold, or that is not in it.
ENCODING = ("22021", "22P05")
# What tells an SQLSTATE where the driver hands on the server's words alone, while rows arrive.
WORDS = ((r"invalid byte sequence for encoding", "22021"), (r"invalid input syntax|out of range", "22P02"))
# Why a database does not answer: signs in the engine's words, what they mean, what to do.
REASONS = (
    (
        r"authentication failed|no password supplied|not permitted to log in|role \S* does not exist",
        "the server does not let the role in",
        "correct its name or its password",
    ),
    (
        r"no pg_hba\.conf entry",
        "the server lets the role in from other places, or encrypted, alone",
        "add a line to its pg_hba.conf, or set sslmode",
    ),
    (
        r"unsupported startup parameter",
        "a pooler in between takes no options at the start of a connection",
        "leave them out of the address, and set them on the role with 'alter role … set …'",
    ),
    (r"Connection refused|No such file or directory", "nothing listens there", "start its server"),
    (
        r"could not translate host name|resolve host|Name or service",
        "its host is unknown",
        "look at its name",
    ),
    (r"timeout|timed out", "it keeps silent", "look at its server and at what lies in between"),
    (r"too many clients|connection slots", "all its connections are taken", "try again later"),
    (r"starting up|shutting down|recovery mode", "its server starts or stops", "wait a moment"),
    (r"SSL|certificate|TLS", "an encrypted connection cannot be made", "look at sslmode and certificates"),
    (r"lock on file|Conflicting lock", "another program writes it", "close what holds its file"),
    (r"Permission denied|Cannot open file", "its file may not be read", "give the right to read it"),
    (r"\bWAL\b", "the log beside its file, .wal, cannot be read with it", "move that log away"),
)


@dataclass(frozen=True)
class Trouble:
    """What may be told of an engine's error.

    `sqlstate` is empty where the server has not said one; `kind` is a name for
    a message. `constraint` is that of the table which was broken, or None.
    """

    kind: str
    sqlstate: str
    constraint: str | None
    broken_off: bool

    @classmethod
    def of(cls, error: Exception) -> Trouble:
        origin: Any = _origin(error)
        sqlstate = getattr(origin, "sqlstate", None) or _sqlstate_in_words(str(origin))
        name = type(origin).__name__
        lost = name == "OperationalError" and not sqlstate
        return cls(
            kind=name if name not in _PLAIN or not sqlstate else sqlstate,
            sqlstate=sqlstate,
            constraint=getattr(getattr(origin, "diag", None), "constraint_name", None),
            broken_off=lost or sqlstate.startswith(("08", "57P")),
        )


# Classes that say less than the SQLSTATE.
_PLAIN = ("Error", "OperationalError", "ProgrammingError", "DataError", "InternalError", "DatabaseError")


def refusal(url: URL, error: Exception) -> Refused:
    """Return the refusal that an engine's error stands for."""
    said = str(_origin(error))
    place = shown(url)
    if any(sign in said for sign in NO_DUCKDB_FILE):
        return Refused(
            f"'{url.database}' is not a DuckDB file: expected a DuckDB case database; correct the path.",
            "other_kind",
        )
    if re.search(r'database "[^"]*" does not exist', said):
        return Refused(
            f"The database of {place} does not exist on its server: create it, or correct the address.",
            "missing",
        )
    if "Out of Memory" in said:
        return Refused(
            f"To count the case database {place} takes more memory than there is: "
            "run the dashboard where there is more.",
            "unreachable",
        )
    for signs, means, do in REASONS:
        if re.search(signs, said):
            return Refused(
                f"The case database {place} does not answer ({means}): {do}, or correct the address.",
                "unreachable",
            )
    return _other(place, Trouble.of(error))


def _other(place: str, trouble: Trouble) -> Refused:
    if trouble.sqlstate in ENCODING:
        return Refused(f"The case database {place} {TEXT}", "unreachable")
    if trouble.broken_off:
        return Refused(
            f"The case database {place} does not answer ({trouble.kind}): start its server, "
            "or correct the address.",
            "unreachable",
        )
    return Refused(
        f"The case database {place} answers with an error ({trouble.kind}), whose words are not repeated "
        "as they may hold a value of a row: look into its own log, and correct the view that fails.",
        "unreachable",
    )


def unexpected(url: URL, error: Exception) -> Refused:
    """Return the refusal of an error that nobody has foreseen: its kind alone may be told."""
    return Refused(
        f"The case database {shown(url)} could not be read ({Trouble.of(error).kind}): its words are not "
        "repeated as they may hold a value of a row; look at the views and into the database's own log.",
        "unreachable",
    )


# How a sentence about a database or a table goes on.
TEXT = (
    "holds text that is not in the encoding that the database names: expected text in UTF-8; "
    "move it into a database of the encoding UTF8, with the encoding that its text has, "
    "as 'pg_dump' and 'set client_encoding' do."
)


def _sqlstate_in_words(said: str) -> str:
    return next((sqlstate for signs, sqlstate in WORDS if re.search(signs, said)), "")


def _origin(error: Exception) -> BaseException:
    """Return the driver's own error."""
    return error.orig if isinstance(error, DBAPIError) and error.orig else error
