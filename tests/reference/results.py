"""The table of a window: points, counts, conversion, rank."""

from dataclasses import dataclass, replace
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.results import (
    Barred,
    Conversion,
    ConversionWay,
    Figure,
    Ranking,
    Rounded,
    TieStyle,
)
from desk.scoring.scheme import Purpose
from tests.reference.items import changes
from tests.reference.periods import book_of
from tests.reference.seeing import about_unit, of_table
from tests.reference.shares import figure
from tests.reference.tasks import EXEMPT, quota_of
from tests.reference.times import scheme_of, year_of


@dataclass
class Outcome:
    """What one unit has."""

    unit: object
    group: int
    rows: list
    tasks: list
    failed: list
    barred: bool
    exact: Fraction
    points: Fraction
    raw: Fraction
    parts: dict
    submitted: int
    adopted: int
    adopted_in: dict
    rate: Fraction
    counted: Fraction
    average: Fraction
    quota: object
    completion: Fraction | None
    converted: Fraction | None = None
    rank: int = 0
    placed: bool = False


def table(office, facts, first, last, today=None, purpose=Purpose.POINTS):
    """Every unit's outcome, by unit id."""
    found = changes(facts, office, purpose)
    scheme = scheme_of(office.schemes, purpose, last)
    window = first, last, today or last
    outcomes = [of_unit(unit, found, office, scheme, (purpose, window)) for unit in office.units]
    seen = {one.unit_id for one in found if first <= one.day <= last}
    outcomes = [one for one in outcomes if one.unit.active or one.unit.id in seen]
    together = ranked_together(outcomes, office, scheme)
    for members, row in together:
        by_points = row.figure == Figure.CONVERTED
        rank_group(members, replace(row, figure=Figure.POINTS) if by_points else row)
    convert(together, office, scheme)
    for members, row in together:
        rank_group(members, row)
    return {one.unit.id: one for one in outcomes}


def of_unit(unit, found, office, scheme, asked):
    """The figures of one unit, not yet ranked."""
    purpose, window = asked
    first, last, _ = window
    book = book_of(unit, found, office, purpose, window)
    rows = [one for one in book.rows if first <= one.day <= last]
    mine = [one for one in found if one.unit_id == unit.id and first <= one.day <= last]
    parts = {}
    for one in rows:
        parts[one.component] = parts.get(one.component, Fraction(0)) + one.points
    exact = sum(parts.values(), Fraction(0))
    raw = sum((one.points for one in rows if one.stage != "清零"), Fraction(0))
    counted = sum((one.averaged for one in mine), Fraction(0))
    sent, used = weights(mine, FactKind.SUBMISSION), weights(mine, FactKind.ADOPTION)
    share = used * 100 / sent if sent else Fraction(0)
    average = exact / counted if counted > 0 else Fraction(0)
    year = year_of(last, scheme)
    quota = quota_of(unit, year, last, office)
    quota = None if quota is EXEMPT else quota
    target = Fraction(quota.points) if quota else Fraction(0)
    completion = figure(exact * 100 / target, Rounded.RATE, scheme, 1) if target else None
    known = {one.id for one in office.groups}
    return Outcome(
        unit,
        unit.group_id if unit.group_id in known else 0,
        rows,
        [one for _, one in book.tasks if first <= one.last],
        book.failed,
        book.barred,
        exact,
        figure(exact, Rounded.TOTAL, scheme),
        figure(raw, Rounded.TOTAL, scheme),
        parts,
        number(mine, FactKind.SUBMISSION),
        number(mine, FactKind.ADOPTION),
        by_carrier(mine),
        figure(share, Rounded.RATE, scheme, 1),
        counted,
        figure(average, Rounded.AVERAGE, scheme, 2),
        quota,
        completion,
    )


def number(mine, matter):
    """How many items of a kind came, less those that went or count no more."""
    return sum(one.number for one in mine if one.about.fact.matter == matter)


def weights(mine, matter):
    """The same by their weights."""
    return sum((one.weight for one in mine if one.about.fact.matter == matter), Fraction(0))


def by_carrier(mine):
    """Adoptions by publication and by tier."""
    found = {}
    for one in mine:
        if one.about.fact.matter == FactKind.ADOPTION:
            for trait in (Trait.PUBLICATION, Trait.TIER):
                name = one.about.view[trait][0]
                found[name] = found.get(name, 0) + one.number
    return found


def convert(together, office, scheme):
    """Turn points into points of the appraisal, by the provisional ranks where asked."""
    rows = of_table(Conversion, scheme)
    for members, _ in together:
        for one in members:
            row = next((row for row in rows if about_unit(row, one.unit, office.groups)), None)
            value = converted(row, one, members) if row else None
            if value is None:
                continue
            if row.least is not None:
                value = max(value, Fraction(row.least))
            if row.most is not None:
                value = min(value, Fraction(row.most))
            one.converted = figure(value, Rounded.CONVERTED, scheme, 2)


def converted(row, one, group):
    """The exact converted points, none where there is nothing to convert by."""
    if row.way == ConversionWay.TARGET:
        target = Fraction(one.quota.points) if one.quota else Fraction(0)
        return one.exact / target * Fraction(row.full) if target else None
    if row.way == ConversionWay.BEST:
        best = max(other.exact for other in group)
        return one.exact / best * Fraction(row.full) if best > 0 else Fraction(0)
    if row.way == ConversionWay.RANK:
        ranks = row.ranks if one.rank else ()
        return Fraction(ranks[min(one.rank, len(ranks)) - 1]) if ranks else Fraction(0)
    if row.way == ConversionWay.WEIGHTED:
        parts = one.parts | {"得分": one.exact}
        return sum((parts.get(name, Fraction(0)) * part for name, part in row.weights), Fraction(0))
    return (one.exact / one.counted if one.counted > 0 else Fraction(0)) * Fraction(row.full)


def ranked_together(outcomes, office, scheme):
    """Those that one row ranks among themselves, with that row."""
    rows = of_table(Ranking, scheme)
    together = {}
    for one in outcomes:
        row = next((row for row in rows if about_unit(row, one.unit, office.groups)), None)
        key = id(row), None if row and row.whole else one.group
        together.setdefault(key, ([], row or Ranking()))[0].append(one)
    return list(together.values())


def rank_group(members, row):
    """Ranks of those that are ranked together."""
    for one in members:
        one.rank, one.placed = 0, False
    if row.barred == Barred.UNRANKED:
        members = [one for one in members if not one.barred]
    keys = {one.unit.id: key_of(one, row) for one in members}
    for one in members:
        mine = keys[one.unit.id]
        before = [keys[other.unit.id] for other in members if keys[other.unit.id] > mine]
        one.rank = 1 + (len(set(before)) if row.style == TieStyle.DENSE else len(before))
        one.placed = one.rank <= row.places and not one.barred


def key_of(one, row):
    """What a unit is ranked by, the greater the better; what is missing comes last."""
    last = row.barred == Barred.LAST and one.barred
    values = (value_of(one, name) for name in (row.figure, *row.ties))
    return (not last, *((value is not None, value or Fraction(0)) for value in values))


def value_of(one, name):
    """One figure of a unit, none where it has none."""
    figures = {
        Figure.POINTS: one.points,
        Figure.CONVERTED: one.converted,
        Figure.AVERAGE: one.average,
        Figure.COMPLETION: one.completion,
        Figure.ADOPTED: one.adopted,
        Figure.SUBMITTED: one.submitted,
        Figure.RATE: one.rate,
    }
    if name in figures:
        return figures[name]
    carrier = str(name).strip("《》")
    return one.parts.get(name, one.adopted_in.get(carrier, 0))
