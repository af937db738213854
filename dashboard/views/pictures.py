"""The picture of a card as the page draws it: theme and language join its cells here."""

from __future__ import annotations

from functools import partial

from dashboard.cards.card import Card, Chart, Content
from dashboard.cards.grid import Grid
from dashboard.charts.picture import Picture, picture
from dashboard.charts.specs import KINDS
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason
from dashboard.views.page_run import PageRun


def picture_of(run: PageRun, card: Card, said: Content) -> Picture | Grid | Reason:
    """Return what stands in the picture's place; a chart is drawn once and kept."""
    if not isinstance(said.picture, Chart):
        return said.picture
    return run.kept.get(
        (card.name, "picture", *run.key), partial(drawn, run.question, run.theme, said.picture)
    )


def drawn(question: Question, theme: str, chart: Chart) -> Picture:
    """Draw a chart. A label in it has room for one currency."""
    rows = KINDS[chart.kind].frame(chart.published, question.plain_words, **chart.settings)
    return picture(chart.kind, rows, question.words, theme)
