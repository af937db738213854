"""What is true of the figures by definition, in the words of somebody outside who reckons with all of it.

Written apart from the definitions, so that what they forget is attacked as well.
A figure is written `V1` or `V1.status=missed`, or `R2.days=*` for all codes of a
split together. It stands for the numerator, `V1/D` for the denominator, `V1/M`
for what is missing. `C1@start` is a stock on the day before the period, `G2@sofar`
one that begins anew each year.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Told of the last day of a period, though the indicator is a flow: they look back from there.
AT_END = ("R6", "V9", "G1.families")
# Told of the whole period, though the indicator is a stock.
IN_PERIOD = ("S1.measure=trained", "S2.cert=uncertified_visits")
# Whoever was there in any month counts once: a quarter is no sum of its months.
ONCE = ("C1s", "G7", *IN_PERIOD)
# Of these a unit's figure is no sum of those beneath it, even where it happens to be.
OF_EACH_UNIT = (
    "R6",
    "Q1",
    "R5.waited=longest",
    "V4.late=longest",
    "S1.measure=per_supervisor",
    "G3.part",
    "G3.forecast",
)
# Amounts that are no whole numbers, as are the points of C3.
PARTS = ("C6", "V2", "Q3", "S1.measure=fte")
# The numerator is part of the denominator, in figures whose measure is a share; not so in these.
NO_PART = ("C2", "C3", "C6", "G2", "G3", "R6", "Q3")
# Denominators in which no family is.
NOT_OF_FAMILIES = ("C3",)

FUNNEL = ("contacted", "met", "eligible", "offered", "accepted", "first_visit")

EQUAL = (
    *(f"R1 = R1.{split}=*" for split in ("source", "stage", "area")),
    "R2/D = R2.days=*",
    "R2 = R2.days=c0_2",
    "R2.days=never = R1 - R1.funnel=contacted",
    "R5 = R5.days=*",
    "R5.waited=over_14 = R5.days=d15_30 + R5.days=d31",
    *(f"C1 = C1.{split}=*" for split in ("status", "stage", "level", "entry")),
    "C1 = C1@start + C1n - C1x",
    "C1x = C1x.reason=*",
    "C1x = O4/D + O4/M + C1x.reason=ineligible + C1x.reason=death",
    "C2 = C1",
    "S1.measure=fte = C3/D",
    "C6 = C6.part=now + C6.part=waiting + C6.part=births - C6.part=leaving",
    "C6/D = C6.part=ceiling",
    "V1 = V1.status=done_on_time + V1.status=done_late",
    "V1/D = V1 + V1.status=missed + V1.status=overdue",
    "V1.timing=on_time = V1.status=done_on_time",
    "V1.timing=on_time/D = V1/D",
    "V2 = V2.stage=*",
    "V2/D = V2.stage=*/D",
    "Q3/D = V2/D",
    "V4 = V4.days=*",
    "V7 = V7.milestone=*",
    "V7/D = V7.milestone=*/D",
    "S2/D = S2.valid=*",
    "S2 = S2.valid=lasting + S2.valid=expiring",
    "S2.cert=expiring_60 = S2.valid=expiring",
    "S3/D = S3.session=*",
    "S3 = S3.session=held",
    "S4/D = S4.observed=*",
    "S4 = S4.observed=observed",
    "G1 = G1.category=*",
    "G2 = G2.category=*",
    "G2/D = G2.category=*/D",
    "G2/M = G2.category=*/M",
    "G2 = G2@sofar + G1",
    "G2 = G3",
    "G2/D = G3/D",
    "G2/M = G3/M",
    *(
        f"G2.category={code} = G2.category={code}@sofar + G1.category={code}"
        for code in ("living", "housing", "medical", "meals", "education", "self_reliance", "other")
    ),
    "G4 = G4.age=*",
    "G5 = G5.decision=*",
    "G5.reason=* = G5.decision=partial + G5.decision=rejected",
    "G5.reason=* = G5.decision=partial + G5.decision=rejected + G5.decision=withdrawn",
    "G8 = G8.age=*",
)

# What holds of families that come once and stay until they are closed.
STEADY = ("C1s = C1@start + C1n", "C1s = C1 + C1x")

# The left side is not less than the right one.
NOT_LESS = (
    *(
        f"{one} > R1.funnel={two}"
        for one, two in zip(("R1", *(f"R1.funnel={s}" for s in FUNNEL)), FUNNEL, strict=False)
    ),
    *(f"R1 > R1.funnel={step} + R1.open={step}" for step in FUNNEL),
    "R1 > R2/D + R2/M",
    "R1.funnel=contacted > R3/D",
    "C1s > C1",
    "C1s > C1@start",
    "C1s > C1n",
    "C1.status=active > V5/D",
    "C1 > C3.families=without_saver",
    "V5 > V5.seen=never",
    "V4 > V4.late=families",
    "C1x > O4/D + O4/M",
)

# Differences of figures in which families are counted that are no figure of their own.
BETWEEN = (
    "C1s - C1@start",
    "C1s - C1",
    "C1x - O4/D",
    *(f"R1 - R1.funnel={step}" for step in FUNNEL),
    *(f"R1.funnel={one} - R1.funnel={two}" for n, two in enumerate(FUNNEL) for one in FUNNEL[:n]),
    *(f"R1 - R1.funnel={step} - R1.open={step}" for step in FUNNEL),
)

_TERM = re.compile(r"(?P<name>\w+(?:\.\w+=(?:\w+|\*))?)(?:/(?P<number>[DM]))?(?:@(?P<before>start|sofar))?")


class Term(NamedTuple):
    """One number of a figure with its factor; `number` is 0 to 2: numerator, denominator, missing."""

    factor: int
    name: str
    number: int
    before: str | None


def terms(text: str) -> list[Term]:
    """Return `A = B + C - D`, `A > B + C` or `A - B` as terms: what is on the right with the other sign."""
    found, side, factor = [], 1, 1
    for word in text.split():
        if word in "=>":
            side, factor = -1, 1
        elif word in "+-":
            factor = 1 if word == "+" else -1
        else:
            match = _TERM.fullmatch(word)
            assert match, f"'{word}' in '{text}'"
            number = "NDM".index(match["number"] or "N")
            found.append(Term(side * factor, match["name"], number, match["before"]))
    return found


def among(name: str, names: tuple[str, ...]) -> bool:
    """Return whether a figure is one of some, or a code of a split or a split of one of them."""
    indicator, _, split = name.partition(".")
    return bool({name, indicator, f"{indicator}.{split.partition('=')[0]}"} & set(names))
