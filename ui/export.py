"""A line of a page's 导出 menu."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """Its words, and what it does."""

    words: str
    act: Callable[[], object]
