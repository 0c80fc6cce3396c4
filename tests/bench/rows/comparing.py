"""Comparing two texts of 10,000 characters: usually revised, shuffled, and nothing in common."""

from collections.abc import Iterator
from random import Random

from desk.body import plain
from desk.comparison.texts import Text, compare
from tests.bench.measuring import Measurement, Plan, repeated, summary
from tests.bench.texts import paragraphs

_LENGTH = 10_000
_EDITS = 300  # single characters, as a thorough editor changes
_CHARACTERS = 2_000  # of the alphabet of texts that share nothing


def measure(plan: Plan) -> Iterator[Measurement]:
    """The worst case is one paragraph against another that shares nothing."""
    random = Random(7)  # noqa: S311 - the same texts every time
    text = paragraphs(_LENGTH, random)
    revised = list("\n".join(text))
    for at in random.sample(range(len(revised)), _EDITS):
        if revised[at] != "\n":
            revised[at] = random.choice("工作情况，。")
    shuffled = random.sample(text, len(text))
    cases = (
        (f"{_EDITS} characters changed", "\n".join(text), "".join(revised)),
        ("all paragraphs moved", "\n".join(text), "\n".join(shuffled)),
        ("nothing in common, one paragraph", _noise(random, 1), _noise(random, 1)),
        ("nothing in common, 200 paragraphs", _noise(random, 200), _noise(random, 200)),
    )
    for name, old, new in cases:
        before, after = (Text("标题", plain(one)) for one in (old, new))
        samples = repeated(lambda pair=(before, after): compare(*pair), plan.times(30))
        yield summary(f"compare {_LENGTH:,} characters: {name}", samples, bar=100)


def _noise(random: Random, count: int) -> str:
    alphabet = [chr(0x4E00 + at) for at in range(_CHARACTERS)]
    return "\n".join("".join(random.choices(alphabet, k=_LENGTH // count)) for _ in range(count))
