"""`dashboard check` prints what breaks a rule, and its exit code says whether anything does."""

import json

import pytest
from broken_worlds import FINDINGS, WORLD
from serving import command

KEYS = ("rule", "severity", "table", "unit", "rows")
HEADER = ("Rule", "Severity", "Table", "Unit", "Rows", "What it means")


@pytest.fixture
def check(address, tmp_path):
    """Run the command on a database, as an operator does."""

    def run(*arguments):
        database = address.render_as_string(hide_password=False)
        return command("check", "--database", database, *arguments, folder=tmp_path)

    return run


def test_findings_are_an_object_a_line_and_exit_code_1(world, check):
    world(**WORLD).dispose()
    ended = check("--format", "jsonl")
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert all(tuple(line) == KEYS for line in lines)
    assert {tuple(line.values()) for line in lines} == FINDINGS
    assert len(lines) == len(FINDINGS)
    assert (ended.returncode, ended.stderr) == (1, "")


def test_a_warning_alone_is_a_finding_too_and_is_told_in_words(world, check):
    late = {"recorded_on": "2026-03-01"}
    world(worker=[{}], certification=[{}], case_file=[{}], visit=[late]).dispose()
    ended = check()
    header, line = ended.stdout.splitlines()
    assert ended.returncode == 1
    assert line.split("  ")[0] == "late_record"
    assert line.endswith(
        "A visit was recorded more than 14 days after it took place: until then, the figures were too low."
    )
    for name, value in zip(HEADER[:4], ("late_record", "Warning", "visit", "A"), strict=True):
        assert header.index(name) == line.index(value)
    assert header.index("Rows") + 3 == line.index(" 1 ") + 1


def test_a_file_to_hand_back_is_in_the_language_of_the_operator_throughout(world, check):
    late = {"recorded_on": "2026-03-01"}
    world(worker=[{}], certification=[{}], case_file=[{}], visit=[late]).dispose()
    header, line = check("--format", "csv", "--lang", "ko").stdout.removeprefix("\ufeff").splitlines()
    assert header == "규칙,심각도,표,구분,행 수,의미"
    assert line.startswith("late_record,경고,visit,A,1,방문일로부터 14일이 지나 입력되어")


def test_a_clean_database_has_exit_code_0(world, check):
    world(case_file=[{}]).dispose()
    lines, text = check("--format", "jsonl"), check()
    assert (lines.returncode, lines.stdout, lines.stderr) == (0, "", "")
    assert (text.returncode, text.stdout) == (0, "No rule of the contract is broken.\n")


def test_all_that_is_missing_is_listed_before_the_sentence(world, check):
    world(without=("visit", "closure")).dispose()
    ended = check()
    assert (ended.returncode, ended.stdout) == (2, "")
    lines = ended.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["closure", "visit", "dashboard"]
    assert lines[-1].endswith("'dashboard check' lists all 2 such things.")


def test_a_database_without_a_required_table_is_refused_in_one_sentence(world, check):
    world(without=("visit",)).dispose()
    ended = check("--format", "jsonl")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("dashboard: The case database has no table 'visit'")
    assert ended.stderr.count("\n") == 1
