"""A tile, its chart, its table and its file say the same of a figure, also where it is just at a rounding."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.cards import classes
from dashboard.cards.table import table
from dashboard.charts import bars, heat, months_line
from dashboard.charts.cell_text import CellText
from dashboard.charts.rows import texts_of
from dashboard.exports.csv import csv_file, measure
from dashboard.i18n.words import words
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period
from dashboard.privacy.published import _SEAL, SHOWN, Cell, Published
from dashboard.sentences.figures import figure

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")
QUARTER = Period.parse("2026-Q2", date(2026, 6, 30))
SHARES = (
    0.0,
    0.004,
    0.005,
    0.0049999999,
    0.125,
    0.145,
    0.285,
    0.28499999,
    1 / 3,
    2 / 3,
    0.545,
    0.565,
    0.9949,
    0.995,
    1.0,
    1.005,
    1.15,
)
RATES = (0.0, 0.04, 0.05, 0.25, 1.005, 2.675, 14.25, 14.35, 99.95, 999.949999, 999.95, 1234.5)
COUNTS = (0, 1, 2, 9, 99, 999, 1000, 9_999, 12_345)
AMOUNTS = (
    0,
    0.5,
    999.5,
    9_949,
    9_950,
    9_999,
    9_999.5,
    12_345,
    99_949,
    99_950,
    12_345_000,
    99_994_999,
    99_995_000,
    99_999_999,
    123_450_000,
    999_499_999,
    999_500_000,
    1e12,
)
# An indicator of each measure, and its figures.
FIGURES = {
    "V2": SHARES,
    "G3": (*SHARES, *(-share for share in SHARES)),
    "C3": RATES,
    "R6": RATES,
    "C1": COUNTS,
    "V4": COUNTS,
    "S1": COUNTS,
    "R1": COUNTS,
    "G5": COUNTS,
    "G1": AMOUNTS,
}
BARE = ("V2", "G3", "G1")  # of which a bar says the unit as well


def published(indicator: str) -> Published:
    cells = tuple(
        Cell(f"unit {place}", QUARTER, None, SHOWN, value, None, 0, value)
        for place, value in enumerate(FIGURES[indicator])
    )
    return Published(_SEAL, INDICATORS[indicator], None, cells, date(2026, 6, 30), 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("indicator", FIGURES)
def test_tile_chart_and_table_agree(indicator: str, language: str) -> None:
    shown, said = published(indicator), words(language)
    tiles = [figure(cell, shown.indicator, said, "KRW") for cell in shown.cells]
    drawn = bars.frame(shown, said, {cell.unit: cell.unit for cell in shown.cells}, by="unit")
    assert texts_of(drawn, "label") == tuple(
        tile.plain if indicator in BARE else tile.number for tile in tiles
    )
    rows = table(shown, said, str, "KRW").rows
    assert [row[1] for row in rows] == [tile.plain for tile in tiles]


@pytest.mark.parametrize("indicator", FIGURES)
def test_a_file_holds_what_the_tile_is_rounded_from(indicator: str) -> None:
    shown, said = published(indicator), words("en")
    question = SimpleNamespace(
        words=said,
        name=str,
        desk=SimpleNamespace(currency="KRW"),
        exchange=None,
        second=None,
        in_second=None,
    )
    text = csv_file(shown, question).decode("utf-8-sig")
    filed = [float(row["Figure"]) for row in csv.DictReader(io.StringIO(text))]
    for cell, value in zip(shown.cells, filed, strict=True):
        again = Cell(cell.unit, cell.period, cell.code, SHOWN, *cell.numbers[:3], value)
        assert figure(again, shown.indicator, said, "KRW") == figure(cell, shown.indicator, said, "KRW")


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0.494, ("49", "class1")),
        (0.495, ("50", "class2")),
        (0.796, ("80", "class5")),
        (0.285, ("29", "class1")),
    ],
)
def test_a_shade_is_that_of_the_figure_that_stands_on_it(share: float, expected: tuple[str, str]) -> None:
    one = Published(
        _SEAL,
        INDICATORS["V2"],
        None,
        (Cell("P", QUARTER, None, SHOWN, share, 1, 0, share),),
        date(2026, 6, 30),
        1,
    )
    drawn = heat.frame(one, words("en"), {"P": "P"}, classes.SHARES)
    tones = drawn.loc[drawn["role"] == "cell", "tone"].tolist()
    assert (*texts_of(drawn, "figure"), *tones) == expected


# Largest figures of a year: whatever they are, an axis must not round its labels.
TOPS = {
    "V2": (0.024, 0.07, 0.12, 0.26, 1.3),
    "G3": (-0.024, -0.12, -0.26),
    "C3": (0.05, 0.7, 2.3, 7, 14.25),
    "C1": (1, 3, 7, 22, 342),
    "G1": (1, 7, 2_400, 7_000, 22_000, 240_000, 7_100_000, 123_400_000, 7e9),
}
UNITS = {"만": 1e4, "万": 1e4, "억": 1e8, "億": 1e8, "亿": 1e8, "k": 1e3, "M": 1e6, "bn": 1e9, "Md": 1e9}

RATE = re.compile("%|pp|pt|ポイント|百分点")


def read(label: str, language: str) -> float:
    """Return the number that a label says."""
    found = re.search(r"(−?)\D*?([\d.,\u202f]+)\u00a0?(bn|Md|[만万억億亿kM])?", label)
    digits = found[2].replace("\u202f", "")
    plain = digits.replace(",", ".") if language == "fr" else digits.replace(",", "")
    return (
        float(plain) * UNITS.get(found[3], 1) * (-1 if found[1] else 1) / (100 if RATE.search(label) else 1)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("indicator", TOPS)
def test_a_label_of_an_axis_is_not_rounded(indicator: str, language: str) -> None:
    reader = CellText(
        Published(_SEAL, INDICATORS[indicator], None, (), date(2026, 6, 30), 1), words(language)
    )
    for top in TOPS[indicator]:
        ticks, unused_ends = months_line.scale([top], None, reader.published)
        assert [read(reader.number(tick), language) for tick in ticks] == pytest.approx(list(ticks))


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.id)
def test_a_file_names_every_measure(indicator) -> None:
    for code in {indicator.measure, *indicator.measures.values()}:
        assert measure(code, words("en"), "KRW")
