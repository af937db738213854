"""Tables about the data itself: by rule, by unit, and fields filled."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.cards.classes import class_of
from dashboard.cards.grid import Grid, Head, Name, Number
from dashboard.i18n.code_names.quality import MEANING, SEVERITY
from dashboard.i18n.codes import label, title, translated
from dashboard.i18n.words import Words
from dashboard.indicators.record_quality import ERRORS
from dashboard.privacy.published import HIDDEN, Cell, Published
from dashboard.sentences.claims.quality import broken_codes
from dashboard.sentences.question import Question
from dashboard.sentences.status import BAD, WARN, Status, remark


def by_rule(question: Question, published: Published) -> Grid:
    """Return a line for each broken rule, errors first, most records first; then the rules that hold."""
    words, broken = question.words, broken_codes(published)
    cells = published.by_code
    ordered = sorted(broken, key=lambda rule: (rule not in ERRORS, -cells[rule].value_or(0)))
    heads = (
        Head(words.gettext("Severity")),
        Head(title(words, "rule")),
        Head(words.gettext("Records"), number=True),
    )
    lines = tuple(
        (severity(words, rule), rule_name(words, rule), number(words, cells[rule])) for rule in ordered
    )
    return Grid("rules", heads, lines, kept(words, [rule for rule in cells if rule not in broken]))


def rule_name(words: Words, rule: str) -> Name:
    """Return a rule and what it means when a record breaks it."""
    return Name(label(words, "rule", rule), translated(words, MEANING[rule]))


def severity(words: Words, rule: str) -> Status:
    """Return whether a rule is an error or a warning."""
    kind, code = (BAD, "error") if rule in ERRORS else (WARN, "warning")
    return remark(kind, translated(words, SEVERITY[code]))


def number(words: Words, cell: Cell) -> Number:
    """Return a number of records, or the word for a hidden one."""
    if cell.state == HIDDEN:
        return Number(words.gettext("Hidden"), hidden=True)
    return Number(words.fmt.number(cell.value))


def kept(words: Words, rules: list[str]) -> str:
    """Return the rules that no record breaks (empty: there is none)."""
    if not rules:
        return ""
    names = words.fmt.list([label(words, "rule", rule) for rule in rules])
    # Translators: the rules of data quality that hold for every record, by name.
    return words.gettext("No record breaks these: {rules}").format(rules=names)


def by_unit(question: Question, published: Published, rules: Iterable[str]) -> Grid:
    """Return a line for each unit and a column for each rule, shaded in five stated classes."""
    words, rules = question.words, tuple(rules)
    heads = (
        Head(words.pgettext("column", "Unit")),
        *(
            Head(label(words, "rule", rule), number=True, kind=BAD if rule in ERRORS else WARN)
            for rule in rules
        ),
    )
    lines = tuple(
        (
            Name(question.name(unit)),
            *(shaded(words, published.cell(unit, question.period, rule)) for rule in rules),
        )
        for unit in question.beneath
    )
    return Grid("shades", heads, lines)


def shaded(words: Words, cell: Cell) -> Number:
    """Return a number of records with its class of shade."""
    if cell.state == HIDDEN or not cell.value:
        return number(words, cell)
    return Number(words.fmt.number(cell.value), rank=class_of(cell.value))


def fields(question: Question, cell: Cell) -> Grid:
    """Return how many required fields are filled and empty."""
    words = question.words
    if not cell.shown:
        return Grid("plain", (), ())
    lines = (
        (words.gettext("Filled"), cell.numerator),
        (words.gettext("Empty"), cell.denominator - cell.numerator),
        (words.gettext("Required"), cell.denominator),
    )
    return Grid("plain", (), tuple((Name(name), Number(words.fmt.number(amount))) for name, amount in lines))
