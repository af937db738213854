"""The reference answers as worked out by hand."""

from dataclasses import asdict

import pytest

from . import indicator_rows
from .by_hand import EXPECTED, QUESTIONS, world
from .compare import differences
from .rules import broken_rows


@pytest.fixture(scope="module")
def tables():
    return world()


def test_no_row_of_the_world_breaks_a_rule(tables):
    assert list(broken_rows(tables)) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_reference_answers_as_worked_out_by_hand(tables, question):
    rows = indicator_rows(tables, *QUESTIONS[question])
    for (indicator, unit), expected in EXPECTED[question].items():
        answered = {
            split: asdict(figure) for (i, u, split), figure in rows.items() if (i, u) == (indicator, unit)
        }
        assert [*differences(answered, expected)] == [], f"{indicator} at {unit}"
