"""The product of a place and of its three industries, which make it (三次产业)."""

import re
from collections.abc import Iterator, Sequence

from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity

_PRODUCT = re.compile(r"生产总值|GDP")
_ORDER = "一二三"
_INDUSTRY = re.compile(
    r"第(?P<n>[一二三])产业(?:增加值)?(?:完成|实现|分别)?(?:增加值)?(?:达到?|为|是)?$"
)
_REACH = 9  # figures from the first industry's to the third's: values with their growth


def industries_in(body: Passage) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Yield a product with those of the three industries told behind it in its paragraph."""
    if "第一产业" not in body.own:
        return
    for place, one in enumerate(body.quantities):
        parts = _from(body.text, body.quantities[place : place + _REACH])
        product = next(
            (
                earlier
                for earlier in reversed(body.quantities[:place])
                if earlier.unit == one.unit and _PRODUCT.search(earlier.before)
            ),
            None,
        )
        if parts and product and "\n" not in body.text[product.start : parts[-1].end]:
            yield product, parts


def _from(text: str, figures: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The three values, where the first figure is the first industry's."""
    if _number(text, figures[0]) != _ORDER[0]:
        return ()
    found = [one for one in figures if one.unit == figures[0].unit and _number(text, one)][:3]
    return tuple(found) if [_number(text, one) for one in found] == list(_ORDER) else ()


def _number(text: str, one: Quantity) -> str:
    """Which industry's it is; ordinals are no part of a figure's own words."""
    match = _INDUSTRY.search(text[one.start - len(one.before) : one.start])
    return match["n"] if match else ""
