"""An unknown code is told by the code that is nearest, never by what stands in the row."""

import worlds

from dashboard.case_database import finding_counts
from dashboard.case_database.near_codes import NearCode, find
from dashboard.case_database.reading import reading
from dashboard.commands.check import codes
from dashboard.i18n.words import words


def test_codes_that_are_close_are_counted_by_column_and_others_are_not_told(world):
    modes = ["Home", "home ", "hom", "viedo", "Kim Minji's aunt's flat"]
    visits = [{"visit_id": str(number), "mode": mode} for number, mode in enumerate(modes)]
    engine = world(case_file=[{"household_type": "singleparent"}], worker=[{}], visit=[{}, *visits])
    with reading(engine) as found:
        finding_counts.findings(found)
        near = find(found)
    assert near == (
        NearCode("case_file", "household_type", "single_parent", 1),
        NearCode("visit", "mode", "home", 3),
        NearCode("visit", "mode", "video", 1),
    )
    assert [*codes(near, words("en"))][:2] == [
        "case_file, household_type: 1 row holds a code close to ‘single_parent’\n",
        "visit, mode: 3 rows hold a code close to ‘home’\n",
    ]


def test_a_database_without_unknown_codes_has_none_that_is_near(duckdb_address):
    with reading(worlds.write(duckdb_address, case_file=[{}])) as found:
        assert find(found) == ()
