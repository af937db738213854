"""A page of elements whose words are Streamlit's own, for the tests of their translation."""

from __future__ import annotations

import datetime

import pandas as pd
import streamlit as st

from dashboard.server.page import switch_script

CODES = ("ko", "en", "ja", "zh_Hans", "fr")


def elements() -> None:
    asked = st.query_params.get("lang", "ko")
    code = st.radio("language", CODES, index=CODES.index(asked), horizontal=True)
    st.html(switch_script(code, f"title {code}"))
    st.selectbox("one", ["a", "b"], index=None)
    st.multiselect("several", ["a", "b"])
    st.date_input("day", datetime.date(2026, 7, 5))
    # Our own words that happen to be Streamlit's as well.
    st.markdown("Search")
    st.html("<b>System</b>")
    st.dataframe(pd.DataFrame({"families": [1, 2]}), hide_index=True)
    st.vega_lite_chart(
        pd.DataFrame({"month": ["a", "b"], "families": [1, 2]}),
        {
            "mark": "bar",
            "encoding": {"x": {"field": "month"}, "y": {"field": "families", "type": "quantitative"}},
        },
        theme=None,
    )
    st.html("<script>window.intruder = true</script>", unsafe_allow_javascript=True)
    st.markdown("![x](http://elsewhere.example/pixel.png)")
    if st.button("fail"):
        raise ValueError("a value of a row")


st.navigation([st.Page(elements, title="elements")], position="top").run()
