"""What the records lack."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.left_out import lacking
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question


def left_out(question: Question) -> Sentence | None:
    """Return how many records are in no figure."""
    words = question.words
    found = lacking(question.desk.left_out((question.unit,), question.period))
    if found is None:
        return Sentence(marked(words.gettext("<b>No record</b> is left out of the figures.")), "quality")
    if not found.count:
        return None
    if found.more:
        text = words.ngettext(
            "At least <b>{records}</b> is left out of the figures.",
            "At least <b>{records}</b> are left out of the figures.",
            found.count,
        )
    else:
        text = words.ngettext(
            "<b>{records}</b> is left out of the figures.",
            "<b>{records}</b> are left out of the figures.",
            found.count,
        )
    return Sentence(marked(text, records=words.fmt.counted(found.count, "records")), "quality")


def commonest_rule(question: Question) -> Sentence | None:
    """Return the rule that most records break, where all are shown."""
    cells = question.desk.broken_rules((question.unit,), question.period).cells
    most = max(cells, key=lambda cell: cell.value_or(0))
    if not all(cell.shown for cell in cells) or not most.value:
        return None
    # Translators: the most frequent finding about the data, such as "Visit recorded late".
    text = question.words.gettext("The most frequent finding: {rule}, <b>{records}</b>.")
    records = question.words.fmt.counted(most.value, "records")
    return Sentence(marked(text, rule=label(question.words, "rule", most.code), records=records), "quality")


def recorded(question: Question) -> Sentence | None:
    """Return how many visits were recorded in time."""
    cell = question.cell("Q2")
    if not cell.shown:
        return None
    text = question.words.gettext("<b>{share}</b> of the visits were recorded within 3 days.")
    return Sentence(marked(text, share=question.words.fmt.percent(cell.value)), "quality")


def planned(question: Question) -> Sentence | None:
    """Return how many of the required visits were planned."""
    cell = question.cell("Q3")
    if not cell.shown:
        return None
    text = question.words.gettext("<b>{share}</b> of the visits that the model requires were planned.")
    return Sentence(marked(text, share=question.words.fmt.percent(cell.value)), "quality")
