"""The look: contrast of its colours, and a style sheet without a name that is not given."""

from __future__ import annotations

import re

import pytest

from dashboard.charts.layers import ON, Pen
from dashboard.charts.style import PAGE, css, variables
from dashboard.charts.theme import CATEGORIES, SEQUENCE, SEQUENCE_INK, THEMES, TOKENS, fonts
from dashboard.i18n.languages import LANGUAGES

TEXT = ("ink", "ink2", "ink3", "accent", "good", "warn", "bad")
MARKS = ("axis", "context", "hatch")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", TEXT)
def test_text_is_readable_on_a_card(theme: str, token: str) -> None:
    assert contrast(TOKENS[theme][token], TOKENS[theme]["card"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_a_card(theme: str) -> None:
    colours = [*(TOKENS[theme][token] for token in MARKS), *CATEGORIES[theme]]
    assert min(contrast(colour, TOKENS[theme]["card"]) for colour in colours) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_figures_are_readable_on_their_ground(theme: str) -> None:
    pairs = [*zip(SEQUENCE[theme], SEQUENCE_INK[theme], strict=True)]
    pairs += [(TOKENS[theme][tone], ON[theme][f"on_{tone}"]) for tone in ("context", "warn")]
    assert min(contrast(*pair) for pair in pairs) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_style_sheet_uses_only_what_is_given(language: str, theme: str) -> None:
    text = css(language, theme)
    given = set(variables(language, theme)) | {"c", "on"}
    assert set(re.findall(r"var\(--([\w-]+)\)", text)) <= given
    assert text.count("{") == text.count("}")
    assert f"color-scheme:{theme}" in text


def test_the_style_sheet_reaches_streamlit_by_keys_and_hooks_alone() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "st-emotion" not in text
    assert set(re.findall(r"\.(st-[a-z]+)", text)) <= {"st-key"}


def test_each_language_draws_its_own_letters_first() -> None:
    assert fonts("ja") == "AppSans, 'AppSans KR', 'AppSans SC', 'Source Sans', sans-serif"
    # Pages in Latin letters keep Streamlit's, with the narrow no-break space that French needs.
    assert fonts("fr") == "'Source Sans', AppSans, 'AppSans JP', 'AppSans SC', sans-serif"


def test_a_part_keeps_its_letters_on_another_language_s_page() -> None:
    parts = variables("zh_Hans", "light")
    assert parts["font-zh"] == parts["font"]
    # Korean borrows from Japanese, not from the Chinese of the page.
    assert parts["font-ko"] == "'AppSans KR', 'AppSans JP', AppSans, 'Source Sans', sans-serif"
    assert parts["font-ja"].startswith("'AppSans JP', 'AppSans KR', AppSans,")


def test_a_tone_is_a_colour_of_the_theme() -> None:
    assert Pen("ko", "dark").tones["class5"] == SEQUENCE["dark"][4]
