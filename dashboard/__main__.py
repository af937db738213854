"""The command line: `dashboard COMMAND`, and without a command `dashboard serve`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from dashboard.commands import bench, check, demo, indicators, load, published, release, serve, template
from dashboard.refusal import Refused

COMMANDS = {
    "serve": serve,
    "demo": demo,
    "template": template,
    "load": load,
    "check": check,
    "indicators": indicators,
    "published": published,
    "release": release,
    "bench": bench,
}
DONE, FINDINGS, REFUSED, STOPPED = 0, 1, 2, 130
# What a word has that may hold a password: an address, or settings of a connection.
ADDRESS = re.compile(r"://|@|pass(word|file)", re.IGNORECASE)


class Parser(argparse.ArgumentParser):
    """A parser that refuses bad words in one sentence, without a page of usage before it.

    A word that may hold a password is not repeated.
    """

    def error(self, message: str) -> NoReturn:
        if found := ADDRESS.search(message):
            message = f"{message[: found.start()].rpartition(': ')[0]} (an address, which is not repeated)"
        raise Refused(f"{message[:1].upper()}{message[1:]}; see '{self.prog} --help'.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 findings, 2 refused."""
    try:
        parsed = parser().parse_args(with_command(sys.argv[1:] if arguments is None else arguments))
        return COMMANDS[parsed.command].run(parsed)
    except Refused as refused:
        print(f"dashboard: {refused}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Whoever read the lines has had enough (`| head`).
        sys.stderr.close()
        return DONE


def with_command(words: Sequence[str]) -> list[str]:
    """Return the words with the default command where they name none: `--database X` serves X."""
    named = bool(words) and (not words[0].startswith("-") or words[0] in ("-h", "--help"))
    return list(words) if named else ["serve", *words]


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = Parser(
        prog="dashboard",
        description="First Steps dashboard: caseloads, visits and grants of the programme.",
        epilog="Exit codes: 0 done, 1 findings, 2 refused. Help of a command: dashboard COMMAND --help",
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.add(commands.add_parser(name, help=command.SUMMARY, description=command.__doc__))
    return whole


if __name__ == "__main__":
    sys.exit(main())
