"""Sentences for the top of a page, by subject; `sentences.headline` chooses among them."""
