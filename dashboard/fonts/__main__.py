"""The builder's commands: python -m dashboard.fonts build PACKAGES | check.

build PACKAGES   cut the faces out of the source packages in a folder
check            print what the faces of a first view lack; exit code 1 if anything
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.fonts.scripts import has_own_script
from dashboard.i18n.languages import LANGUAGES


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.fonts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build").add_argument("packages", type=Path)
    commands.add_parser("check")
    chosen = parser.parse_args(arguments)
    return _build(chosen.packages) if chosen.command == "build" else _check()


def _build(packages: Path) -> int:
    # Only a build has fontTools.
    from dashboard.fonts.build import build

    build(packages)
    return 0


def _check() -> int:
    from dashboard.fonts.coverage import outside_first_files

    missing = {code: outside_first_files(code) for code in LANGUAGES if has_own_script(code)}
    for code, characters in missing.items():
        if characters:
            print(f"{code}: {''.join(sorted(characters))}")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
