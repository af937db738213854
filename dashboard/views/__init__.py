"""The pages that a reader opens, in the order of the navigation."""

from __future__ import annotations

from dashboard.views import (
    caseload,
    definitions,
    glossary,
    grants,
    identification,
    overview,
    quality,
    savers,
    visits,
)
from dashboard.views.view import View

VIEWS: tuple[View, ...] = (
    overview.VIEW,
    caseload.VIEW,
    visits.VIEW,
    grants.VIEW,
    savers.VIEW,
    identification.VIEW,
    quality.VIEW,
    definitions.VIEW,
    glossary.VIEW,
)
