"""Security headers of every answer, and the doors of Streamlit that stay shut.

The content security policy is the second wall behind `i18n.markdown.escape`:
whatever a value of the database turned into on the page, it could not fetch,
send or run anything.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INDEX = Path(st.__file__).parent / "static" / "index.html"
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

# Without sign-in anybody on the machine could read or use them: counts of
# functions and sessions, an interface for programs, files into memory.
SHUT = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file")


@cache
def policy() -> str:
    """Return the content security policy: only what this server sends, and no script in the page."""
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *inline_scripts()])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
            "img-src 'self' data: blob:",  # sparklines are data addresses
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "media-src 'self'",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def inline_scripts() -> list[str]:
    """Return the sources that allow the scripts within Streamlit's own index.html."""
    found = INLINE_SCRIPT.findall(INDEX.read_text(encoding="utf-8"))
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in found)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


@cache
def security_headers() -> dict[str, str]:
    return {
        "content-security-policy": policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        # A link holds unit and period: other sites need not learn them.
        "referrer-policy": "no-referrer",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), display-capture=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }


class SecurityHeaders:
    """ASGI middleware, the outermost: no answer leaves without the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                headers.update(security_headers())
                if path.startswith("/media/"):
                    # Files that readers took away stay on no shared disk.
                    headers["cache-control"] = "no-store, private"
                message = {**message, "headers": headers.raw}
            await send(message)

        if path.startswith(SHUT):
            await PlainTextResponse("Not found", 404)(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)
