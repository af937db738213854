"""The two to four sentences at the top of a page, each a link to the page that shows more."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.i18n.words import N_
from dashboard.privacy.published import HIDDEN
from dashboard.sentences.headlines import families, grants, identification, quality, savers, visits, words
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question


def headline(question: Question, page: str) -> tuple[Sentence, ...]:
    """Return what is sure of a page's figures; at least one sentence, if only that nothing is."""
    told = [sentence for tell in PAGES[page] if (sentence := tell(question))]
    nothing = _nothing(question, page)
    return tuple(told) or (Sentence(marked(question.words.gettext(nothing)), page),)


def _nothing(question: Question, page: str) -> str:
    """Return why there is nothing to say: what is hidden is not nothing."""
    if any(question.cell(indicator_id).state == HIDDEN for indicator_id in LEADING.get(page, ())):
        return HIDDEN_FIGURES
    return NO_BUDGET if page == "grants" else NO_FIGURES


Tell = Callable[[Question], Sentence | None]
PAGES: dict[str, tuple[Tell, ...]] = {
    "overview": (families.families, visits.dose, visits.weak_centres, grants.runs_out),
    "caseload": (families.families, families.movement, families.capacity, families.outlook),
    "visits": (visits.dose_changed, visits.unseen, visits.overdue, visits.commonest_reason),
    "grants": (grants.spending, grants.runs_out, grants.forecast, grants.paid_unseen),
    "savers": (savers.savers, savers.certified, savers.overloaded, savers.supervised),
    "identification": (identification.referred, identification.contacted, identification.waited),
    "quality": (quality.left_out, quality.commonest_rule, quality.recorded, quality.planned),
    "definitions": (words.definitions,),
    "words": (words.side_by_side,),
}

# What the sentences of a page speak of first.
LEADING = {
    "overview": ("C1", "V2"),
    "caseload": ("C1", "C2"),
    "visits": ("V2", "V3"),
    "grants": ("G2", "G3"),
    "savers": ("S1", "S2"),
    "identification": ("R1", "R2"),
}
HIDDEN_FIGURES = N_("The figures of this unit and period are hidden: they could tell of just a few families.")
NO_FIGURES = N_("There are no figures to sum up for this unit and period.")
NO_BUDGET = N_("There is no budget to report for this unit and period.")
