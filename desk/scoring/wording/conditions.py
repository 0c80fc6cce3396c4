"""Conditions as a clerk would say them."""

from collections.abc import Iterable

from desk.scoring.clauses.condition import NUMBERS, Ask, Condition, Trait

_ANY = "*"
_YES = "是"
_NAMES = (Trait.PUBLICATION, Trait.UNIT)  # they say themselves what they are


def condition_words(condition: Condition) -> str:
    """What is asked: 《每日要情》，方式是单条或单篇，字数≥600."""
    return "，".join(_asked(ask) for ask in condition.asks)


def alternatives(values: Iterable[str]) -> str:
    """Values of which one is enough: 甲、乙或丙."""
    *front, last = list(values) or [""]
    return f"{'、'.join(front)}或{last}" if front else last


def _asked(ask: Ask) -> str:
    if ask.values == (_ANY,):
        return f"有{ask.trait}"
    if ask.trait is Trait.COMMISSIONED:
        return "是约稿" if ask.values == (_YES,) else "不是约稿"
    if ask.trait in NUMBERS:
        return f"{ask.trait}{'且'.join(ask.values)}"
    if ask.trait is Trait.NOTE:
        return f"备注里有{alternatives(f'“{one}”' for one in ask.values)}"
    values = (f"《{one}》" if ask.trait is Trait.PUBLICATION else one for one in ask.values)
    return f"{'' if ask.trait in _NAMES else f'{ask.trait}是'}{alternatives(values)}"
