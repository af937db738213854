"""All indicators, in the order in which they are listed everywhere."""

from __future__ import annotations

from dashboard.indicators import (
    advances,
    case_management,
    caseload,
    completeness,
    continuity,
    grants,
    identification,
    milestones,
    outlook,
    paid_unseen,
    quality,
    reach,
    requests,
    response,
    savers,
    supervision,
    visits,
)
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.result import Arithmetic

SUBJECTS = (
    identification,
    response,
    reach,
    caseload,
    case_management,
    outlook,
    visits,
    continuity,
    milestones,
    grants,
    requests,
    paid_unseen,
    advances,
    savers,
    supervision,
    completeness,
    quality,
)

_FOUND = {indicator.id: indicator for subject in SUBJECTS for indicator in subject.INDICATORS}
_ORDER = (
    ("R1", "R2", "R3", "R4", "R5", "R6"),
    ("C1", "C1n", "C1x", "C1s", "C2", "C3", "C4", "C5", "C6", "O4"),
    ("V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9"),
    ("S1", "S2", "S3", "S4"),
    ("G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"),
    ("Q1", "Q2", "Q3"),
)

INDICATORS: dict[str, Indicator] = {id_: _FOUND[id_] for group in _ORDER for id_ in group}
ARITHMETIC: dict[str, Arithmetic] = {
    id_: arithmetic for subject in SUBJECTS for id_, arithmetic in subject.ARITHMETIC.items()
}
