"""The synthetic programme is one that a reader could believe."""

from __future__ import annotations

import duckdb
import pytest

from dashboard.case_database import rules
from dashboard.case_database.contract import TABLES, codes
from dashboard.case_database.synthetic import UNTIL, generate

ON_PROGRAMME = "status in ('active', 'outreach', 'paused')"
MADE = "outcome = 'completed' and mode in ('home', 'centre', 'other_in_person')"
# Served, and missed for a reason: what the contract allows and a programme need not have.
RARE = {
    ("closure", "reason"),
    ("referral", "source"),
    ("visit_plan", "waive_reason"),
}


@pytest.fixture(scope="module")
def database() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for name, rows in generate(2000, 1).items():
        connection.register("made_rows", rows)
        connection.execute(f"create table {name} as select * from made_rows")
    return connection


@pytest.fixture
def figure(database):
    """Return the one number of a statement."""
    return lambda statement: database.execute(statement).fetchone()[0]


def test_a_few_hundred_families_are_on_the_programme_in_the_end(figure):
    count = figure(f"select count(*) from case_status where {ON_PROGRAMME} and valid_to is null")
    assert 400 <= count <= 800


def test_visits_and_attempts_in_a_month_of_service_are_two_to_four(figure):
    months = figure(
        "select sum(coalesce(valid_to, date '2026-07-01') - valid_from) / 30.44 "
        "from case_status where status = 'active'"
    )
    assert 2 <= figure("select count(*) from visit") / months <= 4


def test_about_three_quarters_of_the_planned_visits_are_made(figure):
    share = figure(
        f"select avg(case when {MADE} then 1.0 else 0 end) from visit_plan "
        "left join visit on visit.plan_visit_id = visit_plan.plan_visit_id "
        "and outcome = 'completed' "
        "where waived_on is null and expires_on < date '2026-06-30'"
    )
    assert 0.62 <= share <= 0.85


def test_fewer_visits_are_made_at_lunar_new_year(figure):
    def made(month: str) -> int:
        return figure(
            f"select count(*) from visit where {MADE} and strftime(visited_on, '%Y-%m') = '{month}'"
        )

    assert made("2026-02") < 0.92 * made("2026-03")


def test_two_centres_are_worse_than_all_others(database):
    rows = database.execute(
        f"select org_id, avg(case when {MADE} then 1.0 else 0 end) as share from visit_plan "
        "inner join case_file using (case_id) "
        "left join visit on visit.plan_visit_id = visit_plan.plan_visit_id "
        "and outcome = 'completed' "
        "where waived_on is null and due_on between date '2026-01-01' and date '2026-05-31' "
        "group by org_id having count(*) > 100 order by share"
    ).fetchall()
    assert rows[1][1] < 0.6 < rows[2][1]


def test_one_centre_has_no_family_and_one_has_fewer_than_ten(database):
    counts = database.execute(
        "select count(case_id) as families from org_unit left join case_file using (org_id) "
        "where level = 'centre' group by org_unit.org_id order by families"
    ).fetchall()
    assert counts[0][0] == 0
    assert 0 < counts[1][0] < 10 < counts[2][0]


def test_one_centre_is_over_its_capacity(figure):
    assert (
        figure(
            "with served as (select org_id, count(*) as families from case_status "
            f"inner join case_file using (case_id) where {ON_PROGRAMME} and valid_to is null "
            "group by org_id) "
            "select count(*) from served inner join org_capacity using (org_id) "
            "where valid_to is null and families > max_active_cases"
        )
        == 1
    )


def test_some_families_wait_longer_than_two_weeks(figure):
    assert (
        figure(
            "select count(*) from case_status where status = 'waiting' and valid_to is null "
            "and date '2026-06-30' - valid_from > 14"
        )
        > 0
    )


def test_living_costs_run_ahead_of_their_plan_and_self_reliance_behind(database):
    spent = dict(
        database.execute(
            "with paid as (select line_id, sum(amount - returned) as won from grant_payment "
            "inner join grant_decision using (request_id) "
            "where paid_on >= date '2026-01-01' group by line_id), "
            "newest as (select line_id, arg_max(amount, approved_on) as budget "
            "from budget_version group by line_id) "
            "select category, sum(won) / sum(budget) "
            "from budget_line inner join newest using (line_id) "
            "left join paid using (line_id) where fiscal_year = 2026 group by category"
        ).fetchall()
    )
    assert spent["living"] > 0.5
    assert spent["self_reliance"] < 0.38


@pytest.mark.parametrize("check", rules.warnings(UNTIL), ids=lambda check: check.rule)
def test_some_rows_are_worth_a_warning_but_few(database, figure, check):
    # No row repeats a key, so nothing has been found before.
    database.execute("create or replace temp table broken_row (rule text, table_name text, row_id bigint)")
    condition = check.condition.format(**{name: name for name in TABLES})
    count = figure(f"select count(*) from {check.table} where {condition}")
    assert 0 < count < 0.03 * figure("select count(*) from visit")


def test_there_are_twins(figure):
    assert (
        figure(
            "select count(*) from ("
            "select 1 from child group by case_id, birth_on having count(*) > 1) as twins"
        )
        > 20
    )


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (c.table, c.name)
        for t in TABLES.values()
        for c in t.columns
        if c.codes and (c.table, c.name) not in RARE
    ],
)
def test_every_code_is_drawn(database, table, column):
    drawn = {row[0] for row in database.execute(f"select distinct {column} from {table}").fetchall()}
    assert drawn - {None} == set(codes(table, column))


def test_names_are_there_in_five_languages_and_short_ones_differ(database):
    rows = database.execute(
        "select lang, count(*), count(distinct short_name) from org_label group by lang"
    ).fetchall()
    assert {lang for lang, *_ in rows} == {"ko", "en", "ja", "zh", "fr"}
    assert {(count, different) for _, count, different in rows} == {(13, 13)}
