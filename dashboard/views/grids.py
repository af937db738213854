"""Tables in the place of a picture, as HTML."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.cards.grid import Field, Grid, Head, Name, Number
from dashboard.views import markup

CLASSES = {"rules": "rows rules", "shades": "rows", "plain": "rows"}
SHADE = "--c:var(--class-{0});--on:var(--class-ink-{0})"


def grid(shown: Grid) -> Markup:
    """Return a grid and what is said beneath it; without lines the words alone."""
    remark = markup.note(shown.remark) if shown.remark else markup.NOTHING
    return (_table(shown) if shown.lines else markup.NOTHING) + remark


def _table(shown: Grid) -> Markup:
    head = Markup("<thead><tr>{}</tr></thead>").format(markup.together(map(_head, shown.heads)))
    lines = (Markup("<tr>{}</tr>").format(markup.together(map(_field, line))) for line in shown.lines)
    table = Markup('<table class="{}">{}<tbody>{}</tbody></table>').format(
        CLASSES[shown.kind], head if shown.heads else markup.NOTHING, markup.together(lines)
    )
    if shown.kind == "shades":
        return Markup('<div class="scroll heat" tabindex=0>{}</div>').format(table)
    return table


def _head(head: Head) -> Markup:
    mark = Markup('<span class="status {}"></span>').format(head.kind) if head.kind else markup.NOTHING
    side = Markup(' class="number"') if head.number else markup.NOTHING
    return Markup("<th scope=col{}>{}{}</th>").format(side, mark, head.text)


def _field(field: Field) -> Markup:
    if isinstance(field, Name):
        return _name(field)
    if isinstance(field, Number):
        return _number(field)
    return Markup("<td>{}</td>").format(markup.status(field))


def _name(name: Name) -> Markup:
    if not name.detail:
        return Markup("<th scope=row>{}</th>").format(name.text)
    return Markup("<th scope=row><b>{}</b><p>{}</p></th>").format(name.text, name.detail)


def _number(number: Number) -> Markup:
    if number.hidden:
        return Markup('<td class="number hidden">{}</td>').format(number.text)
    if number.rank:
        style = SHADE.format(number.rank)
        return Markup('<td class="number shade" style="{}">{}</td>').format(style, number.text)
    return Markup('<td class="number">{}</td>').format(number.text)
