"""What needs somebody: what, where, since when or why, and the page that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.indicators.registry import INDICATORS
from dashboard.privacy.published import FEW, HIDDEN, Cell
from dashboard.sentences import budget
from dashboard.sentences.about import aimed, target_text
from dashboard.sentences.figures import figure
from dashboard.sentences.marked import apart
from dashboard.sentences.question import Question
from dashboard.sentences.status import BAD, SEVERITY, WARN, Status, judged, status

# So many months in a row make "for months" worth saying.
SOME_MONTHS = 2
LOOK_BACK = 12
# What is told in words of its own.
TOLD_APART = ("V2", "V5")
# Where the indicators of a kind are shown, by the first letter of their ids.
PAGES = {
    "C": "caseload",
    "R": "identification",
    "V": "visits",
    "G": "grants",
    "S": "savers",
    "Q": "quality",
}


@dataclass(frozen=True)
class Attention:
    """One thing to look at.

    `families`: families concerned, by which things of one severity are
    ordered. `unit`: where its page should open.
    """

    status: Status
    what: str
    why: str
    page: str
    families: float
    unit: str


def attention(question: Question) -> tuple[Attention, ...]:
    """Return what needs somebody, off track first, then by families concerned."""
    found = [
        *unseen(question),
        *low_dose(question),
        *off_track(question),
        *budget_lines(question),
        *waiting(question),
        *above_ceiling(question),
        *overdue(question),
    ]
    return tuple(sorted(found, key=lambda item: (SEVERITY[item.status.kind], -item.families)))


def unjudged(question: Question) -> bool:
    """Return whether a figure with a target cannot be judged: it is hidden, or of too few."""
    return any(
        cell.state in (HIDDEN, FEW)
        for id_ in _with_target(question)
        for cell in question.desk.publish(id_, _units(question), (question.period,)).cells
        if question.desk.target(id_, cell.unit, question.period)
    )


def _with_target(question: Question) -> Iterator[str]:
    """Yield the indicators that have a total, and a target for some unit."""
    for id_, indicator in INDICATORS.items():
        if indicator.has_total and not indicator.programme_only:
            targets = (question.desk.target(id_, unit, question.period) for unit in _units(question))
            if any(targets):
                yield id_


def _units(question: Question) -> tuple[str, ...]:
    """Return the centres, or the unit itself where it has none."""
    return (question.unit,) if question.single else question.beneath


def _places(question: Question, indicator_id: str) -> Iterator[Cell]:
    """Return the shown figures of the centres, or of the unit itself where it has none."""
    for cell in question.desk.publish(indicator_id, _units(question), (question.period,)).cells:
        if cell.shown:
            yield cell


def unseen(question: Question) -> Iterator[Attention]:
    """Units with more unseen families than the target allows."""
    words, indicator = question.words, question.indicator("V5")
    for cell in _places(question, "V5"):
        target = question.desk.target("V5", cell.unit, question.period)
        kind = judged(cell, indicator, target)
        if target is None or kind not in (WARN, BAD):
            continue
        what = words.ngettext(
            "{unit}: {families} unseen for too long", "{unit}: {families} unseen for too long", cell.numerator
        ).format(unit=question.name(cell.unit), families=words.fmt.counted(cell.numerator, "families"))
        share = words.gettext(
            "{share} of the families due to be seen; the target is no more than {target}"
        ).format(share=words.fmt.percent(cell.value), target=target_text(target, indicator, words))
        since = _since(question, "V5", cell.unit, more=True)
        yield Attention(status(kind, words), what, apart(since, share), "visits", cell.numerator, cell.unit)


def low_dose(question: Question) -> Iterator[Attention]:
    """Units whose visit dose is below the limit where attention starts."""
    words, indicator = question.words, question.indicator("V2")
    for cell in _places(question, "V2"):
        target = question.desk.target("V2", cell.unit, question.period)
        if target is None or judged(cell, indicator, target) != BAD:
            continue
        what = words.gettext("{unit}: visit dose {share}").format(
            unit=question.name(cell.unit), share=words.fmt.percent(cell.value)
        )
        short = words.gettext("{points} below the target of {target}").format(
            points=words.fmt.points(target.target - cell.value, signed=False),
            target=target_text(target, indicator, words),
        )
        since = _since(question, "V2", cell.unit, more=False)
        families = question.desk.publish("C1", (cell.unit,), (question.period,)).only.value_or(0)
        yield Attention(status(BAD, words), what, apart(since, short), "visits", families, cell.unit)


def off_track(question: Question) -> Iterator[Attention]:
    """Any other figure that is off track: the unit where it is worst, and the other ones."""
    words = question.words
    for id_ in _with_target(question):
        indicator = question.indicator(id_)
        bad = [] if id_ in TOLD_APART else _off_track(question, id_)
        if not bad:
            continue
        worst, *others = bad
        # Translators: a centre, an indicator's name and its figure: "Bupyeong: Contacted within 2 days, 61%".
        what = words.gettext("{unit}: {name}, {figure}").format(
            unit=question.name(worst.unit),
            name=words.gettext(indicator.name),
            figure=figure(worst, indicator, words, question.desk.currency).plain,
        )
        target = question.desk.target(id_, worst.unit, question.period)
        also = ""
        if others:
            also = words.gettext("also off track: {units}").format(
                units=words.fmt.list([question.name(cell.unit) for cell in others])
            )
        why = apart(aimed(target, indicator, words) if target else "", also)
        yield Attention(status(BAD, words), what, why, PAGES[id_[0]], 0, worst.unit)


def _off_track(question: Question, id_: str) -> list[Cell]:
    """Return the shown figures that are off track, the worst first."""
    indicator = question.indicator(id_)
    bad = [
        cell
        for cell in _places(question, id_)
        if judged(cell, indicator, question.desk.target(id_, cell.unit, question.period)) == BAD
    ]
    return sorted(bad, key=lambda cell: cell.value, reverse=indicator.better == "less")


SINCE_RISING = N_("rising for {months}")
SINCE_FALLING = N_("falling for {months}")


def _since(question: Question, indicator_id: str, unit: str, more: bool) -> str:
    """Return for how many months a figure has worsened without a break (empty: not for long)."""
    months = question.run(LOOK_BACK)
    if not months or months[0].kind != "month":
        return ""
    cells = question.desk.publish(indicator_id, (unit,), months).cells
    count = worsening(cells, more)
    if count < SOME_MONTHS:
        return ""
    message = SINCE_RISING if more else SINCE_FALLING
    return question.words.gettext(message).format(months=question.words.fmt.counted(count, "months"))


def worsening(cells: tuple[Cell, ...], more: bool) -> int:
    """Return over how many of the last steps the value has only worsened."""
    count, sign = 0, 1 if more else -1
    for earlier, later in zip(reversed(cells[:-1]), reversed(cells[1:]), strict=True):
        if not earlier.shown or not later.shown or sign * (later.value - earlier.value) <= 0:
            break
        count += 1
    return count


def budget_lines(question: Question) -> Iterator[Attention]:
    """Budget lines ahead of plan by more than the tolerance, or spent before the year ends."""
    words = question.words
    for line in budget.off_plan(question):
        category = label(words, "category", line.code)
        what = words.gettext("{category}: {share} of the budget used").format(
            category=category, share=words.fmt.percent(line.used)
        )
        if line.month:
            what = words.gettext("{category}: likely to run out in {month}").format(
                category=category, month=words.fmt.month_named(line.month)
            )
        why = budget.against(question, line.gap)
        yield Attention(status(WARN, words), what, why, "grants", 0, question.unit)


def waiting(question: Question) -> Iterator[Attention]:
    """Families that have waited for more than 14 days."""
    words = question.words
    cell = question.cell("R5", "waited", "over_14")
    if not cell.shown or not cell.value:
        return
    what = words.gettext("{families} waiting for more than 14 days").format(
        families=words.fmt.counted(cell.value, "families")
    )
    longest = question.cell("R5", "waited", "longest")
    why = ""
    if longest.shown and longest.value:
        why = words.gettext("Longest wait: {days}").format(days=words.fmt.counted(longest.value, "days"))
    where = _mostly(question, "R5", "waited", "over_14")
    yield Attention(status(WARN, words), what, apart(where, why), "identification", cell.value, question.unit)


def above_ceiling(question: Question) -> Iterator[Attention]:
    """Savers with more caseload points than their ceiling."""
    words = question.words
    cell = question.cell("C3", "savers", "above_ceiling")
    if not cell.shown or not cell.value:
        return
    what = words.gettext("{savers} above their ceiling").format(
        savers=words.fmt.counted(cell.value, "savers")
    )
    where = _mostly(question, "C3", "savers", "above_ceiling")
    total = question.cell("S1")
    of_all = ""
    if total.shown and total.value:
        of_all = words.gettext("Out of {savers} in service").format(
            savers=words.fmt.counted(total.value, "savers")
        )
    yield Attention(status(WARN, words), what, apart(where, of_all), "savers", 0, question.unit)


def overdue(question: Question) -> Iterator[Attention]:
    """Visits that are late, and can still be made up."""
    words = question.words
    cell, families = question.cell("V4"), question.cell("V4", "late", "families")
    if not cell.shown or not cell.value:
        return
    what = words.gettext("{visits} overdue").format(visits=words.fmt.counted(cell.value, "visits"))
    longest = question.cell("V4", "late", "longest")
    why = ""
    if longest.shown and longest.value:
        why = words.gettext("Longest delay: {days}").format(days=words.fmt.counted(longest.value, "days"))
    where = _mostly(question, "V4")
    concerned = families.value if families.shown and families.value else 0
    yield Attention(status(WARN, words), what, apart(where, why), "visits", concerned, question.unit)


def _mostly(question: Question, indicator_id: str, split: str | None = None, code: str | None = None) -> str:
    """Return the centre with the most, named with its number (empty: none stands out)."""
    if question.single:
        return ""
    codes = None if code is None else (code,)
    published = question.desk.publish(indicator_id, question.beneath, (question.period,), split, codes)
    shown = sorted((c for c in published.cells if c.shown and c.value), key=lambda c: -c.value)
    if not shown or (len(shown) > 1 and shown[0].value == shown[1].value):
        return ""
    measure = question.indicator(indicator_id).measure_of(split, code)
    return question.words.gettext("most in {unit}: {number}").format(
        unit=question.name(shown[0].unit), number=question.words.fmt.counted(shown[0].value, measure)
    )
