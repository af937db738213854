"""Somebody who puts together all that a protected reader can get, and finds what follows from it.

The attacker has the lines of `dashboard published`, the tree of units, and the
facts of `facts`. Each hidden number may be whatever agrees with all of these: a
linear program finds the least and the greatest that it can be. Of the truth the
attacker knows which facts hold, as somebody with perfect luck would, and where
to start: the true table is one of those that agree.

Numbers stand in arrays at `cell × 3 + number` (numerator, denominator, missing);
a cell is a figure of a unit and a time, which is its first and last month as
months since the year 0 (of a stock twice the last one).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import highspy
import numpy as np
from privacy import facts
from privacy.facts import Term, among, terms

from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.indicators.result import Result
from dashboard.periods import Period
from dashboard.privacy.desk import Desk

Span = tuple[int, int]
Place = tuple[str, str, Span]
# A sum of numbers: their places with their factors.
Sum = dict[int, float]

NUMBERS = ("numerator", "denominator", "missing")
COUNTED_IN_FAMILIES = ("families", "referrals")
# What is found of a sum of money within this share of it is found.
NEAR_MONEY = 0.15
# Programs in a row that move nothing new, before each number left gets its own.
IDLE = 3
NEARLY = 1e-6
# Sums of money are reckoned in amounts of this size, so that no program mixes millions and ones.
USUAL_AMOUNT = 20.0


class Few(NamedTuple):
    """Something that tells of few families, and so is to stay unknown: a number, or one less others."""

    what: str
    sum: Sum
    amount: float
    families: bool
    money: bool
    whole: bool


class Found(NamedTuple):
    """What an attacker knows of something that tells of few."""

    few: Few
    least: float
    greatest: float

    def __str__(self) -> str:
        return f"{self.few.what}: {self.few.amount:g} is {self.least:.3f} to {self.greatest:.3f}"


@dataclass(frozen=True)
class Report:
    """How many numbers tell of few, and which of them are found exactly or proved to be small."""

    few: int
    exact: list[Found]
    small: list[Found]


class Fact(NamedTuple):
    """A sum of numbers that is 0 (`equal`), or else not below 0, and why."""

    why: str
    sum: Sum
    equal: bool


class Attacker:
    """What somebody knows who has everything that is published, and perhaps more.

    Attributes:
        units: what the reader sees, in the order of the tree.
        cells: the place of each cell.
        known: every number (cell × 3), NaN where it is not known.
        true: likewise, NaN where there is none.
        least: the least that a number can be.
        own: what the attacker has of a number, who directs a centre.
        few: what is to stay unknown.
    """

    def __init__(self, lines: Iterable[str], figures: Figures, desk: Desk) -> None:
        self._tree, self.units, self._figures = desk.tree, desk.units, figures
        self._smallest = desk.reader.profile.small_cell
        self.cells: dict[Place, int] = {}
        self._told: set[tuple[str, str, int]] = set()
        self._shown: set[int] = set()
        known: list[float] = []
        self._periods: list[Period] = []
        self._read(lines, desk.as_of, known)
        self._read_rests(known)
        self.known = np.array(known)
        self.true = np.full(len(known), np.nan)
        self.least, self.own = np.zeros((2, len(known)))
        self.few: list[Few] = []
        for place, cell in self.cells.items():
            self._compare(place, cell)
        for text in facts.BETWEEN:
            self._note_between(text)
        self.facts = [*self._facts()]

    def _read(self, lines: Iterable[str], as_of: date, known: list[float]) -> None:
        """Read the lines; a stock of June is that of the quarter and of the half as well."""
        periods: dict[str, Period] = {}
        for text in lines:
            line = json.loads(text)
            if line["indicator"] not in INDICATORS or line["state"] == "not_recorded":
                continue
            code = line["period"]
            period = periods.get(code) or Period.parse(code, as_of)
            assert period is not None
            periods[code] = period
            name = _name(line["indicator"], line["split"], line["code"])
            span = _span(name, period)
            cell = self._cell((name, line["unit"], span), period, known)
            if line["state"] != "hidden":
                self._told.add(self._table(name, line["unit"], span))
                self._shown.add(cell)
            for n, number in enumerate(NUMBERS):
                if line[number] is not None:
                    known[3 * cell + n] = line[number]

    def _cell(self, place: Place, period: Period, known: list[float]) -> int:
        if place not in self.cells:
            self.cells[place] = len(self.cells)
            self._periods.append(period)
            known += [np.nan] * 3
        return self.cells[place]

    def _read_rests(self, known: list[float]) -> None:
        """Add what a year to date has beside the quarters in it, where nothing tells it apart."""
        for name, unit, span in [*self.cells]:
            if not _adds_up_over_time(name):
                continue
            for part in self._parts(name, unit, span):
                if (name, unit, part) not in self.cells:
                    self._cell((name, unit, part), Period(_month(part[0]), _month(part[1]), "ytd"), known)

    def _table(self, name: str, unit: str, span: Span) -> tuple[str, str, int]:
        """Return what is told together or not at all: a split, a level, and the length of the period."""
        first, last = span
        ends = next(months for months in (12, 6, 3, 1) if (last + 1) % months == 0)
        # A year to date is told of each year: other months, and the days with which they end, need not be.
        if _is_stock(name):
            length = ends if ends > 1 else -(last % 12)
        else:
            length = last - first + 1
            length = -length if length == 1 and first % 12 == 0 else length
        return name.partition("=")[0], self._tree.level(unit), length

    def _compare(self, place: Place, cell: int) -> None:
        """Look up what is true of a cell: its numbers, and which of them are of few."""
        name, unit, _ = place
        indicator, split, code = _figure(name)
        result = self._figures.result(indicator, unit, self._periods[cell], split, code)
        if result.unset:
            return
        definition, at = INDICATORS[indicator], 3 * cell
        true = (result.numerator, result.denominator, result.missing)
        self.true[at : at + 3] = [np.nan if number is None else number for number in true]
        if definition.public_base:
            self.known[at + 1] = self.true[at + 1]
        self._know_least(place, cell, result)
        if not (definition.of_staff or name.startswith(("S", "C3.savers", "R5.waited=longest", "V4.late=l"))):
            self.few += self._few(place, at, result)

    def _know_least(self, place: Place, cell: int, result: Result) -> None:
        """Set the least that a hidden number can be: 1 where 0 would be shown, else 0."""
        name, at = place[0], 3 * cell
        told = self._table(*place) in self._told
        base = 1 if result.denominator is not None else 0
        if told and not _in_parts(name):
            self.least[at + base] = 1
        if cell in self._shown:
            self.least[at + 2] = 1
        true = np.nan_to_num(self.true[at : at + 3])
        beyond = true < self.least[at : at + 3]
        self.least[at : at + 3][beyond] = np.where(true[beyond] < 0, -np.inf, 0)

    def _few(self, place: Place, at: int, result: Result) -> Iterator[Few]:
        name, definition = place[0], INDICATORS[_figure(place[0])[0]]
        measure = definition.measure_of(*_figure(name)[1:])
        of_families = definition.families or measure in COUNTED_IN_FAMILIES or name == "C2"
        behind = (*result.families, 0, 0)[:2]
        numerator, denominator = result.numerator or 0.0, result.denominator
        candidates = [("", {at: 1.0}, numerator, behind[0])]
        if denominator is not None and not definition.public_base and name not in facts.NOT_OF_FAMILIES:
            candidates += [
                ("/D", {at + 1: 1.0}, denominator, max(behind)),
                ("/D less it", {at + 1: 1.0, at: -1.0}, denominator - numerator, behind[1]),
            ]
        money = "money" in (measure, definition.base)
        for what, terms_, amount, people in candidates:
            if amount and 0 < (amount if of_families else people) < self._smallest:
                whole = not money and not _in_parts(name)
                yield Few(f"{_said(place)}{what}", terms_, amount, of_families, money, whole)
        if 0 < result.families_missing < self._smallest and result.missing:
            missing = result.missing
            yield Few(f"{_said(place)}/M", {at + 2: 1.0}, missing, of_families, money, not money)

    def _note_between(self, text: str) -> None:
        for place, row in self._over_figures(terms(text)):
            amount = self.amount(row)
            if 0.5 < amount < self._smallest:
                said = f"{text} at {' '.join(map(str, _said(place).split()[1:]))}"
                self.few.append(Few(said, row, amount, True, False, True))

    def amount(self, row: Sum) -> float:
        return sum(factor * self.true[number] for number, factor in row.items())

    def direct(self, centre: str) -> None:
        """Know every number of a centre, and look for those of others alone."""
        above = self._tree.ancestors(centre)
        for (name, unit, _), cell in self.cells.items():
            numbers = slice(3 * cell, 3 * cell + 3)
            if unit == centre:
                self.known[numbers] = self.true[numbers]
            elif unit in above:
                result = self._figures.result(
                    _figure(name)[0], centre, self._periods[cell], *_figure(name)[1:]
                )
                self.own[numbers] = [result.numerator or 0, result.denominator or 0, result.missing or 0]
        self.least = np.minimum(np.maximum(self.least, self.own), np.nan_to_num(self.true))
        known = ~np.isnan(self.known)
        self.few = [
            each
            for each in self.few
            if not known[[*each.sum]].all() and self.amount(each.sum) > self.share(each.sum) + NEARLY
        ]

    def share(self, row: Sum) -> float:
        """Return what an attacker who directs a centre has of a sum."""
        return sum(factor * self.own[number] for number, factor in row.items())

    def _facts(self) -> Iterator[Fact]:
        """Yield the facts that hold and in which something is unknown."""
        for fact in self._possible_facts():
            if self._is_open(fact.sum):
                off = self.amount(fact.sum)
                if abs(off) < NEARLY or (off > 0 and not fact.equal):
                    yield fact

    def _possible_facts(self) -> Iterator[Fact]:
        yield from (Fact("units", row, True) for row in self._over_units())
        yield from (Fact("times", row, True) for row in self._over_time())
        for text in (*facts.EQUAL, *facts.STEADY):
            yield from (Fact(text, row, True) for _, row in self._over_figures(terms(text)))
        yield from (Fact("part of the whole", row, False) for row in self._parts_of_wholes())
        yield from (Fact("once", row, False) for row in self._at_once())
        for text in facts.NOT_LESS:
            yield from (Fact(text, row, False) for _, row in self._over_figures(terms(text)))

    def _is_open(self, row: Sum) -> bool:
        numbers = [*row]
        return bool(np.isnan(self.known[numbers]).any()) and not np.isnan(self.true[numbers]).any()

    def _over_units(self) -> Iterator[Sum]:
        for (name, unit, span), cell in self.cells.items():
            children = [child for child in self._tree.children(unit) if child in self.units]
            if not children or among(name, facts.OF_EACH_UNIT):
                continue
            beneath = [self.cells.get((name, child, span)) for child in children]
            yield from _sums(cell, beneath)

    def _over_time(self) -> Iterator[Sum]:
        for (name, unit, span), cell in self.cells.items():
            if _adds_up_over_time(name):
                parts = [self.cells.get((name, unit, part)) for part in self._parts(name, unit, span)]
                yield from _sums(cell, parts)

    def _parts(self, name: str, unit: str, span: Span) -> list[Span]:
        """Return the fewest shorter times that make up one; the last one is what is left, if need be."""
        found: list[Span] = []
        first, last = span
        while first <= last:
            ends = [first + months - 1 for months in (6, 3, 1)]
            fitting = [end for end in ends if end <= last and (first, end) != span]
            told = [end for end in fitting if (name, unit, (first, end)) in self.cells]
            found.append((first, told[0] if told else last))
            first = found[-1][1] + 1
        return [] if found == [span] else found

    def _over_figures(self, of: list[Term]) -> Iterator[tuple[Place, Sum]]:
        """Yield a row for each unit and time at which every term has its number."""
        spelled = [each for term in of for each in self._spelled(term)]
        leading = next((each for each in spelled if not _is_stock(each.name) and not each.before), spelled[0])
        for name, unit, span in self._of_name().get(leading.name, ()):
            found: Sum | None = {}
            for term in spelled:
                number = self._number(term, unit, span)
                if number is None:
                    found = None
                    break
                if number >= 0:
                    found[number] = found.get(number, 0.0) + term.factor
            if found:
                yield (name, unit, span), found

    def _of_name(self) -> dict[str, list[Place]]:
        if not hasattr(self, "_by_name"):
            self._by_name: dict[str, list[Place]] = {}
            for place in self.cells:
                self._by_name.setdefault(place[0], []).append(place)
        return self._by_name

    def _spelled(self, term: Term) -> Iterator[Term]:
        if not term.name.endswith("*"):
            yield term
            return
        for name in self._of_name():
            if name.startswith(term.name[:-1]):
                yield term._replace(name=name)

    def _number(self, term: Term, unit: str, span: Span) -> int | None:
        """Return where a term's number stands, -1 where it is none (0), or None where there is none."""
        first, last = span
        if term.before == "sofar" and first % 12 == 0:
            return -1
        if term.before:
            first, last = first - 1, first - 1
        at = (last, last) if _is_stock(term.name) else (first, last)
        cell = self.cells.get((term.name, unit, at))
        return None if cell is None else 3 * cell + term.number

    def _parts_of_wholes(self) -> Iterator[Sum]:
        for (name, *_), cell in self.cells.items():
            if name not in facts.NO_PART and not among(name, facts.NO_PART):
                yield {3 * cell + 1: 1.0, 3 * cell: -1.0}

    def _at_once(self) -> Iterator[Sum]:
        """Yield what holds of those who count once: a quarter is no less than a month, nor more than all."""
        for (name, unit, span), cell in self.cells.items():
            parts = self._parts(name, unit, span) if among(name, facts.ONCE) else []
            beneath = [self.cells.get((name, unit, part)) for part in parts]
            if beneath and None not in beneath:
                places = [3 * each for each in beneath if each is not None]
                yield from ({3 * cell: 1.0, place: -1.0} for place in places)
                yield {3 * cell: -1.0, **dict.fromkeys(places, 1.0)}

    def attack(
        self,
        also_known: Collection[int] = (),
        only: list[Few] | None = None,
    ) -> Report:
        """Return what is found.

        Args:
            also_known: cells that were let slip.
            only: what is looked for, of the few (None: all of it).
        """
        known = ~np.isnan(self.known) | np.isnan(self.true)
        for cell in also_known:
            known[3 * cell : 3 * cell + 3] = True
        few = only or self.few
        exact, small = [], []
        for group in _groups(self, known, few):
            for found in group.found(self._smallest):
                if found.greatest < self._smallest and found.few.families:
                    small.append(found)
                if _is_exact(found):
                    exact.append(found)
        return Report(len(few), exact, small)


