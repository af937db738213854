"""Tables about the data itself, as HTML: by rule, by centre, and fields filled."""

from __future__ import annotations

import html
from collections.abc import Iterable
from math import floor

from dashboard.i18n.code_names.quality import MEANING, SEVERITY
from dashboard.i18n.codes import label, title, translated
from dashboard.i18n.words import Words
from dashboard.indicators.record_quality import ERRORS
from dashboard.privacy.published import HIDDEN, Cell, Published
from dashboard.sentences.claims.quality import broken_codes
from dashboard.sentences.figures import Figure
from dashboard.sentences.left_out import Lacking
from dashboard.sentences.question import Question
from dashboard.sentences.status import BAD, WARN
from dashboard.views import markup

# Records at which a class of the shades begins.
LIMITS = (10, 100, 1_000, 10_000)
# From here on a percentage would be rounded up to the whole.
ALL_BUT_WHOLE = 0.995


def by_rule(question: Question, published: Published) -> str:
    """Return a row for each broken rule, errors first, most records first; then the rules that hold."""
    words, broken = question.words, broken_codes(published)
    cells = {cell.code: cell for cell in published.cells}
    ordered = sorted(broken, key=lambda rule: (rule not in ERRORS, -cells[rule].value_or(0)))
    rows = "".join(_rule(words, cells[rule]) for rule in ordered)
    head = "".join(
        f"<th scope=col{side}>{html.escape(text)}</th>"
        for text, side in (
            (words.gettext("Severity"), ""),
            (title(words, "rule"), ""),
            (words.gettext("Records"), ' class="number"'),
        )
    )
    table = (
        f'<table class="rows rules"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        if rows
        else ""
    )
    return table + _kept(words, [rule for rule in cells if rule not in broken])


def _rule(words: Words, cell: Cell) -> str:
    name = html.escape(label(words, "rule", cell.code))
    meaning = html.escape(translated(words, MEANING[cell.code]))
    return (
        f"<tr><td>{severity(words, cell.code)}</td>"
        f"<th scope=row><b>{name}</b><p>{meaning}</p></th>{_number(words, cell)}</tr>"
    )


def severity(words: Words, rule: str) -> str:
    kind, code = (BAD, "error") if rule in ERRORS else (WARN, "warning")
    return markup.status(kind, translated(words, SEVERITY[code]))


def _number(words: Words, cell: Cell) -> str:
    if cell.state == HIDDEN:
        return f'<td class="number hidden">{html.escape(words.gettext("Hidden"))}</td>'
    return f'<td class="number">{html.escape(words.fmt.number(cell.value))}</td>'


def _kept(words: Words, rules: list[str]) -> str:
    """Return the rules that no record breaks, in one remark."""
    if not rules:
        return ""
    names = words.fmt.list([label(words, "rule", rule) for rule in rules])
    # Translators: the rules of data quality that hold for every record, by name.
    return markup.note(words.gettext("No record breaks these: {rules}").format(rules=names))


def by_unit(question: Question, published: Published, rules: Iterable[str]) -> str:
    """Return a row for each unit and a column for each rule, shaded in five stated classes."""
    words, rules = question.words, tuple(rules)
    heads = "".join(
        f'<th scope=col class="number">{_mark(rule)}{html.escape(label(words, "rule", rule))}</th>'
        for rule in rules
    )
    body = "".join(
        f"<tr><th scope=row>{html.escape(question.name(unit))}</th>"
        + "".join(_shade(words, published.cell(unit, question.period, rule)) for rule in rules)
        + "</tr>"
        for unit in question.beneath
    )
    return (
        f'<div class="scroll heat" tabindex=0><table class="rows"><thead><tr><th scope=col>'
        f"{html.escape(words.pgettext('column', 'Unit'))}</th>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _mark(rule: str) -> str:
    return f'<span class="status {BAD if rule in ERRORS else WARN}"></span>'


def _shade(words: Words, cell: Cell) -> str:
    if cell.state == HIDDEN or not cell.value:
        return _number(words, cell)
    rank = 1 + sum(cell.value >= limit for limit in LIMITS)
    number = html.escape(words.fmt.number(cell.value))
    return (
        f'<td class="number shade" style="--c:var(--class-{rank});--on:var(--class-ink-{rank})">{number}</td>'
    )


def steps(words: Words) -> str:
    """Return the key of the shades."""
    starts = (1, *LIMITS)
    labels = [
        words.fmt.span(words.fmt.number(low), words.fmt.number(high - 1))
        for low, high in zip(starts, LIMITS, strict=False)
    ]
    labels.append(f"≥ {words.fmt.number(LIMITS[-1])}")
    spans = "".join(
        f'<span style="--c:var(--class-{rank});--on:var(--class-ink-{rank})">{html.escape(text)}</span>'
        for rank, text in enumerate(labels, start=1)
    )
    return f'<div class="key steps">{spans}</div>'


def unplaced(question: Question, broken: Iterable[str]) -> str:
    """Return where the records are counted whose centre cannot be told (empty: it need not be said)."""
    if not broken or question.unit != question.desk.tree.programme:
        return ""
    return question.words.gettext("Records whose centre is not known count for the programme only.")


def lacking_tables(published: Published) -> list[str]:
    """Return the tables that lack records: most of them first, then those that are hidden."""
    cells = {cell.code: cell for cell in published.cells}
    return sorted(broken_codes(published), key=lambda code: -cells[code].value_or(0))


def total(question: Question, found: Lacking | None) -> Figure:
    """Return how many records are left out, or at least how many."""
    if found and found.more and not found.count:
        return Figure(question.words.gettext("Hidden"))
    number, unit = question.words.fmt.measure(found.count if found else 0, "records")
    return Figure(f"≥ {number}" if found and found.more else number, unit)


def exact(question: Question, cell: Cell) -> Figure | None:
    """Return a share that is all but whole so that it does not seem whole (None: as usual)."""
    if not cell.shown or not cell.value or cell.value == 1 or cell.value < ALL_BUT_WHOLE:
        return None
    hundredths = floor(cell.value * 10_000) / 10_000
    return Figure(question.words.fmt.percent(hundredths, 2))


def fields(question: Question, cell: Cell) -> str:
    """Return how many required fields are filled and empty, as a small table."""
    words = question.words
    if not cell.shown:
        return ""
    rows = (
        (words.gettext("Filled"), cell.numerator),
        (words.gettext("Empty"), cell.denominator - cell.numerator),
        (words.gettext("Required"), cell.denominator),
    )
    body = "".join(
        f'<tr><th scope=row>{html.escape(name)}</th><td class="number">'
        f"{html.escape(words.fmt.number(number))}</td></tr>"
        for name, number in rows
    )
    return f'<table class="rows"><tbody>{body}</tbody></table>'


def days(question: Question, cell: Cell) -> list[str]:
    """Return how many days records take, where that is shown."""
    if not cell.shown or cell.median is None or cell.p90 is None:
        return []
    words = question.words
    return [
        words.gettext("median {days}").format(days=words.fmt.counted(cell.median, "days")),
        # Translators: beside the visits recorded in time: nine of ten take no longer.
        words.gettext("90% within {days}").format(days=words.fmt.counted(cell.p90, "days")),
    ]
