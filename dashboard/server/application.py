"""The server put together: Streamlit's application with our middleware, routes and warm-up."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dashboard.resources import PACKAGE
from dashboard.server import fonts, health, language
from dashboard.server.addresses import OnlyPages
from dashboard.server.compression import CompressOnce
from dashboard.server.controls import hold_controls_to_their_types
from dashboard.server.failure import quieten_streamlit, say_sorry
from dashboard.server.headers import SecurityHeaders
from dashboard.server.page import PageLanguage
from dashboard.server.warm import Warmth, lifespan_of
from dashboard.settings import current

SCRIPT = PACKAGE / "app.py"


def application(script: Path = SCRIPT) -> st.App:
    """Return the application that runs a script for each reader."""
    warmth = Warmth()
    quieten_streamlit()
    hold_controls_to_their_types()
    return st.App(
        script,
        lifespan=lambda unused_app: lifespan_of(warmth),
        routes=[*health.routes(warmth), language.ROUTE, fonts.ROUTE],
        # The outermost first.
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=current().hosts, www_redirect=False),
            Middleware(CompressOnce),
            Middleware(OnlyPages),
            Middleware(PageLanguage, default=current().language),
        ],
        on_script_error=say_sorry,
    )
