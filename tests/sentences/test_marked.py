"""Sentences keep their figures bold, and values bring no marks of their own."""

from __future__ import annotations

from dashboard.sentences.marked import marked


def test_only_the_message_makes_bold() -> None:
    sentence = marked("In {unit}: <b>{figure}</b>.", unit="<b>x</b>", figure="*71%*")
    assert sentence.plain == "In <b>x</b>: *71%*."
    assert [part.text for part in sentence.parts if part.bold] == ["*71%*"]


def test_a_value_with_braces_is_no_placeholder() -> None:
    assert marked("{unit}: {n}", unit="{n}", n="5").plain == "{n}: 5"


def test_the_stop_of_an_abbreviation_ends_the_sentence() -> None:
    assert marked("Épuisé en <b>{month}</b>.", month="nov.").plain == "Épuisé en nov."
    assert marked("Out in <b>{month}</b>.", month="Nov").plain == "Out in Nov."
