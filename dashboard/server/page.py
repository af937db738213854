"""The first byte of a page in the reader's language: index.html as Streamlit ships it speaks English.

What is done here is right before any script runs: language and title of the
document, its fonts, its first background, and the sentence for a browser
without scripts.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.fonts.scripts import has_own_script
from dashboard.i18n.languages import LANGUAGES, negotiate
from dashboard.i18n.languages import language as language_of
from dashboard.i18n.words import Words
from dashboard.i18n.words import words as words_of
from dashboard.server.fonts import PLACE as FONTS
from dashboard.server.fonts import links
from dashboard.server.language import address
from dashboard.server.options import options

# Under these lie files and streams, never the document.
NOT_PAGES = (
    "/_stcore/",
    "/static/",
    "/media/",
    "/component/",
    "/language.js",
    "/healthz",
    "/readyz",
    FONTS,
)


def page_title(words: Words) -> str:
    """Return the name of the product, which is the title until a page says its own."""
    return words.gettext("First Steps in Parenting programme dashboard")


def switch_script(language: str, title: str = "", names: Mapping[str, str] | None = None) -> str:
    """Return HTML for `st.html` by which the open document follows the reader's language.

    It holds no script, since the content security policy allows none in the
    page: language.js, which is there from the first byte, sees the element.

    Args:
        language: a code of LANGUAGES.
        title: the new title of the document; empty leaves it as it is.
        names: names that stand on the page in another language, with its tag.
    """
    tag = escape(language_of(language).tag)
    told = escape(json.dumps(names or {}, ensure_ascii=False))
    return (
        f'<span hidden data-page-language="{tag}" data-page-title="{escape(title)}"'
        f' data-page-names="{told}"></span>'
    )


def requested_language(scope: Scope, default: str) -> str:
    """Return the language of a request: its link's, else its browser's, else the default."""
    query = parse_qs(scope["query_string"].decode("latin-1"))
    wanted = query.get("lang", [None])[-1]
    return negotiate(wanted, Headers(scope=scope).get("accept-language"), default)


def rewritten(html: str, language: str) -> str:
    """Return index.html with the language, title and first colours of its reader."""
    words = words_of(language)
    sentence = words.gettext("This page needs JavaScript: please allow it in your browser.")
    for pattern, replacement in (
        (r'<html lang="en">', f'<html lang="{escape(words.tag)}">'),
        (r"<title>Streamlit</title>", f"<title>{escape(page_title(words))}</title>"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{escape(sentence)}</p></noscript>"),
        # It points at an interface for programs that is switched off.
        (r'<!--\s*Machine-readable.*?<link rel="service-desc"[^>]*>', ""),
        # Before Streamlit's own scripts, which ask for the browser's language at once.
        (r"(?=<title>)", f'{first_colours()}{links(words.tag)}<script src="{address()}"></script>'),
        # Streamlit's Latin letters are only fetched where something is written in them.
        (preloaded_fonts(language), ""),
    ):
        html = re.sub(pattern, lambda unused_match, text=replacement: text, html, count=1, flags=re.DOTALL)
    return html


def preloaded_fonts(language: str) -> str:
    """Return the pattern of what a page need not fetch early, none for a page in Latin letters."""
    nothing = r"(?!)"
    return r'<link\s+rel="preload"[^>]*/SourceSans[^>]*>' if has_own_script(language) else nothing


def first_colours() -> str:
    """Return a style for the moment before Streamlit draws: no white flash in the dark."""
    light = options()["theme.light.backgroundColor"]
    dark = options()["theme.dark.backgroundColor"]
    return (
        '<meta name="color-scheme" content="light dark">'
        f"<style>html{{background:{light}}}"
        f"@media(prefers-color-scheme:dark){{html{{background:{dark}}}}}</style>"
    )


@lru_cache(maxsize=2 * len(LANGUAGES) + 2)
def kept(html: bytes, language: str) -> tuple[bytes, bytes]:
    """Return a rewritten page, plain and compressed; it is the same for all its readers."""
    plain = rewritten(html.decode("utf-8"), language).encode("utf-8")
    return plain, gzip.compress(plain, mtime=0)


class PageLanguage:
    """ASGI middleware that rewrites documents and lets everything else pass."""

    def __init__(self, app: ASGIApp, default: str) -> None:
        self.app = app
        self.default = default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(NOT_PAGES):
            await self.app(scope, receive, send)
            return
        answer = Document(send, requested_language(scope, self.default), accepts_gzip(scope))
        await self.app(plain_request(scope), receive, answer.take)


def accepts_gzip(scope: Scope) -> bool:
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


def plain_request(scope: Scope) -> Scope:
    """Return the request without what would bring the document in parts or compressed."""
    unwanted = (b"accept-encoding", b"range", b"if-none-match", b"if-modified-since")
    headers = [(name, value) for name, value in scope["headers"] if name not in unwanted]
    return {**scope, "headers": headers}


class Document:
    """One answer on its way out: held back when it is HTML, until it is whole."""

    def __init__(self, send: Send, language: str, zipped: bool) -> None:
        self.send = send
        self.language = language
        self.zipped = zipped
        self.start: Message | None = None
        self.body = b""

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = Headers(raw=message["headers"]).get("content-type", "")
            if not kind.startswith("text/html") or message["status"] != 200:
                await self.send(message)
                return
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self.finish(self.start)

    async def finish(self, start: Message) -> None:
        plain, compressed = kept(self.body, self.language) if self.body else (b"", b"")
        headers = MutableHeaders(raw=list(start["headers"]))
        # They name Streamlit's file, which is not what is sent.
        for name in ("etag", "last-modified", "accept-ranges"):
            del headers[name]
        headers["content-language"] = language_of(self.language).tag
        headers["vary"] = "Accept-Language, Accept-Encoding"
        body = compressed if self.zipped else plain
        if self.zipped and body:
            headers["content-encoding"] = "gzip"
        if self.body:
            headers["content-length"] = str(len(body))
        else:
            # A HEAD request: the length of Streamlit's file would be wrong.
            del headers["content-length"]
        await self.send({**start, "headers": headers.raw})
        await self.send({"type": "http.response.body", "body": body})
