"""language.js with the words of every language: Streamlit's own texts, translated in the browser."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.i18n.languages import LANGUAGES
from dashboard.server.letters import addresses

HERE = Path(__file__).parent


@cache
def script() -> str:
    """Return the script: the words of chrome.json, letters, names of languages, the translator."""
    chosen = (HERE / "chrome.json").read_text(encoding="utf-8").strip()
    letters = f"const LETTERS = {json.dumps(addresses())};\n"
    endonyms = {each.endonym: each.tag for each in LANGUAGES.values()}
    own_names = f"const ENDONYMS = {json.dumps(endonyms)};\n"
    return f"const WORDS = {chosen};\n{letters}{own_names}" + (HERE / "language.js").read_text(encoding="utf-8")


@cache
def address() -> str:
    """Return where a page finds the script; the address changes with its content."""
    digest = hashlib.sha256(script().encode("utf-8")).hexdigest()
    return f"./language.js?v={digest[:16]}"


async def answer(request: Request) -> Response:
    headers = {"Cache-Control": "public, immutable, max-age=31536000"}
    return Response(script(), media_type="text/javascript", headers=headers)


ROUTE = Route("/language.js", answer)
