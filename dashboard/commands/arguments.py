"""Arguments that several commands share, drawn from the list of settings."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dashboard.refusal import Refused
from dashboard.settings import SETTINGS, Settings, current, sources


def add_setting(parser: argparse.ArgumentParser, name: str) -> None:
    """Add the flag of a setting; not given, its variable or default holds."""
    each = next(setting for setting in SETTINGS if setting.name == name)
    default = f"default {each.default}, " if each.default else ""
    parser.add_argument(
        each.flag,
        dest=each.name,
        metavar=each.name.upper(),
        help=f"{each.help} ({default}or {each.variable})",
    )


def take_flags(arguments: argparse.Namespace) -> Settings:
    """Return the settings with the flags that were given.

    They are handed on as environment variables, to this process and to all
    that it starts.
    """
    for setting in SETTINGS:
        given = getattr(arguments, setting.name, None)
        if given is not None:
            os.environ[setting.variable] = given
    current.cache_clear()
    return current()


def configured(arguments: argparse.Namespace, purpose: str) -> Settings:
    """Return the settings of a command that needs a database of the operator's own.

    Raises:
        Refused: none was named.
    """
    settings = take_flags(arguments)
    if not settings.configured:
        raise Refused(
            f"No case database is named {purpose}: expected its address; give it by {sources('database')}."
        )
    return settings


def whole_number(text: str) -> int:
    """Return a whole number from nought on; argparse turns the error into its own sentence."""
    number = int(text)
    if number < 0:
        raise ValueError("below nought")
    return number


def path(text: str) -> Path:
    """Return the path of a file or folder, where none is named by an address."""
    if "://" in text:
        raise ValueError("an address")
    return Path(text)


# argparse names it when it says that a value is invalid.
whole_number.__name__ = "whole number from nought on"
