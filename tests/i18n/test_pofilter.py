"""What translate-toolkit's pofilter says of the catalogues."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from translate.filters.checks import CheckerConfig, StandardChecker, StandardUnitChecker, TeeChecker
from translate.storage.po import pofile

from dashboard.i18n.placeholders import PLACEHOLDER
from dashboard.i18n.words import catalogue_path

# How pofilter names our languages.
NAMES = {"ko": "ko", "ja": "ja", "zh_Hans": "zh_CN", "fr": "fr"}

# Every test is run but these, each for its reason.
NOT_RUN = {
    "accelerators": "no message has a key to press",
    "brackets": "brackets around a remark are the language's choice; placeholders and tags have rules",
    "musttranslatewords": "it is given no words; the glossary and its rules say more",
    "notranslatewords": "it is given no words; the glossary and its rules say more",
    "numbers": "it does not know that 1,000 is 1천 and January is 1月; our own rule does",
    "printf": 'no message is in that format: it takes the % of "90% within" for one',
    "puncspacing": "Chinese and Japanese set no space after a mark, French sets one before",
    "sentencecount": "it counts full stops of Latin script",
    "short": "one character says a month",
    "simplecaps": "other languages begin with another word, and have no capitals or fewer",
    "spellcheck": "a test of its own asks the spelling dictionaries",
    "startcaps": "a translation that begins with another word than a placeholder has its capital",
    "startpunc": "a translation may begin with a placeholder where English does not",
    "validchars": "it is given no characters; each language has its rules",
    "variables": "it finds some placeholders of a message and not others; pythonbraceformat finds all",
}
OF_ONE_LANGUAGE = {
    "zh_Hans": {"doublequoting": "Chinese sets a word that is spoken of in “ ” where English does not"},
}

# Messages that a test is wrong about, read one by one.
READ = {
    "acronyms": {  # T, S, ETP and AAAA-MM-JJ in French, words elsewhere
        "Day and time, as YYYY-MM-DD HH:MM:SS",
        "Day, as YYYY-MM-DD",
        "H1 {year}",
        "H2 {year}",
        "cannot be read as a day; write it as YYYY-MM-DD",
        "cannot be read as a day and time; write it as YYYY-MM-DD HH:MM:SS",
        "{number} FTE",
    },
    "doublequoting": {  # French sets « » round a word that is spoken of, English ‘ ’
        "is a word for nothing, such as NULL; leave the value empty",
        "is optional and not there; its figures say ‘not recorded’",
        "{table}, {column}: {count} row holds a code close to ‘{code}’",
    },
    "unchanged": {  # the same word in French
        "Budget {amount}",
        "Centre",
        "Centre.",
        "Code",
        "Codes",
        "Couple",
        "District",
        "Dose",
        "Note",
        "Observation",
        "Plan.",
        "Programme",
        "Score.",
        "Service.",
        "Source",
        "Stable",
        "Supervision",
        "Table",
        "Total",
        "Urgent",
        "{n} centre",
        "{n} place",
        "{n} point",
    },
}


def checker(language: str) -> TeeChecker:
    """Return all of pofilter's tests but those that are not run."""
    return TeeChecker(
        checkerconfig=CheckerConfig(targetlanguage=NAMES[language]),
        excludefilters=dict.fromkeys(NOT_RUN | OF_ONE_LANGUAGE.get(language, {})),
        checkerclasses=[StandardChecker, StandardUnitChecker],
    )


def faults(path: Path, language: str) -> list[str]:
    """Return what pofilter finds, without what was read and is right."""
    ask = checker(language)
    units = [unit for unit in pofile.parsefile(str(path)).units if unit.istranslatable()]
    return [
        f"{unit.source!r}: {name}: {why}"
        for unit in units
        for name, why in ask.run_filters(unit).items()
        if not (unit.source in READ.get(name, ()) or (name == "unchanged" and wordless(unit.source)))
    ]


def wordless(text: str) -> bool:
    """Whether a message is nothing but placeholders and marks: "{name}: {figure}"."""
    return not re.search(r"\w", PLACEHOLDER.sub("", text))


@pytest.mark.parametrize("language", NAMES)
def test_pofilter_finds_nothing(language: str) -> None:
    found = faults(catalogue_path(language), language)
    assert found == [], "\n".join(found)


WRONG = [
    ("doublewords", "All the visits", "Toutes les les visites"),
    ("endpunc", "No data.", "Aucune donnée"),
    ("escapes", r"a\\b", "a"),
    ("newlines", r"one\ntwo", "un deux"),
    ("unchanged", "Visits completed", "Visits completed"),
    ("untranslated", "Visits completed", ""),
    ("xmltags", "<b>{n}</b> left", "<i>{n}</i> restent"),
    ("pythonbraceformat", "Families of {unit}", "Familles de {centre}"),
]


@pytest.mark.parametrize(("name", "source", "text"), WRONG, ids=[name for name, *rest in WRONG])
def test_pofilter_finds_what_it_is_asked_for(name: str, source: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "messages.po"
    path.write_text(f'msgid "{source}"\nmsgstr "{text}"\n', encoding="utf-8")
    assert any(f": {name}: " in fault for fault in faults(path, "fr"))


def test_every_test_that_is_not_run_exists() -> None:
    known = set(checker("ko").getfilters())
    assert set(NOT_RUN) <= known
    assert set(READ) <= known
