"""Compression of scripts and styles, each once: Streamlit sends its 6 MB of them as they are."""

from __future__ import annotations

import asyncio
import gzip

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLACES = ("/static/", "/type/", "/language.js")
ENDINGS = (".js", ".css")
KINDS = ("text/javascript", "application/javascript", "text/css")


class CompressOnce:
    """ASGI middleware that compresses each asset at its first request and keeps it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not compressible(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self.kept:
            start, body = await whole_answer(self.app, scope)
            # A missing asset is answered with the document and 200: it is not
            # kept, or made-up paths would fill the memory.
            if start["status"] != 200 or not of_kind(start):
                await send(start)
                await send({"type": "http.response.body", "body": body})
                return
            self.kept[path] = await asyncio.to_thread(compressed, start, body)
        start, body = self.kept[path]
        await send(start)
        await send({"type": "http.response.body", "body": body})


def compressible(scope: Scope) -> bool:
    """Whether a request asks for a script or style and takes it compressed."""
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].startswith(PLACES)
        and scope["path"].endswith(ENDINGS)
        and "gzip" in Headers(scope=scope).get("accept-encoding", "")
    )


def of_kind(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("content-type", "").startswith(KINDS)


async def whole_answer(app: ASGIApp, scope: Scope) -> tuple[Message, bytes]:
    """Return start and whole body of the answer to the request without its conditions.

    The application never learns whether the browser has gone: it would break
    off in the middle of a file, and the half would be kept for every reader.
    """
    conditions = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    headers = [(name, value) for name, value in scope["headers"] if name not in conditions]
    messages: list[Message] = []

    async def take(message: Message) -> None:
        messages.append(message)

    asked: asyncio.Queue[Message] = asyncio.Queue()
    asked.put_nowait({"type": "http.request", "body": b"", "more_body": False})
    await app({**scope, "headers": headers}, asked.get, take)
    return messages[0], b"".join(message.get("body", b"") for message in messages[1:])


def compressed(start: Message, body: bytes) -> tuple[Message, bytes]:
    """Return an answer with its body compressed and its headers saying so."""
    smaller = gzip.compress(body, compresslevel=9, mtime=0)
    headers = MutableHeaders(raw=list(start["headers"]))
    for name in ("etag", "accept-ranges"):
        del headers[name]
    headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(smaller))
    headers["vary"] = "Accept-Encoding"
    return {**start, "headers": headers.raw}, smaller
