"""Overview: the programme at a glance, what needs somebody, and the centres side by side."""

from __future__ import annotations

from dashboard.cards.card import AttentionList, Content
from dashboard.cards.composing import against_target, chart, content, without_figure
from dashboard.cards.grants import against
from dashboard.cards.identification import funnel
from dashboard.cards.names import line_names, unit_names
from dashboard.cards.overview_tiles import TILES
from dashboard.cards.page import page, row
from dashboard.i18n.words import N_
from dashboard.sentences import attention as needs
from dashboard.sentences.claims import families as claims
from dashboard.sentences.claims import grants, visits
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason

YEAR_AND_MONTH, YEAR = 13, 12


def centres(question: Question) -> Content:
    """The centres side by side: dose with its interval, capacity, pace, unseen families."""
    if question.single:
        return alone(question)
    dose = question.across("V2")
    gettext = question.words.gettext
    target = question.desk.target("V2", question.unit, question.period)
    columns = (
        # Translators: head of a narrow column: capacity in use.
        (gettext("Capacity"), question.across("C2")),
        # Translators: head of a narrow column: spending against the budget's plan.
        (gettext("Pace"), question.across("G3")),
        # Translators: head of a narrow column: families unseen too long.
        (gettext("Unseen"), question.across("V5")),
    )
    shown = chart(
        question,
        "centres",
        dose,
        names=unit_names(question),
        # Translators: head of a narrow column: visit dose received.
        title=gettext("Dose"),
        columns=columns,
        target=target.target if target else None,
        limit=target.amber if target else None,
        currency=question.desk.currency,
    )
    sub = gettext("Dots: share of the visits required; bands: 95% interval")
    claim = visits.by_centre(question)
    return without_figure(question, claim, dose, shown, cell=question.cell("V2"), sub=sub)


def alone(question: Question) -> Content:
    """Visit dose of a single centre, month by month, in the place of the comparison."""
    published = question.over("V2", YEAR)
    shown = against_target(question, published)
    target = question.desk.target("V2", question.unit, question.period)
    title = visits.dose(question, question.cell("V2"), target, published)
    return content(question, title, published, shown)


def families(question: Question) -> Content:
    """Families on the programme over a year."""
    published = question.over("C1", YEAR_AND_MONTH)
    shown = chart(question, "months_bars", published)
    return content(question, claims.over_time(question, published), published, shown)


def lines(question: Question) -> Content:
    """Budget lines against the plan to date."""
    published, planned = question.by("G2", "category"), question.by("G3", "part")
    shown = chart(
        question,
        "budget_lines",
        published,
        names=line_names(question, published),
        planned=planned,
        currency=question.desk.currency,
    )
    cell = question.cell("G2")
    return content(question, grants.lines(question), published, shown, cell=cell, beside=against(question))


NONE_OFF_TRACK = N_("No figure for this unit and period is off track or beyond its limit.")
NOT_ALL_JUDGED = N_(
    "No figure that can be judged is off track. Others are hidden, or are about too few to be judged."
)


def attention(question: Question) -> AttentionList:
    """What needs somebody, in the unit and beneath it."""
    words = question.words
    found = needs.attention(question)
    # What cannot be judged is looked for only where nothing else is said.
    why = NOT_ALL_JUDGED if not found and needs.unjudged(question) else NONE_OFF_TRACK
    nothing = Reason("", words.gettext("Nothing needs attention"), words.gettext(why))
    return AttentionList(words.gettext("Needs attention"), found, nothing)


OVERVIEW = page(
    "overview",
    N_("Overview"),
    row(attention, centres, widths=(500, 720)),
    row(families, funnel, lines),
    tiles=TILES,
)
