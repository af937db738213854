"""The README says what the code does, and every page for people names files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.settings import SETTINGS

CLONE = Path(__file__).resolve().parents[1]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "dashboard/connect/README.md",
    "queries/README.md",
    "locales/README.md",
    "tests/README.md",
)
# Folders and files, those of `.ci/` by their folder, as they have no ending.
PATH = re.compile(r"[\w./-]+/|[\w./-]+\.(?:py|sql|csv|md|json|js|css|txt|html)|\.ci/\w+")
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


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    assert pictures
    assert [path for path in pictures if not (CLONE / path).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_named_path_is_there(page: str) -> None:
    text = (CLONE / page).read_text(encoding="utf-8")
    assert missing(text) == []
    assert [link for link in re.findall(r"\]\(([\w./]+)\)", text) if not (CLONE / link).exists()] == []


def missing(text: str) -> list[str]:
    """Return the paths within backticks that lead nowhere, from the clone or from the package."""
    spans = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    paths = [word for span in spans for word in span.split() if PATH.fullmatch(word)]
    return [path for path in paths if not found(path)]


def found(path: str) -> bool:
    # A file may be named without its folder, beside another of the same one.
    alone = "/" not in path and any((CLONE / "dashboard").rglob(path))
    return alone or any((folder / path).exists() for folder in (CLONE, CLONE / "dashboard"))


def test_a_path_that_leads_nowhere_is_seen() -> None:
    text = "`app.py`, `uv run pytest tests/test_none.py`, `none/`, `queries/<rows>.sql`, `.ci/none`"
    assert missing(text) == ["tests/test_none.py", "none/", ".ci/none"]


def test_continuous_integration_calls_the_readme_s_test_command() -> None:
    lines = (CLONE / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "pip install uv && uv run pytest" in lines
