"""Addresses for the machine that watches this one: is the process alive, are there figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dashboard.server.warm import Warmth

if TYPE_CHECKING:
    from dashboard.keeper import Keeper


def routes(warmth: Warmth) -> list[Route]:
    """Return /healthz (the process answers) and /readyz (a snapshot is there, and how it stands)."""

    async def healthz(request: Request) -> JSONResponse:
        return JSONResponse({"alive": True})

    async def readyz(request: Request) -> JSONResponse:
        body = {"ready": warmth.ready, **remarks(warmth.keeper)}
        return JSONResponse(body, status_code=200 if warmth.ready else 503)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]


def remarks(kept: Keeper | None) -> dict[str, str]:
    """Return why and since when figures are old or missing, and how the load is older."""
    found = {}
    trouble, since = (kept.trouble, kept.since) if kept else (None, None)
    if trouble and since:
        found |= {"trouble": str(trouble), "since": since.isoformat(timespec="seconds")}
    if kept and kept.older:
        found["older"] = kept.older
    return found
