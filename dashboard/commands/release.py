"""`dashboard release`: print what was decided about what a protected profile may see.

For each table how many cells are shown, hidden because they tell of few, hidden
to protect others, or not told at that detail; with --why the reason for one.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboard.commands.arguments import add_setting, configured
from dashboard.commands.findings import listed
from dashboard.refusal import Refused

if TYPE_CHECKING:
    from dashboard.privacy.release import Decided

SUMMARY = "print what was decided about what a protected profile may see, and why"
FIGURE = re.compile(r"(\w+)(?:\.(\w+)=(\w+))?")


def add(parser: argparse.ArgumentParser) -> None:
    for name in ("database", "profile"):
        add_setting(parser, name)
    parser.add_argument(
        "--why",
        nargs=3,
        metavar=("FIGURE", "UNIT", "PERIOD"),
        help="say why one cell is hidden: C1 KR-28-BP01 2026-05, or V1.status=missed KR-28 2026-Q1",
    )


def run(arguments: argparse.Namespace) -> int:
    settings = configured(arguments, "to decide about")
    from dashboard.case_database.address import parse
    from dashboard.case_database.engine import open_engine
    from dashboard.indicators.figures import Figures
    from dashboard.privacy.profiles import PROFILES
    from dashboard.privacy.release import decided
    from dashboard.snapshot import take

    profile = PROFILES[settings.profile]
    if not profile.protected:
        raise Refused(f"Nothing is hidden from the profile '{profile.name}': name regional or headquarters.")
    url = parse(settings.database)
    with listed(url):
        figures = Figures(take(open_engine(url, settings.statement_limit)))
    began = time.perf_counter()
    found = decided(figures, profile)
    if arguments.why:
        print(_reason(found, *arguments.why))
        return 0
    sys.stdout.writelines(_table(found))
    print(f"decided and proved in {time.perf_counter() - began:.1f} s")
    return 0


def _table(found: Decided) -> Iterator[str]:
    from dashboard.privacy.account import lines

    yield from _columns("table", "units", "months", "cells", "shown", "few", "others", "")
    total = [0, 0, 0, 0]
    for line in lines(found):
        name = line.table.indicator + (f".{line.table.split}" if line.table.split else "")
        share = f"{line.shown / line.cells:.0%}" if line.cells else "-"
        note = "not told at this detail" if line.coarsened else ""
        counts = (line.cells, line.shown, line.few, line.protecting)
        total = [before + more for before, more in zip(total, counts, strict=True)]
        yield from _columns(
            name, line.table.level, line.table.months, line.cells, share, line.few, line.protecting, note
        )
    cells, shown, few, protecting = total
    yield f"\n{cells:,} cells: {shown:,} shown, {few:,} tell of few, {protecting:,} hidden to protect these\n"
    decision = found.decision
    yield f"{decision.targets:,} numbers proved, {decision.given_up:,} cells hidden for want of a proof\n"


def _columns(*words: object) -> Iterator[str]:
    name, units, months, *numbers, note = map(str, words)
    columns = "".join(f"{each:>9}" for each in numbers)
    yield f"{name:16}{units:11}{months:>7}{columns}  {note}".rstrip() + "\n"


def _reason(found: Decided, text: str, unit: str, code: str) -> str:
    from dashboard.periods import Period
    from dashboard.privacy.account import why
    from dashboard.privacy.sheet import Figure

    named = FIGURE.fullmatch(text)
    figure = Figure(*named.groups()) if named else Figure(text, None, None)
    period = Period.parse(code, found.sheet.as_of)
    try:
        reason = why(found, figure, unit, period) if period else None
    except KeyError as error:
        raise _not_there(error.args[0]) from error
    if reason is None:
        raise _not_there(code)
    return reason


def _not_there(name: object) -> Refused:
    return Refused(
        f"'{name}' is not there: expected a figure (C1 or V1.status=missed), a unit and a "
        "period as `dashboard published` prints them."
    )
