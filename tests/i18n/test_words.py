"""Messages: catalogues, plural forms, the pseudo-language."""

import threading

import pytest

from dashboard.i18n import words as words_module
from dashboard.i18n.period_names import comparison_name, kind_name
from dashboard.i18n.words import words
from dashboard.periods import KINDS


def test_a_message_that_no_catalogue_has_stays_english():
    assert words("ko").gettext("Not a message of ours") == "Not a message of ours"
    assert words("fr").ngettext("{n} cat", "{n} cats", 2) == "{n} cats"


def test_without_any_catalogue_everything_is_english(monkeypatch, tmp_path):
    monkeypatch.setattr(words_module, "LOCALES", tmp_path)
    without = words_module.words.__wrapped__("ja")
    assert without.fmt.counted(1, "families") == "1 family"
    assert without.pgettext("grant", "Paid") == "Paid"


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 0, "0 families"),
        ("en", 1, "1 family"),
        ("en", 1.5, "1.5 families"),
        ("fr", 0, "0\u00a0famille"),
        ("fr", 1.5, "1.5\u00a0famille"),
        ("fr", 2, "2\u00a0familles"),
        ("ko", 1, "1가구"),
        ("ja", 2, "2世帯"),
    ],
)
def test_plural_forms_follow_the_language(language, count, expected):
    assert words(language).ngettext("{n} family", "{n} families", count).format(n=count) == expected


def test_words_are_shared_and_know_their_tag():
    assert words("zh_Hans") is words("zh_Hans")
    assert words("zh_Hans").tag == "zh-Hans"
    with pytest.raises(KeyError):
        words("de")


def test_two_threads_may_ask_for_a_language_at_once():
    words.cache_clear()
    found = []
    threads = [threading.Thread(target=lambda: found.append(words("fr"))) for _unused in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.gettext("Centre") for one in found} == {"Centre"}
    assert {one.gettext("Hospital") for one in found} == {"Hôpital"}


def test_the_pseudo_language_wraps_messages_and_keeps_placeholders_and_markup():
    pseudo = words("en_XA")
    assert pseudo.gettext("Hospital") == "⟦Hospital⟧"
    assert pseudo.gettext("<b>{n} of {d}</b> visits") == "<b>⟦{n} of {d}⟧</b>⟦ visits⟧"
    assert pseudo.pgettext("grant", "Paid") == "⟦Paid⟧"
    assert pseudo.fmt.counted(3, "families") == "3⟦ families⟧"
    assert pseudo.fmt.number(1234) == "1,234"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_period_has_a_name_and_both_comparisons(kind):
    speaking = words("en")
    assert kind_name(speaking, kind)
    assert comparison_name(speaking, kind, "year") == "Same period last year"
    assert comparison_name(speaking, kind, "previous")
