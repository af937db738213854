"""Records that break a rule, and records left out: what pages say of the data itself.

They are no indicators of the contract: they count over the database as loaded,
whatever the period, so that no figure is computed here. Privacy publishes them.
"""

from __future__ import annotations

from dashboard.case_database.contract import TABLES
from dashboard.case_database.rules import ERRORS, WARNINGS
from dashboard.indicators.definitions import Indicator
from dashboard.messages import N_

__all__ = ["BROKEN_RULES", "ERRORS", "LEFT_OUT"]

BROKEN_RULES = Indicator(
    id="rules",
    name=N_("Records that break a rule"),
    tile=N_("Broken rules"),
    nature="stock",
    measure="records",
    meaning=N_(
        "How many records break a data quality rule, in the whole database as it was "
        "loaded, whatever the period. A record with an error is left out of every figure, "
        "and with it every record that refers to it; one with a warning counts."
    ),
    counted=N_("Records that break the rule, each once for every rule that it breaks."),
    not_counted=N_("Records whose centre is not known: they count for the programme only."),
    source=N_("All tables of the case database."),
    better="less",
    splits={"rule": (*ERRORS, *WARNINGS)},
)
LEFT_OUT = Indicator(
    id="left_out",
    name=N_("Records left out"),
    tile=N_("Left out"),
    nature="stock",
    measure="records",
    meaning=N_(
        "How many records are in no figure, because they break an error rule or refer to a record that does."
    ),
    counted=N_("Records with an error, and those that refer to one, each once."),
    not_counted=N_("Records with a warning alone: they are in the figures."),
    source=N_("All tables of the case database."),
    better="less",
    splits={"table": tuple(TABLES)},
)
