"""Rounding, and what one unit has of a composite's or a joint item's points."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from fractions import Fraction

from desk.issues import Role
from desk.parts import PartRole
from desk.scoring.clauses.results import Mode, Rest, Rounded, Rounding
from desk.scoring.clauses.share import EVEN, FULL, Way
from desk.scoring.scheme import JointShare
from tests.reference.seeing import of_table

MODES = {
    Mode.HALF_UP: ROUND_HALF_UP,
    Mode.DOWN: ROUND_DOWN,
    Mode.UP: ROUND_UP,
    Mode.HALF_EVEN: ROUND_HALF_EVEN,
}


def rounding_of(figure, scheme):
    """The row of 取舍 for a figure, or none."""
    return next((one for one in of_table(Rounding, scheme) if one.figure == figure), None)


def cut(value, decimals, mode=Mode.HALF_UP):
    """A number with so many decimals, exactly."""
    scaled = Fraction(value) * 10**decimals
    whole, rest = divmod(abs(scaled), 1)
    if mode == Mode.UP:
        whole += rest > 0
    elif mode == Mode.HALF_UP:
        whole += rest >= Fraction(1, 2)
    elif mode == Mode.HALF_EVEN:
        whole += rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1)
    return Fraction(whole if scaled >= 0 else -whole, 10**decimals)


def figure(value, kind, scheme, default=None):
    """A figure as shown: by its row of 取舍, or by the default decimals, or whole."""
    row = rounding_of(kind, scheme)
    if row:
        return cut(value, row.decimals, row.mode)
    return written(value) if default is None else cut(value, default)


def written(value):
    """A number that can be written out: endless decimals end at the sixth."""
    rest = Fraction(value).denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Fraction(value) if rest == 1 else cut(value, 6)


def part_of(points, fact, row, scheme, turn, lead_turn):
    """What the fact's unit has of the item's points."""
    share = share_of(fact, row, scheme)
    if share.way == Way.FULL:
        return points
    if share.way == Way.FIXED:
        return Fraction(share.value)
    rounding = rounding_of(Rounded.SHARE, scheme) or Rounding(figure=Rounded.SHARE, decimals=2)
    ratio = ratio_of(share, fact)
    if ratio != Fraction(1, fact.shares) or rounding.rest == Rest.NOBODY:
        return cut(points * ratio, rounding.decimals, rounding.mode)
    units = int(abs(cut(points, rounding.decimals, rounding.mode)) * 10**rounding.decimals)
    each, left = divmod(units, fact.shares)
    if rounding.rest == Rest.LEAD:
        each += left if turn == lead_turn else 0
    else:
        each += turn < left
    return Fraction(each if points >= 0 else -each, 10**rounding.decimals)


def ratio_of(share, fact):
    """The part of the whole that a share by parts, percent or work is."""
    if share.way == Way.RATIO:
        return Fraction(share.value) / 100
    if share.way == Way.PORTION and fact.portion is not None:
        return fact.portion
    return Fraction(1, fact.shares)


def share_of(fact, row, scheme):
    """The share that a row (none: the simple table) gives this unit."""
    is_composite, is_joint = fact.role == Role.COMPOSITE, fact.shares > 1
    if not (is_composite or is_joint):
        return FULL
    if row is not None and row.lead is not None and fact.part == PartRole.MAIN:
        return row.lead
    if is_composite:
        return row.composite if row is not None else FULL
    if row is not None and row.joint is not None:
        return row.joint
    return EVEN if scheme.joint == JointShare.SPLIT else FULL


def turns(facts):
    """Each fact's place among the facts of its item as booked, and the place of the lead."""
    places, leads, siblings = {}, {}, {}
    for fact in facts:
        siblings.setdefault(booking(fact), []).append(fact)
    for together in siblings.values():
        for count, fact in enumerate(together):
            places[fact.id] = count % fact.shares
            begin = count - count % fact.shares
            parts = [one.part for one in together[begin : begin + fact.shares]]
            leads[fact.id] = parts.index(PartRole.MAIN) if PartRole.MAIN in parts else 0
    return places, leads


def booking(fact):
    """What the facts of one item have in common that were booked at once."""
    return (
        fact.kind,
        fact.of_day,
        fact.day,
        fact.source,
        fact.title,
        fact.publication_id,
        fact.section_id,
        fact.issue_number,
        fact.shares,
    )


def as_decimal(value):
    """An exact fraction as a decimal."""
    return Decimal(value.numerator) / Decimal(value.denominator)
