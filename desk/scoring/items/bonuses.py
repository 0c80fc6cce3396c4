"""What makes one fact worth more than another (加成: A9, A10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desk.scoring.clauses.condition import NUMBERS, Ask, Trait
from desk.scoring.clauses.items import Bonus, Per, Step
from desk.scoring.figures import told

_PLACES = frozenset({Trait.PUBLICATION, Trait.SECTION, Trait.TIER, Trait.UNIT, Trait.GROUP})


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount on its way; ``is_plain`` where it is the listed points and nothing more."""

    amount: Fraction
    words: tuple[str, ...]
    is_plain: bool = False

    def then(self, amount: Fraction, words: str) -> "Sum":
        """The sum after one more step."""
        return Sum(amount, (*self.words, words))


def with_bonuses(found: Sum, bonuses: Sequence[Bonus], attachments: int, measure: str) -> Sum:
    """Apply all bonuses from the top down; 只乘基本分 adds what the base alone would gain."""
    base = found.amount
    for rule in bonuses:
        if rule.step is Step.MULTIPLY:
            amount = found.amount * rule.value
            if rule.of_base:
                amount = found.amount + base * (rule.value - 1)
            only = "（只乘基本分）" if rule.of_base else ""
            found = found.then(amount, f"{_why(rule)} ×{told(rule.value)}{only}")
            continue
        times = attachments if rule.per is Per.ATTACHMENT else 1
        by = f"×{times}" if rule.per is Per.ATTACHMENT else ""
        sign = "－" if rule.value < 0 else "＋"
        words = f"{_why(rule)} {sign}{told(abs(rule.value))}{by} {measure}"
        found = found.then(found.amount + rule.value * times, words)
    return found


def _why(rule: Bonus) -> str:
    """What the bonus is for: the values its condition asks for, places only if nothing else."""
    asks = rule.when.asks
    special = [ask for ask in asks if ask.trait not in _PLACES] or asks
    return "、".join(map(_values, special)) or rule.code or "加成"


def _values(ask: Ask) -> str:
    values = "、".join(ask.values)
    if values == "*":
        return f"有{ask.trait}"
    return f"{ask.trait}{values}" if ask.trait in NUMBERS or values in ("是", "否") else values
