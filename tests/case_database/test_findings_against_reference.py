"""Counts by rule, table and centre are those of the plain reference, on an untidy world."""

from __future__ import annotations

from pathlib import Path

import pytest
from reference import from_folder, from_rows
from reference.rows import to_folder
from reference.rule_units import findings, left_out
from reference.untidy import untidy

from dashboard.case_database import finding_counts, load, synthetic
from dashboard.case_database.engine import open_engine
from dashboard.case_database.reading import reading
from dashboard.case_database.rules import ERRORS, WARNINGS

FAMILIES, SEED = 100, 5


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("untidy_findings")
    tidy = {table: rows.to_pylist() for table, rows in synthetic.generate(FAMILIES, SEED).items()}
    to_folder(untidy(from_rows(tidy), SEED), folder)
    return folder


def test_findings_and_what_is_left_out_are_those_of_the_reference(export, address):
    load.load(export, address)
    with reading(open_engine(address)) as found:
        told = {(each.rule, each.table, each.unit): each.rows for each in finding_counts.findings(found)}
        lacking = {(each.table, each.unit): each.rows for each in finding_counts.left_out(found)}
    tables = from_folder(export)
    assert told == dict(findings(tables))
    assert lacking == dict(left_out(tables))
    # The world is untidy enough to say something.
    assert {rule for rule, *unused in told} == {*ERRORS, *WARNINGS}
