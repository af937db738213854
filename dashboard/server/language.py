"""language.js with the words of every language: Streamlit's own texts, translated in the browser."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.i18n.languages import LANGUAGES, Language
from dashboard.server.fonts import addresses

HERE = Path(__file__).parent

# The locale of the browser's formats, words by their English, and words by a pattern of it.
Words = dict[str, str | dict[str, str] | list[list[str]]]


@cache
def script() -> str:
    """Return the script: the words of Streamlit, fonts, names of languages, the translator."""
    fonts = f"const LETTERS = {json.dumps(addresses())};\n"
    endonyms = {each.endonym: each.tag for each in LANGUAGES.values()}
    own_names = f"const ENDONYMS = {json.dumps(endonyms)};\n"
    return f"const WORDS = {json.dumps(chosen_words(), ensure_ascii=False)};\n{fonts}{own_names}" + (
        HERE / "language.js"
    ).read_text(encoding="utf-8")


def chosen_words() -> dict[str, Words]:
    """Return the words of chrome.json by the tag of their language; one without any keeps Streamlit's."""
    chosen = json.loads((HERE / "chrome.json").read_text(encoding="utf-8"))
    return {each.tag: chosen.get(each.tag, without_words(each)) for each in LANGUAGES.values()}


def without_words(language: Language) -> Words:
    return {"locale": language.locale.replace("_", "-"), "exact": {}, "patterns": []}


@cache
def address() -> str:
    """Return where a page finds the script; the address changes with its content."""
    digest = hashlib.sha256(script().encode("utf-8")).hexdigest()
    return f"./language.js?v={digest[:16]}"


async def answer(request: Request) -> Response:
    headers = {"Cache-Control": "public, immutable, max-age=31536000"}
    return Response(script(), media_type="text/javascript", headers=headers)


ROUTE = Route("/language.js", answer)
