"""What deciding the releases of a load costs: seconds, processor time, memory, and how much is shown."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

PROGRAM = """
import json, re, sys, time
from pathlib import Path
from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.indicators.figures import Figures
from dashboard.privacy.account import lines
from dashboard.privacy.profiles import PROFILES
from dashboard.privacy.release import decided, released
from dashboard.snapshot import take

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024

figures = Figures(take(open_engine(parse(sys.argv[1]))))
for name in sys.argv[2:]:
    before, seconds, processor = peak(), time.perf_counter(), time.process_time()
    found = decided(figures, PROFILES[name])
    released(found)
    seconds, processor = time.perf_counter() - seconds, time.process_time() - processor
    tables = [*lines(found)]
    print(json.dumps({
        "profile": name,
        "seconds": round(seconds, 1),
        "processor_seconds": round(processor, 1),
        "more_mebibytes": round(peak() - before),
        "cells": sum(line.cells for line in tables),
        "shown": sum(line.shown for line in tables),
        "not_told_at_this_detail": sum(line.cells for line in tables if line.coarsened),
        "proved": found.decision.targets,
        "given_up": found.decision.given_up,
    }))
"""
PROFILES = ("headquarters", "regional")


def measure(database: str) -> Iterator[dict[str, object]]:
    """Decide the releases of a database in a fresh process; the presenting profile has the regional one's."""
    command = [sys.executable, "-c", PROGRAM, database, *PROFILES]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    yield from map(json.loads, finished.stdout.splitlines())
