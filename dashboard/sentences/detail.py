"""What a reader can be shown at which detail, as a table of few rows."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.i18n.period_names import kind_name
from dashboard.i18n.words import Words
from dashboard.sentences.about import Row, rounding_row
from dashboard.sentences.question import Question


def summary(question: Question) -> str:
    """Return what is not shown, whatever the detail."""
    words, profile = question.words, question.desk.reader.profile
    return words.ngettext(
        "A figure of fewer than {number} family is not shown, and none from which one could be found out. "
        "Where more than {share} of the figures of a table would be hidden, the whole table is.",
        "A figure of fewer than {number} families is not shown, and none from which one could be found out. "
        "Where more than {share} of the figures of a table would be hidden, the whole table is.",
        profile.small_cell,
    ).format(number=words.fmt.number(profile.small_cell), share=words.fmt.percent(profile.most_hidden))


def rows(question: Question) -> tuple[Row, ...]:
    """Return the lattice of the reader's profile: of each level of units the kinds of period."""
    words, desk = question.words, question.desk
    first_of = {desk.tree.level(unit): unit for unit in reversed(desk.units)}
    levels = [level for level in desk.reader.profile.levels if level in first_of]
    lines = [
        Row(
            label(words, "org_unit.level", level),
            # Translators: kinds of period (month, quarter …) in which totals are shown, and splits of them.
            words.gettext("Totals: {totals}. Splits: {splits}.").format(
                totals=_kinds(words, desk.kinds_told(first_of[level], None)),
                splits=_kinds(words, desk.kinds_told(first_of[level], "")),
            ),
        )
        for level in levels
    ]
    rounding = desk.reader.profile.rounding
    return (*lines, *([rounding_row(rounding, words, desk.currency)] if rounding else []))


def _kinds(words: Words, kinds: tuple[str, ...]) -> str:
    return words.fmt.list([kind_name(words, kind).lower() for kind in kinds])
