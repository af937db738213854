"""Data quality: which records break a rule, what is left out, and how soon visits are recorded."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.picture import Picture
from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.published import EMPTY, HIDDEN, Published
from dashboard.sentences.claims import quality as claims
from dashboard.sentences.left_out import lacking
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason, why
from dashboard.views import findings
from dashboard.views.cards import Card, Content, Sheet, row
from dashboard.views.contents import content, drawn, joined, provisional
from dashboard.views.frame import provisional_months
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR = 12
# What one glance takes in; the table has them all.
MOST_BARS = 8


def rules(question: Question, theme: str) -> Content:
    """Each broken rule: what it means for the figures, and how many records break it."""
    published = question.desk.broken_rules((question.unit,), question.period)
    return Content(
        title=claims.rules(question, published),
        figure=None,
        beside="",
        cell=published.only,
        published=published,
        picture=Sheet(findings.by_rule(question, published)),
        day=published.as_of,
    )


def centres(question: Question, theme: str) -> Content:
    """Where the records are that break a rule: centres by rules."""
    published = question.desk.broken_rules(question.beneath, question.period)
    broken = claims.broken_codes(published)
    sheet = Sheet(findings.by_unit(question, published, broken))
    return Content(
        title=claims.by_unit(question),
        figure=None,
        beside="",
        cell=published.only,
        published=published,
        picture=sheet if broken else nothing(question, N_("No record breaks a rule.")),
        key=findings.steps(question.words) if broken else "",
        note=findings.unplaced(question, broken),
        day=published.as_of,
    )


def left_out(question: Question, theme: str) -> Content:
    """Records in no figure, by what they hold."""
    published = question.desk.left_out((question.unit,), question.period)
    found, tables = lacking(published), findings.lacking_tables(published)
    return Content(
        title=claims.left_out(question, found),
        figure=findings.total(question, found),
        beside="",
        cell=published.only,
        published=published,
        picture=bars(question, theme, published, tables[:MOST_BARS]),
        note=claims.more_tables(question, len(tables) - MOST_BARS),
        day=published.as_of,
    )


def bars(question: Question, theme: str, published: Published, tables: Sequence[str]) -> Picture | Reason:
    """Return the bars of tables that lack records, or why there are none."""
    if not tables:
        return nothing(question, N_("Every record is in the figures that it belongs to."))
    if not any(cell.value_or(0) for cell in published.cells):
        profile = question.desk.reader.profile
        return why(HIDDEN, published.indicator, question.words, profile.small_cell, profile.smallest_base)
    names = {code: label(question.words, "table", code) for code in tables}
    return drawn(question, theme, "bars", published, names=names, by_size=True)


def nothing(question: Question, message: str) -> Reason:
    return Reason(EMPTY, question.words.gettext("Nothing to correct"), question.words.gettext(message))


def complete(question: Question, theme: str) -> Content:
    """Whether the fields that must be filled are, in the whole database."""
    cell = question.cell("Q1")
    published = question.desk.publish("Q1", (question.unit,), (question.period,))
    day = question.desk.broken_rules((question.unit,), question.period).as_of
    return content(
        question,
        claims.complete(question, cell),
        published,
        Sheet(findings.fields(question, cell)),
        number=findings.exact(question, cell),
        beside=joined(question.words.gettext("in the whole database")),
        day=day,
    )


def recorded(question: Question, theme: str) -> Content:
    """Visits recorded within three days, month by month, and how long records take."""
    published, cell = question.over("Q2", YEAR), question.cell("Q2")
    shown = drawn(question, theme, "months_line", published, provisional=provisional(question, published))
    return content(
        question,
        claims.recorded(question, cell),
        published,
        shown,
        beside=joined(*findings.days(question, cell)),
        note=claims.provisional(question, provisional_months(question)),
    )


def planned(question: Question, theme: str) -> Content:
    """Visits planned of those that the model requires, month by month."""
    published, cell = question.over("Q3", YEAR), question.cell("Q3")
    shown = drawn(question, theme, "months_line", published)
    return content(question, claims.planned(question, cell), published, shown)


CARDS = (
    Card("quality-rules", rules),
    Card("quality-centres", centres),
    Card("quality-left-out", left_out),
    Card("quality-complete", complete),
    Card("quality-recorded", recorded),
    Card("quality-planned", planned),
)


def draw(scene: Scene) -> None:
    by_rule, by_unit, *others = CARDS
    row(scene, [by_rule])
    if not scene.question.single:
        row(scene, [by_unit])
    row(scene, others[:2])
    row(scene, others[2:])


VIEW = View("quality", N_("Data quality"), draw)
