"""Cards of the grants page on the way of a grant: decided, paid, seen, and accounted for."""

from __future__ import annotations

from dashboard.sentences.asked import Asked
from dashboard.sentences.claims import payments as claims
from dashboard.views.cards import Content
from dashboard.views.contents import content, drawn, target_of
from dashboard.views.names import code_names, unit_names

YEAR = 12


def on_time(asked: Asked, theme: str) -> Content:
    """Grants paid on time, month by month; requests and decisions in words."""
    published, target = asked.over("G6", YEAR), target_of(asked, "G6")
    shown = drawn(asked, theme, "months_line", published, target=target)
    title, note = claims.on_time(asked, asked.cell("G6")), claims.decided(asked)
    return content(asked, title, published, shown, note=note)


def unpaid(asked: Asked, theme: str) -> Content:
    """Money approved and not yet paid, by the days since the decision."""
    published = asked.by("G4", "age")
    shown = drawn(
        asked,
        theme,
        "days_bars",
        published,
        names=code_names(asked, published),
        late=(claims.PAID_TOO_LATE,),
        title=asked.words.gettext("Days since the decision"),
        currency=asked.desk.currency,
    )
    title = claims.unpaid(asked, published)
    return content(asked, title, published, shown, cell=asked.cell("G4"))


def unseen(asked: Asked, theme: str) -> Content:
    """Families paid but not seen, by centre; a single centre: by month."""
    if asked.single:
        published = asked.over("G7", YEAR)
        shown = drawn(asked, theme, "months_bars", published)
    else:
        published, names = asked.across("G7"), unit_names(asked)
        shown = drawn(asked, theme, "bars", published, names=names, by="unit", by_size=True)
    cell = asked.cell("G7")
    title, note = claims.unseen(asked, cell), claims.seen_undecided(asked)
    return content(asked, title, published, shown, cell=cell, note=note)


def advances(asked: Asked, theme: str) -> Content:
    """Advances past their day of settlement, by the days since then."""
    published = asked.by("G8", "age")
    shown = drawn(
        asked,
        theme,
        "days_bars",
        published,
        names=code_names(asked, published),
        late=(claims.SETTLED_TOO_LATE,),
        title=asked.words.gettext("Days since the settlement was due"),
        currency=asked.desk.currency,
    )
    title = claims.advances(asked, published)
    return content(asked, title, published, shown, cell=asked.cell("G8"))
