"""What the product says while it works: its refusals, its findings, its log, and no value of a row."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache

from dashboard.case_database.contract import TABLES
from dashboard.case_database.findings import SENTENCES, Findings, Rejected
from dashboard.i18n.words import words
from dashboard.refusal import Refused

# What a sentence may say by itself: the contract's words, and the days within which a load lies.
CONTRACT = {
    "2015-01-01",
    "2099-12-31",
    *TABLES,
    *(column.name for table in TABLES.values() for column in table.columns),
    *(code for table in TABLES.values() for column in table.columns for code in column.codes),
    "true",
    "false",
}
# Shorter ones stand in any sentence.
SHORTEST = 4
LANGUAGES = ("en", "ko")


class Told:
    """What was said: `refused` is the refusal, where there was one."""

    def __init__(self) -> None:
        self.console = io.StringIO()
        self.refused: Refused | None = None

    def everything(self, findings: Findings | None = None) -> str:
        """Return all of it, with the lines of findings in two languages."""
        if isinstance(self.refused, Rejected):
            findings = self.refused.findings
        lines = [
            line
            for language in LANGUAGES
            for line in (findings.lines(words(language), limit=1000) if findings else ())
        ]
        return "\n".join([self.console.getvalue(), str(self.refused or ""), *lines])


@contextmanager
def listening() -> Iterator[Told]:
    """Listen to the console, the log and warnings; a refusal ends here, and any other error goes on."""
    told = Told()
    log = logging.StreamHandler(told.console)
    logging.getLogger().addHandler(log)
    with warnings.catch_warnings(), redirect_stdout(told.console), redirect_stderr(told.console):
        warnings.simplefilter("always")
        try:
            yield told
        except Refused as refused:
            told.refused = refused
        finally:
            logging.getLogger().removeHandler(log)


def no_value_is_said(said: str, values: Iterable[str | None], allowed: Iterable[str | None] = ()) -> None:
    """Hold what was said to the promise that it holds no value of a row.

    Args:
        values: of rows, as text.
        allowed: those that may be said, such as the keys of units, which are those of no person.
    """
    wanted = {value.strip() for value in values if value} - {*allowed}
    found = {
        value for value in wanted if len(value) >= SHORTEST and _stands_in(value, said) and not _ours(value)
    }
    assert found == set(), (found, said)


def _stands_in(value: str, said: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(value)}(?!\w)", said))


def _ours(value: str) -> bool:
    """Whether it is the product's own: names of the contract, or an example in a sentence of a finding."""
    return {*re.findall(r"[\w-]+", value)} <= CONTRACT or any(value in said for said in _sentences())


@cache
def _sentences() -> tuple[str, ...]:
    return tuple(words(language).gettext(said) for language in LANGUAGES for said in SENTENCES.values())
