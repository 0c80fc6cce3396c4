"""Checks: a whole draft, a long one, and the paragraph being typed."""

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

from desk.checks.engine import check, check_paragraph
from desk.checks.manuscript import Manuscript
from desk.demo.manuscripts import tell
from desk.demo.stories import stories
from tests.bench.measuring import Measurement, Plan, repeated, summary, timed_each
from tests.bench.office import TODAY
from tests.bench.texts import fresh

_REPEATS = 30


def measure(plan: Plan) -> Iterator[Measurement]:
    """Check texts that were never checked before; the findings of paragraphs are remembered."""
    random = Random(1)  # noqa: S311 - the same texts every time
    texts = fresh(random)
    for length, bar in ((1_500, 30), (10_000, 150)):
        drafts = [_draft(length, texts, random) for _ in range(plan.times(_REPEATS) + 1)]
        samples = timed_each([lambda one=one: check(one) for one in drafts])
        yield summary(f"full check of {length:,} characters", samples, bar=bar)
    paragraph = next(one for one in texts if len(one) > 150)
    states = (paragraph[:at] for at in range(len(paragraph), 0, -1))
    typed = [lambda text=text: check_paragraph(text) for text in islice(states, plan.times(100))]
    note = f"{len(paragraph)} characters, another one at each key"
    yield summary("check of the paragraph being typed", timed_each(typed), bar=10, note=note)
    yield _again(_draft(1_500, texts, random), plan)
    yield Measurement("checks beside autocorrect, zhlint", note="not measured: not installed")


def _again(draft: Manuscript, plan: Plan) -> Measurement:
    """The pause in typing: the whole draft once more, one paragraph of it changed."""
    letters = cycle("工作情况")

    def key() -> None:
        nonlocal draft
        draft = Manuscript(draft.title, draft.body + next(letters), draft.kind)
        check(draft)

    return summary("check of 1,500 characters again after a key", repeated(key, plan.times(50)))


def _draft(length: int, texts: Iterator[str], random: Random) -> Manuscript:
    """A draft of so many characters."""
    body = ""
    while len(body) < length:
        body += next(texts) + "\n"
    story = random.choice(stories())
    title = tell(story, story.tellers[0], TODAY, random).title
    return Manuscript(title, body[:length], story.kind, TODAY, TODAY)
