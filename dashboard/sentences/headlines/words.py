"""What the pages of definitions and words hold."""

from __future__ import annotations

from dashboard.i18n.words import N_
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question


def definitions(question: Question) -> Sentence | None:
    return Sentence(
        marked(question.words.gettext("Every figure is one of these, and is counted in one way only.")),
        "definitions",
    )


SIDE_BY_SIDE = N_("The programme’s words in all languages of this dashboard, side by side.")


def side_by_side(question: Question) -> Sentence | None:
    return Sentence(marked(question.words.gettext(SIDE_BY_SIDE)), "words")
