"""Specifications: valid, kept, without data, and without a word or a size of Vega's own."""

from __future__ import annotations

import json

import altair as alt
import pytest
from charts.drawn import DRAWN

from dashboard.charts.layers import DATASET
from dashboard.charts.picture import NAMES, Picture, picture
from dashboard.charts.specs import KINDS
from dashboard.charts.theme import THEMES
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words

EVERY = [(kind, language, theme) for kind in KINDS for language in LANGUAGES for theme in THEMES]


def drawn(kind: str, language: str, theme: str) -> Picture:
    return picture(kind, DRAWN[kind](words(language)), words(language), theme)


def every_part(node: object) -> list[dict]:
    """Return all objects within a specification."""
    if isinstance(node, list):
        return [part for item in node for part in every_part(item)]
    if not isinstance(node, dict):
        return []
    return [node, *(part for item in node.values() for part in every_part(item))]


def test_every_kind_is_drawn_and_named() -> None:
    assert set(DRAWN) == set(KINDS) == set(NAMES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_specification_is_valid(kind: str, theme: str) -> None:
    alt.LayerChart.validate(drawn(kind, "ko", theme).spec)


@pytest.mark.parametrize(("kind", "language", "theme"), EVERY)
def test_languages_differ_in_letters_alone(kind: str, language: str, theme: str) -> None:
    # So that one language's check against the schema, which is slow, serves for all.
    spec = drawn(kind, language, theme).spec
    assert spec["layer"] == drawn(kind, "ko", theme).spec["layer"]
    alt.Config(**spec["config"]).to_dict()


@pytest.mark.parametrize(("kind", "language", "theme"), EVERY)
def test_a_specification_holds_no_data(kind: str, language: str, theme: str) -> None:
    spec = drawn(kind, language, theme).spec
    assert spec["data"] == {"name": DATASET}
    assert not [part for part in every_part(spec["layer"]) if "values" in part or "data" in part]
    assert "datasets" not in spec


@pytest.mark.parametrize(("kind", "language", "theme"), EVERY)
def test_a_specification_is_kept(kind: str, language: str, theme: str) -> None:
    assert drawn(kind, language, theme).spec is drawn(kind, language, theme).spec


@pytest.mark.parametrize("kind", KINDS)
def test_vega_adds_no_axis_legend_or_spoken_name(kind: str) -> None:
    spec = drawn(kind, "ko", "light").spec
    for layer in spec["layer"]:
        assert layer["mark"]["aria"] is False
        for channel, encoding in layer["encoding"].items():
            if channel in ("x", "y") and "field" in encoding:
                assert encoding["axis"] is None
                assert encoding["scale"]["domain"] == [0, 1]
            if channel == "color":
                assert encoding["legend"] is None
            if channel == "tooltip":
                assert encoding == {"field": "says", "type": "nominal"}


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_stands_in_a_specification(kind: str) -> None:
    korean, english = (drawn(kind, language, "light") for language in ("ko", "en"))
    assert not [part for part in every_part(korean.spec["layer"]) if isinstance(part.get("text"), str)]
    assert "Count of" not in json.dumps(korean.spec) + json.dumps(english.spec)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", THEMES)
def test_text_is_never_under_14_px_nor_a_line_under_1_5(kind: str, theme: str) -> None:
    spec = drawn(kind, "zh_Hans", theme).spec
    assert spec["config"]["text"]["fontSize"] == 14
    assert drawn(kind, "fr", theme).spec["config"]["text"]["fontSize"] == 15
    for part in every_part(spec["layer"]):
        assert part.get("fontSize", 14) >= 14
        assert part.get("strokeWidth", 2) == 0 or part.get("strokeWidth", 2) >= 1.5


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_tells_its_figures_in_words(kind: str) -> None:
    shown = drawn(kind, "en", "light")
    assert shown.alt.startswith(NAMES[kind])
    assert any(says in shown.alt for says in shown.frame["says"].dropna())
