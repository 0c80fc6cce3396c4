"""What else must be said of a unit beside its figures (备注)."""

from collections.abc import Iterator

from desk.scoring.results import UnitScore

ZERO = "挂零"


def remarks(score: UnitScore) -> Iterator[str]:
    """挂零, honours and what stands against them, lines not passed."""
    if score.zero:
        yield ZERO
    if score.placed:
        yield "评先入围"
    yield from (f"取消评先：{why}" for why in score.barred)
    yield from (f"不达标：{what}" for what in score.failed)
