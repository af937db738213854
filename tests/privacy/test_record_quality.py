"""Records that break a rule are told to protected readers only where enough people stand behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
import pandas as pd
import pytest
from privacy.written_counts import counted

from dashboard.case_database.contract import TABLES
from dashboard.case_database.finding_counts import RULES
from dashboard.case_database.rules import ERRORS
from dashboard.indicators.figures import Figures
from dashboard.indicators.record_quality import BROKEN_RULES, LEFT_OUT
from dashboard.periods import Period
from dashboard.privacy.desk import Desk, OutOfScope
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.published import HIDDEN
from dashboard.snapshot.snapshot import FINDINGS
from dashboard.snapshot.snapshot import LEFT_OUT as LEFT_OUT_COLUMNS

PERIOD = Period.parse("2026-Q1", date(2026, 6, 30))
# The tree of the written counts: P above R and S, R above A, B and C, S above D.
EVERY_UNIT = ("P", "R", "A", "B", "C", "S", "D")


def sit(profile: str, findings=(), left_out=(), scope: tuple[str, ...] = ()) -> Desk:
    """Return a desk over findings and records left out.

    Args:
        findings: rule, table, unit, rows, people.
        left_out: table, unit, rows, people, referring.
    """
    found = [(rule, "error" if rule in ERRORS else "warning", *rest) for rule, *rest in findings]
    snapshot = replace(
        counted(date(2026, 6, 30)),
        findings=pd.DataFrame(found, columns=list(FINDINGS)),
        left_out_rows=pd.DataFrame(left_out, columns=list(LEFT_OUT_COLUMNS)),
    )
    return Desks(Figures(snapshot)).desk(Reader(PROFILES[profile], frozenset(scope)))


def of_rule(desk: Desk, rule: str = "late_record") -> dict[str, float | None]:
    """Return unit to the records of a rule (None: hidden)."""
    cells = desk.broken_rules(desk.units, PERIOD).cells
    return {cell.unit: cell.numbers.value for cell in cells if cell.code == rule}


def of_table(desk: Desk, unit: str) -> dict[str | None, float | None]:
    cells = desk.left_out((unit,), PERIOD).cells
    return {cell.code: cell.numbers.value for cell in cells if cell.state == HIDDEN or cell.value}


def late(**people: int) -> list[tuple]:
    """Return visits recorded late, twice as many as the families behind them."""
    return [("late_record", "visit", unit, 2 * number, number) for unit, number in people.items()]


def test_what_few_people_stand_behind_is_hidden_with_what_would_tell_it():
    desk = sit("regional", late(A=3, B=40, C=50, D=60))
    assert of_rule(desk) == {"P": 306, "R": 186, "A": None, "B": None, "C": 100, "S": 120, "D": 120}


def test_the_number_of_people_decides_not_that_of_records():
    assert of_rule(sit("regional", [("late_record", "visit", "A", 90, 4)]))["A"] is None
    assert of_rule(sit("regional", [("late_record", "visit", "A", 5, 5)]))["A"] == 5


def test_alone_a_small_cell_takes_its_totals_along():
    assert set(of_rule(sit("regional", late(A=3))).values()) == {None, 0}
    assert of_rule(sit("regional", late(A=3)))["P"] is None
    # Records of no known centre stand between the regions and the programme.
    assert of_rule(sit("regional", late(A=3, P=30)))["P"] == 66
    # Those are told by no cell, but would be by the rest.
    told = of_rule(sit("regional", late(A=30, D=30, P=3)))
    assert None in (told["P"], told["R"], told["S"])


def test_the_centre_itself_sees_all_and_only_its_own():
    desk = sit("own_centre", late(A=3, B=2), [("visit", "A", 2, 1, 0)], scope=("A",))
    assert of_rule(desk) == {"A": 6}
    assert of_table(desk, "A") == {None: 2, "visit": 2}
    with pytest.raises(OutOfScope):
        desk.broken_rules(("B",), PERIOD)
    with pytest.raises(OutOfScope):
        desk.left_out(("P",), PERIOD)


def test_headquarters_hide_more():
    assert of_rule(sit("headquarters", late(A=10, D=60)))["R"] is None
    assert of_rule(sit("headquarters", late(A=11, D=60)))["R"] == 22


def test_records_without_people_are_told():
    desk = sit("regional", [("unknown_code", "budget_line", "A", 1, 0)], [("budget_line", "A", 1, 0, 0)])
    assert of_rule(desk, "unknown_code")["A"] == 1
    assert of_table(desk, "A") == {None: 1, "budget_line": 1}


def test_neither_rules_tell_of_tables_nor_tables_of_rules():
    findings = [
        ("implausible_date", "child", "A", 8, 8),
        ("orphan", "child", "A", 2, 2),
        ("orphan", "referral", "A", 9, 9),
    ]
    desk = sit("regional", findings, [("child", "A", 10, 10, 0), ("referral", "A", 9, 9, 0)])
    assert of_rule(desk, "implausible_date")["A"] == 8
    assert of_rule(desk, "orphan")["A"] is None
    assert of_table(desk, "A") == {None: None, "child": None, "referral": 9}


def test_few_who_only_refer_hide_their_table_too():
    desk = sit("regional", [("orphan", "child", "A", 8, 8)], [("child", "A", 11, 10, 2)])
    assert of_table(desk, "A") == {None: None, "child": None}


def test_what_is_left_out_of_an_indicator_is_that_of_its_tables():
    left_out = [("visit", "A", 30, 30, 0), ("budget_line", "A", 2, 0, 0)]
    desk = sit("regional", (), left_out)
    assert desk.left_out(("A",), PERIOD).only.value == 32
    assert desk.left_out(("A",), PERIOD, "V2").only.value == 30
    assert desk.left_out(("A",), PERIOD, "G2").only.value == 2
    assert desk.left_out(("A",), PERIOD, "Q1").only.value == 0


def test_a_unit_that_is_left_out_itself_counts_for_the_programme():
    assert of_rule(sit("regional", late(Z=30)))["P"] == 60


@pytest.mark.parametrize("profile", ["regional", "presenting", "headquarters"])
@pytest.mark.parametrize("seed", range(25))
def test_no_small_cell_can_be_reckoned_from_those_that_are_shown(profile, seed):
    random = Random(seed)
    people = {unit: random.choice((0, 0, 1, 2, 3, 4, 5, 7, 12, 40)) for unit in ("A", "B", "C", "D", "P")}
    desk = sit(profile, late(**people))
    true = people | {"R": sum(people[unit] for unit in "ABC"), "S": people["D"]}
    own, true["P"] = true["P"], sum(people.values())
    unknown = [unit for unit, value in of_rule(desk).items() if value is None] + ["own"]
    sums = [("R", "A", "B", "C"), ("S", "D"), ("P", "R", "S", "own")]
    seen = [each for each in sums if all(unit in (*desk.units, "own") for unit in each)]
    equations = np.array(
        [
            [(-1 if unit == total else 1) * (unit in (total, *parts)) for unit in unknown]
            for total, *parts in seen
        ]
    )
    small = PROFILES[profile].small_cell
    for place, unit in enumerate(unknown):
        if 0 < (own if unit == "own" else true[unit]) < small:
            alone = np.eye(len(unknown))[place]
            rank = np.linalg.matrix_rank(equations)
            assert np.linalg.matrix_rank(np.vstack([equations, alone])) == rank + 1


def test_the_codes_are_those_of_the_contract():
    assert BROKEN_RULES.splits["rule"] == RULES
    assert LEFT_OUT.splits["table"] == tuple(TABLES)
