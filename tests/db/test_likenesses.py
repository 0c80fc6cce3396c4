from dataclasses import replace

import pytest

from desk.drafts import DraftQuery
from desk.duplicates.likeness import Likeness, Nature, Verdict
from desk.errors import NotFoundError

SKETCH = bytes(range(8))


@pytest.fixture
def ids(work, draft_of):
    return [work.drafts.add(draft_of(f"来稿{number}"), "王敏").id for number in range(4)]


def test_sketches_come_back_by_age_in_one_piece(work, ids):
    for number, draft_id in enumerate(reversed(ids)):
        work.likenesses.put_sketches({draft_id: bytes([number]) * 8})
    found, data = work.likenesses.sketches()
    assert found == ids
    assert data == b"".join(bytes([number]) * 8 for number in (3, 2, 1, 0))


def test_a_new_sketch_takes_the_old_ones_place(work, ids):
    work.likenesses.put_sketches({ids[0]: SKETCH})
    work.likenesses.put_sketches({ids[0]: SKETCH[::-1]})
    assert work.likenesses.sketches() == ([ids[0]], SKETCH[::-1])


def test_the_drafts_of_some_units_are_listed_once(work, unit, draft_of):
    other = work.registry.save_unit(replace(unit, name="云岭县教育局", short="教育局", id=0))
    sent = [work.drafts.add(draft_of(unit_ids=ids), "王敏").id for ids in ((unit.id, other.id), ())]
    assert work.likenesses.sent_by([unit.id, other.id]) == [sent[0]]
    assert work.likenesses.sent_by([]) == []


def test_the_strongest_likeness_comes_first_from_either_side(work, ids):
    weak = Likeness(ids[3], ids[0], Nature.SAME_EVENT, 55)
    strong = Likeness(ids[3], ids[1], Nature.EXACT, 100)
    work.likenesses.put(ids[3], [weak, strong])
    assert work.likenesses.of(ids[3]) == [strong, weak]
    assert work.likenesses.of(ids[0]) == [weak]


def test_searching_again_keeps_decided_pairs_and_drops_the_others(work, ids):
    first = Likeness(ids[3], ids[0], Nature.AGAIN, 90)
    second = Likeness(ids[3], ids[1], Nature.AGAIN, 80)
    work.likenesses.put(ids[3], [first, second])
    work.likenesses.decide(ids[3], ids[0], Verdict.DISTINCT)
    work.likenesses.put(ids[3], [first])
    (kept,) = work.likenesses.of(ids[3])
    assert kept.verdict is Verdict.DISTINCT


def test_only_undecided_pairs_count_as_twins(work, ids):
    work.likenesses.put(ids[3], [Likeness(ids[3], ids[0], Nature.AGAIN, 90)])
    assert set(work.drafts.ids(DraftQuery(has_twins=True))) == {ids[3], ids[0]}
    work.likenesses.decide(ids[3], ids[0], Verdict.RETURNED)
    assert work.drafts.ids(DraftQuery(has_twins=True)) == []


def test_deciding_on_strangers_is_refused(work, ids):
    with pytest.raises(NotFoundError, match="重新查重"):
        work.likenesses.decide(ids[1], ids[0], Verdict.MERGED)


def test_the_likenesses_of_many_drafts_come_together(work, ids):
    work.likenesses.put(ids[2], [Likeness(ids[2], ids[0], Nature.AGAIN, 81)])
    work.likenesses.put(ids[1], [Likeness(ids[1], ids[0], Nature.EXACT, 99)])
    assert [one.score for one in work.likenesses.among(ids)] == [99, 81]
    assert [one.score for one in work.likenesses.among([ids[2]])] == [81]
