"""Faces for Korean, Japanese and Chinese that need none of the reader's machine.

`files/` holds what readers fetch and `faces.json` what lies in which file;
`python -m dashboard.fonts build` makes both. Latin letters of English and
French come with Streamlit.
"""
