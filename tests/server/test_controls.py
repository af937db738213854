"""Whatever arrives in the place of a choice, the page stays, with what was chosen before."""

from __future__ import annotations

import math

import pytest
from serving import Server, awaited
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websocket_reader import Page, Reader

HUGE = "x" * 300_000
VALUES = {
    "a number": {"int_value": 5},
    "no number": {"double_value": math.nan},
    "without end": {"double_value": math.inf},
    "a truth": {"bool_value": True},
    "a press": {"trigger_value": True},
    "a word that is not offered": {"string_value": "nonsense"},
    "a word without letters": {"string_value": "\x00"},
    "a huge word": {"string_value": HUGE},
    "the first day": {"string_value": "0001-01-01"},
    "the last day": {"string_value": "9999-12-31"},
    "a list": {"string_array_value": {"data": ["nonsense", "KR"]}},
    "an empty list": {"string_array_value": {}},
    "a list of numbers": {"double_array_value": {"data": [math.nan]}},
    "a list of whole numbers": {"int_array_value": {"data": [-1]}},
    "broken JSON": {"json_value": "{"},
    "JSON": {"json_value": '{"unit": ["KR"]}'},
    "bytes": {"bytes_value": b"\xff\xfe"},
    "a sent word": {"string_trigger_value": {"data": "nonsense"}},
    "a table": {"arrow_value": {}},
    "a file": {"file_uploader_state_value": {}},
    "a talk": {"chat_input_value": {"data": "nonsense"}},
}
# Of these the field of a search has something to say, too.
SEARCHED = ("a number", "a word without letters", "a huge word", "a list", "broken JSON")
LINK = "lang=en&unit=KR-28&period=2026-Q1&compare=year"


async def forged(port: int, page: str, value: dict) -> tuple[Page, ...]:
    """Return a page before, while and after each of its controls is said to be something else.

    The last one is of a browser whose first word it is, as after a connection that was lost.
    """
    async with Reader(port, page) as reader:
        before = await reader.run(LINK)
        said = [WidgetState(id=control, **value) for control in before.controls]
        runs = before, await reader.run(LINK, said), await reader.run(LINK)
    async with Reader(port, page) as reader:
        return *runs, await reader.run(LINK, said)


@pytest.fixture
def port(server: Server) -> int:
    return int(server.url.rpartition(":")[2])


@pytest.mark.parametrize(
    ("page", "value"),
    [*(("overview", value) for value in VALUES), *(("definitions", value) for value in SEARCHED)],
)
def test_a_forged_value_changes_nothing_and_is_no_error(
    page: str, value: str, server: Server, port: int
) -> None:
    logged = server.log.read_text(encoding="utf-8")
    runs = awaited(forged(port, page, VALUES[value]))
    assert len(runs[0].controls) > 8
    assert [run.errors for run in runs] == [[]] * 4
    assert {run.link for run in runs} <= {"", runs[0].link}
    assert server.log.read_text(encoding="utf-8") == logged


@pytest.mark.parametrize("name", ["nonsense", "unit-en", "", "$$ID-x-unit-en", "$$ID"])
def test_what_is_said_of_no_control_is_passed_over(name: str, port: int) -> None:
    said = WidgetState(id=name, string_value="KR-41")

    async def runs() -> list[Page]:
        async with Reader(port, "overview") as reader:
            return [await reader.run(LINK, [said]), await reader.run(LINK, [said])]

    assert [run.errors for run in awaited(runs())] == [[], []]


@pytest.mark.parametrize("theme", ["", "purple", HUGE[:1000]])
def test_a_theme_that_there_is_not_is_the_light_one(theme: str, port: int) -> None:
    async def run() -> Page:
        async with Reader(port, "overview") as reader:
            return await reader.run(LINK, theme=theme)

    assert awaited(run()).errors == []
