"""Serves the page of states as `dashboard serve` serves the product."""

from __future__ import annotations

import sys
from pathlib import Path

from dashboard.server.application import application
from dashboard.server.options import options

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    app = application(Path(__file__).with_name("states_page.py"))
    app.run(config={**options(), "server.address": "127.0.0.1", "server.port": int(sys.argv[1])})
