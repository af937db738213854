"""The figures of a card as a CSV file that opens rightly in every spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from babel.numbers import get_currency_precision

from dashboard.i18n.codes import label
from dashboard.i18n.exchange import Exchange
from dashboard.i18n.numbers import exact, half_up
from dashboard.i18n.words import N_, Words
from dashboard.measures import MEASURES, MONEY
from dashboard.privacy.published import HIDDEN, NOT_RECORDED, NOT_SET, Cell, Published
from dashboard.sentences.exchange import source
from dashboard.sentences.question import Question

# A cell that begins with one of these is run as a formula by spreadsheets.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
UNSAFE_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\s_]+')

HEADER = (
    N_("Indicator"),
    N_("Indicator name"),
    N_("Unit code"),
    N_("Unit"),
    N_("First month"),
    N_("Last month"),
    N_("Period"),
    N_("Split"),
    N_("Code"),
    N_("Label"),
    N_("State"),
    N_("Figure"),
    N_("Counted"),
    N_("Out of"),
    N_("Unknown"),
    N_("Median"),
    N_("90th percentile"),
    N_("Measure"),
    N_("As of"),
    N_("Load"),
)
# Of a reader's currency, where one is chosen.
CONVERTED = (
    N_("Reader’s currency"),
    N_("Converted figure"),
    N_("Exchange rate"),
    N_("Rate of"),
    N_("Rate from"),
)
NAMED = ("Indicator name", "Unit", "Period", "Label", "State", "Measure")
STATES = {
    "shown": N_("shown"),
    "few": N_("too few for a percentage"),
    "empty": N_("empty"),
    HIDDEN: N_("hidden"),
    NOT_SET: N_("capacity not set"),
    NOT_RECORDED: N_("not recorded"),
}


def csv_file(published: Published, question: Question) -> bytes:
    """Return the file: UTF-8 with a byte order mark, one row a figure.

    Numbers are plain (a point, no groups): shares 0 to 1, money in the
    database's currency. A hidden figure is empty with the state hidden. What
    is words stands once more in the second language, at the end; before it
    money in the reader's currency, with its rate.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_header(question))
    for cell in published.cells:
        writer.writerow([safe(field) for field in _row(cell, published, question)])
    return text.getvalue().encode("utf-8-sig")


def _header(question: Question) -> list[str]:
    heads = HEADER + (CONVERTED if question.exchange else ())
    beneath = [question.second.gettext(head) for head in NAMED] if question.second else []
    return [*(question.words.gettext(head) for head in heads), *beneath]


def _row(cell: Cell, published: Published, question: Question) -> list[object]:
    indicator, split = published.indicator, published.split
    named = _names(cell, published, question)
    return [
        indicator.id,
        named["Indicator name"],
        cell.unit,
        named["Unit"],
        f"{cell.period.first:%Y-%m}",
        f"{cell.period.last:%Y-%m}",
        named["Period"],
        split or "",
        cell.code or "",
        named["Label"],
        named["State"],
        *(_plain(value) for value in _numbers(cell)),
        named["Measure"],
        f"{published.as_of:%Y-%m-%d}",
        published.load,
        *(_converted(cell, published, question, question.exchange) if question.exchange else ()),
        *(_names(cell, published, question.in_second).values() if question.in_second else ()),
    ]


def _names(cell: Cell, published: Published, question: Question) -> dict[str, str]:
    """Return what is words in a row, by its head."""
    indicator, split, words = published.indicator, published.split, question.words
    return {
        "Indicator name": words.gettext(indicator.name),
        "Unit": question.name(cell.unit),
        "Period": words.fmt.period(cell.period),
        "Label": label(words, split, cell.code) if split else "",
        "State": words.gettext(STATES[cell.state]),
        "Measure": measure(indicator.measure_of(split, cell.code), words, question.desk.currency),
    }


def _converted(cell: Cell, published: Published, question: Question, used: Exchange) -> list[object]:
    """Return a figure of money in the reader's currency, and at which rate (empty: no money)."""
    if published.indicator.measure_of(published.split, cell.code) != "money" or not cell.shown:
        return [""] * len(CONVERTED)
    value = half_up(used.converted(cell.value), get_currency_precision(used.quote))
    return [used.quote, _plain(float(value)), used.rate, f"{used.day:%Y-%m-%d}", source(question.words, used)]


def _numbers(cell: Cell) -> tuple[float | None, ...]:
    numbers = cell.numbers
    return (numbers.value, *numbers[:3], *numbers[4:])


def _plain(value: float | None) -> object:
    """Return a number as spreadsheets read it: whole ones without a point.

    No digit is dropped that could decide how a spreadsheet rounds it.
    """
    if value is None:
        return ""
    return int(value) if float(value).is_integer() else float(exact(value))


def measure(code: str, words: Words, currency: str) -> str:
    """Return the measure of a figure in words; of money, its currency."""
    found = MEASURES[code]
    return currency if found.kind == MONEY else words.gettext(found.in_files)


def safe(field: object) -> object:
    """Return a field that no spreadsheet runs as a formula; numbers stay numbers."""
    if isinstance(field, str) and field.lstrip(" ").startswith(FORMULA):
        return f"'{field}"
    return field


def file_name(title: str, unit: str, period: str) -> str:
    """Return a file name in the reader's words that every system takes."""
    return UNSAFE_IN_NAMES.sub("_", f"{title}_{unit}_{period}").strip("._")[:120] + ".csv"
