"""What is said of the fees of some days in one line."""

from collections.abc import Sequence

from desk.fees import plain_yuan
from desk.payments.fee import NOTHING, Fee, FeeState
from desk.payments.rules import FeeRules


def summary(fees: Sequence[Fee], rules: FeeRules, year: int) -> str:
    """How many wait, what was confirmed and paid, and what they leave of the year's budget."""
    held = {state: [one for one in fees if one.state is state] for state in FeeState}
    sums = {state: sum((one.total for one in some), NOTHING) for state, some in held.items()}
    said = [f"待核定 {len(held[FeeState.PROPOSED])} 篇"]
    said += [
        f"{state} {len(held[state])} 篇 {plain_yuan(sums[state])} 元"
        for state in (FeeState.CONFIRMED, FeeState.PAID)
    ]
    budget = rules.budget(year)
    if budget is not None:
        left = budget - sums[FeeState.CONFIRMED] - sums[FeeState.PAID]
        over = f"▲ 超 {plain_yuan(-left)} 元" if left < 0 else f"余 {plain_yuan(left)} 元"
        said.append(f"全年预算 {plain_yuan(budget)} 元，减去这里的{over}")
    return "　".join(said)
