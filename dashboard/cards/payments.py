"""Cards of the grants page on the way of a grant: decided, paid, seen, and accounted for."""

from __future__ import annotations

from dashboard.cards.card import Content
from dashboard.cards.composing import chart, content, target_of
from dashboard.cards.names import code_names, unit_names
from dashboard.sentences.claims import payments as claims
from dashboard.sentences.question import Question

YEAR = 12


def on_time(question: Question) -> Content:
    """Grants paid on time, month by month; requests and decisions in words."""
    published, target = question.over("G6", YEAR), target_of(question, "G6")
    shown = chart(question, "months_line", published, target=target)
    title, note = claims.on_time(question, question.cell("G6")), claims.decided(question)
    return content(question, title, published, shown, note=note)


def unpaid(question: Question) -> Content:
    """Money approved and not yet paid, by the days since the decision."""
    published = question.by("G4", "age")
    shown = chart(
        question,
        "days_bars",
        published,
        names=code_names(question, published),
        late=(claims.PAID_TOO_LATE,),
        title=question.words.gettext("Days since the decision"),
        currency=question.desk.currency,
    )
    title = claims.unpaid(question, published)
    return content(question, title, published, shown, cell=question.cell("G4"))


def unseen(question: Question) -> Content:
    """Families paid but not seen, by centre; a single centre: by month."""
    if question.single:
        published = question.over("G7", YEAR)
        shown = chart(question, "months_bars", published)
    else:
        published, names = question.across("G7"), unit_names(question)
        shown = chart(question, "bars", published, names=names, by="unit", by_size=True)
    cell = question.cell("G7")
    title, note = claims.unseen(question, cell), claims.seen_undecided(question)
    return content(question, title, published, shown, cell=cell, note=note)


def advances(question: Question) -> Content:
    """Advances past their day of settlement, by the days since then."""
    published = question.by("G8", "age")
    shown = chart(
        question,
        "days_bars",
        published,
        names=code_names(question, published),
        late=(claims.SETTLED_TOO_LATE,),
        title=question.words.gettext("Days since the settlement was due"),
        currency=question.desk.currency,
    )
    title = claims.advances(question, published)
    return content(question, title, published, shown, cell=question.cell("G8"))
