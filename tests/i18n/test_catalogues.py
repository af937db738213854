"""The catalogues are complete, up to date, and break no rule."""

import json
import shutil

import pytest
from babel.messages.catalog import Message

from dashboard.i18n import __main__ as commands
from dashboard.i18n import catalogues, review
from dashboard.i18n import words as words_module
from dashboard.i18n.words import words

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")


@pytest.fixture(scope="module")
def template():
    return catalogues.extracted()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_nothing_wrong(language, template):
    found = review.of_language(language, template)
    assert found == [], "\n".join(map(str, found))


@pytest.fixture(scope="module")
def updated(tmp_path_factory):
    """What an update writes into an empty folder: it reads all code, so once is enough."""
    folder = tmp_path_factory.mktemp("updated")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words_module, "LOCALES", folder)
        assert commands.main(["update"]) == 0
    return folder


@pytest.fixture
def elsewhere(monkeypatch, tmp_path, updated):
    """Catalogues in another folder, just updated."""
    folder = shutil.copytree(updated, tmp_path / "locales")
    monkeypatch.setattr(words_module, "LOCALES", folder)
    words.cache_clear()
    yield folder
    words.cache_clear()


def test_an_update_writes_five_catalogues_and_english_is_whole(elsewhere, template):
    english = catalogues.read("en")
    assert all(catalogues.translated(message) for message in catalogues.messages(english))
    assert len(list(elsewhere.glob("*/LC_MESSAGES/messages.po"))) == 5
    assert review.of_language("ko", template)


def test_what_is_missing_is_printed_and_filled_in(elsewhere, capsys, tmp_path):
    commands.main(["missing", "fr"])
    wanted = json.loads(capsys.readouterr().out)
    assert wanted["{n} family"]["forms"] == 2
    assert "French agrees" in wanted["case status|Waiting"]["comment"]
    file = tmp_path / "fr.json"
    file.write_text(json.dumps({"{n} family": ["{n} famille", "{n} familles"], "case status|Closed": "Clos"}))
    assert commands.main(["fill", "fr", str(file)]) == 0
    assert words("fr").fmt.counted(2, "families") == "2 familles"
    commands.main(["update"])
    commands.main(["missing", "fr"])
    assert "case status|Closed" not in json.loads(capsys.readouterr().out)


def test_a_filling_that_names_no_message_is_refused(elsewhere, tmp_path):
    file = tmp_path / "ko.json"
    file.write_text(json.dumps({"No such message": "없음", "{n} family": ["a", "b"]}))
    assert commands.main(["fill", "ko", str(file)]) == 1


def test_a_message_that_is_no_longer_said_is_dropped(elsewhere, template):
    catalogue = catalogues.read("ko")
    catalogue.add("No longer said", "이제 없음")
    catalogues.write("ko", catalogue)
    assert any("said nowhere" in found.fault for found in review.of_language("ko", template))
    catalogues.update()
    assert catalogues.read("ko").get("No longer said") is None


def test_a_translation_against_the_glossary_is_found():
    assert review.faults(Message("Hospital", "Hôpital"), "fr") == []
    assert review.faults(Message("Planned visits completed", "Visites prévues réalisées"), "fr") == []
    assert "glossary" in review.faults(Message("Planned visits completed", "Visites faites"), "fr")[0]
    dose = "Family-months with 75% of required visits or more"
    assert review.faults(Message(dose, "Mois-familles à 75\u202f% ou plus des visites"), "fr") == []
    assert "fuzzy" in review.faults(Message("Hospital", "Hôpital", flags=["fuzzy"]), "fr")[0]
    assert "not translated" in review.faults(Message("Hospital", ""), "fr")[0]
    assert "plural forms" in review.faults(Message(("a", "b"), ("x",)), "fr")[0]


def test_a_plural_is_checked_in_each_form():
    good = Message(("{n} family", "{n} families"), ("{n} famille", "{n} familles"))
    bad = Message(("{n} family", "{n} families"), ("{n} famille", "familles"))
    assert review.faults(good, "fr") == []
    assert review.faults(bad, "fr") != []
