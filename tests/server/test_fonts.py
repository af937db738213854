"""The fonts are served by this server alone, once and for good, and a page finds them early."""

from __future__ import annotations

import gzip
import re

import pytest
from serving import Server

from dashboard.fonts.faces import faces, first_files, sheet
from dashboard.fonts.scripts import has_own_script
from dashboard.i18n.languages import LANGUAGES

LINK = re.compile(r'<link rel="stylesheet" id="letters" href="\.([^"]+)">')
PRELOAD = re.compile(r'<link rel="preload" as="font" type="font/woff2" href="\.(/type/[^"]+)" crossorigin>')


def test_a_face_is_kept_for_good(server: Server) -> None:
    (file, *_unused) = first_files("ja")
    answer = server.get(f"/type/{file}")
    assert answer.headers["content-type"] == "font/woff2"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.body == faces()[file.split("?")[0]].path.read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_links_its_language_s_fonts(server: Server, code: str) -> None:
    html = server.get(f"/visits?lang={code}").text
    (address,) = LINK.findall(html)
    answer = server.get(address, Accept_Encoding="gzip")
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
    assert gzip.decompress(answer.body).decode("utf-8") == sheet(code)
    # An address that differs in one sign would be fetched twice.
    early = PRELOAD.findall(html)
    assert all(f"url({found.removeprefix('/type/')})" in sheet(code) for found in early)
    assert len(early) == (2 if has_own_script(code) else 0)


@pytest.mark.parametrize("code", LANGUAGES)
def test_streamlit_s_latin_font_comes_early_only_where_it_is_read(server: Server, code: str) -> None:
    html = server.get(f"/?lang={code}").text
    assert ("SourceSans" in html) is not has_own_script(code)


@pytest.mark.parametrize("name", ["faces.json", "x.woff2", "faces.py", "OFL-noto-sans-kr.txt"])
def test_nothing_else_of_the_folder_is_served(server: Server, name: str) -> None:
    assert server.get(f"/type/{name}").status == 404
