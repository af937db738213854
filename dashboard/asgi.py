"""The server for any ASGI runner: `dashboard serve` runs the same application."""

from dashboard.server.application import application

app = application()
