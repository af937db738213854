"""The date line of a page."""

from datetime import date

import pytest

from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.sentences.dates import loaded

DAY = date(2026, 7, 5)


@pytest.mark.parametrize(
    ("language", "today", "expected"),
    [
        ("ko", date(2026, 7, 5), "2026. 7. 5.(오늘) 자료 반영"),
        ("en", date(2026, 7, 6), "loaded 5 Jul 2026 (yesterday)"),
        ("ja", date(2026, 7, 7), "2026年7月5日（一昨日）読み込み"),
        ("zh_Hans", date(2026, 7, 8), "2026年7月5日（3天前）载入"),
        ("fr", date(2026, 8, 5), "chargé le 5 juil. 2026 (il y a 31 jours)"),
    ],
)
def test_a_recent_load_says_how_long_ago_it_was(language: str, today: date, expected: str) -> None:
    assert loaded(words(language), DAY, today).replace("\u2060", "") == expected


@pytest.mark.parametrize("today", [date(2026, 8, 6), date(2026, 7, 4)], ids=["long ago", "to come"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_load_of_another_time_says_its_day_alone(language: str, today: date) -> None:
    text = loaded(words(language), DAY, today)
    assert text == words(language).gettext("loaded {date}").format(date=words(language).fmt.date(DAY))
