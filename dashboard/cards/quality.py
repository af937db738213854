"""Data quality: which records break a rule, what is left out, and how soon visits are recorded."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from dashboard.cards import record_grids
from dashboard.cards.card import Chart, Content, steps
from dashboard.cards.classes import count_labels
from dashboard.cards.composing import chart, content, instead, provisional, without_figure
from dashboard.cards.page import page, row
from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.published import EMPTY, HIDDEN, Cell, Published
from dashboard.sentences.claims import quality as claims
from dashboard.sentences.dates import provisional_months
from dashboard.sentences.figures import Figure
from dashboard.sentences.left_out import Lacking, lacking
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason

YEAR = 12
# What one glance takes in; the table has them all.
MOST_BARS = 8
# From here on a percentage would be rounded up to the whole.
ALL_BUT_WHOLE = 0.995


def rules(question: Question) -> Content:
    """Each broken rule: what it means for the figures, and how many records break it."""
    published = question.desk.broken_rules((question.unit,), question.period)
    grid = record_grids.by_rule(question, published)
    return without_figure(question, claims.rules(question, published), published, grid, day=published.as_of)


def centres(question: Question) -> Content | None:
    """Where the records are that break a rule: centres by rules."""
    if question.single:
        return None
    published = question.desk.broken_rules(question.beneath, question.period)
    broken = claims.broken_codes(published)
    if not broken:
        reason = nothing(question, N_("No record breaks a rule."))
        return without_figure(question, claims.by_unit(question), published, reason, day=published.as_of)
    return without_figure(
        question,
        claims.by_unit(question),
        published,
        record_grids.by_unit(question, published, broken),
        legend=steps(count_labels(question.words)),
        note=claims.unplaced(question),
        day=published.as_of,
    )


def left_out(question: Question) -> Content:
    """Records in no figure, by what they hold."""
    published = question.desk.left_out((question.unit,), question.period)
    found, tables = lacking(published), lacking_tables(published)
    return content(
        question,
        claims.left_out(question, found),
        published,
        bars(question, published, tables[:MOST_BARS]),
        cell=published.only,
        number=total(question, found),
        beside=(),
        note=claims.more_tables(question, len(tables) - MOST_BARS),
        day=published.as_of,
    )


def bars(question: Question, published: Published, tables: Sequence[str]) -> Chart | Reason:
    """Return the bars of tables that lack records, or why there are none."""
    if not tables:
        return nothing(question, N_("Every record is in the figures that it belongs to."))
    if not any(cell.value_or(0) for cell in published.cells):
        return instead(question, published, HIDDEN)
    names = {code: label(question.words, "table", code) for code in tables}
    return chart(question, "bars", published, names=names, by_size=True)


def lacking_tables(published: Published) -> list[str]:
    """Return the tables that lack records: most of them first, then those that are hidden."""
    cells = published.by_code
    return sorted(claims.broken_codes(published), key=lambda code: -cells[code].value_or(0))


def total(question: Question, found: Lacking | None) -> Figure:
    """Return how many records are left out, or at least how many."""
    if found and found.more and not found.count:
        return Figure(question.words.gettext("Hidden"))
    number, unit = question.words.fmt.measure(found.count if found else 0, "records")
    return Figure(f"≥ {number}" if found and found.more else number, unit)


def nothing(question: Question, message: str) -> Reason:
    return Reason(EMPTY, question.words.gettext("Nothing to correct"), question.words.gettext(message))


def complete(question: Question) -> Content:
    """Whether the fields that must be filled are, in the whole database."""
    cell = question.cell("Q1")
    published = question.desk.publish("Q1", (question.unit,), (question.period,))
    day = question.desk.broken_rules((question.unit,), question.period).as_of
    return content(
        question,
        claims.complete(question, cell),
        published,
        record_grids.fields(question, cell),
        number=exact(question, cell),
        beside=(question.words.gettext("in the whole database"),),
        day=day,
    )


def exact(question: Question, cell: Cell) -> Figure | None:
    """Return a share that is all but whole so that it does not seem whole (None: as usual)."""
    if not cell.shown or not cell.value or cell.value == 1 or cell.value < ALL_BUT_WHOLE:
        return None
    hundredths = floor(cell.value * 10_000) / 10_000
    return Figure(question.words.fmt.percent(hundredths, 2))


def recorded(question: Question) -> Content:
    """Visits recorded within three days, month by month, and how long records take."""
    published, cell = question.over("Q2", YEAR), question.cell("Q2")
    shown = chart(question, "months_line", published, provisional=provisional(question, published))
    return content(
        question,
        claims.recorded(question, cell),
        published,
        shown,
        beside=days(question, cell),
        note=claims.provisional(question, provisional_months(question)),
    )


def days(question: Question, cell: Cell) -> list[str]:
    """Return how many days records take, where that is shown."""
    if not cell.shown or cell.median is None or cell.p90 is None:
        return []
    words = question.words
    return [
        words.gettext("median {days}").format(days=words.fmt.counted(cell.median, "days")),
        # Translators: beside the visits recorded in time: nine of ten take no longer.
        words.gettext("90% within {days}").format(days=words.fmt.counted(cell.p90, "days")),
    ]


def planned(question: Question) -> Content:
    """Visits planned of those that the model requires, month by month."""
    published, cell = question.over("Q3", YEAR), question.cell("Q3")
    shown = chart(question, "months_line", published)
    return content(question, claims.planned(question, cell), published, shown)


QUALITY = page(
    "quality",
    N_("Data quality"),
    row(rules),
    row(centres),
    row(left_out, complete),
    row(recorded, planned),
)
