"""What a role on PostgreSQL may not see is told: a column, or rows that the server hides silently."""

import pytest
import worlds
from sqlalchemy import text

from dashboard.case_database.contents import inspect
from dashboard.case_database.engine import open_engine
from dashboard.case_database.reading import reading
from dashboard.refusal import Refused

OPEN = "create policy seen on case_file for select to {role} using (true)"
FILTERED = "create policy seen on case_file for select to {role} using (org_id = 'A')"


@pytest.fixture
def world(role):
    """A small world that a role may read, and what its owner runs, `{role}` being its name."""
    url, run = role
    owner = worlds.write(url.set(username="postgres"), case_file=[{}, {"case_id": "G", "org_id": "B"}])
    owner.dispose()

    def change(*statements):
        schema = url.query["options"].split("=")[1]
        run(*(each.format(role=url.username, schema=schema) for each in statements))

    change("grant select on all tables in schema {schema} to {role}")
    return url, change


def families(url):
    with reading(open_engine(url)) as opened:
        return len(opened.connection.execute(text("select case_id from case_file")).all())


def refused(url):
    with pytest.raises(Refused) as caught:
        inspect(open_engine(url))
    assert caught.value.kind == "unreadable"
    return str(caught.value)


COLUMNS = "child_id, case_id, birth_on, with_family_from, with_family_to"


def test_a_role_may_read_the_contract_s_columns_and_no_other(world):
    url, change = world
    change(
        "alter table child add column first_name text",
        "alter table data_load add column loaded_by text",
        "revoke select on child, data_load from {role}",
        f"grant select ({COLUMNS}) on child to {{role}}",
        "grant select (load_id, source, loaded_at, latest_event_on, row_count) on data_load to {role}",
    )
    assert families(url) == 2


def test_a_column_that_the_role_may_not_read_is_named(world):
    url, change = world
    change("revoke select on child from {role}", "grant select (child_id, case_id) on child to {role}")
    told = refused(url)
    assert "may not read 'birth_on', 'with_family_from', 'with_family_to' of the table 'child'" in told


def test_rows_that_row_level_security_hides_are_told(world):
    url, change = world
    change("alter table case_file enable row level security")
    assert "Row-level security may hide rows of the table 'case_file'" in refused(url)


def test_rows_that_a_policy_shows_in_part_are_told(world):
    url, change = world
    change("alter table case_file enable row level security", FILTERED)
    assert "'case_file'" in refused(url)


@pytest.mark.parametrize("policy", [OPEN, OPEN.replace("{role}", "public")])
def test_a_policy_that_shows_all_rows_is_enough(world, policy):
    url, change = world
    change("alter table case_file enable row level security", policy)
    assert families(url) == 2


def test_a_policy_that_narrows_an_open_one_is_told(world):
    url, change = world
    narrow = FILTERED.replace("policy seen", "policy narrow").replace(
        "for select", "as restrictive for select"
    )
    change("alter table case_file enable row level security", OPEN, narrow)
    assert "'case_file'" in refused(url)


def test_a_role_that_passes_by_row_level_security_reads(world):
    url, change = world
    change("alter table case_file enable row level security", "alter role {role} bypassrls")
    assert families(url) == 2


VIEW = (
    "alter table case_file rename to site_file",
    "alter table site_file enable row level security",
    "create view case_file {options} as select * from site_file",
    "grant select on case_file to {{role}}",
)


def view(options=""):
    return [each.format(options=options) for each in VIEW]


def test_a_view_of_the_owner_passes_by_row_level_security(world):
    url, change = world
    change(*view())
    assert families(url) == 2


def test_rows_hidden_beneath_a_view_are_told_by_the_view(world):
    url, change = world
    change(*view("with (security_invoker = true)"))
    assert "'case_file'" in refused(url)


def test_a_view_that_depends_on_who_asks_and_shows_nothing_is_told(world):
    url, change = world
    change(
        "alter table case_file rename to site_file",
        "create view case_file as select * from site_file where current_user = 'somebody'",
        "grant select on case_file to {role}",
    )
    assert "The view 'case_file' depends on who asks" in refused(url)


def test_no_family_at_all_is_no_secret(world):
    url, change = world
    change("delete from case_file")
    assert families(url) == 0
