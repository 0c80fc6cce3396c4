"""Near-duplicates: one draft against the whole history, and what its sketch costs at the door."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from db.store import SqlStore
from desk.body import plain
from desk.comparing import compare
from desk.drafts import Draft, DraftQuery, Original
from desk.jobs import finish
from desk.matching import sketch_of
from tests.bench.measuring import Measurement, Plan, summary, timed
from tests.bench.window import NOW
from tests.desk.duplicates.rewording import heavily, lightly

_Reword = Callable[[tuple[str, ...], Random], tuple[str, ...]]


def measure(plan: Plan) -> Iterator[Measurement]:
    """Compare drafts that were reworded from old ones; the sketches of the history are made."""
    store = SqlStore.open(plan.own_office(), clock=lambda: NOW)
    random = Random(11)  # noqa: S311 - the same drafts every time
    with store.read() as work:
        ids = work.drafts.ids(DraftQuery())
    finish(compare(store, ids[:1]))  # sketches an office that was filled without
    note = f"{len(ids):,} drafts; read the sketches, search, verify, keep"
    for name, reword in (("reworded lightly", lightly), ("rewritten", heavily)):
        new = [_added(store, random.choice(ids), reword, random) for _ in range(plan.times(30))]
        samples = [timed(lambda one=one: finish(compare(store, [one]))) for one in new]
        yield summary(f"near-duplicate search, {name}", samples, bar=300, note=note)
    batch = [_added(store, random.choice(ids), lightly, random) for _ in range(plan.times(60))]
    took = timed(lambda: finish(compare(store, batch))) / len(batch)
    yield Measurement(
        "near-duplicate search in a batch, each", took, took, note=f"{len(batch)} drafts"
    )
    yield from _saving(store, ids, random, plan)
    store.close()


def _saving(store: SqlStore, ids: list[int], random: Random, plan: Plan) -> Iterator[Measurement]:
    """Take a draft in without and with its sketch, in turn."""
    plainly, sketched = list[float](), list[float]()
    for _ in range(plan.times(100)):
        draft = _reworded(store, random.choice(ids), lightly, random)
        plainly.append(timed(lambda draft=draft: _save(store, draft, with_sketch=False)))
        sketched.append(timed(lambda draft=draft: _save(store, draft, with_sketch=True)))
    yield summary("take one draft in", plainly)
    yield summary("take one draft in with its sketch", sketched)


def _save(store: SqlStore, draft: Draft, *, with_sketch: bool) -> None:
    with store.begin() as work:
        taken = work.drafts.add(draft, "基准")
        if with_sketch:
            work.likenesses.put_sketches({taken.id: sketch_of(taken)})


def _added(store: SqlStore, draft_id: int, reword: _Reword, random: Random) -> int:
    """The id of a new draft made from an old one."""
    draft = _reworded(store, draft_id, reword, random)
    with store.begin() as work:
        return work.drafts.add(draft, "基准").id


def _reworded(store: SqlStore, draft_id: int, reword: _Reword, random: Random) -> Draft:
    with store.read() as work:
        old = work.drafts.get(draft_id)
    body = plain("\n".join(reword(tuple(old.body.text.split("\n")), random)))
    original = Original(f"来稿{random.random()}.docx", "", body)
    later = old.received + timedelta(3)
    return replace(old, body=body, original=original, received=later, id=0, revision=0)
