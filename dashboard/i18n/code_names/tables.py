"""What the tables of the contract hold, as a reader calls it."""

from __future__ import annotations

from dashboard.i18n.code_names import Codes
from dashboard.messages import NP_

TABLE: Codes = {
    "org_unit": NP_("table", "Units"),
    "org_label": NP_("table", "Names of units"),
    "org_capacity": NP_("table", "Capacities of centres"),
    "service_level": NP_("table", "Service levels"),
    "area_births": NP_("table", "Births by district"),
    "fx_rate": NP_("table", "Exchange rates"),
    # Translators: loads of the database, each with the day to which it reaches.
    "data_load": NP_("table", "Data loads"),
    "indicator_target": NP_("table", "Targets"),
    "worker": NP_("table", "Staff"),
    # Translators: working share and ceiling of a worker.
    "worker_capacity": NP_("table", "Working hours of staff"),
    "training_course": NP_("table", "Training courses"),
    "training_record": NP_("table", "Training taken"),
    "certification": NP_("table", "Certificates"),
    "supervision": NP_("table", "Supervision"),
    "referral": NP_("table", "Referrals"),
    "case_file": NP_("table", "Families"),
    "case_factor": NP_("table", "Crisis factors"),
    "case_status": NP_("table", "Status history"),
    "case_level": NP_("table", "Level history"),
    # Translators: which saver or worker serves which family.
    "case_assignment": NP_("table", "Assignments"),
    "pregnancy": NP_("table", "Pregnancies"),
    "child": NP_("table", "Children"),
    "assessment": NP_("table", "Assessments"),
    # Translators: families referred on to services of others.
    "service_link": NP_("table", "Referrals to other services"),
    "care_plan": NP_("table", "Service plans"),
    "plan_goal": NP_("table", "Goals of plans"),
    "closure": NP_("table", "Closures"),
    "visit_plan": NP_("table", "Planned visits"),
    "visit": NP_("table", "Visits"),
    "visit_content": NP_("table", "Content of visits"),
    "budget_line": NP_("table", "Budget lines"),
    "budget_version": NP_("table", "Approved budgets"),
    # Translators: spending planned month by month.
    "budget_phase": NP_("table", "Planned spending"),
    "grant_request": NP_("table", "Grant requests"),
    "grant_decision": NP_("table", "Grant decisions"),
    "grant_payment": NP_("table", "Grant payments"),
    # Translators: money advanced to a centre, to be settled later.
    "advance": NP_("table", "Advances"),
    "settlement": NP_("table", "Settlements"),
}
