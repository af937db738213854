"""Rules of data quality: a name, and what a broken record means for the figures."""

from __future__ import annotations

from dashboard.i18n.code_names import Codes
from dashboard.messages import N_, NP_

SEVERITY: Codes = {
    # Translators: a broken rule whose records are left out of every figure.
    "error": NP_("rule", "Error"),
    # Translators: a broken rule whose records count all the same.
    "warning": NP_("rule", "Warning"),
}
RULE: Codes = {
    "missing_required": N_("Required field empty"),
    # Translators: a code that the contract of the case database does not list.
    "unknown_code": N_("Unknown code"),
    "orphan": N_("Reference to a missing record"),
    "duplicate_key": N_("Record number used twice"),
    "overlapping_history": N_("Overlapping history"),
    "date_order": N_("Days in an impossible order"),
    "future_event": N_("Day in the future"),
    "implausible_date": N_("Implausible day"),
    "negative_amount": N_("Impossible amount"),
    "unknown_currency": N_("Currency differs from the budget"),
    "payment_without_decision": N_("Payment without approval"),
    "visit_after_closure": N_("Visit after closure"),
    "duplicate_visit": N_("Visit recorded twice"),
    "uncertified_visit": N_("Visit without a certificate"),
    "unassigned_active": N_("Active family without a saver"),
    "late_record": N_("Visit recorded late"),
}
MEANING: dict[str, str] = {
    "missing_required": N_(
        "A field that must be filled is empty: the record is left out, so figures may be too low."
    ),
    "unknown_code": N_("A code is not one of those agreed, so the record fits nowhere and is left out."),
    "orphan": N_(
        "The record belongs to another that is missing, such as a visit to an unknown family: it is left out."
    ),
    "duplicate_key": N_(
        "The same record number appears more than once: the first record counts, the later ones are left out."
    ),
    "overlapping_history": N_(
        "A status, level or similar entry begins before the previous one has ended: the "
        "later record is left out."
    ),
    "date_order": N_(
        "Days are in an impossible order, such as a visit recorded before it was made: "
        "the record is left out."
    ),
    "future_event": N_("An event is dated after the newest day of the data: the record is left out."),
    "implausible_date": N_(
        "A day lies before 2015, or a child was too old at intake: the record is left out."
    ),
    "negative_amount": N_(
        "An amount is below 0, or more was returned than paid: the record is left out, "
        "and the money figures miss it."
    ),
    "unknown_currency": N_(
        "A payment is not in the currency of its budget line: it is left out of the money paid."
    ),
    "payment_without_decision": N_(
        "A payment has no decision that approves it: it is left out of the money paid."
    ),
    "visit_after_closure": N_(
        "A visit was completed on or after the day the case closed: it counts, "
        "but one of the two days may be wrong."
    ),
    "duplicate_visit": N_("Two completed visits have the same family, worker and day: they count as one."),
    "uncertified_visit": N_(
        "A saver completed a visit without a certificate valid that day: the visit counts."
    ),
    "unassigned_active": N_(
        "An active family has no saver: it counts as a family, but in no saver’s caseload."
    ),
    "late_record": N_(
        "A visit was recorded more than 14 days after it took place: until then, the figures were too low."
    ),
}
