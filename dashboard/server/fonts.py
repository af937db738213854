"""The faces and their style sheets, served by us: a page asks nobody else for them."""

from __future__ import annotations

from functools import cache
from html import escape

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard.fonts.faces import faces, first_files, sheet, sheet_address, sheet_name
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.languages import language as language_of

PLACE = "/type/"
# Their addresses change with their content.
KEPT = {"Cache-Control": "public, immutable, max-age=31536000"}


@cache
def sheets() -> dict[str, str]:
    """Return each language's style sheet by its file name."""
    return {sheet_name(code): sheet(code) for code in LANGUAGES}


async def answer(request: Request) -> Response:
    """Send a face or a style sheet; any other name is not found."""
    name = request.path_params["name"]
    if name in sheets():
        return Response(sheets()[name], media_type="text/css", headers=KEPT)
    if name in faces():
        return FileResponse(faces()[name].path, media_type="font/woff2", headers=KEPT)
    return PlainTextResponse("Not found", 404)


ROUTE = Route(f"{PLACE}{{name}}", answer)


def place(address: str) -> str:
    """Return an address as a page writes it."""
    return f".{PLACE}{address}"


@cache
def addresses() -> dict[str, str]:
    """Return each language's style sheet by the language's tag, for a switch in the open page."""
    return {language_of(code).tag: place(sheet_address(code)) for code in LANGUAGES}


def links(tag: str) -> str:
    """Return HTML by which a browser finds the fonts of a page before it needs them."""
    code = next(code for code in LANGUAGES if LANGUAGES[code].tag == tag)
    early = "".join(
        f'<link rel="preload" as="font" type="font/woff2" href="{escape(place(file))}" crossorigin>'
        for file in first_files(code)
    )
    return f'<link rel="stylesheet" id="letters" href="{escape(addresses()[tag])}">{early}'
