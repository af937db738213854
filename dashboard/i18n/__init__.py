"""Languages: catalogues, formats, words of codes.

A page asks `words(language)` once and hands it on; nothing here knows which
reader it speaks to.
"""
