"""Which characters readers meet, and how soon: in a first view, in a name, hardly ever."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files

from babel import Locale

from dashboard.i18n import catalogues
from dashboard.i18n.languages import LANGUAGES
from dashboard.places import TABLE as PLACES
from dashboard.resources import LOCALES

I18N = files("dashboard.i18n")
CHROME = files("dashboard.server").joinpath("chrome.json")
NOTHING_SAID = {"exact": {}, "patterns": []}

CURRENCIES = ("KRW", "USD", "EUR", "GBP", "JPY", "CNY")

# The national sets that a name is written with: the codec, and the rows of its
# table of 94 by 94. 2,350 syllables; kana and 2,965 kanji; 3,755 hanzi.
COMMON = {
    "kr": ("euc_kr", range(16, 41)),
    "jp": ("euc_jp", (*range(1, 9), *range(16, 48))),
    "sc": ("gb2312", (*range(1, 4), *range(16, 56))),
}
CELLS = range(1, 95)
# Written wherever no word is: months that lack a figure, differences, ways on.
SIGNS = "–−·•›→₩"
KANA = {chr(point) for point in (*range(0x3041, 0x3097), *range(0x30A1, 0x30FD))}

# Letters of Hangul as decomposed text has them, by the letter that stands for itself.
INITIAL = dict(zip(range(0x1100, 0x1113), "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", strict=True))
MEDIAL = dict(zip(range(0x1161, 0x1176), "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", strict=True))
FINAL = dict(
    zip(range(0x11A8, 0x11C3), "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", strict=True)
)
JAMO = {part: ord(letter) for part, letter in {**INITIAL, **MEDIAL, **FINAL}.items()}


def first_view(language: str) -> set[str]:
    """Return the characters of everything that we write in a language, and of its places."""
    texts = (
        *messages(language),
        *places(language),
        *chrome(language),
        *formats(language),
        *terms(language),
        *endonyms(),
        SIGNS,
    )
    met = {character for text in texts for character in text if not is_invisible(character)}
    return met | KANA if language == "ja" else met


def messages(language: str) -> Iterator[str]:
    """Yield every translated text of a catalogue that a page may draw."""
    for message in catalogues.messages(catalogues.read(language)):
        # What columns of the contract mean stands in a workbook alone.
        if message.context != "column":
            yield from catalogues.translations(message)


def places(language: str) -> list[str]:
    """Return the names of provinces and districts."""
    return column(PLACES.read_text(encoding="utf-8"), language)


def terms(language: str) -> list[str]:
    """Return the programme's terms."""
    return column((LOCALES / "glossary.csv").read_text(encoding="utf-8"), language)


def column(table: str, name: str) -> list[str]:
    """Return a column of a table in CSV."""
    return [row.get(name, "") for row in csv.DictReader(table.splitlines())]


def chrome(language: str) -> list[str]:
    """Return the words that stand for Streamlit's own."""
    chosen = json.loads(CHROME.read_text(encoding="utf-8")).get(LANGUAGES[language].tag, NOTHING_SAID)
    return [*chosen["exact"].values(), *(words for unused_pattern, words in chosen["patterns"])]


def formats(language: str) -> Iterator[str]:
    """Yield the words of dates and numbers, and the signs of the currencies."""
    locale = Locale.parse(LANGUAGES[language].locale)
    for names in (locale.months, locale.days, locale.quarters, locale.day_periods):
        for widths in names.values():
            for named in widths.values():
                yield from map(str, named.values())
    for patterns in locale.compact_decimal_formats["short"].values():
        yield from (pattern.pattern for pattern in patterns.values())
    yield from (locale.currency_symbols.get(currency, currency) for currency in CURRENCIES)
    # Units of counts and money, which the formats hold for all languages.
    yield from (file.read_text(encoding="utf-8") for file in I18N.iterdir() if file.name.endswith(".py"))


def endonyms() -> list[str]:
    return [language.endonym for language in LANGUAGES.values()]


def common(script: str) -> set[str]:
    """Return the everyday characters of a script, by its national standard."""
    codec, rows = COMMON[script]
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in CELLS)
    return {character for cell in cells for character in cell.decode(codec, "ignore")}


def is_invisible(character: str) -> bool:
    """Whether nothing is drawn for a character: ends of lines, marks of direction."""
    return unicodedata.category(character) in ("Cc", "Cf")


def ranges(characters: Iterable[int], passed_over: frozenset[int] = frozenset()) -> str:
    """Return code points as a `unicode-range`.

    Args:
        characters: the code points.
        passed_over: others that a range may run across, since a later face draws them.
    """
    runs: list[list[int]] = []
    for point in sorted(characters):
        if runs and all(gap in passed_over for gap in range(runs[-1][1] + 1, point)):
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def points_of(ranges: str) -> set[int]:
    """Return the code points of a `unicode-range`."""
    found: set[int] = set()
    for part in ranges.split(","):
        first, unused_dash, last = part.strip().removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found
