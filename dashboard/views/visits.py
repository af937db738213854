"""Visits: received of those required, made of those planned, and how well they go on."""

from __future__ import annotations

from dashboard.charts.heat import LIMITS
from dashboard.charts.keys import squares, steps
from dashboard.charts.stacked_months import TONES
from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.asked import Asked
from dashboard.sentences.change import change
from dashboard.sentences.claims import continuity, visits as claims
from dashboard.sentences.claims.visits import MUCH_TOO_LATE
from dashboard.sentences.status import WARN
from dashboard.views import place
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


def dose(asked: Asked, theme: str) -> Content:
    """Visit dose, month by month, against its target."""
    published = asked.over("V2", YEAR)
    shown = drawn(
        asked,
        theme,
        "months_line",
        published,
        target=target_of(asked, "V2"),
        provisional=provisional(asked, published),
    )
    target = asked.desk.target("V2", asked.unit, asked.period)
    title = claims.dose(asked, asked.cell("V2"), target, published)
    return content(asked, title, published, shown, note=claims.dose_of_families(asked))


def outcomes(asked: Asked, theme: str) -> Content:
    """What became of the planned visits, month by month."""
    months = asked.run(HALF_YEAR)
    published = asked.desk.publish("V1", (asked.unit,), months, "status", OUTCOMES)
    names = code_names(asked, published, OUTCOMES)
    whole = asked.desk.publish("V1", (asked.unit,), months)
    shown = drawn(asked, theme, "stacked_months", published, names=names, whole=whole)
    key = squares(zip(names.values(), (tone for tone, _ in TONES), strict=True))
    cell, on_time = asked.cell("V1"), asked.cell("V1", "timing", "on_time")
    return content(
        asked,
        claims.made(asked, cell, on_time),
        published,
        shown,
        cell=cell,
        key=key,
        beside=with_plans(asked, cell),
        note=claims.reasons(asked, asked.by("V1", "reason")),
        care=claims.plans_fall_short(asked),
    )


def with_plans(asked: Asked, cell: Cell) -> str:
    """Return change, status and target of V1 as HTML, marked where too little was planned."""
    usual, planned = judged_row(asked, "V1", cell), claims.planned(asked)
    mark = place.status(WARN, planned) if planned else ""
    return place.apart(usual, mark)


def by_centre(asked: Asked, theme: str) -> Content:
    """Visit dose by centre and month; a single centre: its overdue visits by days late."""
    if asked.single:
        return late(asked, theme)
    months = asked.run(HALF_YEAR)
    published = asked.desk.publish("V2", asked.beneath, months)
    shown = drawn(asked, theme, "heat", published, names=unit_names(asked))
    cell, key = asked.cell("V2"), steps(LIMITS, asked.words)
    return content(asked, claims.by_centre(asked), published, shown, cell=cell, key=key)


def late(asked: Asked, theme: str) -> Content:
    """Overdue visits by days late."""
    published = asked.by("V4", "days")
    shown = drawn(
        asked,
        theme,
        "days_bars",
        published,
        names=code_names(asked, published),
        late=(MUCH_TOO_LATE,),
        title=asked.words.gettext("Days after the last day on time"),
    )
    cell, concerned = asked.cell("V4"), asked.cell("V4", "late", "families")
    parts = [change(asked, "V4")]
    if concerned.shown and concerned.value:
        parts.insert(0, asked.words.fmt.counted(concerned.value, "families"))
    if cell.median is not None:
        parts.append(
            asked.words.gettext("median {days}").format(
                days=asked.words.fmt.counted(cell.median, "days")
            )
        )
    return content(
        asked, claims.late(asked, published), published, shown, cell=cell, beside=joined(*parts)
    )


def unseen(asked: Asked, theme: str) -> Content:
    """Families unseen too long, by centre; a single centre: by month."""
    cell = asked.cell("V5")
    if asked.single:
        published = asked.over("V5", YEAR)
        shown = drawn(asked, theme, "months_line", published, target=target_of(asked, "V5"))
    else:
        published = asked.across("V5")
        shown = drawn(
            asked, theme, "bars", published, names=unit_names(asked), by="unit", by_size=True
        )
    number = counted(asked, cell.numerator, "families") if cell.shown else None
    beside = joined(asked.words.fmt.percent(cell.value)) if cell.shown else ""
    judged = judged_row(asked, "V5", cell)
    return content(
        asked,
        claims.unseen(asked, cell),
        published,
        shown,
        cell=cell,
        number=number,
        beside=place.apart(beside, judged),
    )


def milestones(asked: Asked, theme: str) -> Content:
    """Milestone visits on time, by the age of the child at which they are due."""
    published = asked.by("V7", "milestone")
    shown = drawn(asked, theme, "bars", published, names=code_names(asked, published))
    title, note = continuity.milestones(asked, published), continuity.newborns(asked)
    return content(asked, title, published, shown, note=note)


def retention(asked: Asked, theme: str) -> Content:
    """Families retained some months after their first visit."""
    published = asked.by("V8", "months")
    names = code_names(asked, published)
    shown = drawn(asked, theme, "bars", published, names=names)
    cell = continuity.furthest(published)
    title, beside = continuity.retention(asked, cell), joined(names[cell.code])
    return content(asked, title, published, shown, cell=cell, beside=beside)


def same_saver(asked: Asked, theme: str) -> Content:
    """Visits by the family's most frequent saver, each month looking back on six."""
    published = asked.over("V9", YEAR)
    shown = drawn(
        asked,
        theme,
        "months_line",
        published,
        target=target_of(asked, "V9"),
        provisional=provisional(asked, published),
    )
    cell = asked.cell("V9")
    beside = joined(asked.words.gettext(IN_SIX_MONTHS)), judged_row(asked, "V9", cell)
    return content(
        asked,
        continuity.same_saver(asked, cell),
        published,
        shown,
        beside=place.apart(*beside),
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
