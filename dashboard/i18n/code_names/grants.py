"""Grants: categories, decisions, payments, forecast."""

from __future__ import annotations

from dashboard.i18n.code_names import Codes
from dashboard.messages import N_, NP_

CATEGORY: Codes = {
    "living": N_("Living expenses"),
    "housing": N_("Housing costs"),
    "medical": N_("Medical costs"),
    "meals": N_("Meals"),
    "education": NP_("grant", "Education"),
    # Translators: grants that help a family stand on its own feet.
    "self_reliance": NP_("grant", "Self-reliance"),
    "other": NP_("grant category", "Other"),
}
URGENCY: Codes = {
    "emergency": NP_("grant", "Emergency"),
    "standard": NP_("grant", "Standard"),
}
DECISION: Codes = {
    # Translators: decision on a grant; French agrees with "aide".
    "approved": NP_("grant", "Approved"),
    "partial": NP_("grant", "Approved in part"),
    "rejected": NP_("grant", "Declined"),
    "withdrawn": NP_("grant", "Withdrawn"),
    "undecided": NP_("grant", "Not decided yet"),
}
REASON: Codes = {
    "criteria": N_("Criteria not met"),
    "public_support": N_("Covered by public support"),
    "budget": N_("Budget exhausted"),
    "documents": N_("Documents missing"),
    "duplicate": N_("Duplicate request"),
    "other": NP_("reason", "Other"),
}
METHOD: Codes = {
    "bank": N_("Bank transfer"),
    # Translators: paid straight to the shop, landlord or hospital.
    "vendor": N_("Paid to the supplier"),
    "voucher": N_("Voucher"),
    "in_kind": N_("In kind"),
}
PAYMENT: Codes = {
    # Translators: status of a grant payment; French agrees with "aide".
    "scheduled": NP_("grant", "Scheduled"),
    "paid": NP_("grant", "Paid"),
    "failed": NP_("grant", "Payment failed"),
    "returned": NP_("grant", "Returned"),
}
FAMILIES: Codes = {
    # Translators: families that received a grant in the last twelve months.
    "12m": N_("Families supported in 12 months"),
}
PLANNED: Codes = {
    # Translators: share of the yearly budget that was planned to be spent by now.
    "planned_share": N_("Planned by now"),
}
FORECAST: Codes = {
    # Translators: forecast of spending at the end of the year.
    "median": NP_("forecast", "Likely"),
    "low": NP_("forecast", "Low"),
    "high": NP_("forecast", "High"),
}
UNPAID_AGE: Codes = {
    # Translators: days since a grant was approved.
    "le7": N_("7 days or less"),
    "8_14": N_("8 to 14 days"),
    "gt14": N_("More than 14 days"),
}
SETTLE_AGE: Codes = {
    "le30": N_("30 days or less"),
    "31_60": N_("31 to 60 days"),
    "gt60": N_("More than 60 days"),
}
PLAN: Codes = {
    # Translators: how a budget line is planned over the year.
    "phased": N_("By month"),
    "evenly": N_("Evenly over the year"),
}
MIRROR: Codes = {
    "undecided": N_("Visited, request not decided"),
}
