"""Titles of cards: the finding where it is sure, else the measure's name, never a vague claim."""
