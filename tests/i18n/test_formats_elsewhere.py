"""Nothing outside the formats makes a number or a day into text that a reader sees."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.charts.layers import Pen
from dashboard.charts.specs import KINDS

HOUSE = Path(__file__).resolve().parents[2] / "dashboard"
# Rooms that no reader's text comes from, and why.
FREE = {
    "i18n": "makes the text",
    "bench": "prints measurements for the developer",
    "commands": "prints for the operator, in English",
    "fonts": "writes code points into style sheets",
    "case_database": "reads sheets and invents records",
}
# What is left, each as it stands in its module: text for machines, or a number that stays one.
MACHINE = {
    "server/health.py": ("since.isoformat(timespec='seconds')",),  # for the machine that watches this one
    "charts/axis.py": ("round(step * n, 10)",),  # a tick's place
    "charts/centre_rows.py": (
        "round(low + 0.2 * step, 1)",
        "round((1 - low) * 5)",
    ),  # a tick's place, a count
    "charts/sparkline.py": (  # coordinates of a drawing
        "{y_at(target, low, high):.1f}",
        "{a[0]:.1f}",
        "{a[1]:.1f}",
        "{b[0]:.1f}",
        "{b[1]:.1f}",
        "{x:.1f}",
        "{y:.1f}",
    ),
    "exports/csv.py": (  # days as spreadsheets read them
        "{cell.period.first:%Y-%m}",
        "{cell.period.last:%Y-%m}",
        "{published.as_of:%Y-%m-%d}",
        "{used.day:%Y-%m-%d}",
    ),
    "indicators/machine.py": (  # the file for machines, and errors for the operator
        "{first:%Y-%m}",
        "{last:%Y-%m}",
        "{period.first:%Y-%m}",
        "{period.last:%Y-%m}",
        "figures.as_of.isoformat()",
    ),
    "measures.py": ("{number:.{DIGITS}g}",),  # a number of the files for machines
    "periods.py": ("{month:02d}",),  # a period's code in a link
    "privacy/account.py": (  # printed for the operator
        "{first:%Y-%m}",
        "{first:%Y-%m}",
        "{last:%Y-%m}",
        "{sheet.profile.most_hidden:.0%}",
    ),
    "sentences/about.py": ("round(value, 1)",),  # decides on digits, is not shown
    "sentences/reference.py": ("round(share * 1000)",),  # decides on digits, is not shown
    "snapshot/taking.py": ("counted.round(DIGITS)",),  # what queries count in fractions
    "views/attention.py": (
        "round((centres * CENTRE_HEIGHT + CENTRES_AROUND) / ROW_HEIGHT)",
    ),  # rows on a page
}
CALLS = re.compile(
    r"round|strftime|isoformat|ctime|quantize|setlocale|to_eng_string|__format__"
    r"|format_(date|datetime|time|timedelta|skeleton|interval|decimal|compact_decimal|currency|compact_currency"
    r"|percent|scientific|unit|compound_unit|list)|get_currency_symbol"
)
PLACE_WITH_FORMAT = re.compile(r"\{\w*:[^{}]+\}")
# How a browser formats by itself, in scripts and in specifications.
SCRIPT = re.compile(r"toLocale\w*String|toFixed|toPrecision|\bIntl\b")
# Names: here the page's language becomes that of whoever formats without naming one. The last one
# is a use: React's calendar announces a day in English, which no message of ours holds.
DEFAULTS = {
    "server/language.js": [
        "Intl",
        "Intl",
        "toLocaleString",
        "toLocaleString",
        "toLocaleDateString",
        "toLocaleTimeString",
        "toLocaleDateString",
    ],
}
VEGA = {"format", "formatType", "labelExpr", "timeUnit", "numberFormat", "timeFormat"}


def formatting(source: str) -> Iterator[str]:
    """Return what in a module makes text of numbers or days, or rounds them, as it is written."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            yield ast.unparse(ast.JoinedStr([node])).removeprefix("f")[1:-1]
        elif (isinstance(node, ast.Call) and CALLS.fullmatch(called(node))) or (
            isinstance(node, ast.Call) and called(node) == "format" and isinstance(node.func, ast.Name)
        ):
            yield ast.unparse(node)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and PLACE_WITH_FORMAT.search(node.value)
        ):
            yield node.value
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and text(node.left):
            yield ast.unparse(node)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def watched() -> list[Path]:
    return [path for path in sorted(HOUSE.rglob("*.py")) if name(path).split("/")[0] not in FREE]


def name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


@pytest.mark.parametrize("module", watched(), ids=name)
def test_a_module_leaves_figures_to_the_formats(module: Path) -> None:
    assert set(formatting(module.read_text(encoding="utf-8"))) == set(MACHINE.get(name(module), ()))


def test_every_module_that_may_round_is_there() -> None:
    assert {str(path) for path in MACHINE} <= {name(path) for path in watched()}
    assert {room for room in FREE if not (HOUSE / room).is_dir()} == set()


@pytest.mark.parametrize(
    "written",
    [
        'f"{share:.1%}"',
        'f"{count:,}"',
        "round(value, 1)",
        'day.strftime("%d %b")',
        'format(value, ".1f")',
        '"{:.1f}".format(value)',
        '"%.1f" % value',
        "format_currency(1, 'KRW')",
        "day.isoformat()",
    ],
)
def test_text_that_is_made_elsewhere_is_seen(written: str) -> None:
    assert list(formatting(f"shown = {written}"))


@pytest.mark.parametrize("script", sorted(HOUSE.rglob("*.js")), ids=name)
def test_a_script_formats_nothing(script: Path) -> None:
    assert SCRIPT.findall(script.read_text(encoding="utf-8")) == DEFAULTS.get(name(script), [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_shows_only_text_that_was_made_before(kind: str) -> None:
    """Vega rounds and names nothing: each text and tooltip is a column of ready text."""
    layers = KINDS[kind].build(Pen("fr", "light"))["layer"]
    channels = [
        layer["encoding"][channel]
        for layer in layers
        for channel in ("text", "tooltip")
        if channel in layer["encoding"]
    ]
    assert {column["type"] for channel in channels for column in columns(channel)} == {"nominal"}
    assert not VEGA & set(re.findall(r'"(\w+)":', json.dumps(layers)))


def columns(channel: dict) -> list[dict]:
    """Return the columns that a channel shows, also under a condition."""
    condition = channel.get("condition", [])
    parts = [channel, *(condition if isinstance(condition, list) else [condition])]
    return [part for part in parts if "field" in part]
