"""Programs from outside that tests ask for a second opinion."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def program(name: str, package: str) -> str:
    """Return the path of a program; without it skip, or fail where CI promised it."""
    return shutil.which(name) or absent(name, package)


def absent(what: str, package: str) -> NoReturn:
    """Skip a test for want of something, or fail where CI promised it."""
    reason = f"no {what} was found: install Debian's package '{package}'"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
