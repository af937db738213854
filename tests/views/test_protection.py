"""What the database says is shown literally, and what privacy hides is in no message to the browser."""

from __future__ import annotations

import re
import struct

import pytest
import worlds

from dashboard.cards import PAGES

from .conftest import turned

CARD_NAMES = [card.name for page in PAGES for card in page.cards]
HOSTILE = "<img src=x onerror=alert(1)> **bold** $x$ ~~gone~~ [link](https://example.org) :smile:"


def active(org_id: str, count: int) -> dict[str, list[dict]]:
    """Return families of a centre, active since the beginning of 2026."""
    names = [f"{org_id}{number}" for number in range(count)]
    return {
        "case_file": [{"case_id": name, "org_id": org_id} for name in names],
        "case_status": [{"case_id": name} for name in names],
        "case_level": [{"case_id": name} for name in names],
    }


def together(*parts: dict[str, list[dict]]) -> dict[str, list[dict]]:
    return {name: [row for part in parts for row in part[name]] for name in parts[0]}


def hostile_labels() -> list[dict]:
    return [{"org_id": unit, "lang": "en", "name": HOSTILE} for unit in ("P", "R", "A", "B")]


def test_names_of_the_database_are_shown_literally(serve, duckdb_address) -> None:
    worlds.write(
        duckdb_address, **together(active("A", 12), active("B", 15)), org_label=hostile_labels()
    ).dispose()
    reader = serve(duckdb_address.database)(lang="en", unit="nowhere")
    assert not reader.exception
    for part in reader.get("html"):
        assert "<img src=x" not in part.proto.body
    note = next(part.proto.body for part in reader.get("html") if "link is not one" in part.proto.body)
    assert "&lt;img src=x onerror=alert(1)&gt;" in note
    # Labels of controls are Markdown: a backslash stands before each of its signs.
    for label in [*reader.radio(key="unit-en").options, *labels(reader)]:
        assert not re.search(r"(?<!\\)(<img|\*bold|\$x|~gone|\[link)", label)


def labels(reader) -> list[str]:
    """Return the labels of the bar and of all links."""
    popovers = [block.proto.popover.label for block in reader.get("popover")]
    return [*popovers, *(part.proto.label for part in reader.get("page_link"))]


def test_a_hidden_number_is_in_nothing_that_is_sent(serve, duckdb_address) -> None:
    worlds.write(duckdb_address, **together(active("A", 3), active("B", 33))).dispose()
    reader = serve(duckdb_address.database)(lang="en", unit="A")
    tile = next(part.proto.body for part in reader.get("html") if ">Families<" in part.proto.body)
    assert "Hidden" in tile
    shown = [part.proto.body for part in reader.get("html") if not part.proto.body.startswith("<style")]
    told = shown + [part.proto.label for part in reader.get("page_link")]
    assert not any(re.search(r"(?<![\d.-])3 famil", text) for text in told)
    assert not any(">3<" in text for text in told)


def test_an_exact_number_is_sent_to_the_centre_itself(serve, duckdb_address) -> None:
    worlds.write(duckdb_address, **together(active("A", 3), active("B", 33))).dispose()
    reader = serve(duckdb_address.database, profile="own_centre", scope="A")(lang="en")
    tile = next(part.proto.body for part in reader.get("html") if ">Families<" in part.proto.body)
    assert ">3<" in tile


# What only the three families of centre A are paid, and what would tell it.
CANARY = 7_331_337
TOLD = re.compile(rb"7[.,\s]?331[.,\s]?337|733[^\d]|7\.3|7,3|0\.7331|" + re.escape(struct.pack("<d", CANARY)))
FACES = ("picture", "table", "about")


def paid(org_id: str, count: int, amount: int) -> dict[str, list[dict]]:
    """Return families that are active and paid the same amount each, on a line of their centre."""
    ids = [f"{org_id}{number}" for number in range(count)]
    line = f"L-{org_id}"
    return {
        **active(org_id, count),
        "budget_line": [{"line_id": line, "org_id": org_id}],
        "budget_version": [{"line_id": line, "amount": 50_000_000}],
        "grant_request": [{"request_id": id_, "case_id": id_, "amount": amount} for id_ in ids],
        "grant_decision": [{"request_id": id_, "line_id": line, "approved": amount} for id_ in ids],
        "grant_payment": [{"payment_id": id_, "request_id": id_, "amount": amount} for id_ in ids],
    }


def sent(reader) -> bytes:
    """Return every message of a page in which a figure could stand."""
    parts = [part for kind in ("html", "page_link", "vega_lite_chart") for part in reader.get(kind)]
    return b"\n".join(part.proto.SerializeToString() for part in parts)


@pytest.mark.parametrize("profile", ["regional", "presenting"])
@pytest.mark.parametrize("page", ["overview", "grants"])
def test_what_a_small_group_is_paid_is_told_nowhere(page: str, profile: str, serve, duckdb_address) -> None:
    worlds.write(duckdb_address, **together(paid("A", 3, CANARY // 3), paid("B", 40, 400_000))).dispose()
    open_page = serve(duckdb_address.database, profile=profile)
    for unit in ("P", "R", "A", "B"):
        for face in FACES:
            reader = open_page(page, lang="en", unit=unit, period="2026-Q1")
            for name in CARD_NAMES:
                reader.session_state[f"show-{name}"] = face
            turned(reader, page)
            assert not reader.exception
            assert not TOLD.search(sent(reader)), (unit, face)


def test_the_canary_is_told_to_the_centre_itself(serve, duckdb_address) -> None:
    worlds.write(duckdb_address, **together(paid("A", 3, CANARY // 3), paid("B", 40, 400_000))).dispose()
    open_page = serve(duckdb_address.database, profile="own_centre", scope="A")
    assert TOLD.search(sent(open_page("grants", lang="en", period="2026-Q1")))
