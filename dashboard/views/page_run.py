"""What a page needs beyond the question: theme, pages to link to, and what is kept between runs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from dashboard.kept import Kept
from dashboard.sentences.question import Question

T = TypeVar("T")


@dataclass(frozen=True)
class PageRun:
    """One run of one reader's page.

    Attributes: question, theme (light or dark), pages (name to Streamlit's page),
    kept (of this reader's desk).
    """

    question: Question
    theme: str
    pages: Mapping[str, Any]
    kept: Kept

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What a thing made for this run depends on, beside its own name."""
        question = self.question
        second = question.second.language if question.second else None
        spoken = (question.words.language, second, question.exchange)
        return (question.unit, question.period, question.compare, *spoken, self.theme)

    @property
    def link(self) -> dict[str, str]:
        """The choices as a link carries them."""
        question = self.question
        more = {
            "with": question.second.language if question.second else None,
            "currency": question.exchange.quote if question.exchange else None,
        }
        return {
            "unit": question.unit,
            "period": question.period.code,
            "compare": question.compare,
            "lang": question.words.language,
            **{name: code for name, code in more.items() if code},
        }

    @cached_property
    def second(self) -> PageRun | None:
        """The same run in the second language, or None."""
        question = self.question.in_second
        return replace(self, question=question) if question else None

    def make(self, name: str, build: Callable[[Question], T]) -> T:
        """Return what `build` makes of the question, kept under a name."""
        return self.kept.get((name, *self.key), lambda: build(self.question))
