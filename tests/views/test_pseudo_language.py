"""No word of ours escapes the catalogues: in the pseudo-language each message stands in ⟦ ⟧."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dashboard.i18n.exchange import QUOTES
from dashboard.indicators.registry import INDICATORS
from dashboard.sentences.reference import REFERENCES
from dashboard.views import VIEWS

# Between the brackets, whatever is put into a message included.
TOLD = re.compile(r"⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧")
WORD = re.compile(r"[A-Za-z]{3,}")
# Documents, languages in themselves, and the "and" that Babel puts into a list.
DOCUMENTS = [
    *(each.source for each in REFERENCES),
    "Programme standard, chapter",
    "English Français Pseudo XA and",
]
# Names that are the same in each language, and what dates are made of.
SAME = {
    *INDICATORS,
    "KRW",
    *QUOTES,
    *["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
}

# Elements that are never closed.
VOID = ("br", "img", "hr", "wbr")


class Texts(HTMLParser):
    """The texts between the tags of a page, but for what names a language of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.foreign: list[bool] = []  # of each open element

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.foreign.append(any(self.foreign[-1:]) or "lang" in dict(attributes))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.foreign:
            self.foreign.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.foreign[-1:]):
            self.found.append(data)


def texts(reader) -> list[str]:
    """Return what a reader reads: texts, labels and options."""
    html = Texts()
    for part in reader.get("html"):
        if not part.proto.body.startswith("<style"):
            html.feed(part.proto.body)
    links = [part.proto.label for part in reader.get("page_link")]
    options = [option for radio in reader.radio for option in radio.options]
    choices = [option.content for group in reader.get("button_group") for option in group.proto.options]
    files = [part.proto.label for part in reader.get("download_button")]
    return [*html.found, *links, *options, *choices, *files]


def escaped(text: str, names: set[str]) -> list[str]:
    """Return the words of a text that no catalogue has seen."""
    return [word for word in WORD.findall(TOLD.sub("", text)) if word not in SAME | names]


@pytest.mark.parametrize("page", [view.name for view in VIEWS])
def test_every_word_of_a_page_is_in_the_catalogues(page: str, serve, synthetic: Path, monkeypatch) -> None:
    monkeypatch.setenv("DASHBOARD_PSEUDO", "1")
    reader = serve(synthetic)(page, lang="en_XA")
    assert not reader.exception
    assert reader.query_params["lang"] == "en_XA"
    names = set(WORD.findall(" ".join([*reader.radio(key="unit-en_XA").options, *DOCUMENTS])))
    found = {text: words for text in texts(reader) if (words := escaped(text, names))}
    assert not found


def test_a_word_that_escaped_is_seen() -> None:
    assert escaped("⟦Chart⟧ Table", set()) == ["Table"]
