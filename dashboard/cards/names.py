"""Names for what a picture draws: codes, units and periods as a reader reads them."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.i18n.codes import label
from dashboard.privacy.published import HIDDEN, Published
from dashboard.sentences.question import Question


def code_names(
    question: Question, published: Published, codes: Iterable[str] | None = None
) -> dict[str, str]:
    """Return the codes of a split in their order, with their names."""
    if codes is None:
        codes = published.by_code
    return {code: label(question.words, published.split, code) for code in codes}


def found_names(question: Question, published: Published) -> dict[str, str]:
    """Return the codes that occur: all but those that are shown and 0."""
    occurring = [code for code, cell in published.by_code.items() if not (cell.shown and not cell.value)]
    return code_names(question, published, occurring)


def stage_names(question: Question, published: Published) -> dict[str, str]:
    """Return the stages; an unknown one only where it occurs."""
    names = code_names(question, published)
    occurring = found_names(question, published)
    return {code: name for code, name in names.items() if code != "unknown" or code in occurring}


def line_names(question: Question, published: Published) -> dict[str, str]:
    """Return the categories that have a budget, or may have one."""
    with_budget = [
        code for code, cell in published.by_code.items() if cell.state == HIDDEN or cell.numbers.denominator
    ]
    return code_names(question, published, with_budget)


def unit_names(question: Question) -> dict[str, str]:
    """Return the centres beneath the unit, with their names."""
    return {unit: question.name(unit) for unit in question.beneath}
