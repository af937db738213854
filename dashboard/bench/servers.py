"""Server processes for the benchmark, and the processor time they use."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

SECONDS_TO_START = 600


@contextmanager
def dashboard(database: str, port: int, cache: Path | None = None) -> Iterator[psutil.Process]:
    """Serve a case database on a port of this machine, with its releases decided."""
    command = [sys.executable, "-m", "dashboard", "serve", "--database", database]
    command += ["--cache-folder", str(cache)] if cache else []
    with _running([*command, "--port", str(port)], f"http://127.0.0.1:{port}/readyz") as process:
        yield process


@contextmanager
def bare_page(port: int) -> Iterator[psutil.Process]:
    """Serve the floor with the same options of the server."""
    page = Path(__file__).with_name("bare_page.py")
    command = [sys.executable, "-m", "streamlit", "run", str(page), "--server.headless=true"]
    options = [f"--server.port={port}", "--server.address=127.0.0.1"]
    options += ["--runner.postScriptGC=false", "--browser.gatherUsageStats=false"]
    health = f"http://127.0.0.1:{port}/_stcore/health"
    with _running(command + options, health) as process:
        yield process


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def processor_seconds(process: psutil.Process) -> float:
    """Return the processor time of a process and of all that it started."""
    family = [process, *process.children(recursive=True)]
    return sum(sum(member.cpu_times()[:2]) for member in family)


@contextmanager
def _running(command: list[str], health: str) -> Iterator[psutil.Process]:
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    process = psutil.Process(started.pid)
    try:
        _wait(health, started)
        yield process
    finally:
        for member in [*process.children(recursive=True), process]:
            member.terminate()
        started.wait()


def _wait(health: str, started: subprocess.Popen[bytes]) -> None:
    last = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < last:
        if started.poll() is not None:
            said = started.stderr.read() if started.stderr else b""
            raise RuntimeError(f"the server ended at once: {said.decode()[-500:]}")
        try:
            urllib.request.urlopen(health, timeout=5)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"the server did not answer within {SECONDS_TO_START} seconds")
