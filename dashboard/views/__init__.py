"""The pages that a reader opens, in the order of the navigation."""

from __future__ import annotations

from dashboard.cards import PAGES
from dashboard.views import definitions, words
from dashboard.views.view import View, view

VIEWS: tuple[View, ...] = (*map(view, PAGES), definitions.VIEW, words.VIEW)
