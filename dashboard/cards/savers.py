"""Savers: how many serve, certified and not overloaded, supervised, and followed by others."""

from __future__ import annotations

from dashboard.cards.card import Content, squares
from dashboard.cards.composing import chart, content, standing, target_of
from dashboard.cards.names import code_names, unit_names
from dashboard.cards.page import page, row
from dashboard.i18n.words import N_
from dashboard.sentences.claims import savers as claims
from dashboard.sentences.figures import Figure
from dashboard.sentences.question import Question

YEAR, YEAR_AND_MONTH = 12, 13


def service(question: Question) -> Content:
    """Savers in service, month by month over a year, and their full-time posts."""
    published, posts = question.over("S1", YEAR_AND_MONTH), question.cell("S1", "measure", "fte")
    shown = chart(question, "months_bars", published)
    full_time = question.words.fmt.counted(posts.value, "fte") if posts.shown else ""
    beside = (full_time, *standing(question, "S1", question.cell("S1")))
    return content(question, claims.in_service(question, published), published, shown, beside=beside)


def training(question: Question) -> Content:
    """Savers trained, month by month, and how many left in twelve months."""
    months = question.run(YEAR, "measure")
    published = question.desk.publish("S1", (question.unit,), months, "measure", ("trained",))
    cell, left = (question.cell("S1", "measure", code) for code in ("trained", "left_12m"))
    shown = chart(question, "months_bars", published)
    return content(
        question,
        claims.trained(question, cell),
        published,
        shown,
        cell=cell,
        beside=(gone(question, left.value),) if left.shown else (),
    )


def gone(question: Question, count: float) -> str:
    # Translators: beside the savers trained in the period: those who left in the last twelve months.
    return question.words.ngettext(
        "{count} left in twelve months", "{count} left in twelve months", count
    ).format(count=question.words.fmt.number(count))


def supervisors(question: Question) -> Content:
    """Savers of one supervisor, by centre; a single centre: by month."""
    units, periods = (question.beneath, (question.period,))
    if question.single:
        units, periods = (question.unit,), question.run(YEAR, "measure")
    published = question.desk.publish("S1", units, periods, "measure", ("per_supervisor",))
    if question.single:
        shown = chart(question, "months_bars", published)
    else:
        names = unit_names(question)
        shown = chart(question, "bars", published, names=names, by="unit", by_size=True)
    cell = question.cell("S1", "measure", "per_supervisor")
    return content(
        question,
        claims.per_supervisor(question),
        published,
        shown,
        cell=cell,
        number=Figure(question.words.fmt.number(cell.value, 1)) if cell.shown else None,
        beside=(supervisor_count(question, cell.denominator),) if cell.shown else (),
    )


def supervisor_count(question: Question, count: float) -> str:
    # Translators: beside the savers per supervisor, how many supervisors there are.
    return question.words.ngettext("{count} supervisor", "{count} supervisors", count).format(
        count=question.words.fmt.number(count)
    )


def certificates(question: Question) -> Content:
    """Certificates of the savers with families: valid for long, ending soon, or none."""
    published = question.by("S2", "valid")
    tones = {"expiring": "context", "none": "warn"}
    names = code_names(question, published)
    shown = chart(question, "bars", published, names=names, tones=tones)
    title, care = claims.certificates(question, published), claims.uncertified(question)
    return content(question, title, published, shown, cell=question.cell("S2"), care=care)


def points(question: Question) -> Content:
    """Caseload points of a full-time saver, by centre; a single centre: by month."""
    above = question.cell("C3", "savers", "above_ceiling")
    if question.single:
        published = question.over("C3", YEAR)
        shown = chart(question, "months_line", published)
    else:
        published, names = question.across("C3"), unit_names(question)
        shown = chart(
            question,
            "bars",
            published,
            names=names,
            by="unit",
            by_size=True,
            remarks=overloaded(question),
        )
    return content(question, claims.points(question, above), published, shown, note=unserved(question))


def overloaded(question: Question) -> dict[str | None, str]:
    """Return by unit how many savers carry more than their ceiling."""
    cells = question.desk.publish(
        "C3", question.beneath, (question.period,), "savers", ("above_ceiling",)
    ).cells
    return {
        # Translators: behind the points per saver of a centre: savers with more points than their ceiling.
        cell.unit: question.words.gettext("{count} above").format(count=question.words.fmt.number(cell.value))
        for cell in cells
        if cell.shown and cell.value
    }


def unserved(question: Question) -> str:
    """Return how many families have no saver (empty: none, or not to be told)."""
    alone = question.cell("C3", "families", "without_saver")
    if not alone.shown or not alone.value:
        return ""
    return question.words.gettext("Families without a saver: {count}. They are not in the points.").format(
        count=question.words.fmt.number(alone.value)
    )


def supervision(question: Question) -> Content:
    """Supervision sessions held, by centre; a single centre: held or not, by month."""
    cell = question.cell("S3")
    title = claims.supervision(question, cell)
    if question.single:
        return sessions(question, title)
    published, names = question.across("S3"), unit_names(question)
    shown = chart(question, "bars", published, names=names, by="unit", by_size=True)
    return content(question, title, published, shown, cell=cell)


def sessions(question: Question, title: str) -> Content:
    """Sessions held and not held side by side: those of a month are too few for a share."""
    months, codes = question.run(YEAR, "session"), ("held", "not_held")
    published, missed = (
        question.desk.publish("S3", (question.unit,), months, "session", (code,)) for code in codes
    )
    shown = chart(question, "months_bars", published, beside=missed)
    names = code_names(question, published, codes).values()
    legend = squares(zip(names, ("accent", "context"), strict=True))
    return content(question, title, published, shown, cell=question.cell("S3"), legend=legend)


def observed(question: Question) -> Content:
    """Savers observed on a visit, month by month; a single centre: observed or not."""
    cell, not_yet = question.cell("S4"), question.cell("S4", "observed", "not_yet")
    if question.single:
        published = question.by("S4", "observed")
        names, tones = code_names(question, published), {"not_yet": "context"}
        shown = chart(question, "bars", published, names=names, tones=tones)
    else:
        published, target = question.over("S4", YEAR), target_of(question, "S4")
        shown = chart(question, "months_line", published, target=target)
    return content(question, claims.observed(question, not_yet), published, shown, cell=cell)


SAVERS = page(
    "savers",
    N_("Savers"),
    row(service, training),
    row(certificates, observed),
    row(points, supervision, supervisors),
)
