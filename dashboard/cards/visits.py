"""Visits: received of those required, made of those planned, and how well they go on."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.cards.card import Content, Remark, squares, steps
from dashboard.cards.classes import SHARES, class_labels
from dashboard.cards.composing import against_target, chart, content, counted, standing, target_of
from dashboard.cards.names import code_names, unit_names
from dashboard.cards.page import page, row
from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.change import change
from dashboard.sentences.claims import continuity
from dashboard.sentences.claims import visits as claims
from dashboard.sentences.claims.visits import MUCH_TOO_LATE
from dashboard.sentences.question import Question
from dashboard.sentences.status import WARN, remark

YEAR, HALF_YEAR = 12, 6
# Translators: beside a share of visits, the six months to the end of the period.
IN_SIX_MONTHS = N_("in six months")
# What becomes of a planned visit, best first, and its tone.
OUTCOMES = {"done_on_time": "class5", "done_late": "class3", "missed": "context", "overdue": "warn"}


def dose(question: Question) -> Content:
    """Visit dose, month by month, against its target."""
    published = question.over("V2", YEAR)
    shown = against_target(question, published)
    target = question.desk.target("V2", question.unit, question.period)
    title = claims.dose(question, question.cell("V2"), target, published)
    return content(question, title, published, shown, note=claims.dose_of_families(question))


def outcomes(question: Question) -> Content:
    """What became of the planned visits, month by month."""
    months = question.run(HALF_YEAR, "status")
    published = question.desk.publish("V1", (question.unit,), months, "status", tuple(OUTCOMES))
    names = code_names(question, published, OUTCOMES)
    whole = question.desk.publish("V1", (question.unit,), months)
    shown = chart(question, "stacked_months", published, names=names, tones=OUTCOMES, whole=whole)
    cell, on_time = question.cell("V1"), question.cell("V1", "timing", "on_time")
    return content(
        question,
        claims.made(question, cell, on_time),
        published,
        shown,
        cell=cell,
        legend=squares(zip(names.values(), OUTCOMES.values(), strict=True)),
        beside=with_plans(question, cell),
        note=claims.reasons(question, question.by("V1", "reason")),
        care=claims.plans_fall_short(question),
    )


def with_plans(question: Question, cell: Cell) -> Iterator[Remark]:
    """Yield change, status and target of V1, and a mark where too little was planned."""
    yield from standing(question, "V1", cell)
    if planned := claims.planned(question):
        yield remark(WARN, planned)


def centres(question: Question) -> Content:
    """Visit dose by centre and month; a single centre: its overdue visits by days late."""
    if question.single:
        return late(question)
    months = question.run(HALF_YEAR)
    published = question.desk.publish("V2", question.beneath, months)
    shown = chart(question, "heat", published, names=unit_names(question), limits=SHARES)
    cell, legend = question.cell("V2"), steps(class_labels(SHARES, question.words))
    return content(question, claims.by_centre(question), published, shown, cell=cell, legend=legend)


def late(question: Question) -> Content:
    """Overdue visits by days late."""
    published = question.by("V4", "days")
    shown = chart(
        question,
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
    return content(question, claims.late(question, published), published, shown, cell=cell, beside=parts)


def unseen(question: Question) -> Content:
    """Families unseen too long, by centre; a single centre: by month."""
    cell = question.cell("V5")
    if question.single:
        published = question.over("V5", YEAR)
        shown = chart(question, "months_line", published, target=target_of(question, "V5"))
    else:
        published = question.across("V5")
        shown = chart(question, "bars", published, names=unit_names(question), by="unit", by_size=True)
    number = counted(question, cell.numerator, "families") if cell.shown else None
    share = question.words.fmt.percent(cell.value) if cell.shown else ""
    return content(
        question,
        claims.unseen(question, cell),
        published,
        shown,
        cell=cell,
        number=number,
        beside=(share, *standing(question, "V5", cell)),
    )


def milestones(question: Question) -> Content:
    """Milestone visits on time, by the age of the child at which they are due."""
    published = question.by("V7", "milestone")
    shown = chart(question, "bars", published, names=code_names(question, published))
    title, note = continuity.milestones(question, published), continuity.newborns(question)
    return content(question, title, published, shown, note=note)


def retention(question: Question) -> Content:
    """Families retained some months after their first visit."""
    published = question.by("V8", "months")
    names = code_names(question, published)
    shown = chart(question, "bars", published, names=names)
    cell = continuity.furthest(published)
    title = continuity.retention(question, cell)
    return content(
        question, title, published, shown, cell=cell, beside=(label(question.words, "months", cell.code),)
    )


def saver(question: Question) -> Content:
    """Visits by the family's most frequent saver, each month looking back on six."""
    published = question.over("V9", YEAR)
    shown = against_target(question, published)
    cell = question.cell("V9")
    return content(
        question,
        continuity.same_saver(question, cell),
        published,
        shown,
        beside=(question.words.gettext(IN_SIX_MONTHS), *standing(question, "V9", cell)),
    )


VISITS = page(
    "visits",
    N_("Visits"),
    row(dose, outcomes),
    row(centres, unseen),
    row(milestones, retention, saver),
)
