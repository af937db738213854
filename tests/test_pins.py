"""Tomorrow's installation is today's: every package that is installed is pinned in pyproject.toml."""

from __future__ import annotations

import tomllib
from importlib.metadata import distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
OWN = "first-steps-dashboard"


def pins() -> list[Requirement]:
    """Return the pins that hold on this machine."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    every = [Requirement(text) for text in project["tool"]["uv"]["constraint-dependencies"]]
    return [pin for pin in every if pin.marker is None or pin.marker.evaluate()]


def test_every_package_is_installed_as_it_is_pinned() -> None:
    installed = {canonicalize_name(each.name): f"=={each.version}" for each in distributions()}
    pinned = {canonicalize_name(pin.name): str(pin.specifier) for pin in pins()}
    otherwise = installed.items() - pinned.items() - {(OWN, installed.get(OWN))}
    assert not otherwise, "write them into pyproject.toml with `.ci/pin`"


def test_no_pin_leaves_a_choice() -> None:
    assert [str(pin) for pin in pins() if not str(pin.specifier).startswith("==") or pin.url] == []
