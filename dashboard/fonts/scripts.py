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
def fonts(language: str, page: str | None = None) -> str:
    """Return the list of families of a language, in the form that CSS and Vega read.

    Args:
        language: of the text.
        page: the language of the page, whose own script is called AppSans; the
            text's without it.
    """
    called = {name: script.family for name, script in SCRIPTS.items()}
    called[order(page or language)[0]] = PAGE_FAMILY
    names = [called[script] for script in order(language)]
    # Signs have the size of the script: Latin letters come last, for what no script has.
    names.insert(len(names) if has_own_script(language) else 0, LATIN_FAMILY)
    return ", ".join(f"'{name}'" if " " in name else name for name in names) + ", sans-serif"
