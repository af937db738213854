"""Values of other programmes, printed as context with their source, never as a pass mark of our own."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_, Words


@dataclass(frozen=True)
class Reference:
    """A measure (a message), its values, and where they were published.

    `indicator` is the one it is context for. `values` are shares of 1 where
    `share`, else whole numbers: one, the two ends of a range, or one for each
    phase. `before` stands in front. `source` is a title in the language `tag`, or a message (with no
    tag) where the source has no title of its own.
    """

    indicator: str
    measure: str
    values: tuple[float, ...]
    source: str
    share: bool = True
    before: str = ""
    tag: str = "en"

    def value(self, words: Words) -> str:
        """Return the values as they are written in the language."""
        write = self._percent if self.share else lambda words, number: words.fmt.number(number)
        written = [write(words, number) for number in self.values]
        return self.before + (words.fmt.span(*written) if len(written) == 2 else " / ".join(written))

    def _percent(self, words: Words, share: float) -> str:
        whole = round(share * 1000) % 10 == 0
        return words.fmt.percent(share, 0 if whole else 1)


REFERENCES = (
    Reference(
        "V2",
        N_("Visits received of those expected, by phase of the programme"),
        (0.80, 0.65, 0.60),
        "Family Nurse Partnership (BMC Pediatrics 13:114)",
    ),
    Reference(
        "V2",
        N_("Visits received in home-visiting programmes"),
        (0.38, 0.56),
        "MIECHV issue brief, 2015-07",
    ),
    Reference(
        "V6",
        N_("Newborn visit within 14 days"),
        (0.864,),
        "England health visitor metrics, 2017/18 Q1",
    ),
    Reference(
        "R4",
        N_("Families offered the programme who take part"),
        (0.75,),
        "Family Nurse Partnership",
    ),
    Reference(
        "C3",
        N_("Families per full-time visitor"),
        (20, 30),
        "MECSH; 25: Nurse-Family Partnership",
        share=False,
    ),
    Reference(
        "G3",
        N_("Gap between a budget line and its plan that is worth a question"),
        (0.10,),
        "Humentum TT05",
        before="±",
    ),
    Reference(
        "C5",
        N_("Days from intake to a plan"),
        (30,),
        N_("Case management of Namdong-gu, Incheon"),
        share=False,
        tag="",
    ),
    Reference(
        "V2",
        N_("Visits a month"),
        (2, 4),
        N_("The programme’s own report, 2025"),
        share=False,
        tag="",
    ),
)


# Titles of documents, which no language has otherwise, and the tag of theirs.
DOCUMENTS = {each.source: each.tag for each in REFERENCES if each.tag}


def of_indicator(indicator_id: str) -> tuple[Reference, ...]:
    """Return the values that are context for an indicator."""
    return tuple(each for each in REFERENCES if each.indicator == indicator_id)
