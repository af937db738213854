"""Where the files are that people edit outside the code: queries, catalogues, Streamlit's options.

In a clone they lie beside the package, where they are easy to find; a wheel
carries them inside it (`force-include` in pyproject.toml). Nothing else knows.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CARRIED = PACKAGE / "carried"
HOME = CARRIED if CARRIED.is_dir() else PACKAGE.parent

QUERIES = HOME / "queries"
LOCALES = HOME / "locales"
OPTIONS = HOME / ".streamlit" / "config.toml"
# Written by an operator; a wheel carries none.
SECRETS = HOME / ".streamlit" / "secrets.toml"
