"""What pages say, as data: each page a list of rows of named cards, none of it drawn yet."""

from __future__ import annotations

from dashboard.cards.caseload import CASELOAD
from dashboard.cards.grants import GRANTS
from dashboard.cards.identification import IDENTIFICATION
from dashboard.cards.overview import OVERVIEW
from dashboard.cards.page import Page
from dashboard.cards.quality import QUALITY
from dashboard.cards.savers import SAVERS
from dashboard.cards.visits import VISITS

PAGES: tuple[Page, ...] = (OVERVIEW, CASELOAD, VISITS, GRANTS, SAVERS, IDENTIFICATION, QUALITY)
