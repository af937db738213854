"""The translators' commands: python -m dashboard.i18n update | check | missing | fill.

update             bring the catalogues up to date with the code
check              print what is wrong in them; exit code 1 if anything is
missing LANGUAGE   print what is not translated yet, as JSON
fill LANGUAGE FILE take translations from a JSON file (key to text or plural forms)
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dashboard.i18n import catalogues, review
from dashboard.i18n.languages import LANGUAGES


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.i18n",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update")
    commands.add_parser("check")
    commands.add_parser("missing").add_argument("language", choices=LANGUAGES)
    fill = commands.add_parser("fill")
    fill.add_argument("language", choices=LANGUAGES)
    fill.add_argument("file", type=Path)
    chosen = parser.parse_args(arguments)
    return {"update": _update, "check": _check, "missing": _missing, "fill": _fill}[chosen.command](chosen)


def _update(unused_chosen: argparse.Namespace) -> int:
    catalogues.update()
    return 0


def _check(unused_chosen: argparse.Namespace) -> int:
    findings = review.findings()
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def _missing(chosen: argparse.Namespace) -> int:
    template = catalogues.extracted()
    catalogue = catalogues.renewed(chosen.language, template, catalogues.read(chosen.language))
    wanted = {
        catalogues.key(message): {
            "comment": " ".join(message.auto_comments),
            "plural": message.id[1] if message.pluralizable else None,
            "forms": catalogues.forms(chosen.language) if message.pluralizable else None,
        }
        for message in catalogues.messages(catalogue)
        if not catalogues.translated(message)
    }
    print(json.dumps(wanted, ensure_ascii=False, indent=1))
    return 0


def _fill(chosen: argparse.Namespace) -> int:
    texts = json.loads(chosen.file.read_text(encoding="utf-8"))
    refused = catalogues.fill(chosen.language, texts)
    for name in refused:
        print(f"{name!r} is no message, or needs another number of forms.", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
