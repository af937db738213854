"""Findings on savers: how many, certified, loaded, supervised, observed, trained."""

from __future__ import annotations

from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell, Published
from dashboard.sentences.question import Question

ROSE = N_("Savers in service: {count} more since {period}")
FELL = N_("Savers in service: {count} fewer since {period}")
STAYED = N_("Savers in service: as many as in {period}")


def in_service(question: Question, published: Published) -> str:
    """Return how the number of savers changed from the first to the last period shown."""
    shown = [cell for cell in published.cells if cell.shown]
    if len(shown) < 2 or not published.cells[-1].shown:
        return question.words.gettext("Savers in service")
    amount = shown[-1].value - shown[0].value
    message = ROSE if amount > 0 else FELL if amount < 0 else STAYED
    return question.words.gettext(message).format(
        count=question.words.fmt.number(abs(amount)),
        period=question.words.fmt.period(shown[0].period),
    )


def certificates(question: Question, published: Published) -> str:
    """Return how many savers lack a valid certificate, else whose runs out soon."""
    words, cells = question.words, published.by_code
    if not all(cell.shown for cell in cells.values()) or not question.cell("S2").numbers.denominator:
        return words.gettext("Certificates of savers with families")
    without, ending = cells["none"].value, cells["expiring"].value
    if without:
        return words.ngettext(
            "{count} saver serves families without a valid certificate",
            "{count} savers serve families without a valid certificate",
            without,
        ).format(count=words.fmt.number(without))
    if ending:
        return words.ngettext(
            "{count} certificate expires within 60 days",
            "{count} certificates expire within 60 days",
            ending,
        ).format(count=words.fmt.number(ending))
    return words.gettext("Every saver with families is certified")


def uncertified(question: Question) -> str:
    """Return how many savers visited without a valid certificate (empty: none did)."""
    cell = question.cell("S2", "cert", "uncertified_visits")
    if not cell.shown or not cell.value:
        return ""
    return question.words.ngettext(
        "{count} saver visited families on a day without a valid certificate.",
        "{count} savers visited families on a day without a valid certificate.",
        cell.value,
    ).format(count=question.words.fmt.number(cell.value))


def points(question: Question, above: Cell) -> str:
    """Return how many savers carry more than their ceiling."""
    if not above.shown or not question.cell("S1").value_or(0):
        return question.words.gettext("Caseload points per saver")
    if not above.value:
        return question.words.gettext("No saver carries more than the ceiling")
    return question.words.ngettext(
        "{count} saver carries more than the ceiling",
        "{count} savers carry more than the ceiling",
        above.value,
    ).format(count=question.words.fmt.number(above.value))


def supervision(question: Question, cell: Cell) -> str:
    """Return how many of the supervision sessions due took place."""
    if not cell.shown:
        return question.words.gettext("Supervision sessions held")
    return question.words.gettext("{share} of the supervision sessions due were held").format(
        share=question.words.fmt.percent(cell.value)
    )


def observed(question: Question, not_yet: Cell) -> str:
    """Return how many savers nobody observed in the last 90 days."""
    if not not_yet.shown or not question.cell("S4").numbers.denominator:
        return question.words.gettext("Savers observed on a visit")
    if not not_yet.value:
        return question.words.gettext("Every saver was observed within 90 days")
    return question.words.ngettext(
        "{count} saver was not observed within 90 days",
        "{count} savers were not observed within 90 days",
        not_yet.value,
    ).format(count=question.words.fmt.number(not_yet.value))


def trained(question: Question, cell: Cell) -> str:
    """Return how many savers passed a core course in the period."""
    if not cell.shown:
        return question.words.gettext("Savers trained over time")
    return question.words.ngettext(
        "{count} saver passed a core course in {period}",
        "{count} savers passed a core course in {period}",
        cell.value,
    ).format(count=question.words.fmt.number(cell.value), period=question.words.fmt.period(question.period))


def per_supervisor(question: Question) -> str:
    """Return what stands side by side: the ratio has no pass mark of its own."""
    if question.single:
        return question.words.gettext("Savers per supervisor over time")
    if question.by_region:
        return question.words.gettext("Savers per supervisor by region")
    return question.words.gettext("Savers per supervisor by centre")
