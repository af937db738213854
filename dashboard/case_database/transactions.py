"""How a transaction on PostgreSQL begins: what it may do, and how it writes days and text.

All is said at the beginning of each transaction and holds as long. A pooler in
between refuses options at the start of a connection, and may give each
transaction another connection of the server.
"""

from __future__ import annotations

import re

from dashboard.case_database.contract import SEOUL

# A setting as libpq's options give it: -c name=value, -cname=value or --name=value; or another word.
OPTION = re.compile(r"(?:-c\s*|--)([\w.-]+)=((?:\\.|[^\s\\])*)|(\S+)")
READING = {
    # One snapshot, its rows in the order in which they lie, days as we write them.
    "default_transaction_isolation": "repeatable read",
    "default_transaction_read_only": "on",
    "synchronize_seqscans": "off",
    "datestyle": "ISO",
}
WRITING = {"default_transaction_isolation": "read committed", "default_transaction_read_only": "off"}
# Days are days in Seoul and text is Unicode, whatever the machine, the role and the address say.
ALWAYS = {"timezone": SEOUL.key, "client_encoding": "UTF8"}


def settings(options: str) -> tuple[dict[str, str], str]:
    """Return the settings that libpq's options name, and the options that name none."""
    words = OPTION.findall(options)
    found = {
        name.replace("-", "_").lower(): re.sub(r"\\(.)", r"\1", value)
        for name, value, unused in words
        if name
    }
    return found, " ".join(other for unused_name, unused_value, other in words if other)


def beginning(own: dict[str, str], statement_seconds: int, read_only: bool) -> tuple[str, ...]:
    """Return the statements with which each transaction begins.

    Args:
        own: the operator's own settings, which win.
        statement_seconds: how long a statement may take; 0 for as long as it wants.
    """
    ours = {"statement_timeout": str(statement_seconds * 1000)} | (READING if read_only else WRITING)
    chosen = ours | own | ALWAYS
    isolation = chosen.pop("default_transaction_isolation")
    access = "only" if chosen.pop("default_transaction_read_only").lower() in _TRUE else "write"
    local = ", ".join(f"set_config({_quoted(name)}, {_quoted(chosen[name])}, true)" for name in chosen)
    return (f"set transaction isolation level {_level(isolation)}, read {access}", f"select {local}")


_TRUE = ("on", "true", "yes", "1", "t", "y")
_LEVELS = ("serializable", "repeatable read", "read committed", "read uncommitted")


def _level(isolation: str) -> str:
    # What is no level would be put into the statement as it is.
    return isolation.lower() if isolation.lower() in _LEVELS else READING["default_transaction_isolation"]


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
