"""All indicators, in the order in which they are listed everywhere."""

from __future__ import annotations

from dashboard.indicators import caseload, grants, identification, savers, visits
from dashboard.indicators.arithmetic import Arithmetic
from dashboard.indicators.definitions import Indicator

SUBJECTS = (identification, caseload, visits, grants, savers)

_FOUND = {indicator.id: indicator for subject in SUBJECTS for indicator in subject.INDICATORS}
_ORDER = "R1 C1 C1n C1x C2 C3 V1 V2 V4 V5 R5 G1 G2 G3 S1".split()

INDICATORS: dict[str, Indicator] = {id_: _FOUND[id_] for id_ in _ORDER}
ARITHMETIC: dict[str, Arithmetic] = {
    id_: arithmetic for subject in SUBJECTS for id_, arithmetic in subject.ARITHMETIC.items()
}
