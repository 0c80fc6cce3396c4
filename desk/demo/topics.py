"""The demo office's topics: which titles belong to which, by the words in them."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from desk.demo.registry import FOLDER
from desk.drafts import Kind

_FEW = 2  # topics of one draft


@cache
def demo_topics() -> tuple[str, ...]:
    """The office's topics, in its order."""
    return tuple(_lists()["选题"])


def topics_of_title(title: str) -> tuple[str, ...]:
    """The topics a title belongs to, two at most; some belong to none."""
    return tuple(_named(_lists()["选题"], title))[:_FEW]


def kind_of_title(title: str) -> Kind:
    """What kind of information a title announces; news where nothing else is seen."""
    return Kind(next(iter(_named(_lists()["类型"], title)), Kind.DYNAMIC))


def _named(lists: Mapping[str, Sequence[str]], title: str) -> list[str]:
    return [name for name, words in lists.items() if any(word in title for word in words)]


@cache
def _lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads((FOLDER / "topics.toml").read_text(encoding="utf-8"))
