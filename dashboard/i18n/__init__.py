"""Languages: catalogues, formats, names of codes and places.

A page asks `words(language)` once and hands it on; nothing here knows which
reader it speaks to.
"""
