"""Names of the database stand in one line, and take no more room than a name needs."""

import pytest

from dashboard import snapshot
from dashboard.snapshot.legible import MOST, line


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("인천 미추홀\n센터\t\r\n", "인천 미추홀 센터"),
        ("\u202eesrever\u202c", "esrever"),
        ("\u200f\u0007 עברית ", "עברית"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u200b", ""),
    ],
)
def test_a_name_stands_in_one_line(text, seen):
    assert line(text) == seen


def test_a_long_name_is_cut():
    assert line("센터" * 2500) == f"{'센터' * 39}센…"
    assert line("센" * MOST) == "센" * MOST


def test_names_of_a_snapshot_are_legible(world):
    labels = [
        {"org_id": "A", "lang": "en", "name": "Unit\nA" + "!" * 5000, "short_name": "\u202eA\n1"},
        {"org_id": "B", "lang": "en", "name": "\u200b"},
    ]
    target = [{"target": 0.8, "source_ref": "Plan\n2026"}]
    taken = snapshot.take(world(org_label=labels, indicator_target=target))
    assert len(taken.units.name("A", "en")) == MOST
    assert taken.units.short_name("A", "en") == "A 1"
    # A name of nothing that can be seen is none.
    assert taken.units.name("B", "en") == "B"
    assert taken.targets[0].source == "Plan 2026"
