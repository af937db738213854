"""Families: referral, stay on the programme, needs, closure."""

from __future__ import annotations

from dashboard.i18n.code_names import Codes
from dashboard.messages import N_, NP_

LEVEL: Codes = {
    "intensive": NP_("service level", "Intensive"),
    "regular": NP_("service level", "Regular"),
    # Translators: fewer visits before a family leaves the programme.
    "step_down": NP_("service level", "Step-down"),
}
SOURCE: Codes = {
    "hotline_1308": N_("1308 crisis pregnancy helpline"),
    "health_centre": N_("Public health centre"),
    "hospital": N_("Hospital"),
    "community_centre": N_("Community service centre"),
    "family_centre": N_("Family Centre"),
    "shelter": N_("Shelter"),
    "school": N_("School"),
    # Translators: the family came to the programme of its own accord.
    "self": N_("Self-referral"),
    # Translators: the programme's own staff found the family.
    "outreach": N_("Outreach and identification"),
    "other": NP_("referral source", "Other"),
}
REFERRAL_STAGE: Codes = {
    "pregnant": N_("Pregnant"),
    "postpartum_lt6m": N_("Less than 6 months after birth"),
    "infant_6_24m": N_("Child aged 6 to 24 months"),
    "unknown": NP_("stage", "Unknown"),
}
REFERRAL_DECISION: Codes = {
    # Translators: decision on a referral; French agrees with "signalement".
    "pending": NP_("referral", "Pending"),
    "accepted": NP_("referral", "Accepted"),
    "declined": NP_("referral", "Declined"),
    "ineligible": NP_("referral", "Not eligible"),
    "unreachable": NP_("referral", "Could not be reached"),
    "referred_on": NP_("referral", "Referred elsewhere"),
}
ENTRY: Codes = {
    "prenatal": N_("Before birth"),
    "postnatal": N_("After birth"),
}
AGE: Codes = {
    "lt19": N_("Under 19"),
    "19_24": N_("19 to 24"),
    "25_34": N_("25 to 34"),
    "35plus": N_("35 and over"),
    "unknown": NP_("age", "Unknown"),
}
HOUSEHOLD: Codes = {
    "single_parent": N_("Single parent"),
    "couple": N_("Couple"),
    # Translators: lives with grandparents or other relatives.
    "with_kin": N_("With relatives"),
    # Translators: lives in a residential facility, such as a mothers' home.
    "facility": N_("In a residential facility"),
    "other": NP_("household", "Other"),
    "unknown": NP_("household", "Unknown"),
}
FACTOR: Codes = {
    "economic": N_("Financial hardship"),
    "housing": NP_("need", "Housing"),
    "health": NP_("need", "Health"),
    "mental_health": N_("Mental health"),
    "violence": N_("Violence"),
    "isolation": N_("Isolation"),
    "teen_parent": N_("Adolescent parent"),
    "migration": N_("Migration background"),
    "disability": N_("Disability"),
    "other": NP_("factor", "Other"),
}
STATUS: Codes = {
    # Translators: status of a family's case; French agrees with "dossier".
    "waiting": NP_("case status", "Waiting"),
    "assessment": NP_("case status", "In assessment"),
    "active": NP_("case status", "Active"),
    # Translators: the family cannot be met; staff try to bring it back.
    "outreach": NP_("case status", "Re-engaging"),
    "paused": NP_("case status", "On hold"),
    "closed": NP_("case status", "Closed"),
}
PAUSE: Codes = {
    "hospital": N_("In hospital"),
    "travel": N_("Travelling"),
    "family_request": N_("At the family’s request"),
    "safety": NP_("reason", "Safety"),
    "other": NP_("reason", "Other"),
}
PREGNANCY: Codes = {
    "ongoing": NP_("pregnancy", "Ongoing"),
    "live_birth": N_("Live birth"),
    # Translators: a pregnancy that ended without a live birth; keep it gentle.
    "ended": NP_("pregnancy", "Ended"),
    "unknown": NP_("pregnancy", "Unknown"),
}
ASSESSMENT_TOOL: Codes = {
    "needs_risk": N_("Needs and risk assessment"),
    # Translators: name of an instrument; keep the abbreviation.
    "epds": N_("Edinburgh Postnatal Depression Scale (EPDS)"),
    # Translators: name of an instrument; keep the abbreviation.
    "phq9": N_("Patient Health Questionnaire (PHQ-9)"),
    "dev_check": N_("Developmental check"),
    "parenting": N_("Parenting assessment"),
    "basic_needs": N_("Basic needs assessment"),
    "safety": N_("Safety assessment"),
}
ASSESSMENT_RESULT: Codes = {
    # Translators: result of a screening.
    "negative": NP_("screening", "Negative"),
    "positive": NP_("screening", "Positive"),
    "urgent": NP_("screening", "Urgent"),
    "not_scored": NP_("screening", "Not scored"),
}
NOT_ASSESSED: Codes = {
    "declined": NP_("assessment", "Declined"),
    "already_in_care": N_("Already in care elsewhere"),
    "not_reached": NP_("assessment", "Not reached"),
    "other": NP_("reason", "Other"),
}
SERVICE: Codes = {
    "mental_health": N_("Mental health"),
    "medical": NP_("service", "Medical care"),
    "housing": NP_("service", "Housing"),
    "welfare_benefit": N_("Welfare benefits"),
    # Translators: day care, not parenting.
    "childcare": N_("Childcare"),
    "legal": N_("Legal help"),
    "employment": N_("Employment"),
    "early_intervention": N_("Early intervention"),
    "other": NP_("service", "Other"),
}
SERVICE_OUTCOME: Codes = {
    # Translators: outcome of linking a family to a service of others.
    "received": NP_("service outcome", "Received"),
    "declined": NP_("service outcome", "Declined"),
    "waiting": NP_("service outcome", "Waiting"),
    "not_available": NP_("service outcome", "Not available"),
    "unknown": NP_("service outcome", "Unknown"),
}
NEED: Codes = {
    "living": NP_("need", "Livelihood"),
    "housing": NP_("need", "Housing"),
    "health": NP_("need", "Health"),
    "parenting": NP_("need", "Parenting"),
    "emotional": NP_("need", "Mental well-being"),
    "self_reliance": NP_("need", "Self-reliance"),
    "safety": NP_("need", "Safety"),
}
GOAL_STATUS: Codes = {
    # Translators: status of a goal in a service plan.
    "open": NP_("goal", "Open"),
    "achieved": NP_("goal", "Achieved"),
    "partly": NP_("goal", "Partly achieved"),
    "dropped": NP_("goal", "Dropped"),
}
CLOSURE: Codes = {
    "goals_met": NP_("closure", "Goals met"),
    "aged_out": NP_("closure", "Aged out"),
    "moved_away": NP_("closure", "Moved away"),
    "transferred": NP_("closure", "Transferred"),
    "declined": NP_("closure", "Withdrew"),
    "lost_contact": NP_("closure", "Lost contact"),
    "ineligible": NP_("closure", "Not eligible"),
    # Translators: closed because the centre had no capacity.
    "capacity": NP_("closure", "No capacity"),
    "death": NP_("closure", "Death"),
    "other": NP_("reason", "Other"),
}
HANDOVER: Codes = {
    "none": NP_("handover", "Nobody"),
    "health_centre": N_("Public health centre"),
    "community_centre": N_("Community service centre"),
    "family_centre": N_("Family Centre"),
    "other": NP_("handover", "Other"),
}
AFTERCARE: Codes = {
    # Translators: what aftercare found, some months after closure.
    "stable": NP_("aftercare", "Stable"),
    "needs_support": NP_("aftercare", "Needs support"),
    "reopened": NP_("case status", "Reopened"),
    "not_reached": NP_("aftercare", "Not reached"),
}
STAGE: Codes = {
    "pregnancy": NP_("stage", "Pregnancy"),
    # Translators: age of the youngest child.
    "m0_5": N_("0 to 5 months"),
    "m6_11": N_("6 to 11 months"),
    "m12_17": N_("12 to 17 months"),
    "m18_24": N_("18 to 24 months"),
    "over_24": N_("Over 24 months"),
    "unknown": NP_("stage", "Unknown"),
}
FUNNEL: Codes = {
    # Translators: steps of a referral, counted in families; French agrees with "familles".
    "received": NP_("funnel", "Referred"),
    "contacted": NP_("funnel", "Contacted"),
    "met": NP_("funnel", "Met in person"),
    "eligible": NP_("funnel", "Eligible"),
    "offered": NP_("funnel", "Offered a place"),
    "accepted": NP_("funnel", "Accepted"),
    "first_visit": NP_("funnel", "First visit completed"),
    # Translators: of the step before, neither gone on nor closed yet.
    "open": NP_("funnel", "Still open"),
}
WAITED: Codes = {
    "over_14": N_("Waiting over 14 days"),
    "longest": N_("Longest wait"),
}
WAITED_DAYS: Codes = {
    "d0_3": N_("0 to 3 days"),
    "d4_7": N_("4 to 7 days"),
    "d8_14": N_("8 to 14 days"),
    "d15_30": N_("15 to 30 days"),
    "d31": N_("Over 30 days"),
}
CONTACT_DAYS: Codes = {
    "c0_2": N_("Up to 2 days"),
    "c3_7": N_("3 to 7 days"),
    "c8_14": N_("8 to 14 days"),
    "c15": N_("Over 14 days"),
    "never": NP_("contact", "Not reached"),
}
OUTLOOK: Codes = {
    # Translators: caseload points now and expected within 90 days.
    "now": NP_("capacity outlook", "Now"),
    "waiting": NP_("capacity outlook", "Expected from the waiting list"),
    "births": NP_("capacity outlook", "Added by births"),
    "leaving": NP_("capacity outlook", "Leaving by age"),
    "ceiling": NP_("capacity outlook", "Ceiling"),
}
