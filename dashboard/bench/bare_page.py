"""The floor: a bare Streamlit page that hands over kept chart specifications.

Run by `streamlit run`; the link says how many charts (`charts=7`), and any
other parameter only makes the run a new one.
"""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st


@st.cache_resource
def kept() -> tuple[pd.DataFrame, dict[str, object]]:
    rows = pd.DataFrame({"month": [f"{n}" for n in range(12)], "families": range(12)})
    chart = alt.Chart(rows).mark_bar().encode(x="month:O", y="families:Q")
    spec = chart.to_dict()
    return rows, {key: part for key, part in spec.items() if key not in ("data", "datasets")}


rows, spec = kept()
for number in range(int(st.query_params.get("charts", "1"))):
    st.vega_lite_chart(rows, spec, theme=None, key=f"chart-{number}")
