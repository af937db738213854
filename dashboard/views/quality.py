"""Data quality: which records break a rule, what is left out, and how soon visits are recorded."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.picture import Picture
from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.published import EMPTY, HIDDEN, Published
from dashboard.sentences.asked import Asked
from dashboard.sentences.claims import quality as claims
from dashboard.sentences.left_out import lacking
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


def rules(asked: Asked, theme: str) -> Content:
    """Each broken rule: what it means for the figures, and how many records break it."""
    published = asked.desk.broken_rules((asked.unit,), asked.period)
    return Content(
        title=claims.rules(asked, published),
        figure=None,
        beside="",
        cell=published.only,
        published=published,
        picture=Sheet(findings.by_rule(asked, published)),
        day=published.as_of,
    )


def centres(asked: Asked, theme: str) -> Content:
    """Where the records are that break a rule: centres by rules."""
    published = asked.desk.broken_rules(asked.beneath, asked.period)
    broken = claims.broken_codes(published)
    sheet = Sheet(findings.by_unit(asked, published, broken))
    return Content(
        title=claims.by_unit(asked),
        figure=None,
        beside="",
        cell=published.only,
        published=published,
        picture=sheet if broken else nothing(asked, N_("No record breaks a rule.")),
        key=findings.steps(asked.words) if broken else "",
        note=findings.unplaced(asked, broken),
        day=published.as_of,
    )


def left_out(asked: Asked, theme: str) -> Content:
    """Records in no figure, by what they hold."""
    published = asked.desk.left_out((asked.unit,), asked.period)
    found, tables = lacking(published), findings.lacking_tables(published)
    return Content(
        title=claims.left_out(asked, found),
        figure=findings.total(asked, found),
        beside="",
        cell=published.only,
        published=published,
        picture=bars(asked, theme, published, tables[:MOST_BARS]),
        note=claims.more_tables(asked, len(tables) - MOST_BARS),
        day=published.as_of,
    )


def bars(asked: Asked, theme: str, published: Published, tables: Sequence[str]) -> Picture | Reason:
    """Return the bars of tables that lack records, or why there are none."""
    if not tables:
        return nothing(asked, N_("Every record is in the figures that it belongs to."))
    if not any(cell.value for cell in published.cells):
        profile = asked.desk.reader.profile
        return why(HIDDEN, published.indicator, asked.words, profile.small_cell, profile.smallest_base)
    names = {code: label(asked.words, "table", code) for code in tables}
    return drawn(asked, theme, "bars", published, names=names, by_size=True)


def nothing(asked: Asked, message: str) -> Reason:
    return Reason(EMPTY, asked.words.gettext("Nothing to correct"), asked.words.gettext(message))


def complete(asked: Asked, theme: str) -> Content:
    """Whether the fields that must be filled are, in the whole database."""
    cell = asked.cell("Q1")
    published = asked.desk.publish("Q1", (asked.unit,), (asked.period,))
    day = asked.desk.broken_rules((asked.unit,), asked.period).as_of
    return content(
        asked,
        claims.complete(asked, cell),
        published,
        Sheet(findings.fields(asked, cell)),
        number=findings.exact(asked, cell),
        beside=joined(asked.words.gettext("in the whole database")),
        day=day,
    )


def recorded(asked: Asked, theme: str) -> Content:
    """Visits recorded within three days, month by month, and how long records take."""
    published, cell = asked.over("Q2", YEAR), asked.cell("Q2")
    shown = drawn(
        asked, theme, "months_line", published, provisional=provisional(asked, published)
    )
    return content(
        asked,
        claims.recorded(asked, cell),
        published,
        shown,
        beside=joined(*findings.days(asked, cell)),
        note=claims.provisional(asked, provisional_months(asked)),
    )


def planned(asked: Asked, theme: str) -> Content:
    """Visits planned of those that the model requires, month by month."""
    published, cell = asked.over("Q3", YEAR), asked.cell("Q3")
    shown = drawn(asked, theme, "months_line", published)
    return content(asked, claims.planned(asked, cell), published, shown)


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
    if not scene.asked.single:
        row(scene, [by_unit])
    row(scene, others[:2])
    row(scene, others[2:])


VIEW = View("quality", N_("Data quality"), draw)
