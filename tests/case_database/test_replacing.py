"""Rows of a PostgreSQL database are replaced all or none, and what is in the way is told by its name."""

import pytest
from site_exports import loaded, write_folder

from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.refusal import Refused


@pytest.fixture
def loaded_once(server, tmp_path):
    """A place that holds an export: its address, what runs statements there, and a second export."""
    url, run = server
    load(write_folder(tmp_path / "export"), url)
    return url, run, write_folder(tmp_path / "other", visit=[{}, {"visit_id": "V2"}])


def refused(url, export, visits=1):
    """Return the sentence that refuses the export; the rows are those that were there."""
    with pytest.raises(Refused) as caught:
        load(export, url, replace=True)
    assert loaded(open_engine(url), "visit") == visits
    return str(caught.value)


def keys():
    """Yield the statements that give the tables the keys that the contract names."""
    for table in TABLES.values():
        yield f"alter table {table.name} add primary key ({', '.join(table.primary_key)})"
    for table in TABLES.values():
        for column in table.columns:
            parent, key = column.references or ("", "")
            if parent and TABLES[parent].primary_key == (key,):
                yield f"alter table {table.name} add foreign key ({column.name}) references {parent} ({key})"


def test_tables_with_all_keys_of_the_contract_are_replaced(loaded_once):
    url, run, other = loaded_once
    run(*keys())
    load(other, url, replace=True)
    assert loaded(open_engine(url), "visit") == 2


def test_rows_that_a_table_of_the_site_refers_to_are_told_by_the_constraint(loaded_once):
    url, run, other = loaded_once
    run(
        "alter table case_file add primary key (case_id)",
        "create table payroll (case_id text constraint payroll_of_case references case_file (case_id))",
        "insert into payroll values ('F')",
    )
    told = refused(url, other)
    assert "'case_file'" in told and "the constraint 'payroll_of_case'" in told
    assert "does not answer" not in told


def test_rows_that_break_a_key_are_told_by_the_constraint_and_the_findings(loaded_once, tmp_path):
    url, run, _other = loaded_once
    run("alter table visit add constraint one_visit primary key (visit_id)")
    twice = write_folder(tmp_path / "twice", visit=[{}, {}])
    with pytest.raises(Refused, match="the constraint 'one_visit'") as caught:
        load(twice, url, replace=True)
    assert ("duplicate_key", "visit.csv") in caught.value.findings.counts
    assert loaded(open_engine(url), "visit") == 1


def test_a_role_that_may_not_write_is_told(role, tmp_path):
    url, run = role
    owner = url.set(username="postgres")
    load(write_folder(tmp_path / "export"), owner)
    schema = url.query["options"].split("=")[1]
    run(f"grant select on all tables in schema {schema} to {url.username}")
    told = refused(url, write_folder(tmp_path / "other"))
    assert "The role may not write there" in told and "grant" in told


def test_a_place_in_which_the_role_may_make_no_table_is_told(role, tmp_path):
    url, _run = role
    with pytest.raises(Refused, match="The role may not write there"):
        load(write_folder(tmp_path / "export"), url)


def test_a_database_that_takes_no_writing_is_told(loaded_once):
    url, _run, other = loaded_once
    reading_only = f"{url.query['options']} -c default_transaction_read_only=on"
    told = refused(url.update_query_dict({"options": reading_only}), other)
    assert "is read-only" in told


def failing(what):
    """Return the statements after which a row that comes into `visit` makes the server do something."""
    return (
        f"create function fail() returns trigger language plpgsql as $$ begin {what}; return new; end $$",
        "create trigger fail before insert on visit for each row execute function fail()",
    )


def test_a_connection_that_is_lost_in_the_middle_leaves_what_was_there(loaded_once):
    url, run, other = loaded_once
    run(*failing("perform pg_terminate_backend(pg_backend_pid())"))
    told = refused(url, other)
    assert "The connection broke off" in told and "nothing was written" in told


def test_a_server_without_room_leaves_what_was_there(loaded_once):
    url, run, other = loaded_once
    run(*failing("raise exception using errcode = '53100', message = 'no room for Kim Minji'"))
    told = refused(url, other)
    assert "disk is full" in told and "Kim" not in told


def test_a_view_in_the_place_of_a_table_is_told_before_anything_is_written(loaded_once):
    url, run, other = loaded_once
    run("alter table visit rename to site_visit", "create view visit as select * from site_visit")
    assert "'visit' is a view" in refused(url, other)


def test_a_table_that_goes_and_is_asked_elsewhere_is_told(loaded_once, tmp_path):
    url, run, _other = loaded_once
    run("create view site_advances as select * from advance")
    without = write_folder(tmp_path / "without", without=("advance",))
    assert "'advance'" in refused(url, without)
