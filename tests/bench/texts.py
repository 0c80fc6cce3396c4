"""Texts to check, type and print: the demo's stories with new figures."""

from collections.abc import Iterator
from random import Random

from desk.demo.manuscripts import tell
from desk.demo.stories import stories
from tests.bench.office import TODAY


def paragraphs(length: int, random: Random) -> list[str]:
    """Paragraphs of so many characters together."""
    found: list[str] = []
    left = length
    for one in fresh(random):
        found.append(one[:left])
        left -= len(one)
        if left <= 0:
            return found
    return found


def fresh(random: Random) -> Iterator[str]:
    """Paragraphs without end, of which none comes twice."""
    met: set[str] = set()
    while True:
        story = random.choice(stories())
        for one in tell(story, random.choice(story.tellers), TODAY, random).paragraphs:
            if one not in met:
                met.add(one)
                yield one
