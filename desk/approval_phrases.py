"""Opinions and answers of approval to choose by number."""

import tomllib
from functools import cache

from desk.paths import RESOURCES


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """The phrases of a kind: passed, returned or answers; at most nine have a number."""
    data = tomllib.loads((RESOURCES / "slips" / "phrases.toml").read_text(encoding="utf-8"))
    return tuple(data[kind])
