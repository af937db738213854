"""How many families a synthetic database can have: one limit for settings, commands and the maker."""

from __future__ import annotations

# Of five or ten families some draws break off or leave tables empty; from twenty on none
# was seen to. A hundred also leave a few for the centre that began weeks ago.
FEWEST_FAMILIES = 100
# A larger one was never made; its keys would last for ten times as many.
MOST_FAMILIES = 2_000_000
