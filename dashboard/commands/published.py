"""`dashboard published`: print every cell that a reader of a profile can get.

It is what pages, files and sentences are made of for that reader, and no more:
read it to see what is hidden, and to look for what the rest gives away. With a
cache folder it is what a server that keeps its releases there shows: what the
load before hid stays hidden.
"""

from __future__ import annotations

import argparse
import sys

from dashboard.commands.arguments import add_setting, configured
from dashboard.commands.findings import listed

SUMMARY = "print every cell that a reader of a profile can get"


def add(parser: argparse.ArgumentParser) -> None:
    for name in ("database", "profile", "scope", "cache_folder"):
        add_setting(parser, name)
    parser.add_argument(
        "--format", choices=("jsonl",), default="jsonl", help="a JSON object a line (default jsonl)"
    )


def run(arguments: argparse.Namespace) -> int:
    settings = configured(arguments, "to publish from")
    from dashboard.case_database.address import parse
    from dashboard.case_database.engine import open_engine
    from dashboard.exports import published
    from dashboard.keeper import keeper_of
    from dashboard.privacy.desks import desks
    from dashboard.privacy.profiles import PROFILES, Reader
    from dashboard.snapshot import take

    url = parse(settings.database)
    with listed(url):
        if arguments.cache_folder:
            snapshot = keeper_of(settings).current()
        else:
            snapshot = take(open_engine(url, settings.statement_limit))
    reader = Reader(PROFILES[settings.profile], settings.scope)
    sys.stdout.writelines(published.lines(desks(snapshot).desk(reader)))
    return 0
