"""Visits: received of those required, made of those planned, late, and families unseen."""

from __future__ import annotations

from dashboard.charts.heat import LIMITS
from dashboard.charts.keys import squares, steps
from dashboard.charts.stacked_months import TONES
from dashboard.i18n.words import N_
from dashboard.sentences.asked import Asked
from dashboard.sentences.change import change
from dashboard.sentences.claims import visits as claims
from dashboard.sentences.claims.visits import MUCH_TOO_LATE
from dashboard.sentences.figures import Figure
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
from dashboard.views.names import code_names, found_names, stage_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR, HALF_YEAR = 12, 6
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
    return content(asked, claims.dose(asked, asked.cell("V2"), target, published), published, shown)


def outcomes(asked: Asked, theme: str) -> Content:
    """What became of the planned visits, month by month."""
    months = asked.run(HALF_YEAR)
    published = asked.desk.publish("V1", (asked.unit,), months, "status", OUTCOMES)
    names = code_names(asked, published, OUTCOMES)
    whole = asked.desk.publish("V1", (asked.unit,), months)
    shown = drawn(asked, theme, "stacked_months", published, names=names, whole=whole)
    key = squares(zip(names.values(), (tone for tone, _ in TONES), strict=True))
    cell, on_time = asked.cell("V1"), asked.cell("V1", "timing", "on_time")
    title = claims.made(asked, cell, on_time)
    return content(asked, title, published, shown, cell=cell, key=key)


def by_centre(asked: Asked, theme: str) -> Content:
    """Visit dose by centre and month; a single centre: its overdue visits by month."""
    if asked.single:
        return overdue_by_month(asked, theme)
    months = asked.run(HALF_YEAR)
    published = asked.desk.publish("V2", asked.beneath, months)
    shown = drawn(asked, theme, "heat", published, names=unit_names(asked))
    cell, key = asked.cell("V2"), steps(LIMITS, asked.words)
    return content(asked, claims.by_centre(asked), published, shown, cell=cell, key=key)


def overdue_by_month(asked: Asked, theme: str) -> Content:
    """Overdue visits at the end of each month."""
    published = asked.over("V4", YEAR)
    shown = drawn(asked, theme, "months_bars", published)
    return content(asked, asked.words.gettext("Overdue visits over time"), published, shown)


def by_stage(asked: Asked, theme: str) -> Content:
    """Visit dose by stage of the family."""
    published = asked.by("V2", "stage")
    shown = drawn(asked, theme, "bars", published, names=stage_names(asked, published))
    return content(asked, claims.by_stage(asked, published), published, shown)


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


def reasons(asked: Asked, theme: str) -> Content:
    """Why visits were attempted or cancelled, not made."""
    published = asked.by("V1", "reason")
    names = found_names(asked, published)
    shown = drawn(asked, theme, "bars", published, names=names, by_size=True)
    cells = published.cells
    told = all(cell.shown for cell in cells)
    total = sum(cell.value for cell in cells) if told else None
    number = counted(asked, total, "visits") if told else Figure(asked.words.gettext("Hidden"))
    return content(
        asked,
        claims.reasons(asked, published),
        published,
        shown,
        number=number,
        beside=joined(asked.words.gettext("attempted or cancelled in the period")),
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
        beside=" · ".join(part for part in (beside, judged) if part),
    )


CARDS = (
    Card("visits-dose", dose),
    Card("visits-outcomes", outcomes),
    Card("visits-centres", by_centre),
    Card("visits-stages", by_stage),
    Card("visits-late", late),
    Card("visits-reasons", reasons),
    Card("visits-unseen", unseen),
)


def draw(scene: Scene) -> None:
    line, planned, centres, stages, overdue, why, gone = CARDS
    row(scene, [line, planned])
    row(scene, [centres, gone])
    row(scene, [stages, why, overdue])


VIEW = View("visits", N_("Visits"), draw)
