"""The three scripts whose faces are shipped, and the one that each language reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Script:
    """A way of drawing: the same character may look otherwise in another.

    Attributes:
        name: as in file names and in the source package's name.
        family: its CSS family, for parts in another language than the page's.
        language: the code of the language that it is drawn for.
    """

    name: str
    family: str
    language: str


# The family of the page itself, whatever its language; the theme names it too.
PAGE_FAMILY = "AppSans"
# The narrow no-break space and Latin letters beyond the first two hundred come
# from Source Sans, which Streamlit brings along.
LATIN_FAMILY = "Source Sans"

SCRIPTS = {
    "kr": Script("kr", "AppSans KR", "ko"),
    "jp": Script("jp", "AppSans JP", "ja"),
    "sc": Script("sc", "AppSans SC", "zh_Hans"),
}

# Whom a character that the first script lacks is taken from.
ORDERS = {
    "ko": ("kr", "jp", "sc"),
    "ja": ("jp", "kr", "sc"),
    "zh_Hans": ("sc", "jp", "kr"),
}
# Names of centres are Korean, whatever the page.
OTHERWISE = ("kr", "jp", "sc")


def order(language: str) -> tuple[str, ...]:
    """Return the names of the scripts of a page, its own first."""
    return ORDERS.get(language, OTHERWISE)


def has_own_script(language: str) -> bool:
    """Whether a language is drawn in one of the scripts rather than in Latin letters alone."""
    return language in ORDERS


@cache
def fonts(language: str) -> str:
    """Return the list of families of a language, in the form that CSS and Vega read.

    It holds on the language's own pages and for a part in the language on
    another's: there AppSans is drawn in the page's own script.
    """
    own, *others = (SCRIPTS[script].family for script in order(language))
    if has_own_script(language):
        names = (own, PAGE_FAMILY, LATIN_FAMILY, *others)
    else:
        # Names of centres stand in their own letters on every page.
        names = (LATIN_FAMILY, PAGE_FAMILY, own, *others)
    return ", ".join(f"'{name}'" if " " in name else name for name in names) + ", sans-serif"
