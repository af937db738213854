"""Colours, letters and the chart configuration: the look, written down once for page and pictures."""

from __future__ import annotations

from functools import cache
from typing import Any

from dashboard.fonts.scripts import fonts, has_own_script
from dashboard.i18n.languages import language as language_of
from dashboard.i18n.numbers import babel_locale

THEMES = ("light", "dark")

TOKENS: dict[str, dict[str, str]] = {
    "light": {
        "page": "#F4F6F8",
        "card": "#FFFFFF",
        "ink": "#17202B",
        "ink2": "#445160",
        "ink3": "#5D6B7A",
        "edge": "#D5DBE1",
        "grid": "#E4E9EE",
        "axis": "#8793A0",
        "accent": "#0F5A94",
        "soft": "#DCE9F5",
        "context": "#838F9C",
        "good": "#1A6B4A",
        "warn": "#9A4A00",
        "bad": "#A3123A",
        "band": "#F1F3F6",
        "hatch": "#7C8996",
        "track": "#E4E9EE",
    },
    "dark": {
        "page": "#0F161D",
        "card": "#17212B",
        "ink": "#E8EDF2",
        "ink2": "#B6C2CE",
        "ink3": "#93A2B1",
        "edge": "#2C3947",
        "grid": "#263340",
        "axis": "#708091",
        "accent": "#7DBBF0",
        "soft": "#1E3A54",
        "context": "#5F6F80",
        "good": "#6FD3A8",
        "warn": "#F5B25C",
        "bad": "#FF8FA3",
        "band": "#1D2935",
        "hatch": "#708091",
        "track": "#2C3947",
    },
}

# At most four, in this order; pairs of near-equal lightness never touch.
CATEGORIES = {
    "light": ("#0F5A94", "#CC7A00", "#541A45", "#3E9C93"),
    "dark": ("#7DBBF0", "#FFD166", "#B5508A", "#5E8C3A"),
}

# Five classes; more is further from the card in both themes.
SEQUENCE = {
    "light": ("#DCE9F5", "#A9CBE6", "#6BA3D0", "#2F76B0", "#0F4C81"),
    "dark": ("#1E3A54", "#2A5A84", "#4A8DC2", "#74B2E4", "#B5DAFA"),
}
SEQUENCE_INK = {
    "light": ("#17202B", "#17202B", "#17202B", "#FFFFFF", "#FFFFFF"),
    "dark": ("#E8EDF2", "#FFFFFF", "#0F161D", "#0F161D", "#0F161D"),
}


def font_size(language: str) -> int:
    """Return the size of body and chart text in px: Noto's drawing is a size larger."""
    return 14 if has_own_script(language) else 15


@cache
def vega_config(language: str, theme: str) -> dict[str, Any]:
    """Return the `config` of every specification of a language and theme."""
    token, size, font = TOKENS[theme], font_size(language), fonts(language)
    return {
        "background": "transparent",
        "font": font,
        "padding": 0,
        "view": {"stroke": None},
        "line": {"strokeWidth": 3, "strokeCap": "round", "strokeJoin": "round", "color": token["accent"]},
        "point": {"size": size * 6, "filled": True, "opacity": 1, "color": token["accent"], "strokeWidth": 2},
        "bar": {"color": token["accent"], "cornerRadiusEnd": 0},
        "rule": {"color": token["ink2"], "strokeWidth": 2},
        "area": {"color": token["accent"], "opacity": 0.18},
        "text": {"color": token["ink"], "fontSize": size, "font": font, "lineHeight": size + 4},
        "rect": {"stroke": token["card"], "strokeWidth": 2},
        "legend": {"disable": True},
        "range": {
            "category": list(CATEGORIES[theme]),
            "ramp": list(SEQUENCE[theme]),
            "ordinal": list(SEQUENCE[theme]),
        },
        # Every label comes ready from here; this keeps a number that does not
        # from following the browser's language.
        "locale": {"number": number_locale(language)},
    }


def number_locale(language: str) -> dict[str, object]:
    """Return decimal and grouping signs of a language in the form that Vega reads."""
    symbols = babel_locale(language_of(language).locale).number_symbols["latn"]
    return {
        "decimal": symbols["decimal"],
        "thousands": symbols["group"],
        "grouping": [3],
        "currency": ["", ""],
    }
