"""The word for every code of the contract and of every split."""

from __future__ import annotations

from dashboard.i18n.code_names import Codes, Marked, families, grants, quality, tables, visits, workers
from dashboard.i18n.words import Words
from dashboard.messages import NP_
from dashboard.places import place_name

COLUMNS: dict[str, Codes] = {
    "org_unit.level": workers.UNIT,
    "org_label.lang": workers.ENDONYM,
    "service_level.level": families.LEVEL,
    "indicator_target.basis": workers.BASIS,
    "worker.role": workers.ROLE,
    "training_record.result": workers.TRAINING,
    "supervision.kind": workers.SUPERVISION,
    "referral.source": families.SOURCE,
    "referral.stage_at_referral": families.REFERRAL_STAGE,
    "referral.decision": families.REFERRAL_DECISION,
    "case_file.entry_stage": families.ENTRY,
    "case_file.caregiver_age_band": families.AGE,
    "case_file.household_type": families.HOUSEHOLD,
    "case_factor.factor": families.FACTOR,
    "case_status.status": families.STATUS,
    "case_status.pause_reason": families.PAUSE,
    "case_level.level": families.LEVEL,
    "case_assignment.duty": workers.DUTY,
    "case_assignment.end_reason": workers.ASSIGNMENT_END,
    "pregnancy.result": families.PREGNANCY,
    "assessment.tool": families.ASSESSMENT_TOOL,
    "assessment.result": families.ASSESSMENT_RESULT,
    "assessment.not_done_reason": families.NOT_ASSESSED,
    "service_link.service": families.SERVICE,
    "service_link.outcome": families.SERVICE_OUTCOME,
    "plan_goal.domain": families.NEED,
    "plan_goal.status": families.GOAL_STATUS,
    "closure.reason": families.CLOSURE,
    "closure.handover_to": families.HANDOVER,
    "closure.followup_result": families.AFTERCARE,
    "visit_plan.kind": visits.PLAN_KIND,
    "visit_plan.milestone": visits.MILESTONE,
    "visit_plan.waive_reason": visits.WAIVED,
    "visit.mode": visits.MODE,
    "visit.outcome": visits.OUTCOME,
    "visit.reason": visits.REASON,
    "visit_content.content": visits.CONTENT,
    "budget_line.category": grants.CATEGORY,
    "grant_request.category": grants.CATEGORY,
    "grant_request.urgency": grants.URGENCY,
    "grant_decision.decision": grants.DECISION,
    "grant_decision.reason": grants.REASON,
    "grant_payment.method": grants.METHOD,
    "grant_payment.status": grants.PAYMENT,
}
# A split's code means the same in every indicator that has it, so that the
# splits that share a name (reason, status, stage, age, decision) are merged.
SPLITS: dict[str, Codes] = {
    "source": families.SOURCE,
    "stage": families.STAGE | families.REFERRAL_STAGE,
    "funnel": families.FUNNEL,
    "decision": families.REFERRAL_DECISION | grants.DECISION,
    "waited": families.WAITED,
    "open": families.FUNNEL,
    "days": families.WAITED_DAYS | families.CONTACT_DAYS | visits.LATE_DAYS,
    "status": families.STATUS | visits.PLAN_STATUS,
    "level": families.LEVEL | {"unknown": NP_("service level", "Unknown")},
    "entry": families.ENTRY,
    "reason": families.CLOSURE | visits.REASON | grants.REASON,
    "side": visits.SIDE,
    "mode": visits.MODE,
    "outcome": visits.OUTCOME,
    "families": workers.WITHOUT | grants.FAMILIES,
    "savers": workers.CEILING,
    "part": families.OUTLOOK | grants.PLANNED,
    "timing": visits.TIMING,
    "late": visits.LATE,
    "seen": visits.SEEN,
    "milestone": visits.MILESTONE,
    "months": visits.RETENTION,
    "measure": workers.MEASURE,
    "cert": workers.CERTIFICATE,
    "valid": workers.VALID,
    "session": workers.SESSION,
    "observed": workers.OBSERVED,
    "category": grants.CATEGORY,
    "forecast": grants.FORECAST,
    "plan": grants.PLAN,
    "age": grants.UNPAID_AGE | grants.SETTLE_AGE,
    "mirror": grants.MIRROR,
    "rule": quality.RULE,
    "table": tables.TABLE,
}
TITLES: dict[str, Marked] = {
    "source": NP_("split", "Referral source"),
    "stage": NP_("split", "Stage"),
    "area": NP_("split", "District"),
    "funnel": NP_("split", "Step reached"),
    # Translators: families that have not reached this step yet, but still may.
    "open": NP_("split", "Still open before"),
    "decision": NP_("split", "Decision"),
    "waited": NP_("split", "Time waited"),
    "days": NP_("split", "Days"),
    "status": NP_("split", "Status"),
    "level": NP_("split", "Service level"),
    "entry": NP_("split", "Stage at entry"),
    "reason": NP_("split", "Reason"),
    # Translators: whether a reason lies with the family or with the saver.
    "side": NP_("split", "Side"),
    "mode": NP_("split", "Where or how"),
    "outcome": NP_("split", "Visit outcome"),
    "families": NP_("split", "Families"),
    "savers": NP_("split", "Savers"),
    "part": NP_("split", "Part"),
    "timing": NP_("split", "Timing"),
    "late": NP_("split", "Delay"),
    "seen": NP_("split", "Last visit"),
    "milestone": NP_("split", "Milestone"),
    "months": NP_("split", "Time on the programme"),
    "measure": NP_("split", "Measure"),
    "cert": NP_("split", "Certificate"),
    "valid": NP_("split", "Validity"),
    "session": NP_("split", "Session"),
    "observed": NP_("split", "Observation"),
    "category": NP_("split", "Grant category"),
    "forecast": NP_("split", "Forecast"),
    # Translators: how budget lines are planned over the year.
    "plan": NP_("split", "Plan of the lines"),
    # Translators: age of an unpaid grant or of an advance, in days.
    "age": NP_("split", "Days since"),
    "mirror": NP_("split", "Opposite case"),
    "rule": NP_("split", "Rule"),
    # Translators: a table of the case database, named by what it holds.
    "table": NP_("split", "Table"),
}


def label(words: Words, dimension: str | None, code: str | None) -> str:
    """Return the word for a code; without one it is the total.

    A code that nobody knows is returned as it is: data may be newer than the words.

    Args:
        dimension: of a split (stage), or a column of the contract (visit.reason).
    """
    if dimension is None or code is None:
        return words.gettext("Total")
    if dimension == "area":
        return place_name(code, words.language)
    codes = COLUMNS[dimension] if "." in dimension else SPLITS[dimension]
    return translated(words, codes[code]) if code in codes else code


def title(words: Words, dimension: str) -> str:
    """Return the name of a split: Stage, Reason."""
    return translated(words, TITLES[dimension])


def translated(words: Words, marked: Marked) -> str:
    """Return a marked message, with or without a context, in a language."""
    if isinstance(marked, tuple):
        context, message = marked
        return words.pgettext(context, message)
    return words.gettext(marked)
