"""The page about the data itself: each rule with its meaning, by centre, and what every card lacks."""

from __future__ import annotations

import re

import pytest
import worlds
from asking import CLOSED, ask, families, together
from broken_worlds import LEFT_OUT, WORLD

from dashboard.cards import quality, visits
from dashboard.cards.meaning import meaning
from dashboard.i18n.code_names.quality import MEANING, RULE
from dashboard.sentences import left_out

from .conftest import said, turned
from .test_protection import FACES, sent


def late(org_id: str, count: int, each: int) -> dict[str, list[dict]]:
    """Return families of a centre with visits that were recorded late, so many each."""
    rows = families(org_id, count)
    names = [row["case_id"] for row in rows["case_file"]]
    visited = [
        {
            "visit_id": f"{name}-{number}",
            "case_id": name,
            "mode": "phone",
            "visited_on": "2026-02-10",
            "recorded_on": "2026-03-10",
        }
        for name in names
        for number in range(each)
    ]
    return rows | {"visit": visited, "case_assignment": [{"case_id": name} for name in names]}


def test_each_broken_rule_stands_with_its_number_and_what_it_means(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **WORLD))
    content = quality.rules(question)
    assert content.claim == "16 data quality rules are broken"
    lines = content.picture.lines
    assert {(name.text, name.detail) for _, name, _ in lines} == {
        (RULE[rule], MEANING[rule]) for rule in RULE
    }
    # Three records refer to none, more than break any other rule; errors come before warnings.
    assert (lines[0][1].text, lines[0][2].text) == (RULE["orphan"], "3")
    severities = [severity.word for severity, *_ in lines]
    assert severities == sorted(severities)
    assert set(severities) == {"Error", "Warning"}


def test_rules_that_hold_are_named_too(duckdb_address) -> None:
    question = ask(
        worlds.write(duckdb_address, **families("A", 2), worker=[{}], case_assignment=[{"case_id": "A0"}])
    )
    content = quality.rules(question)
    assert content.claim == "1 data quality rule is broken"
    assert content.picture.remark.startswith("No record breaks these: Required field empty, ")


def test_centres_stand_side_by_side_in_stated_classes(duckdb_address) -> None:
    rows = together(late("A", 1, 9), late("B", 1, 10))
    question = ask(worlds.write(duckdb_address, **rows, worker=[{}], certification=[{}]))
    content = quality.centres(question)
    shaded = [
        (number.rank, number.text) for line in content.picture.lines for number in line[1:] if number.rank
    ]
    assert shaded == [(1, "9"), (2, "10")]
    assert [label for label, tone in content.legend.entries][:2] == ["1–9", "10–99"]


def test_what_is_left_out_is_told_as_a_whole_and_by_table(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **WORLD))
    content = quality.left_out(question)
    assert content.claim == f"{sum(rows for *unused, rows in LEFT_OUT)} records are left out of the figures"
    assert [note.text for note in content.notes] == ["2 more are in the table."]


def test_a_clean_database_has_nothing_to_mend(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, case_file=[{}]))
    assert quality.rules(question).claim == "No record breaks a rule"
    assert quality.centres(question).picture.heading == "Nothing to correct"
    assert quality.left_out(question).picture.heading == "Nothing to correct"
    assert left_out.of_indicator(question, "C1", question.cell("C1")) is None


def test_a_share_that_is_all_but_whole_does_not_seem_whole(duckdb_address) -> None:
    # 40 fields of units, levels and the load, and 12 of each family.
    many = families("A", 80)
    many["case_file"][0]["language"] = None
    question = ask(worlds.write(duckdb_address, **many))
    content = quality.complete(question)
    assert content.claim == "1 required field is empty"
    assert content.figure.plain == "99.90%"


@pytest.mark.parametrize(("unit", "told"), [("A", "2"), ("B", "6"), ("P", "11")])
def test_about_of_a_card_tells_what_its_tables_lack(unit, told, duckdb_address) -> None:
    # Of A a level and a visit; of B two families, children and visits each; of no centre
    # two families and a child. Plans, referrals and grants are not behind V2.
    question = ask(worlds.write(duckdb_address, **WORLD), unit=unit, period="2026-Q1")
    found = left_out.of_indicator(question, "V2", question.cell("V2"))
    assert str(found.count) == told and not found.more
    last = meaning(question, visits.dose(question)).rows[-1]
    assert last.name == "Left out" and last.text.startswith(
        "Records with an error in the tables counted from"
    )


def test_a_protected_reader_is_told_at_least_how_many(duckdb_address) -> None:
    rows = together(
        families("A", 9),
        {"child": [{"case_id": f"A{n}", "child_id": str(n)} for n in range(9)]},
        {"pregnancy": [{"case_id": "A0", "result": "twins"}]},
    )
    for child in rows["child"]:
        child["with_family_from"] = None
    question = ask(worlds.write(duckdb_address, **rows), unit="A", profile=CLOSED)
    found = left_out.lacking(question.desk.left_out(("A",), question.period))
    assert (found.count, found.more) == (9, True)
    assert quality.left_out(question).claim == "At least 9 records are left out of the figures"
    assert left_out.mark(question, found) == "9 or more left out"
    assert quality.total(question, found).plain == "≥ 9 records"


@pytest.mark.parametrize("profile", ["regional", "presenting"])
def test_how_many_records_few_families_have_is_told_nowhere(profile, serve, duckdb_address) -> None:
    # Three families of A have 618 visits recorded late, 40 of B have 280.
    rows = together(late("A", 3, 206), late("B", 40, 7))
    worlds.write(duckdb_address, **rows, worker=[{}], certification=[{}]).dispose()
    open_page = serve(duckdb_address.database, profile=profile)
    for unit in ("P", "R", "A", "B"):
        for face in FACES:
            reader = open_page("quality", lang="en", unit=unit, period="2026-Q1")
            for card in quality.QUALITY.cards:
                reader.session_state[f"show-{card.name}"] = face
            turned(reader, "quality")
            assert not reader.exception
            assert not re.search(rb"(?<!\d)(618|280)(?!\d)", sent(reader)), (unit, face)
    assert "898" in said(open_page("quality", lang="en", unit="P", period="2026-Q1"))


def test_the_centre_itself_is_told(serve, duckdb_address) -> None:
    rows = together(late("A", 3, 206), late("B", 40, 7))
    worlds.write(duckdb_address, **rows, worker=[{}], certification=[{}]).dispose()
    reader = serve(duckdb_address.database, profile="own_centre", scope="A")("quality", lang="en")
    assert ">618<" in said(reader)
