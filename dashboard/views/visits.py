"""Visits: received of those required, made of those planned, and how well they go on."""

from __future__ import annotations

from dashboard.charts.heat import LIMITS
from dashboard.charts.keys import squares, steps
from dashboard.charts.stacked_months import TONES
from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.change import change
from dashboard.sentences.claims import continuity
from dashboard.sentences.claims import visits as claims
from dashboard.sentences.claims.visits import MUCH_TOO_LATE
from dashboard.sentences.question import Question
from dashboard.sentences.status import WARN
from dashboard.views import markup
from dashboard.views.cards import Card, Content, row
from dashboard.views.contents import (
    content,
    counted,
    drawn,
    joined,
    judged_row,
    provisional,
    target_of,
)
from dashboard.views.names import code_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR, HALF_YEAR = 12, 6
# Translators: beside a share of visits, the six months to the end of the period.
IN_SIX_MONTHS = N_("in six months")
# What becomes of a planned visit, best first.
OUTCOMES = ("done_on_time", "done_late", "missed", "overdue")


def dose(question: Question, theme: str) -> Content:
    """Visit dose, month by month, against its target."""
    published = question.over("V2", YEAR)
    shown = drawn(
        question,
        theme,
        "months_line",
        published,
        target=target_of(question, "V2"),
        provisional=provisional(question, published),
    )
    target = question.desk.target("V2", question.unit, question.period)
    title = claims.dose(question, question.cell("V2"), target, published)
    return content(question, title, published, shown, note=claims.dose_of_families(question))


def outcomes(question: Question, theme: str) -> Content:
    """What became of the planned visits, month by month."""
    months = question.run(HALF_YEAR)
    published = question.desk.publish("V1", (question.unit,), months, "status", OUTCOMES)
    names = code_names(question, published, OUTCOMES)
    whole = question.desk.publish("V1", (question.unit,), months)
    shown = drawn(question, theme, "stacked_months", published, names=names, whole=whole)
    key = squares(zip(names.values(), (tone for tone, _ in TONES), strict=True))
    cell, on_time = question.cell("V1"), question.cell("V1", "timing", "on_time")
    return content(
        question,
        claims.made(question, cell, on_time),
        published,
        shown,
        cell=cell,
        key=key,
        beside=with_plans(question, cell),
        note=claims.reasons(question, question.by("V1", "reason")),
        care=claims.plans_fall_short(question),
    )


def with_plans(question: Question, cell: Cell) -> str:
    """Return change, status and target of V1 as HTML, marked where too little was planned."""
    usual, planned = judged_row(question, "V1", cell), claims.planned(question)
    mark = markup.status(WARN, planned) if planned else ""
    return markup.apart(usual, mark)


def by_centre(question: Question, theme: str) -> Content:
    """Visit dose by centre and month; a single centre: its overdue visits by days late."""
    if question.single:
        return late(question, theme)
    months = question.run(HALF_YEAR)
    published = question.desk.publish("V2", question.beneath, months)
    shown = drawn(question, theme, "heat", published, names=unit_names(question))
    cell, key = question.cell("V2"), steps(LIMITS, question.words)
    return content(question, claims.by_centre(question), published, shown, cell=cell, key=key)


def late(question: Question, theme: str) -> Content:
    """Overdue visits by days late."""
    published = question.by("V4", "days")
    shown = drawn(
        question,
        theme,
        "days_bars",
        published,
        names=code_names(question, published),
        late=(MUCH_TOO_LATE,),
        title=question.words.gettext("Days after the last day on time"),
    )
    cell, concerned = question.cell("V4"), question.cell("V4", "late", "families")
    parts = [change(question, "V4")]
    if concerned.shown and concerned.value:
        parts.insert(0, question.words.fmt.counted(concerned.value, "families"))
    if cell.median is not None:
        parts.append(
            question.words.gettext("median {days}").format(
                days=question.words.fmt.counted(cell.median, "days")
            )
        )
    return content(
        question, claims.late(question, published), published, shown, cell=cell, beside=joined(*parts)
    )


def unseen(question: Question, theme: str) -> Content:
    """Families unseen too long, by centre; a single centre: by month."""
    cell = question.cell("V5")
    if question.single:
        published = question.over("V5", YEAR)
        shown = drawn(question, theme, "months_line", published, target=target_of(question, "V5"))
    else:
        published = question.across("V5")
        shown = drawn(question, theme, "bars", published, names=unit_names(question), by="unit", by_size=True)
    number = counted(question, cell.numerator, "families") if cell.shown else None
    beside = joined(question.words.fmt.percent(cell.value)) if cell.shown else ""
    judged = judged_row(question, "V5", cell)
    return content(
        question,
        claims.unseen(question, cell),
        published,
        shown,
        cell=cell,
        number=number,
        beside=markup.apart(beside, judged),
    )


def milestones(question: Question, theme: str) -> Content:
    """Milestone visits on time, by the age of the child at which they are due."""
    published = question.by("V7", "milestone")
    shown = drawn(question, theme, "bars", published, names=code_names(question, published))
    title, note = continuity.milestones(question, published), continuity.newborns(question)
    return content(question, title, published, shown, note=note)


def retention(question: Question, theme: str) -> Content:
    """Families retained some months after their first visit."""
    published = question.by("V8", "months")
    names = code_names(question, published)
    shown = drawn(question, theme, "bars", published, names=names)
    cell = continuity.furthest(published)
    title, beside = continuity.retention(question, cell), joined(names[cell.code])
    return content(question, title, published, shown, cell=cell, beside=beside)


def same_saver(question: Question, theme: str) -> Content:
    """Visits by the family's most frequent saver, each month looking back on six."""
    published = question.over("V9", YEAR)
    shown = drawn(
        question,
        theme,
        "months_line",
        published,
        target=target_of(question, "V9"),
        provisional=provisional(question, published),
    )
    cell = question.cell("V9")
    beside = joined(question.words.gettext(IN_SIX_MONTHS)), judged_row(question, "V9", cell)
    return content(
        question,
        continuity.same_saver(question, cell),
        published,
        shown,
        beside=markup.apart(*beside),
    )


CARDS = (
    Card("visits-dose", dose),
    Card("visits-outcomes", outcomes),
    Card("visits-centres", by_centre),
    Card("visits-unseen", unseen),
    Card("visits-milestones", milestones),
    Card("visits-retention", retention),
    Card("visits-saver", same_saver),
)


def draw(scene: Scene) -> None:
    line, planned, centres, gone, ages, kept, known = CARDS
    row(scene, [line, planned])
    row(scene, [centres, gone])
    row(scene, [ages, kept, known])


VIEW = View("visits", N_("Visits"), draw)
