"""Values of other programmes, printed as context with their source, never as a pass mark of our own."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_


@dataclass(frozen=True)
class Reference:
    """What is measured (a message), its value as printed, and where it was published."""

    measure: str
    value: str
    source: str


REFERENCES = (
    Reference(
        N_("Visits received of those expected, by phase of the programme"),
        "80 / 65 / 60 %",
        "Family Nurse Partnership (BMC Pediatrics 13:114)",
    ),
    Reference(
        N_("Visits received in home-visiting programmes"), "38–56 %", "MIECHV issue brief, 2015-07"
    ),
    Reference(
        N_("Newborn visit within 14 days"), "86.4 %", "England health visitor metrics, 2017/18 Q1"
    ),
    Reference(N_("Families offered the programme who take part"), "75 %", "Family Nurse Partnership"),
    Reference(
        N_("Families per full-time visitor"), "20–30", "MECSH; 25: Nurse-Family Partnership"
    ),
    Reference(N_("Gap of a budget line to its plan that is worth a question"), "± 10 %", "Humentum TT05"),
    Reference(N_("Days from intake to a plan"), "30", "인천 남동구 사례관리"),
    Reference(N_("Visits a month"), "2–4", "First Steps in Parenting, 2025"),
)
