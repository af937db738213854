"""A real server in a process of its own, and a real browser, for the tests that need them."""

from __future__ import annotations

import asyncio
import io
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from dashboard.__main__ import main
from dashboard.settings import current

# Of a machine under load; nothing is asserted about it.
SECONDS_TO_START = 120
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Without them Chromium calls home while a test counts requests.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def awaited(coroutine: Coroutine) -> object:
    """Return what a coroutine returns.

    In a thread of its own: an open browser keeps an event loop in this one.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


@dataclass(frozen=True)
class Answer:
    """An HTTP answer: status, headers with lower-case names, body as it was sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process and the file of what it prints."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    def get(self, path: str, **headers: str) -> Answer:
        """Return the answer to a request; header names are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + path, headers=named)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                found = {name.lower(): value for name, value in answer.headers.items()}
                return Answer(answer.status, found, answer.read())
        except urllib.error.HTTPError as error:
            found = {name.lower(): value for name, value in error.headers.items()}
            return Answer(error.code, found, error.read())


def environment(**more: str) -> dict[str, str]:
    """Return this process's variables without the dashboard's own, and some more."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DASHBOARD_")}
    return {**kept, "PYTHONUNBUFFERED": "1", **more}


def dashboard(*arguments: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the dashboard to its end, from a folder that is not the clone."""
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        check=False,
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=300,
    )


def command(*arguments: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as `dashboard` does, in this process: what it costs is not paid for each anew."""
    before, out, err = dict(os.environ), io.StringIO(), io.StringIO()
    try:
        os.environ.clear()
        os.environ.update(environment(**variables))
        current.cache_clear()
        with chdir(folder), redirect_stdout(out), redirect_stderr(err):
            code = main(arguments)
    finally:
        os.environ.clear()
        os.environ.update(before)
        current.cache_clear()
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def serving(*arguments: str, folder: Path, **variables: str) -> Iterator[Server]:
    """Serve the dashboard until the end of the block, once it has a snapshot."""
    port = free_port()
    command = ["-m", "dashboard", "serve", "--port", str(port), *arguments]
    with running(command, port, "/readyz", folder, **variables) as server:
        yield server


@contextmanager
def running(
    arguments: list[str],
    port: int,
    ready: str,
    folder: Path,
    python: str = sys.executable,
    **variables: str,
) -> Iterator[Server]:
    """Run a server until the end of the block, once it answers an address with 200.

    `python` is the interpreter, where the server is of another environment.
    """
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [python, *arguments],
            cwd=folder,
            env=environment(**variables),
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_until(server, ready)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_until(server: Server, path: str) -> None:
    last = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < last:
        if server.process.poll() is not None:
            pytest.fail(f"the server ended at once:\n{server.log.read_text()}")
        try:
            if server.get(path).status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(f"{path} was not 200 in {SECONDS_TO_START} seconds:\n{server.log.read_text()}")


def chromium() -> str:
    """Return the path of Chromium; without one skip, or fail where CI promised it."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found:
        return found
    reason = "no Chromium was found: install Debian's package 'chromium'"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start Chromium for the block."""
    path = chromium()
    with sync_playwright() as playwright, launched(playwright.chromium, path) as browser:
        yield browser


@contextmanager
def launched(kind: BrowserType, path: str, **variables: str) -> Iterator[Browser]:
    """Start a browser for the block, with some more environment variables."""
    arguments = list(CHROMIUM_ARGUMENTS)
    browser = kind.launch(executable_path=path, args=arguments, env=environment(**variables))
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def page_of(browser: Browser, locale: str, width: int = 1280, height: int = 720) -> Iterator[Page]:
    """Open a page for a reader with a browser of some language; the block's end closes it."""
    context = browser.new_context(locale=locale, viewport={"width": width, "height": height})
    try:
        # Of a machine under load; nothing is asserted about it.
        context.set_default_timeout(SECONDS_TO_START * 1000)
        yield context.new_page()
    finally:
        context.close()
