"""What a reader asked for: the desk that answers, the words, unit, period and comparison."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dashboard.i18n.exchange import Exchange
from dashboard.i18n.words import Words
from dashboard.i18n.words import words as words_of
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import MONTHS, Period, month_end
from dashboard.privacy.desk import Desk
from dashboard.privacy.published import Cell, Published

PREVIOUS, YEAR, NONE = "previous", "year", "none"
COMPARISONS = (PREVIOUS, YEAR, NONE)
# Fewer steps are no course over time.
COURSE = 4
A_MONTH = 31


@dataclass(frozen=True)
class Question:
    """One question of one reader.

    `compare` is previous, year (the same period last year) or none; `second`
    are the words of a second language, or None; `exchange` is the reader's
    currency, or None where money is read in the database's own.
    """

    desk: Desk
    words: Words
    unit: str
    period: Period
    compare: str = PREVIOUS
    second: Words | None = None
    exchange: Exchange | None = None

    @cached_property
    def in_second(self) -> Question | None:
        """The same question in the second language, or None."""
        return replace(self, words=self.second, second=None) if self.second else None

    @property
    def plain_words(self) -> Words:
        """The words for where there is no room for money in two currencies."""
        return words_of(self.words.language)

    @cached_property
    def before(self) -> Period | None:
        """The period compared with, or None where there is none to be shown."""
        if self.compare == NONE:
            return None
        earlier = self.period.year_before() if self.compare == YEAR else self.period.previous()
        return earlier if earlier in self.desk.periods(self.period.kind) else None

    @cached_property
    def day(self) -> date:
        """The last day that the figures of the period cover."""
        return self.period.last_day(self.desk.as_of)

    @cached_property
    def running(self) -> bool:
        """Whether the period has not ended on the as-of day."""
        return self.day < month_end(self.period.last)

    @property
    def past(self) -> bool:
        """Whether its last day is so long ago that nothing is still to come of it."""
        return (self.desk.as_of - self.day).days > A_MONTH

    @cached_property
    def beneath(self) -> tuple[str, ...]:
        """What stands side by side: the unit's centres that the reader may see.

        Where there are none it is the regions, else the unit itself.
        """
        seen, tree = set(self.desk.units), self.desk.tree
        for units in (tree.centres(self.unit), tree.children(self.unit)):
            if found := tuple(unit for unit in units if unit in seen):
                return found
        return (self.unit,)

    @property
    def by_region(self) -> bool:
        """Whether it is regions that stand side by side."""
        return self.desk.tree.level(self.beneath[0]) == "region"

    @property
    def single(self) -> bool:
        """Whether there is nothing to lay side by side."""
        return len(self.beneath) < 2

    def indicator(self, indicator_id: str) -> Indicator:
        return INDICATORS[indicator_id]

    def name(self, unit: str | None = None) -> str:
        """Return the short name of a unit in the reader's language, as it is (not escaped)."""
        return self.desk.tree.short_name(unit or self.unit, self.words.language)

    def cell(self, indicator_id: str, split: str | None = None, code: str | None = None) -> Cell:
        """Return the figure of the unit in the period."""
        codes = None if code is None else (code,)
        shown = self.desk.publish(indicator_id, (self.unit,), (self.period,), split, codes)
        return shown.cell(self.unit, self.period, code)

    def earlier(self, indicator_id: str) -> Cell | None:
        """Return the figure of the period compared with."""
        if self.before is None:
            return None
        return self.desk.publish(indicator_id, (self.unit,), (self.before,)).only

    def by(self, indicator_id: str, split: str) -> Published:
        """Return the unit's figures in the period, by the codes of a split."""
        return self.desk.publish(indicator_id, (self.unit,), (self.period,), split)

    def over(self, indicator_id: str, count: int) -> Published:
        """Return the unit's figures of the last `count` months (or the finest periods allowed)."""
        return self.desk.publish(indicator_id, (self.unit,), self.run(count))

    def across(self, indicator_id: str, split: str | None = None) -> Published:
        """Return the figures of what stands side by side beneath the unit, in the period."""
        return self.desk.publish(indicator_id, self.beneath, (self.period,), split)

    def run(self, count: int, split: str | None = None) -> tuple[Period, ...]:
        """Return the last `count` months, ending with the period, oldest first.

        A reader who may see no months, or not by the codes of a split, gets as many
        longer periods as cover them, and enough of them to make a course.
        """
        kind = self.desk.kinds_told(self.unit, split)[0]
        length = MONTHS.get(kind, 12)
        if length > 1:
            count = max(math.ceil(count / length), COURSE)
        ended = [step for step in self.desk.periods(kind) if step.last <= self.period.last]
        return tuple(reversed(ended[:count]))
