"""`dashboard serve`: look at the case database, then start the server."""

from __future__ import annotations

import argparse
import os
import socket
from contextlib import suppress
from pathlib import Path

from dashboard.commands.arguments import add_setting, take_flags
from dashboard.commands.findings import listed
from dashboard.commands.synthetic import write_file
from dashboard.refusal import Refused
from dashboard.settings import SETTINGS, Settings, bracketed, sources

SUMMARY = "start the dashboard (the default)"
SEED = 1
PORTS_TO_TRY = 100


def add(parser: argparse.ArgumentParser) -> None:
    for setting in SETTINGS:
        add_setting(parser, setting.name)


def run(arguments: argparse.Namespace) -> int:
    settings = take_flags(arguments)
    if not settings.configured:
        ensure_synthetic(settings)
    look_at(settings)
    port = free_port(settings)
    start(settings.address, port)
    return 0


def ensure_synthetic(settings: Settings) -> None:
    """Write the synthetic database at the first start."""
    path = Path(settings.database)
    if not path.exists():
        write_file(path, settings.families, SEED)


def look_at(settings: Settings) -> None:
    """Open and inspect the case database before anything listens.

    Raises:
        Refused: it cannot be shown.
    """
    from dashboard.case_database.address import parse
    from dashboard.case_database.contents import inspect
    from dashboard.case_database.engine import open_engine

    url = parse(settings.database)
    with listed(url):
        inspect(open_engine(url, settings.statement_limit))


def free_port(settings: Settings) -> int:
    """Return the port to listen on: the one named, else the first free one from the default.

    Raises:
        Refused: the port that was named is taken, or all that were tried are.
    """
    first = settings.port
    candidates = [first] if settings.port_named else range(first, first + PORTS_TO_TRY)
    for port in candidates:
        if is_free(settings.address, port):
            return port
    what = f"Port {first} is" if settings.port_named else f"All ports from {first} on are"
    raise Refused(
        f"{what} taken on {settings.address}: expected a free one; "
        f"stop what listens there, or name another by {sources('port')}."
    )


def is_free(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        # As the server does: a port whose last connections still fade is free.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((address, port))
        except OSError:
            return False
    return True


def start(address: str, port: int) -> None:
    """Print the address and serve until Ctrl-C or a signal to stop."""
    from dashboard.server.application import application
    from dashboard.server.options import options

    app = application()
    print(f"First Steps dashboard: http://{bracketed(address)}:{port}", flush=True)
    # The usual way to stop a server is no failure.
    with suppress(KeyboardInterrupt):
        app.run(config={**options(), "server.address": address, "server.port": port})
