"""`dashboard template`: write a workbook to fill in, with what each column means in one of five languages."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.commands.findings import add_language, words_of
from dashboard.refusal import Refused

SUMMARY = "write a workbook to fill in and load"


def add(parser: argparse.ArgumentParser) -> None:
    add_language(parser, "language of the explanations")
    parser.add_argument("--out", type=Path, required=True, help="the XLSX workbook to write")
    parser.add_argument("--replace", action="store_true", help="overwrite the file if it is there")


def run(arguments: argparse.Namespace) -> int:
    from dashboard.exports.template import template

    out: Path = arguments.out.expanduser()
    if out.suffix.lower() != ".xlsx" or not out.parent.is_dir():
        raise Refused(
            f"'{out}' cannot be written: expected the name of an XLSX file in a folder that exists."
        )
    if out.is_dir() or (out.exists() and not arguments.replace):
        raise Refused(
            f"'{out}' is already there: expected the name of a new XLSX file; "
            "name another, or say --replace to overwrite a file."
        )
    out.write_bytes(template(words_of(arguments)))
    print(f"A workbook to fill in was written to {out}")
    return 0
