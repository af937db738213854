"""Values that cannot be read as the contract's types are told by table, column and number, never by value."""

import pytest
import worlds
from sqlalchemy import text

from dashboard.case_database.engine import open_engine, open_for_writing
from dashboard.case_database.reading import reading
from dashboard.refusal import Refused

PAID = {
    "case_file": [{}],
    "budget_line": [{}],
    "grant_request": [{}],
    "grant_decision": [{}],
    "advance": [{}],
}


def refused(url):
    with pytest.raises(Refused) as caught, reading(open_engine(url)):
        pass
    assert caught.value.kind == "unreadable"
    return caught.value


def change(address, *statements):
    with open_for_writing(address).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_an_amount_that_is_no_number_is_told(address, value):
    settlements = [{"settlement_id": str(n)} for n in range(3)]
    worlds.write(address, **PAID, settlement=settlements)
    change(
        address,
        "alter table settlement alter column spent type double precision",
        f"update settlement set spent = '{value}' where settlement_id > '0'",
    )
    told = str(refused(address))
    assert "'settlement' holds values in 'spent' that cannot be read as numeric(15,2) (2 rows)" in told
    assert value not in told


def test_a_numeric_that_is_no_number_is_told(server):
    url, run = server
    worlds.write(url, **PAID, settlement=[{}])
    run("update settlement set spent = 'NaN'")
    assert "'settlement' holds values in 'spent'" in str(refused(url))


def test_every_column_with_such_values_is_listed(address):
    worlds.write(
        address, case_file=[{}], worker=[{}], visit=[{}, {"visit_id": "V2"}], child=[{}], budget_version=[{}]
    )
    change(
        address,
        "alter table visit alter column visited_on type text using cast(visited_on as text)",
        "alter table visit alter column minutes type text using cast(minutes as text)",
        "alter table child alter column birth_on type text using cast(birth_on as text)",
        "update visit set visited_on = 'on Kim''s birthday', minutes = 'sixty' where visit_id = 'V'",
        "update child set birth_on = '32.13.2025'",
    )
    found = refused(address)
    assert "lists all 3 such columns" in str(found)
    assert sorted(line.split(":")[0] for line in found.findings.lines()) == [
        "child, birth_on",
        "visit, minutes",
        "visit, visited_on",
    ]
    told = str(found) + "".join(found.findings.lines())
    assert "Kim" not in told and "sixty" not in told and "32.13" not in told


def test_a_view_that_fails_at_some_rows_is_told_without_its_values(address):
    worlds.write(address, case_file=[{}], worker=[{}], visit=[])
    change(
        address,
        "alter table visit rename to site_visit",
        "alter table site_visit add column typed text",
        "insert into site_visit (visit_id, typed) values ('V', 'Kim Minji')",
        "create view visit as select visit_id, case_id, worker_id, plan_visit_id, "
        "cast(typed as date) as visited_on, recorded_on, mode, outcome, reason, minutes, child_seen, "
        "interpreter from site_visit",
    )
    with pytest.raises(Refused, match="'visit'") as caught, reading(open_engine(address)):
        pass
    assert "Kim" not in str(caught.value)
