"""The wheel is the whole product: installed alone, anywhere, it speaks Korean and draws its cards."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from serving import environment, free_port, page_of, running

CLONE = Path(__file__).resolve().parents[2]
# Set by `uv run`; whoever calls pytest otherwise has uv on the path.
UV = os.environ.get("UV", "uv")


def uv(*words: str | Path, folder: Path) -> None:
    """Run uv to its end, and show what it said where it failed."""
    ended = subprocess.run(
        [UV, *words], check=False, cwd=folder, env=environment(), capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr


def pins(folder: Path) -> Path:
    """Write the versions of pyproject.toml as a file that uv reads outside the clone."""
    project = tomllib.loads((CLONE / "pyproject.toml").read_text(encoding="utf-8"))
    file = folder / "pins.txt"
    file.write_text("\n".join(project["tool"]["uv"]["constraint-dependencies"]), encoding="utf-8")
    return file


@pytest.fixture
def programs(browser: Browser, tmp_path: Path) -> Path:
    """Install the wheel into an environment of its own and return the folder of its programs.

    The browser is asked for first, so that a skip installs nothing.
    """
    uv("build", "--wheel", "--out-dir", tmp_path / "wheel", CLONE, folder=tmp_path)
    (wheel,) = (tmp_path / "wheel").glob("*.whl")
    uv("venv", tmp_path / "environment", folder=tmp_path)
    python = tmp_path / "environment" / "bin" / "python"
    uv("pip", "install", "--python", python, "--constraint", pins(tmp_path), wheel, folder=tmp_path)
    return python.parent


def test_an_installed_wheel_serves_its_first_page(browser: Browser, programs: Path, tmp_path: Path) -> None:
    empty, port = tmp_path / "empty", free_port()
    empty.mkdir()
    command = [str(programs / "dashboard"), "--port", str(port), "--families", "200"]
    python = str(programs / "python")
    # The profile that is decided soonest.
    named = {"DASHBOARD_CACHE_FOLDER": str(tmp_path / "cache"), "DASHBOARD_PROFILE": "headquarters"}
    with (
        running(command, port, "/readyz", empty, python, **named) as server,
        page_of(browser, "ko-KR") as page,
    ):
        page.goto(server.url)
        expect(page.locator("html")).to_have_attribute("lang", "ko")
        card = page.locator(".st-key-card-overview-families")
        card.get_by_test_id("stVegaLiteChart").locator("svg").first.wait_for()
        expect(page.get_by_text("지원 가구는").first).to_be_visible()
