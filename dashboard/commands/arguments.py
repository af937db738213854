"""Arguments that several commands share, drawn from the list of settings."""

from __future__ import annotations

import argparse

from dashboard.settings import SETTINGS, Setting


def setting(name: str) -> Setting:
    return next(each for each in SETTINGS if each.name == name)


def add_setting(parser: argparse.ArgumentParser, name: str) -> None:
    """Add the flag of a setting; not given, its variable or default holds."""
    each = setting(name)
    default = f"default {each.default}, " if each.default else ""
    parser.add_argument(
        each.flag,
        dest=each.name,
        metavar=each.name.upper(),
        help=f"{each.help} ({default}or {each.variable})",
    )


def whole_number(text: str) -> int:
    """Return a whole number above nought; argparse turns the error into its own sentence."""
    number = int(text)
    if number < 1:
        raise ValueError("not above nought")
    return number


whole_number.__name__ = "whole number above nought"
