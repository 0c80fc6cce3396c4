"""What a clause's condition sees of a fact, and whether it holds."""

from dataclasses import replace
from fractions import Fraction

from desk.scoring.clauses.condition import NUMBERS, Trait
from desk.scoring.clauses.items import Deadline, Gate, Recode
from tests.reference.times import judged

UNIT_TRAITS = (Trait.UNIT, Trait.GROUP)


def holds(clause, view):
    """Whether a clause applies to what is seen."""
    if not all(meets(ask, view) for ask in clause.when.asks):
        return False
    return not clause.unless.asks or not all(meets(ask, view) for ask in clause.unless.asks)


def meets(ask, view):
    """Whether one trait has one of the values; numbers must keep all limits."""
    has = view[ask.trait]
    if ask.trait in NUMBERS:
        return has is not None and all(within(limit, Fraction(has)) for limit in ask.values)
    if "*" in ask.values and any(has):
        return True
    if ask.trait == Trait.NOTE:
        return any(value in has[0] for value in ask.values if value != "*")
    return any(value in has for value in ask.values if value)


def within(limit, number):
    """Whether a number keeps a limit such as ≥600."""
    if limit == "*":
        return True
    for sign in ("≥", ">=", "≤", "<=", ">", "<", "=", ""):
        if limit.startswith(sign):
            edge = Fraction(limit.removeprefix(sign).strip())
            break
    if sign in ("≥", ">="):
        return number >= edge
    if sign in ("≤", "<="):
        return number <= edge
    return {">": number > edge, "<": number < edge}.get(sign, number == edge)


def about_unit(clause, unit, groups):
    """Whether a period's clause is for this unit, as far as units and groups decide."""
    view = unit_view(unit, groups)
    asks = [ask for ask in clause.when.asks if ask.trait in UNIT_TRAITS]
    if not all(meets(ask, view) for ask in asks):
        return False
    unless = clause.unless.asks
    only = bool(unless) and all(ask.trait in UNIT_TRAITS for ask in unless)
    return not (only and all(meets(ask, view) for ask in unless))


def unit_view(unit, groups):
    """The traits of a unit alone."""
    group = next((one.name for one in groups if one.id == unit.group_id), "")
    return {Trait.UNIT: (unit.name,), Trait.GROUP: (group,)}


def view_of(fact, scheme, office):
    """All traits of a fact as its scheme sees it: recoded, and with its deadline judged."""
    view = raw_view(fact, scheme, office)
    recode = first_of(Recode, scheme, view)
    if recode:
        view |= carrier_view(named(office, recode.publication), recode.section, scheme)
    deadlines = [
        one for one in of_table(Deadline, scheme) if one.matter == fact.matter and holds(one, view)
    ]
    outcome, late = judged(fact, deadlines, office.specials)
    return view | {Trait.OUTCOME: (outcome,), Trait.LATE: late}


def raw_view(fact, scheme, office):
    """All traits as the fact tells them."""
    carrier = next((one for one in office.publications if one.id == fact.publication_id), None)
    section = carrier.section(fact.section_id) if carrier else None
    unit = next(one for one in office.units if one.id == fact.unit_id)
    told = fact.particulars
    return (
        carrier_view(carrier, section.name if section else "", scheme)
        | unit_view(unit, office.groups)
        | {
            Trait.ROLE: (fact.role.value,),
            Trait.PART: (fact.part.value if fact.part else "",),
            Trait.PARTIES: fact.shares,
            Trait.FORM: (told.form,),
            Trait.PLACEMENT: (told.placement,),
            Trait.WORDS: told.words,
            Trait.ATTACHMENT: told.attachments,
            Trait.TAG: told.tags,
            Trait.CHANNEL: (told.channel,),
            Trait.KIND: (told.kind,),
            Trait.COMMISSIONED: ("是" if told.commissioned else "否",),
            Trait.LEVEL: (told.level,),
            Trait.RANK: (told.rank,),
            Trait.TONE: (told.tone,),
            Trait.OUTCOME: (told.outcome,),
            Trait.GRADE: (told.grade,),
            Trait.LATE: told.late,
            Trait.NUMBER: (fact.issue_number,),
            Trait.NOTE: (fact.note,),
        }
    )


def carrier_view(carrier, section, scheme):
    """The traits of a publication in this scheme."""
    name = carrier.name if carrier else ""
    classes = [one.name for one in scheme.carriers if one.publication == name] if scheme else []
    return {
        Trait.PUBLICATION: (name,),
        Trait.SECTION: (section,),
        Trait.TIER: (carrier.tier.value if carrier else "",),
        Trait.CLASS: (classes[0] if classes else "",),
    }


def named(office, name):
    """The publication of that name."""
    return next((one for one in office.publications if one.name == name), None)


def of_table(kind, scheme):
    """The rows of one table, from the top down."""
    return [one for one in scheme.clauses if type(one) is kind] if scheme else []


def first_of(kind, scheme, view, matter=None):
    """The first row that holds, of those about the matter where rows are about one."""
    for one in of_table(kind, scheme):
        if (matter is None or one.matter == matter) and holds(one, view):
            return one
    return None


def gate_of(fact, scheme, view):
    """The first row of 不计 that holds."""
    for one in of_table(Gate, scheme):
        if one.matter in (None, fact.matter) and holds(one, view):
            return one
    return None


def unlabelled(clause):
    """A row without its number and source, so that equal rows of two schemes are one."""
    return replace(clause, code="", source="")
