"""The style sheet of the page: the tokens of a theme and a language, then `page.css`.

Streamlit's parts are reached through the keys that the views give: bar,
headline, tiles, tile-<id>, card-<id>, foot-<id>, attention. What the views
write themselves (`st.html`) takes these classes:

    brand, profile                  words at the two ends of the navigation
    sentences, dates, tag           headline, its line of dates, "Synthetic data"
    tile-name, tile-value (small), tile-change, tile-line (img), tile-status
    status good|warn|bad            shape and colour before a word
    card-title, card-sub, card-value > figure (small), beside
    key squares|steps               made by `dashboard.charts.keys`
    note                            a remark beneath a picture
    second                          what stands in the second language, beneath the first
    about, table.rows, number, hidden, scroll
    attention > li > status, what, why, go; more
    covers                          the date at the right of a card's foot
    state (hidden|error), loading   what stands where a picture cannot
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dashboard.charts.theme import CATEGORIES, SEQUENCE, SEQUENCE_INK, TOKENS, font_size, fonts
from dashboard.fonts.scripts import has_own_script

PAGE = Path(__file__).with_name("page.css")

# A browser's family for a part in another language than the page's.
FONT_OF_PART = {"font-ko": "ko", "font-ja": "ja", "font-zh": "zh_Hans", "font-latin": "en"}

SLANTS = (
    "repeating-linear-gradient(115deg, transparent 0 11px, "
    "color-mix(in srgb, var(--hatch) 30%, transparent) 11px 13px)"
)


@cache
def css(language: str, theme: str) -> str:
    """Return the whole style sheet, without the `style` element around it."""
    lines = "".join(f"--{name}:{value};" for name, value in variables(language, theme).items())
    return f":root{{{lines}color-scheme:{theme}}}\n{PAGE.read_text(encoding='utf-8')}"


def variables(language: str, theme: str) -> dict[str, str]:
    """Return the CSS variables by name: colours of the theme, letters of the language."""
    size = font_size(language)
    parts = {name: fonts(part, language) for name, part in FONT_OF_PART.items()}
    numbered = {
        f"{name}-{place}": colour
        for name, colours in (("category", CATEGORIES), ("class", SEQUENCE), ("class-ink", SEQUENCE_INK))
        for place, colour in enumerate(colours[theme], start=1)
    }
    letters = {
        "font": fonts(language),
        "f": f"{size}px",
        "lh": f"{size + 6}px",
        "f-sentence": "18px" if has_own_script(language) else "19px",
        # Squares are set side by side; only Latin letters are drawn together.
        "tight": "0" if has_own_script(language) else "-0.01em",
        "slants": SLANTS,
    }
    return {**TOKENS[theme], **numbered, **letters, **parts}
