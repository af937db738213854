"""Text arrives as it is, whatever the encoding of a PostgreSQL database, or the encoding is told."""

import pytest
import site_exports
import worlds
from sqlalchemy import text

from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.refusal import Refused

FRENCH = [{"org_id": "P", "lang": "fr", "name": "Centre d'Évry"}]
KOREAN = [{"org_id": "P", "lang": "ko", "name": "인천광역시"}]


def names(url):
    with reading(open_engine(url)) as opened:
        found = opened.connection.execute(text("select name from org_label where lang <> 'en'"))
        return found.scalars().all()


@pytest.mark.parametrize(
    ("encoding", "labels"), [("LATIN1", FRENCH), ("EUC_KR", KOREAN), ("SQL_ASCII", KOREAN), ("UTF8", KOREAN)]
)
def test_names_are_loaded_and_read_as_they_are(new_database, tmp_path, encoding, labels):
    url = new_database(encoding)
    load(site_exports.write_folder(tmp_path / "export", org_label=labels), url)
    assert names(url) == [labels[0]["name"]]


def test_letters_that_the_database_cannot_hold_are_told_of_its_encoding(new_database, tmp_path):
    url = new_database("LATIN1")
    with pytest.raises(Refused, match=r"'org_label' .*nothing was written\..*encoding UTF8") as refused:
        load(site_exports.write_folder(tmp_path / "export", org_label=KOREAN), url)
    assert "인천" not in str(refused.value)


def test_text_of_an_unnamed_encoding_is_read_where_it_is_unicode_and_told_where_it_is_not(new_database):
    url = new_database("SQL_ASCII")
    worlds.write(url, case_file=[{}])
    with reading(open_engine(url)) as opened:
        assert opened.left_out == {}
    with worlds.open_for_writing(url).begin() as connection:
        # As a program in CP949 left it: the bytes of 인천.
        connection.execute(text("update org_label set name = convert_from('\\xc0ceC3B5', 'SQL_ASCII')"))
    with pytest.raises(Refused, match=r"'org_label' .* encoding"), reading(open_engine(url)):
        pass
