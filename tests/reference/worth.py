"""What each standing fact of one item is worth, with all the others known."""

from dataclasses import dataclass
from fractions import Fraction

from desk.facts import Fact, FactKind
from desk.publications import Tier
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.items import Bonus, Ground, Loss, Per, Points, Policy, Reach, Scope, Step
from desk.scoring.clauses.results import Rounded
from desk.scoring.scheme import PointRule
from tests.reference.seeing import holds, of_table, unlabelled
from tests.reference.shares import figure, part_of
from tests.reference.times import year_of

NAMES = {
    FactKind.SUBMISSION: "报送分",
    FactKind.ADOPTION: "采用分",
    FactKind.FORWARDING: "上报分",
    FactKind.INSTRUCTION: "批示分",
    FactKind.COMMISSION: "约稿分",
    FactKind.EMERGENCY: "紧急分",
    FactKind.INCIDENT: "差错分",
    FactKind.ADJUSTMENT: "调整分",
}
ITEMS = (FactKind.SUBMISSION, FactKind.ADOPTION)
ON_ADOPTIONS = (Ground.ADOPTIONS, Ground.OWN_ADOPTIONS)
BEFORE_ADOPTIONS, BEFORE_ITEM, ALL = 1, 2, 3  # which grounds are reckoned already


@dataclass
class Seen:
    """A fact with its scheme, its traits, and the rows that hold of it."""

    fact: Fact
    scheme: object
    view: dict
    rows: list  # (component, Points or PointRule)
    gate: object
    repeat: object
    turn: int
    lead: int
    credited: list  # ids of units

    @property
    def scores(self):
        """Whether its points count."""
        return self.gate is None or self.gate.loss == Loss.COUNT

    @property
    def counts(self):
        """Whether it is counted."""
        return self.gate is None or self.gate.loss == Loss.POINTS


@dataclass
class Worth:
    """What a fact is worth as known at some moment."""

    points: dict  # by component
    weight: Fraction
    averaged: Fraction


def reckon(standing, grounds=ALL):
    """The worth of each standing fact of an item, by id."""
    grounds_of = {}
    if grounds > BEFORE_ADOPTIONS:
        grounds_of[BEFORE_ADOPTIONS] = reckon(standing, BEFORE_ADOPTIONS)
    if grounds > BEFORE_ITEM:
        grounds_of[BEFORE_ITEM] = reckon(standing, BEFORE_ITEM)
    points = {
        one.fact.id: {
            component: value_of(one, component, row, standing, grounds, grounds_of)
            for component, row in one.rows
            if one.scores
        }
        for one in standing
    }
    beaten = beaten_of(standing, points)
    return {one.fact.id: worth(one, points[one.fact.id], standing, beaten) for one in standing}


def worth(seen, points, standing, beaten):
    """The worth of one fact, after what other facts of the item take from it."""
    dropped = seen.fact.id in beaten
    replaced = [name for name, row in seen.rows if is_replaced(seen, row, standing)]
    points = {
        name: Fraction(0) if dropped or name in replaced else value
        for name, value in points.items()
    }
    weight = weight_of(seen)
    if dropped and seen.repeat.counts_items:
        weight = Fraction(0)
    has_points = bool(seen.rows) and seen.scores and seen.fact.matter in ITEMS
    return Worth(points, weight, weight if has_points and not replaced else Fraction(0))


def weight_of(seen):
    """How many items a fact is."""
    if not seen.counts:
        return Fraction(0)
    if seen.fact.matter not in ITEMS:
        return Fraction(1)
    row = seen.rows[0][1] if seen.rows else None
    return row.weight if isinstance(row, Points) else Fraction(1)


def is_replaced(seen, row, standing):
    """Whether another fact of the item takes the place of what this row gives."""
    kinds = row.replaced_by if isinstance(row, Points) else ()
    return any(
        one.fact.matter in kinds and one.scores and one.fact.id != seen.fact.id
        for one in of_year(seen, standing)
    )


def beaten_of(standing, points):
    """The facts that 一稿多用 leaves without points."""
    together = {}
    for one in standing:
        key = repeat_key(one)
        if key and one.scores and one.rows:
            together.setdefault(key, []).append(one)
    beaten = set()
    for group in together.values():
        best = group[0]
        if group[0].repeat.policy == Policy.HIGHEST:
            best = max(group, key=lambda one: sum(points[one.fact.id].values()))
        beaten |= {one.fact.id for one in group if one is not best}
    return beaten


def repeat_key(seen):
    """What facts have in common that are looked at together; none where all count."""
    if seen.repeat is None or seen.repeat.policy == Policy.ALL:
        return None
    by_level = seen.fact.matter == FactKind.INSTRUCTION
    traits = {
        Scope.ALL: (),
        Scope.TIER: (Trait.LEVEL if by_level else Trait.TIER,),
        Scope.CLASS: (Trait.CLASS,),
        Scope.CARRIER: (Trait.PUBLICATION,),
        Scope.RANK: (Trait.LEVEL, Trait.RANK),
    }[seen.repeat.scope]
    value = tuple(seen.view[one][0] for one in traits)
    if traits and not any(value):
        return None
    within = year(seen) if seen.repeat.reach == Reach.YEAR else None
    return unlabelled(seen.repeat), value, within


