"""Which addresses there are: Streamlit answers every other one with its document, too."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Said again here, so that the server needs no room that draws; a test holds them to `views.VIEWS`.
PAGES = (
    "overview",
    "caseload",
    "visits",
    "grants",
    "savers",
    "identification",
    "quality",
    "definitions",
    "words",
)


class OnlyPages:
    """ASGI middleware that says 404 where the document stands for no page.

    The document itself stays: it says in the reader's language that there is
    no such page, and shows the first one.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def take(message: Message) -> None:
            await send({**message, "status": 404} if is_document(message) else message)

        known = scope["type"] != "http" or is_page(scope)
        await self.app(scope, receive, send if known else take)


def is_page(scope: Scope) -> bool:
    """Whether a request asks for the start or for a page by its name."""
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    return path.removeprefix("/") in ("", *PAGES)


def is_document(message: Message) -> bool:
    """Whether an answer begins that is HTML and found."""
    if message["type"] != "http.response.start" or message["status"] != 200:
        return False
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
