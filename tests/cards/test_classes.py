"""Classes of figures are named by where they begin and end."""

from __future__ import annotations

from dashboard.cards.classes import SHARES, class_labels, class_of, count_labels
from dashboard.i18n.words import words


def test_classes_of_shares_are_named_by_their_limits() -> None:
    assert class_labels(SHARES, words("en")) == ["< 50", "50–59", "60–69", "70–79", "≥ 80%"]


def test_classes_of_records_are_named_by_their_limits() -> None:
    assert count_labels(words("en")) == ["1–9", "10–99", "100–999", "1,000–9,999", "≥ 10,000"]
    assert [class_of(count) for count in (1, 9, 10, 999, 10_000)] == [1, 1, 2, 3, 5]
