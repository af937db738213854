"""Savers: how many serve, certified and not overloaded, supervised, and followed by others."""

from __future__ import annotations

from dashboard.charts.keys import squares
from dashboard.i18n.words import N_
from dashboard.sentences.asked import Asked
from dashboard.sentences.claims import savers as claims
from dashboard.sentences.figures import Figure
from dashboard.views import place
from dashboard.views.cards import Card, Content, row
from dashboard.views.contents import content, drawn, joined, judged_row, target_of
from dashboard.views.names import code_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR, YEAR_AND_MONTH = 12, 13


def in_service(asked: Asked, theme: str) -> Content:
    """Savers in service, month by month over a year, and their full-time posts."""
    published, posts = asked.over("S1", YEAR_AND_MONTH), asked.cell("S1", "measure", "fte")
    shown = drawn(asked, theme, "months_bars", published)
    beside = joined(asked.words.fmt.counted(posts.value, "fte") if posts.shown else "")
    judged = judged_row(asked, "S1", asked.cell("S1"))
    title = claims.in_service(asked, published)
    return content(asked, title, published, shown, beside=place.apart(beside, judged))


def trained(asked: Asked, theme: str) -> Content:
    """Savers trained, month by month, and how many left in twelve months."""
    months = asked.run(YEAR)
    published = asked.desk.publish("S1", (asked.unit,), months, "measure", ("trained",))
    cell, left = (asked.cell("S1", "measure", code) for code in ("trained", "left_12m"))
    shown = drawn(asked, theme, "months_bars", published)
    return content(
        asked,
        claims.trained(asked, cell),
        published,
        shown,
        cell=cell,
        beside=joined(gone(asked, left.value) if left.shown else ""),
    )


def gone(asked: Asked, count: float) -> str:
    # Translators: beside the savers trained in the period: those who left in the last twelve months.
    return asked.words.ngettext(
        "{count} left in twelve months", "{count} left in twelve months", count
    ).format(count=asked.words.fmt.number(count))


def per_supervisor(asked: Asked, theme: str) -> Content:
    """Savers of one supervisor, by centre; a single centre: by month."""
    units, periods = (asked.beneath, (asked.period,))
    if asked.single:
        units, periods = (asked.unit,), asked.run(YEAR)
    published = asked.desk.publish("S1", units, periods, "measure", ("per_supervisor",))
    if asked.single:
        shown = drawn(asked, theme, "months_bars", published)
    else:
        names = unit_names(asked)
        shown = drawn(asked, theme, "bars", published, names=names, by="unit", by_size=True)
    cell = asked.cell("S1", "measure", "per_supervisor")
    return content(
        asked,
        claims.per_supervisor(asked),
        published,
        shown,
        cell=cell,
        number=Figure(asked.words.fmt.number(cell.value, 1)) if cell.shown else None,
        beside=joined(supervisors(asked, cell.denominator) if cell.shown else ""),
    )


def supervisors(asked: Asked, count: float) -> str:
    # Translators: beside the savers per supervisor, how many supervisors there are.
    return asked.words.ngettext("{count} supervisor", "{count} supervisors", count).format(
        count=asked.words.fmt.number(count)
    )


def certificates(asked: Asked, theme: str) -> Content:
    """Certificates of the savers with families: valid for long, ending soon, or none."""
    published = asked.by("S2", "valid")
    tones = {"expiring": "context", "none": "warn"}
    names = code_names(asked, published)
    shown = drawn(asked, theme, "bars", published, names=names, tones=tones)
    title, care = claims.certificates(asked, published), claims.uncertified(asked)
    return content(asked, title, published, shown, cell=asked.cell("S2"), care=care)


def points(asked: Asked, theme: str) -> Content:
    """Caseload points of a full-time saver, by centre; a single centre: by month."""
    above = asked.cell("C3", "savers", "above_ceiling")
    if asked.single:
        published = asked.over("C3", YEAR)
        shown = drawn(asked, theme, "months_line", published)
    else:
        published, names = asked.across("C3"), unit_names(asked)
        shown = drawn(
            asked,
            theme,
            "bars",
            published,
            names=names,
            by="unit",
            by_size=True,
            remarks=overloaded(asked),
        )
    return content(asked, claims.points(asked, above), published, shown, note=unserved(asked))


def overloaded(asked: Asked) -> dict[str | None, str]:
    """Return by unit how many savers carry more than their ceiling."""
    cells = asked.desk.publish("C3", asked.beneath, (asked.period,), "savers", ("above_ceiling",)).cells
    return {
        # Translators: behind the points per saver of a centre: savers with more points than their ceiling.
        cell.unit: asked.words.gettext("{count} above").format(count=asked.words.fmt.number(cell.value))
        for cell in cells
        if cell.shown and cell.value
    }


def unserved(asked: Asked) -> str:
    """Return how many families have no saver (empty: none, or not to be told)."""
    alone = asked.cell("C3", "families", "without_saver")
    if not alone.shown or not alone.value:
        return ""
    return asked.words.gettext(
        "Families without a saver: {count}. They are not in the points."
    ).format(count=asked.words.fmt.number(alone.value))


def supervision(asked: Asked, theme: str) -> Content:
    """Supervision sessions held, by centre; a single centre: held or not, by month."""
    cell = asked.cell("S3")
    title = claims.supervision(asked, cell)
    if asked.single:
        return sessions(asked, theme, title)
    published, names = asked.across("S3"), unit_names(asked)
    shown = drawn(asked, theme, "bars", published, names=names, by="unit", by_size=True)
    return content(asked, title, published, shown, cell=cell)


def sessions(asked: Asked, theme: str, title: str) -> Content:
    """Sessions held and not held side by side: those of a month are too few for a share."""
    months, codes = asked.run(YEAR), ("held", "not_held")
    published, missed = (
        asked.desk.publish("S3", (asked.unit,), months, "session", (code,)) for code in codes
    )
    shown = drawn(asked, theme, "months_bars", published, beside=missed)
    names = code_names(asked, published, codes).values()
    key = squares(zip(names, ("accent", "context"), strict=True))
    return content(asked, title, published, shown, cell=asked.cell("S3"), key=key)


def observed(asked: Asked, theme: str) -> Content:
    """Savers observed on a visit, month by month; a single centre: observed or not."""
    cell, not_yet = asked.cell("S4"), asked.cell("S4", "observed", "not_yet")
    if asked.single:
        published = asked.by("S4", "observed")
        names, tones = code_names(asked, published), {"not_yet": "context"}
        shown = drawn(asked, theme, "bars", published, names=names, tones=tones)
    else:
        published, target = asked.over("S4", YEAR), target_of(asked, "S4")
        shown = drawn(asked, theme, "months_line", published, target=target)
    return content(asked, claims.observed(asked, not_yet), published, shown, cell=cell)


CARDS = (
    Card("savers-service", in_service),
    Card("savers-training", trained),
    Card("savers-supervisors", per_supervisor),
    Card("savers-certificates", certificates),
    Card("savers-points", points),
    Card("savers-supervision", supervision),
    Card("savers-observed", observed),
)


def draw(scene: Scene) -> None:
    serving, training, leaders, certified, load, held, watched = CARDS
    row(scene, [serving, training])
    row(scene, [certified, watched])
    row(scene, [load, held, leaders])


VIEW = View("savers", N_("Savers"), draw)
