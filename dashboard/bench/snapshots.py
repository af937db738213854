"""What taking a snapshot costs: seconds and the peak memory of a fresh process."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass

RUNS = 5
# The kernel's own mark of this process alone: getrusage also tells of the parent.
PROGRAM = """
import json, re, sys, time
from pathlib import Path
from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.snapshot import take
started = time.perf_counter()
take(open_engine(parse(sys.argv[1])))
seconds = time.perf_counter() - started
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(json.dumps([seconds, int(peak) / 1024]))
"""


@dataclass(frozen=True)
class Cost:
    """Medians over the runs: wall seconds, and peak memory in MiB."""

    seconds: float
    mebibytes: float


def measure(database: str, runs: int = RUNS) -> Cost:
    """Take the snapshot of a database in fresh processes."""
    results = [_once(database) for unused_run in range(runs)]
    return Cost(
        statistics.median(seconds for seconds, unused in results),
        statistics.median(mebibytes for unused, mebibytes in results),
    )


def _once(database: str) -> tuple[float, float]:
    command = [sys.executable, "-c", PROGRAM, database]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, mebibytes = json.loads(finished.stdout.splitlines()[-1])
    return seconds, mebibytes
