"""An address is read in one way alone, and no message shows a password, in whatever form it was given."""

import pytest

from dashboard.case_database.address import parse, shown
from dashboard.refusal import Refused

AMBIGUOUS = (
    "postgresql://reader:Tul1p@Garden:rose@host/cases",
    "postgresql://reader:Tul1p@Garden@host/cases",
    "postgresql://reader:Tul1p:Garden@host/cases",
    "postgresql://reader:Tul1p/Garden@host/cases",
    "postgresql://reader:12/Garden@host/cases",
    "postgresql://reader:Tul1p?Garden@host/cases",
    "postgresql://reader:12?Garden=1@host/cases",
    "postgresql://reader:12/34?Garden@host/cases",
    "postgres://reader:Tul1p:Garden",
    "postgresql+psycopg://Tul1p@Garden@host/cases",
)
UNREADABLE = (
    "host=server user=reader password=Tul1pGarden dbname=cases",
    "dbname=cases password='Tul1p Garden'",
    "postgresql:/reader:Tul1pGarden@host/cases",
    "postgresql//reader:Tul1pGarden@host/cases",
    "reader:Tul1pGarden@host/cases",
    "post gres://reader:Tul1pGarden@host/cases",
    "://Tul1pGarden@host",
)


@pytest.mark.parametrize("address", AMBIGUOUS)
def test_an_address_that_can_be_read_in_two_ways_is_refused_with_the_way_to_write_it(address):
    with pytest.raises(Refused, match="write @ as %40, : as %3A, / as %2F") as refused:
        parse(address)
    assert refused.value.kind == "other_kind"
    assert "Tul1p" not in str(refused.value) and "Garden" not in str(refused.value)


@pytest.mark.parametrize("address", UNREADABLE)
def test_an_address_that_cannot_be_read_is_not_repeated(address):
    with pytest.raises(Refused, match="cannot be read") as refused:
        parse(address)
    assert "Tul1p" not in str(refused.value) and "Garden" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://reader:Tul1p%40Garden@host/cases", "postgresql://reader@host/cases"),
        ("postgres://reader:Tul1p@host:5433/cases", "postgresql://reader@host:5433/cases"),
        ("postgresql://reader@host/cases?password=Tul1p@Garden", "postgresql://reader@host/cases"),
        ("postgresql://host/cases?user=reader&password=Tul1p", "postgresql://host/cases?user=reader"),
        ("postgresql://host/cases?options=-c%20app.key%3DTul1p", "postgresql://host/cases"),
        (
            "postgresql://reader:Tul1p@[::1]:5433/cases?sslpassword=Tul1p",
            "postgresql://reader@[::1]:5433/cases",
        ),
        ("postgresql:///cases?service=site&passfile=/Tul1p", "postgresql:///cases?service=site"),
        ("duckdb:////data/cases.duckdb?key=Tul1p", "duckdb:////data/cases.duckdb"),
    ],
)
def test_a_message_shows_where_the_database_is_and_who_asks(address, told):
    assert shown(parse(address)) == told


@pytest.mark.parametrize(
    "path", ["C:\\data@home\\cases.duckdb", "/data/a=b/cases.duckdb", "reader@home.duckdb"]
)
def test_a_path_may_hold_signs_of_an_address(path):
    assert parse(path).database == path
