"""A link leads to what it names, or to the nearest that may be shown, with a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import said, turned


def test_a_bare_link_shows_the_newest_complete_quarter(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="en")
    assert reader.query_params["period"] == "2026-Q2"
    assert reader.query_params["compare"] == "previous"


@pytest.mark.parametrize(
    ("named", "shown"),
    [("nonsense", "2026-Q2"), ("2026-13", "2026-Q2"), ("2031-05", "2026-06"), ("1999", "2025")],
)
def test_a_period_that_cannot_be_shown_gives_the_nearest(
    named: str, shown: str, serve, synthetic: Path
) -> None:
    reader = serve(synthetic)(lang="en", period=named)
    assert not reader.exception
    assert reader.query_params["period"] == shown
    assert "The period in this link cannot be shown." in said(reader)


def test_an_unknown_unit_gives_the_readers_widest(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="en", unit="<b>x</b>")
    assert not reader.exception
    assert reader.query_params["unit"] == "KR"
    assert "The unit in this link is not one that you can open." in said(reader)


def test_a_unit_out_of_scope_reads_like_an_unknown_one(serve, synthetic: Path) -> None:
    reader = serve(synthetic, scope="KR-28")(lang="en", unit="KR-41")
    assert reader.query_params["unit"] == "KR-28"
    assert "The unit in this link is not one that you can open." in said(reader)


def test_an_unknown_comparison_gives_the_previous_period(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="en", compare="sideways")
    assert reader.query_params["compare"] == "previous"
    assert "The comparison in this link is not known." in said(reader)


def test_an_unknown_language_gives_the_operators_and_a_note(serve, synthetic: Path) -> None:
    reader = serve(synthetic, language="en")(lang="xx-Klingon")
    assert reader.query_params["lang"] == "en"
    assert "The language in this link is not offered." in said(reader)


def test_choices_and_page_survive_a_language_switch(serve, synthetic: Path) -> None:
    reader = serve(synthetic)("visits", lang="en", unit="KR-28", period="2026-05", compare="year")
    reader.radio(key="bar-speak").set_value("ja").run()
    assert dict(reader.query_params) == {
        "lang": "ja",
        "unit": "KR-28",
        "period": "2026-05",
        "compare": "year",
    }
    assert not reader.exception
    reader.run()
    assert reader.query_params["period"] == "2026-05"
    assert reader.radio(key="unit-ja").value == "KR-28"


def test_choices_stay_where_the_navigation_drops_the_link(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="fr", unit="KR-41", period="2025-H2")
    reader.query_params.clear()
    turned(reader, "grants")
    assert reader.query_params["unit"] == "KR-41"
    assert reader.query_params["period"] == "2025-H2"
    assert reader.query_params["lang"] == "fr"


def test_a_choice_in_the_bar_is_written_into_the_link(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="en")
    reader.radio(key="unit-en").set_value("KR-28").run()
    reader.segmented_control(key="kind-en").set_value("month").run()
    assert reader.query_params["unit"] == "KR-28"
    assert reader.query_params["period"] == "2026-06"


def test_headquarters_see_no_centre_and_no_month(serve, synthetic: Path) -> None:
    reader = serve(synthetic, profile="headquarters")(lang="en", unit="KR-28-NM01", period="2026-06")
    assert reader.query_params["unit"] == "KR"
    assert reader.query_params["period"] == "2026-Q2"


def test_a_second_language_and_a_currency_are_in_the_link_and_stay(serve, synthetic: Path) -> None:
    reader = serve(synthetic)("grants", lang="ko", **{"with": "fr"}, currency="eur")
    assert not reader.exception
    assert (reader.query_params["with"], reader.query_params["currency"]) == ("fr", "EUR")
    assert 'class="second" lang="fr"' in said(reader)
    assert "1 EUR = " in said(reader)
    reader.query_params.clear()
    turned(reader, "overview")
    assert (reader.query_params["with"], reader.query_params["currency"]) == ("fr", "EUR")


def test_without_a_choice_no_second_language_and_no_rate_is_shown(serve, synthetic: Path) -> None:
    reader = serve(synthetic)("grants", lang="fr")
    assert "with" not in reader.query_params and "currency" not in reader.query_params
    assert 'class="second"' not in said(reader)
    assert "1 EUR" not in said(reader)


def test_the_second_language_is_never_the_first(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="ko", **{"with": "ko"})
    assert "with" not in reader.query_params
    assert 'class="second"' not in said(reader)


def test_a_second_language_or_currency_that_is_not_offered_gives_none_and_a_note(
    serve, synthetic: Path
) -> None:
    reader = serve(synthetic)(lang="en", **{"with": "xx", "currency": "../.."})
    assert not reader.exception
    assert "The second language in this link is not offered." in said(reader)
    assert "The currency in this link is not offered." in said(reader)


def test_second_language_and_currency_are_chosen_and_given_up_in_the_bar(serve, synthetic: Path) -> None:
    reader = serve(synthetic)(lang="en")
    reader.radio(key="bar-beneath-en").set_value("ja").run()
    reader.radio(key="bar-money-en").set_value("USD").run()
    assert (reader.query_params["with"], reader.query_params["currency"]) == ("ja", "USD")
    reader.radio(key="bar-beneath-en").set_value("alone").run()
    reader.radio(key="bar-money-en").set_value("KRW").run()
    assert "with" not in reader.query_params and "currency" not in reader.query_params