class _Group:
    """Numbers that hang together, and what is to stay unknown of them.

    Columns are how far each number is off the truth, then how far each of the
    few gets, in parts of how far it has to get.
    """

    def __init__(self, of: Attacker, members: np.ndarray, known: list[Fact], few: list[Few]) -> None:
        self.few = few
        self._scale = _scale(of, few)
        self._column: dict[int, int] = {number: n for n, number in enumerate(members.tolist())}
        self._of, self._members = of, members
        self._facts = sorted(known, key=lambda fact: not fact.equal)
        self._highs = _Quiet()
        self._random = np.random.default_rng(len(members))

    def found(self, smallest: int) -> Iterator[Found]:
        """Yield what is known of each of the few that not a single table shows to be wide."""
        needs = np.array([self._need(each, smallest) for each in self.few])
        self._highs.passModel(self._model(needs))
        left = np.ones(len(self.few), dtype=bool)
        idle = 0
        while idle < IDLE and left.sum() > 2:
            chosen = np.nonzero(left)[0]
            # Where one goes up another goes down: so some at a time.
            some = chosen[self._random.random(len(chosen)) < 0.5]
            left &= self._reach_of(some if len(some) else chosen) < needs - 10 * NEARLY
            idle = 0 if left.sum() < len(chosen) else idle + 1
        for n in np.nonzero(left)[0].tolist():
            if left[n]:
                reach = self._reach_of(np.array([n]))
                left &= reach < needs - 10 * NEARLY
                if left[n]:
                    yield self._ends(n)

    def _need(self, few: Few, smallest: int) -> float:
        """Return how far up a number has to be able to go, to be neither small nor exact."""
        if few.money:
            return NEAR_MONEY * abs(few.amount) * self._scale
        return max(smallest - few.amount, 1.0) if few.families else 1.0

    def _ends(self, n: int) -> Found:
        few = self.few[n]
        down, up = (self._furthest(n, direction) / self._scale for direction in (-1, 1))
        return Found(few, few.amount + down, few.amount + up)

    def _furthest(self, n: int, direction: int) -> float:
        """Return how far one of the few can get up or down, at most about its need's hundredfold."""
        count = len(self._members)
        cost = np.zeros(count + len(self.few))
        for number, factor in self.few[n].sum.items():
            if number in self._column:
                cost[self._column[number]] = -direction * factor
        found = self._solved(cost)
        return direction * np.inf if found is None else -direction * float(cost[:count] @ found[:count])

    def _reach_of(self, chosen: np.ndarray) -> np.ndarray:
        """Move some of the few up together, and return how far each of them got."""
        count = len(self._members)
        cost = np.zeros(count + len(self.few))
        cost[count + chosen] = -1.0
        found = self._solved(cost)
        if found is None:
            return np.zeros(len(self.few))
        reach = np.zeros(len(self.few))
        np.add.at(reach, self._few_row, self._few_factor * found[self._few_column])
        return reach

    def _solved(self, cost: np.ndarray) -> np.ndarray | None:
        self._highs.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
        self._highs.clearSolver()
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._highs.getSolution().col_value)

    def _model(self, needs: np.ndarray) -> highspy.HighsLp:
        count = len(self._members)
        few = [
            (n, self._column[number], factor)
            for n, each in enumerate(self.few)
            for number, factor in each.sum.items()
            if number in self._column
        ]
        self._few_row = np.array([n for n, _, _ in few], dtype=np.int64)
        self._few_column = np.array([column for _, column, _ in few], dtype=np.int64)
        self._few_factor = np.array([factor for _, _, factor in few])
        facts_ = [
            (n, self._column[number], factor)
            for n, fact in enumerate(self._facts)
            for number, factor in fact.sum.items()
            if number in self._column
        ]
        all_facts, all_rows = len(self._facts), len(self._facts) + len(self.few)
        row = np.concatenate(
            [[n for n, _, _ in facts_], all_facts + self._few_row, all_facts + np.arange(len(self.few))]
        ).astype(np.int32)
        column = np.concatenate(
            [[c for _, c, _ in facts_], self._few_column, count + np.arange(len(self.few))]
        ).astype(np.int32)
        value = np.concatenate(
            [[f for _, _, f in facts_], self._few_factor / needs[self._few_row], -np.ones(len(self.few))]
        )
        amounts = np.array([self._of.amount(each.sum) - self._of.share(each.sum) for each in self._facts])
        slack = -np.maximum(amounts, 0.0) * self._scale
        above = np.array([0.0 if each.equal else np.inf for each in self._facts])
        true, least = self._of.true[self._members], self._of.least[self._members]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = count + len(self.few), all_rows
        model.col_cost_ = np.zeros(model.num_col_)
        model.col_lower_ = np.concatenate([(least - true) * self._scale, np.full(len(self.few), -np.inf)])
        model.col_upper_ = np.concatenate([np.full(count, np.inf), np.ones(len(self.few))])
        model.row_lower_ = np.concatenate([np.where(above > 0, slack, 0.0), np.zeros(len(self.few))])
        model.row_upper_ = np.concatenate([above, np.full(len(self.few), np.inf)])
        order = np.lexsort((column, row))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.searchsorted(row[order], np.arange(all_rows + 1)).astype(np.int32)
        model.a_matrix_.index_ = column[order]
        model.a_matrix_.value_ = value[order]
        return model


