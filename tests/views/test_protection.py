"""What the database says is shown literally, and what privacy hides is in no message to the browser."""

from __future__ import annotations

import re

import worlds

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
