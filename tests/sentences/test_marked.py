"""Sentences keep their figures bold, and values bring no marks of their own."""

from __future__ import annotations

from dashboard.sentences.marked import marked


def test_only_the_message_makes_bold() -> None:
    sentence = marked("In {unit}: <b>{figure}</b>.", unit="<b>x</b>", figure="*71%*")
    assert sentence.plain == "In <b>x</b>: *71%*."
    assert sentence.html == "In &lt;b&gt;x&lt;/b&gt;: <b>*71%*</b>."


def test_bold_closes_between_a_sign_and_a_letter() -> None:
    assert (
        marked("필요한 방문의 <b>{share}</b>가", share="71%").markdown
        == "필요한 방문의 **\u206071%\u2060**가"
    )


def test_spaces_around_a_figure_stay() -> None:
    assert marked("of <b>{n}</b> were", n="5").markdown == "of **\u20605\u2060** were"


def test_a_value_with_braces_is_no_placeholder() -> None:
    assert marked("{unit}: {n}", unit="{n}", n="5").plain == "{n}: 5"


def test_the_stop_of_an_abbreviation_ends_the_sentence() -> None:
    assert marked("Épuisé en <b>{month}</b>.", month="nov.").plain == "Épuisé en nov."
    assert marked("Out in <b>{month}</b>.", month="Nov").plain == "Out in Nov."