def value_of(seen, component, row, standing, grounds, grounds_of):
    """Points of one fact by one row: base, bonuses, share, rounding."""
    if isinstance(row, PointRule):
        return simple_value(seen, row)
    if row.ground in ON_ADOPTIONS and grounds <= BEFORE_ADOPTIONS:
        return Fraction(0)
    if row.ground == Ground.ITEM and grounds <= BEFORE_ITEM:
        return Fraction(0)
    value = base_of(seen, component, row, standing, grounds_of)
    if component == bonus_component(seen):
        value = with_bonuses(value, seen)
    return finished(value, seen, row)


def simple_value(seen, rule):
    """Points by the simple table."""
    if seen.fact.role.value == "综合" and rule.composite is not None:
        return figure(Fraction(rule.composite), Rounded.LINE, seen.scheme)
    value = Fraction(rule.points)
    if bonus_component(seen) == "采用分":
        value = with_bonuses(value, seen)
    return finished(value, seen, None)


def finished(value, seen, row):
    """The unit's part, rounded."""
    part = part_of(value, seen.fact, row, seen.scheme, seen.turn, seen.lead)
    return figure(part, Rounded.LINE, seen.scheme)


def base_of(seen, component, row, standing, grounds_of):
    """Points before bonuses and shares."""
    told = seen.fact.particulars
    is_decided = (
        row.least is not None or row.most is not None or seen.fact.matter == FactKind.ADJUSTMENT
    )
    given = plain_value(seen, component, row, standing)
    if row.ground == Ground.EXTERNAL:
        given = Fraction(told.external or 0) * row.factor
    elif row.ground in ON_ADOPTIONS:
        ground = adoptions(of_year(seen, standing), grounds_of[BEFORE_ADOPTIONS], row.ground)
        given = ground * row.factor if ground else given or Fraction(0)
    elif row.ground == Ground.ITEM:
        before = grounds_of[BEFORE_ITEM]
        given = total(before[one.fact.id] for one in of_year(seen, standing)) * row.factor
    if is_decided and told.value is not None:
        given = Fraction(told.value)
    if given is None:
        return Fraction(0)
    if row.least is not None:
        given = max(given, Fraction(row.least))
    return given if row.most is None else min(given, Fraction(row.most))


def plain_value(seen, component, row, standing):
    """The row's own points for the n-th such fact; none where it has none."""
    if not row.points:
        return None
    same = [
        one
        for one in of_year(seen, standing)
        if one.scores and any(name == component and equal(other, row) for name, other in one.rows)
    ]
    place = next(n for n, one in enumerate(same) if one.fact.id == seen.fact.id)
    return Fraction(row.points[min(place, len(row.points) - 1)]) * times(seen, row.per, row)


def of_year(seen, standing):
    """The facts of the item that are of the same year."""
    return [one for one in standing if year(one) == year(seen)]


def year(seen):
    """The year a fact is of."""
    return year_of(seen.fact.counted, seen.scheme)


def equal(one, other):
    """Whether two rows are the same but for number and source."""
    return (
        type(one) is type(other)
        and isinstance(one, Points)
        and unlabelled(one) == unlabelled(other)
    )


def times(seen, per, row=None):
    """How many hours or attachments there are, or once."""
    if per == Per.ATTACHMENT:
        return Fraction(len(seen.fact.particulars.attachments))
    if per == Per.FACT:
        return Fraction(1)
    hours = Fraction(seen.view[Trait.LATE] or 0) - Fraction(row.grace if row else 0)
    whole, part = divmod(max(hours, Fraction(0)), 1)
    return Fraction(whole + (1 if part and not (row and row.whole_hours) else 0))


def adoptions(standing, worths, ground):
    """What the item's adoptions are worth, all or those of own publications."""
    return total(
        worths[one.fact.id]
        for one in standing
        if one.fact.matter == FactKind.ADOPTION
        and (ground == Ground.ADOPTIONS or one.view[Trait.TIER][0] == Tier.OWN.value)
    )


def total(worths):
    """All points together."""
    return sum((sum(one.points.values(), Fraction(0)) for one in worths), Fraction(0))


def bonus_component(seen):
    """The one component bonuses are added to."""
    names = [name for name, _ in seen.rows]
    own = NAMES[seen.fact.matter]
    return own if own in names else names[0]


def with_bonuses(base, seen):
    """Points with all bonuses that hold, from the top down."""
    value = base
    for row in of_table(Bonus, seen.scheme):
        if row.matter != seen.fact.matter or not holds(row, seen.view):
            continue
        if row.step == Step.ADD:
            value += row.value * times(seen, row.per)
        elif row.of_base:
            value += base * (row.value - 1)
        else:
            value *= row.value
    return value
