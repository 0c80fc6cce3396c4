"""Checks: a whole draft, a long one, an issue, the paragraph being typed; and two peers."""

import time
from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

from desk.checks.engine import check, check_paragraph
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Severity
from desk.demo.manuscripts import tell
from desk.demo.stories import stories
from tests.bench.checkers import Said, autocorrect, zhlint
from tests.bench.corpus import clean
from tests.bench.measuring import Measurement, Plan, repeated, summary, timed_each
from tests.bench.office import TODAY
from tests.bench.texts import fresh

_REPEATS = 30
_ITEMS = 20
_ITEM_LENGTH = 400


def measure(plan: Plan) -> Iterator[Measurement]:
    """Check texts that were never checked before; the findings of paragraphs are remembered."""
    random = Random(1)  # noqa: S311 - the same texts every time
    texts = fresh(random)
    for length, bar in ((1_500, 30), (10_000, 150)):
        drafts = [_draft(length, texts, random) for _ in range(plan.times(_REPEATS) + 1)]
        samples = timed_each([lambda one=one: check(one) for one in drafts])
        yield summary(f"full check of {length:,} characters", samples, bar=bar)
    yield _issue(texts, random, plan)
    paragraph = next(one for one in texts if len(one) > 150)
    states = (paragraph[:at] for at in range(len(paragraph), 0, -1))
    typed = [lambda text=text: check_paragraph(text) for text in islice(states, plan.times(100))]
    note = f"{len(paragraph)} characters, another one at each key"
    yield summary("check of the paragraph being typed", timed_each(typed), bar=10, note=note)
    yield _again(_draft(1_500, texts, random), plan)
    yield from _beside_peers([_draft(1_500, texts, random).body for _ in range(plan.times(30))])


def _issue(texts: Iterator[str], random: Random, plan: Plan) -> Measurement:
    """All items of an issue that were never checked before."""
    issues = [
        [_draft(_ITEM_LENGTH, texts, random) for _ in range(_ITEMS)] for _ in range(plan.times(10))
    ]
    samples = timed_each([lambda one=one: [check(item) for item in one] for one in issues])
    note = f"{_ITEMS} items of {_ITEM_LENGTH} characters"
    return summary("full check of an issue", samples, note=note)


def _beside_peers(texts: list[str]) -> Iterator[Measurement]:
    """The same texts, and all correct drafts of the corpus, before the peers and before us."""
    drafts = [sample.manuscript for sample in clean()]
    correct = [f"{one.title}\n{one.body}" for one in drafts]
    ours = [_ours(Manuscript(body=text, is_fragment=True)) for text in texts]
    yield _beside("ours", ours, [_ours(draft) for draft in drafts])
    for blanks, name in ((True, "autocorrect"), (False, "autocorrect without its blanks")):
        run = autocorrect(texts + correct, blanks=blanks)
        yield _beside(name, run[: len(texts)], run[len(texts) :])
    said = zhlint(texts + correct)
    if said is None:
        yield Measurement("1,500 characters: zhlint", note="not measured: node lacks zhlint")
    else:
        yield _beside("zhlint", said[: len(texts)], said[len(texts) :])


def _ours(manuscript: Manuscript) -> Said:
    begun = time.perf_counter()
    found = check(manuscript)
    ms = (time.perf_counter() - begun) * 1000
    return Said(ms, sum(one.severity is not Severity.INFO for one in found))


def _beside(name: str, run: list[Said], on_correct: list[Said]) -> Measurement:
    findings = sum(one.findings for one in on_correct)
    silent = sum(not one.findings for one in on_correct)
    note = f"{findings} findings in {len(on_correct)} correct drafts, {silent} of them silent"
    return summary(f"1,500 characters: {name}", [one.ms for one in run][1:], note=note)


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
