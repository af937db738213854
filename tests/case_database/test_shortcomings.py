"""All that a database lacks of the contract is told at once, with the nearest name that is there."""

import pytest
import worlds
from conftest import ENGINES
from sqlalchemy import text

from dashboard.case_database.catalogue import nearest
from dashboard.case_database.contents import inspect
from dashboard.case_database.engine import open_engine, open_for_writing
from dashboard.case_database.findings import Rejected
from dashboard.refusal import Refused


@pytest.fixture(params=ENGINES)
def address(request):
    """A database of its own: in a schema beside others their tables would be the nearest."""
    if request.param == "duckdb":
        return request.getfixturevalue("duckdb_address")
    return request.getfixturevalue("new_database")("UTF8")


def change(address, *statements):
    with open_for_writing(address).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def refused(address):
    with pytest.raises(Refused) as caught:
        inspect(open_engine(address))
    return caught.value


def test_every_table_and_column_is_listed_with_what_is_nearest(address):
    worlds.write(address, without=("closure",))
    change(
        address,
        "alter table visit rename to visits",
        'alter table child rename column birth_on to "BirthOn"',
        "alter table child drop column with_family_to",
        "alter table budget_version alter column amount type boolean using true",
    )
    found = refused(address)
    assert found.kind == "without_table"
    assert "'closure'" in str(found) and "lists all 5" in str(found)
    assert [(each.rule, each.file, each.column, each.near) for each in found.findings.listed] == [
        ("no_table", "closure", None, None),
        ("no_table", "visit", None, "visits"),
        ("no_column", "child", "birth_on", "BirthOn"),
        ("no_column", "child", "with_family_to", None),
        ("other_type", "budget_version", "amount", None),
    ]
    assert found.findings.lines()[2] == (
        "child, birth_on: is a column of the contract and not there; "
        "add it, or map it in a view (perhaps BirthOn)."
    )


def test_one_thing_is_told_in_one_sentence(address):
    worlds.write(address)
    change(address, "alter table visit rename to visits")
    found = refused(address)
    assert not isinstance(found, Rejected)
    assert str(found).endswith("The nearest that is there: 'visits'.")


def test_tables_of_a_schema_that_is_not_searched_are_found_by_its_name(server):
    url, _run = server
    schema = url.query["options"].split("=")[1]
    worlds.write(url)
    found = refused(url.update_query_dict({"options": "-c search_path=public"}))
    near = {finding.file: finding.near for finding in found.findings.listed}
    assert near["visit"].endswith(".visit")
    assert schema


@pytest.mark.parametrize(
    ("name", "among", "near"),
    [
        ("visit", ["Visit", "payroll"], "Visit"),
        ("case_id", ["caseId", "id"], "caseId"),
        ("visit", ["payroll", "x"], None),
        ("visit", [], None),
    ],
)
def test_the_nearest_name_is_close_or_none(name, among, near):
    assert nearest(name, among) == near
