"""Draw the figures of a story: ``a=12..18; b=2.5..4.0; c=a+b``."""

import re
from decimal import Decimal
from random import Random

_RANGE = re.compile(r"(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)")
_TERM = re.compile(r"([+-]?)(\w+)")


def draw_figures(spec: str, random: Random) -> dict[str, str]:
    """Draw every figure in turn; a later one may be the sum or difference of earlier ones."""
    values: dict[str, Decimal] = {}
    for item in filter(None, (part.strip() for part in spec.split(";"))):
        name, _, how = item.partition("=")
        values[name.strip()] = _value(how.strip(), values, random)
    return {name: printed(value) for name, value in values.items()}


def draw_range(text: str, random: Random) -> str | None:
    """A figure between two bounds, with as many decimals as they have; None: not a range."""
    drawn = _between(text, random)
    return None if drawn is None else printed(drawn)


def printed(value: Decimal) -> str:
    """A figure as it is written, without trailing zeros."""
    return f"{value.normalize():f}"


def _value(how: str, known: dict[str, Decimal], random: Random) -> Decimal:
    drawn = _between(how, random)
    if drawn is not None:
        return drawn
    terms = _TERM.findall(how)
    return sum((known[name] * (-1 if sign == "-" else 1) for sign, name in terms), Decimal(0))


def _between(text: str, random: Random) -> Decimal | None:
    bounds = _RANGE.fullmatch(text)
    if bounds is None:
        return None
    low, high = Decimal(bounds[1]), Decimal(bounds[2])
    places = len(bounds[1].partition(".")[2])
    drawn = random.randint(int(low.scaleb(places)), int(high.scaleb(places)))
    return Decimal(drawn).scaleb(-places)
