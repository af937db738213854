"""Visits: plans, outcomes, reasons, content."""

from __future__ import annotations

from dashboard.i18n.code_names import Codes
from dashboard.messages import N_, NP_

PLAN_KIND: Codes = {
    # Translators: kind of a planned visit; French agrees with "visite".
    "routine": NP_("visit", "Regular visit"),
    "milestone": NP_("visit", "Milestone visit"),
}
MILESTONE: Codes = {
    "prenatal": N_("Antenatal visit"),
    "d14": N_("By day 14"),
    "w8": N_("Week 8"),
    "m4_6": N_("Months 4 to 6"),
    "m9_12": N_("Months 9 to 12"),
    "m18_24": N_("Months 18 to 24"),
}
WAIVED: Codes = {
    "paused": NP_("reason", "Case on hold"),
    "outreach": NP_("reason", "Re-engaging"),
    "closed": NP_("reason", "Case closed"),
    "hospital": N_("In hospital"),
    "family_request": N_("At the family’s request"),
    "rescheduled": NP_("visit", "Rescheduled"),
}
MODE: Codes = {
    "home": N_("At home"),
    "centre": N_("At the centre"),
    "other_in_person": N_("In person elsewhere"),
    "video": N_("By video"),
    "phone": N_("By phone"),
}
OUTCOME: Codes = {
    "completed": NP_("visit", "Completed"),
    # Translators: the saver went, the visit did not take place.
    "attempted": NP_("visit", "Attempted"),
    "cancelled": NP_("visit", "Cancelled"),
}
REASON: Codes = {
    "not_home": N_("Not at home"),
    "family_cancelled": N_("Cancelled by the family"),
    "family_ill": N_("Illness in the family"),
    # Translators: the saver (parenting professional) cancelled.
    "worker_cancelled": N_("Cancelled by the saver"),
    "worker_ill": N_("Saver ill"),
    "no_worker": N_("Saver unavailable"),
    "weather": N_("Weather"),
    "safety": NP_("reason", "Safety"),
    "other": NP_("reason", "Other"),
}
SIDE: Codes = {
    # Translators: on whose side the reason for a visit not made lies.
    "family": NP_("side", "Family"),
    "saver": NP_("side", "Saver"),
    "other": NP_("side", "Other"),
}
CONTENT: Codes = {
    "coaching": N_("Parenting coaching"),
    "emotional": N_("Psychosocial support"),
    "health_info": N_("Health information"),
    "safety_check": N_("Home safety check"),
    "benefit_help": N_("Help with benefits"),
    "grant_check": N_("Follow-up of grants"),
    "other": NP_("content", "Other"),
}
PLAN_STATUS: Codes = {
    # Translators: status of a planned visit; French agrees with "visite".
    "waived": NP_("visit", "Waived"),
    "not_applicable": NP_("visit", "Not applicable"),
    "done_on_time": NP_("visit", "Done on time"),
    "done_late": NP_("visit", "Done late"),
    "missed": NP_("visit", "Missed"),
    "overdue": NP_("visit", "Overdue"),
    "due": NP_("visit", "Due now"),
    "not_due": NP_("visit", "Not due yet"),
}
TIMING: Codes = {
    "on_time": NP_("visit", "Done on time"),
    "late": NP_("visit", "Done late"),
}
LATE: Codes = {
    "families": N_("Families concerned"),
    "longest": N_("Longest delay"),
}
LATE_DAYS: Codes = {
    "d1_3": N_("1 to 3 days"),
    "d4_7": N_("4 to 7 days"),
    "d8_14": N_("8 to 14 days"),
    "d15": N_("Over 14 days"),
}
SEEN: Codes = {
    "never": N_("Never visited"),
}
RETENTION: Codes = {
    "3": N_("After 3 months"),
    "6": N_("After 6 months"),
    "12": N_("After 12 months"),
    "18": N_("After 18 months"),
}
