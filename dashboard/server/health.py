"""Addresses for the machine that watches this one: is the process alive, are there figures."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dashboard.server.warm import Warmth


def routes(warmth: Warmth) -> list[Route]:
    """Return /healthz (the process answers) and /readyz (a snapshot is there)."""

    async def healthz(request: Request) -> JSONResponse:
        return JSONResponse({"alive": True})

    async def readyz(request: Request) -> JSONResponse:
        ready = warmth.ready
        return JSONResponse({"ready": ready}, status_code=200 if ready else 503)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
