"""The date line of a page: to which day its figures reach, when they were loaded, what may change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dashboard.i18n.words import Words
from dashboard.periods import Period
from dashboard.sentences import exchange, left_out
from dashboard.sentences.question import Question

DAYS_PICTURED = 31


def date_remarks(question: Question, today: date) -> Iterator[str]:
    """Yield covers to, loaded, provisional months, records left out and the exchange rate."""
    words, desk = question.words, question.desk
    yield words.gettext("Covers to {date}").format(date=words.fmt.date(question.day))
    yield loaded(words, desk.loaded_at, today)
    if question.running:
        yield words.gettext("the period is still running")
    if provisional := provisional_months(question):
        yield words.gettext("{months} provisional").format(months=provisional)
    if found := left_out.lacking(desk.left_out((question.unit,), question.period)):
        yield left_out.in_line(question, found)
    if question.exchange:
        yield exchange.rate_text(words, question.exchange)


def loaded(words: Words, day: date, today: date) -> str:
    """Return when the figures were loaded, and how long ago while that is easily pictured."""
    written = words.fmt.date(day)
    if not 0 <= (today - day).days <= DAYS_PICTURED:
        return words.gettext("loaded {date}").format(date=written)
    ago = words.fmt.relative_day(day, today)
    # Translators: how long ago is today, yesterday, 2 days ago …
    return words.gettext("loaded {date} ({ago})").format(date=written, ago=ago)


def provisional_months(question: Question) -> str:
    """Return the months of the period whose visits are still being recorded (empty: none)."""
    months = [month for month in question.period.months if question.desk.provisional(Period.month(month))]
    return question.words.fmt.months(months[0], months[-1]) if months else ""
