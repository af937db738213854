"""Streamlit's options: each has its reason, and the look's tokens are the theme's."""

from __future__ import annotations

import re

from streamlit import config

from dashboard.resources import OPTIONS
from dashboard.server.options import options


def test_every_option_says_why() -> None:
    lines = OPTIONS.read_text(encoding="utf-8").splitlines()
    without = [line for line in lines if re.match(r"\w+ =", line) and not re.search(r"  # \S", line)]
    assert without == []


def test_streamlit_knows_every_option() -> None:
    known = config.get_config_options()
    assert [name for name in options() if name not in known] == []


def test_no_run_forces_a_collection_and_no_reader_sees_a_traceback() -> None:
    assert options()["runner.postScriptGC"] is False
    assert options()["client.showErrorDetails"] == "none"
    assert options()["browser.gatherUsageStats"] is False
