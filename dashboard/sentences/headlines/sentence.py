"""One sentence of a headline, and the page that shows more."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.sentences.marked import Marked


@dataclass(frozen=True)
class Sentence:
    text: Marked
    page: str
