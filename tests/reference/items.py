"""What changes with each fact: every item of every unit reckoned anew after each of its facts."""

from dataclasses import dataclass, replace
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.items import Attribution, Credit, Points, Repeat
from tests.reference.seeing import first_of, gate_of, holds, named, of_table, view_of
from tests.reference.shares import turns
from tests.reference.times import scheme_of, year_of
from tests.reference.worth import NAMES, Seen, Worth, reckon


@dataclass
class Change:
    """What changed of one fact (``about``) at a step, for one unit."""

    day: object
    step: int
    unit_id: int
    about: Seen
    component: str
    points: Fraction
    weight: Fraction
    averaged: Fraction
    standing: int  # 1 where it came, -1 where it was taken back
    number: int  # the same, of what counts as an item
    own: bool = True  # of the fact that came or went, not of another of its item


def changes(facts, office, purpose):
    """Everything that changed, by day and booking; the newest fact's own points first."""
    facts = sorted(facts, key=lambda one: (one.day, one.id))
    booked = [one for one in facts if one.kind != FactKind.REVERSAL]
    back = [one for one in facts if one.kind == FactKind.REVERSAL]
    lost = lost_facts(booked, back)
    places, leads = turns(booked + lost)
    items = {}
    for fact in booked + lost:
        seen = see(fact, office, purpose, places, leads)
        items.setdefault((fact.unit_id, item_key(seen)), []).append(seen)
    found = []
    for members in items.values():
        ids = {one.fact.id for one in members}
        taken = [one for one in back if takes(one) in ids]
        found += item_changes(members, {one.id for one in lost}, taken)
    return sorted(found, key=lambda one: (one.day, one.step, not one.own))


def takes(reversal):
    """The id of the fact a reversal takes back; one of its own where it doesn't say."""
    return reversal.reverses or -reversal.id


def lost_facts(booked, back):
    """The facts that only their reversals tell of."""
    known = {one.id for one in booked}
    return [
        replace(one, kind=one.matter, id=takes(one), day=one.counted, reverses=0, of_kind=None)
        for one in back
        if takes(one) not in known
    ]


def see(fact, office, purpose, places, leads):
    """Look at a fact through the scheme of its day."""
    scheme = scheme_of(office.schemes, purpose, fact.counted)
    view = view_of(fact, scheme, office)
    return Seen(
        fact,
        scheme,
        view,
        rows_of(fact, scheme, view, office),
        gate_of(fact, scheme, view),
        first_of(Repeat, scheme, view, fact.matter),
        places[fact.id],
        leads[fact.id],
        credited(fact, scheme, view, office),
    )


def credited(fact, scheme, view, office):
    """The ids of the units a fact counts for."""
    row = first_of(Attribution, scheme, view)
    if row is None:
        return [fact.unit_id]
    target = next((one.id for one in office.units if one.name == row.target), fact.unit_id)
    return sorted({target, fact.unit_id}) if row.credit == Credit.BOTH else [target]


def rows_of(fact, scheme, view, office):
    """The first row that holds of each component, in the table's order; the simple table last."""
    found = {}
    for row in of_table(Points, scheme):
        component = row.component or NAMES[fact.matter]
        if row.matter == fact.matter and component not in found and holds(row, view):
            found[component] = row
    if fact.matter == FactKind.ADOPTION and "采用分" not in found and scheme:
        rule = simple_rule(scheme, view, office)
        if rule:
            found["采用分"] = rule
    if fact.matter == FactKind.ADJUSTMENT and not found and scheme:
        found["调整分"] = Points(matter=FactKind.ADJUSTMENT)
    return list(found.items())


def simple_rule(scheme, view, office):
    """The row of 采用分值 for the section, else for the publication."""
    carrier = named(office, view[Trait.PUBLICATION][0])
    if carrier is None:
        return None
    section = next((one.id for one in carrier.sections if one.name == view[Trait.SECTION][0]), None)
    rules = {(one.publication_id, one.section_id): one for one in reversed(scheme.rules)}
    return rules.get((carrier.id, section)) or rules.get((carrier.id, None))


def item_key(seen):
    """What names the same item."""
    fact = seen.fact
    if fact.item_id:
        return "draft", fact.item_id
    if fact.particulars.item:
        return "text", fact.particulars.item
    title = "".join(one for one in fact.title if one.isalnum())
    return ("title", title, year_of(fact.counted, seen.scheme)) if title else ("alone", fact.id)


def item_changes(members, lost, back):
    """Reckon one unit's item after each of its facts; what differs from before are changes."""
    came = [(one.fact.day, one.fact.id, one, None) for one in members if one.fact.id not in lost]
    went = [(one.day, one.id, None, takes(one)) for one in back]
    standing = [one for one in members if one.fact.id in lost]
    before = reckon(standing)
    found = []
    for day, step, new, taken in sorted(came + went, key=lambda one: one[:2]):
        if new:
            standing = sorted([*standing, new], key=lambda one: (one.fact.day, one.fact.id))
        standing = [one for one in standing if one.fact.id != taken]
        after = reckon(standing)
        for about in members:
            changed = differences(day, step, about, before, after)
            own = about.fact.id in (step, taken)
            found += [replace(one, own=own) for one in changed]
        before = after
    return found


def differences(day, step, about, before, after):
    """What a step changed of one fact, for each unit credited with it."""
    nothing = Worth({}, Fraction(0), Fraction(0))
    old, new = before.get(about.fact.id), after.get(about.fact.id)
    was, now = old or nothing, new or nothing
    weight, averaged = now.weight - was.weight, now.averaged - was.averaged
    standing = (new is not None) - (old is not None)
    number = bool(now.weight) - bool(was.weight)
    found = []
    for component in dict.fromkeys([*(name for name, _ in about.rows), *was.points, *now.points]):
        points = now.points.get(component, Fraction(0)) - was.points.get(component, Fraction(0))
        if points:
            found.append((component, points, Fraction(0), Fraction(0), 0, 0))
    if weight or averaged or standing:
        found.append(("", Fraction(0), weight, averaged, standing, number))
    return [Change(day, step, unit, about, *one) for one in found for unit in about.credited]
