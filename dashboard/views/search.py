"""A field to search a page with; a link may fill it: definitions?find=V2."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

# Letters of what is searched for that count: no word is longer.
MOST = 200


def sought(page: str, label: str, placeholder: str) -> str:
    """Draw the field of a page and return what it holds."""
    key = f"{page}-search"
    if key not in st.session_state:
        st.session_state[key] = st.query_params.get("find", "")[:MOST]
    with st.container(key="search", gap=None):
        return st.text_input(label, key=key, placeholder=placeholder)[:MOST]


def nothing(text: str) -> Markup:
    """Return what stands where a search finds nothing."""
    return Markup('<div class="state"><b>{}</b></div>').format(text)
