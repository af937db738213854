"""The README says what the code does: its commands, its settings and its pictures."""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.settings import SETTINGS

CLONE = Path(__file__).resolve().parents[1]
README = (CLONE / "README.md").read_text(encoding="utf-8")


def test_the_two_commands_stand_first() -> None:
    block = README.split("```")[1]
    assert block.split("\n")[1:3] == [
        "pip install uv && uv run dashboard",
        "pip install uv && uv run pytest",
    ]


def test_the_table_of_settings_is_that_of_the_code() -> None:
    for setting in SETTINGS:
        row = (
            f"| {setting.name} | `{setting.flag}` | `{setting.variable}` "
            f"| {setting.default or '–'} | {setting.help} |"
        )
        assert row in README


def test_every_picture_and_every_named_path_is_there() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    rooms = re.findall(r"`((?:dashboard|queries|tests|locales|\.ci)/[\w./]*)`", README)
    assert pictures
    assert [path for path in (*pictures, *rooms) if not (CLONE / path).exists()] == []


def test_continuous_integration_calls_the_readme_s_test_command() -> None:
    last = (CLONE / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert last == "pip install uv && uv run pytest"
