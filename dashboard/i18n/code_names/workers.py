"""Organisation and workers: units, roles, training, supervision."""

from __future__ import annotations

from dashboard.i18n.code_names import Codes
from dashboard.messages import N_, NP_

UNIT: Codes = {
    "programme": N_("Programme"),
    # Translators: a regional headquarters of the organisation.
    "region": NP_("unit", "Region"),
    "centre": N_("Centre"),
}
# Every language by its own name, the same in all of them: no messages.
ENDONYM: Codes = {
    "ko": "한국어",
    "en": "English",
    "ja": "日本語",
    "zh": "简体中文",
    "fr": "Français",
}
BASIS: Codes = {
    # Translators: who set a target.
    "programme": NP_("target", "Set by the programme"),
    "external": NP_("target", "External standard"),
    "provisional": NP_("target", "Provisional"),
}
ROLE: Codes = {
    "saver": N_("Parenting Saver"),
    "case_manager": N_("Case manager"),
    "supervisor": N_("Supervisor"),
    "coordinator": N_("Coordinator"),
}
TRAINING: Codes = {
    # Translators: result of a training course.
    "passed": NP_("training", "Passed"),
    "failed": NP_("training", "Failed"),
    "withdrawn": NP_("training", "Withdrawn"),
    "in_progress": NP_("training", "In progress"),
}
SUPERVISION: Codes = {
    # Translators: kind of supervision.
    "individual": NP_("supervision", "Individual"),
    "group": NP_("supervision", "Group"),
    "observed_visit": N_("Observed visit"),
}
DUTY: Codes = {
    "saver": N_("Parenting Saver"),
    "case_manager": N_("Case manager"),
}
ASSIGNMENT_END: Codes = {
    "closed": NP_("reason", "Case closed"),
    "worker_left": N_("Worker left"),
    "rebalance": N_("Caseload rebalanced"),
    "family_request": N_("At the family’s request"),
    "safety": NP_("reason", "Safety"),
    "other": NP_("reason", "Other"),
}
WITHOUT: Codes = {
    "without_saver": N_("Without a saver"),
}
CEILING: Codes = {
    # Translators: savers whose caseload points are above their limit.
    "above_ceiling": N_("Savers above their ceiling"),
}
MEASURE: Codes = {
    "fte": N_("Full-time posts"),
    "trained": N_("Savers trained"),
    "left_12m": N_("Left in 12 months"),
    "per_supervisor": N_("Savers per supervisor"),
}
CERTIFICATE: Codes = {
    "expiring_60": N_("Expiring within 60 days"),
    "uncertified_visits": N_("Visiting without a valid certificate"),
}
VALID: Codes = {
    # Translators: savers whose certificate is valid for so long.
    "lasting": N_("Valid for over 60 days"),
    "expiring": N_("Expiring within 60 days"),
    "none": N_("No valid certificate"),
}
SESSION: Codes = {
    # Translators: a supervision session that took place, or was due and did not.
    "held": NP_("supervision", "Held"),
    "not_held": NP_("supervision", "Not held"),
}
OBSERVED: Codes = {
    # Translators: savers of whom somebody has observed a visit, or has not yet.
    "observed": NP_("saver", "Observed"),
    "not_yet": NP_("saver", "Not observed"),
}