class _Quiet(highspy.Highs):
    """The solver without callbacks: with them it prints its name on standard output."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)
        # Points inside are as good as corners, and found ten times as fast.
        self.setOptionValue("solver", "ipm")
        self.setOptionValue("run_crossover", "off")


def _groups(of: Attacker, known: np.ndarray, few: list[Few]) -> Iterator[_Group]:
    """Yield the unknown numbers that hang together, of those groups in which there are few."""
    unknown = np.nonzero(~known)[0]
    leader = [*range(len(known))]

    def first(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    of_facts = [(fact, [n for n in fact.sum if not known[n]]) for fact in of.facts]
    of_fews = [(each, [n for n in each.sum if not known[n]]) for each in few]
    for _, open_ in (*of_facts, *of_fews):
        for one, other in pairwise(open_):
            leader[first(one)] = first(other)
    members: dict[int, list[int]] = {}
    for number in unknown.tolist():
        members.setdefault(first(number), []).append(number)
    its_facts: dict[int, list[Fact]] = {}
    for fact, open_ in of_facts:
        if open_:
            its_facts.setdefault(first(open_[0]), []).append(fact)
    of_few: dict[int, list[Few]] = {}
    for each, open_ in of_fews:
        of_few.setdefault(first(open_[0]) if open_ else -1, []).append(each)
    for group, its_few in of_few.items():
        yield _Group(of, np.array(members.get(group, []), dtype=np.int64), its_facts.get(group, []), its_few)


def _scale(of: Attacker, few: list[Few]) -> float:
    """Return by what the numbers of a group are multiplied: money comes in other amounts than families."""
    amounts = [abs(each.amount) for each in few if each.money]
    return USUAL_AMOUNT / float(np.median(amounts)) if amounts else 1.0


def _is_exact(found: Found) -> bool:
    width = found.greatest - found.least
    if found.few.money:
        return width < NEAR_MONEY * abs(found.few.amount)
    if found.few.whole:
        return np.floor(found.greatest + 1e-4) <= np.ceil(found.least - 1e-4)
    return width < 1 - 1e-4


def _sums(cell: int, parts: list[int | None]) -> Iterator[Sum]:
    """Yield the sums of numerators, denominators and missing over parts that are all there."""
    if parts and None not in parts:
        for number in range(3):
            yield {3 * cell + number: 1.0, **{3 * part + number: -1.0 for part in parts if part is not None}}


def _name(indicator: str, split: str | None, code: str | None) -> str:
    return indicator if code is None else f"{indicator}.{split}={code}"


def _figure(name: str) -> tuple[str, str | None, str | None]:
    indicator, _, part = name.partition(".")
    split, _, code = part.partition("=")
    return indicator, split or None, code or None


def _is_stock(name: str) -> bool:
    nature = INDICATORS[_figure(name)[0]].nature
    return among(name, facts.AT_END) or (nature == "stock" and not among(name, facts.IN_PERIOD))


def _adds_up_over_time(name: str) -> bool:
    return not _is_stock(name) and not among(name, facts.ONCE)


def _in_parts(name: str) -> bool:
    return name == "C3" or among(name, facts.PARTS)


def _span(name: str, period: Period) -> Span:
    first, last = (12 * each.year + each.month - 1 for each in (period.first, period.last))
    return (last, last) if _is_stock(name) else (first, last)


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _said(place: Place) -> str:
    name, unit, (first, last) = place
    until = "" if first == last else f"..{_month(last):%Y-%m}"
    return f"{name} {unit} {_month(first):%Y-%m}{until}"
