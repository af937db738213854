"""The code is laid out and linted as pyproject.toml says: no finding is there that hides another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CLONE = Path(__file__).resolve().parents[1]
CHECKS = {
    "layout": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "--output-format", "concise", "."),
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_is_as_it_should_be(check: str) -> None:
    program = Path(sys.executable).with_name(CHECKS[check][0])
    found = subprocess.run(
        [program, *CHECKS[check][1:]], cwd=CLONE, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr
