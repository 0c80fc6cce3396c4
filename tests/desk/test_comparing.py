from datetime import timedelta

import pytest

from db.likenesses import SqlLikenesses
from db.store import SqlStore
from desk.comparing import compare, not_duplicate, reopen, twins
from desk.drafts import DraftQuery, Status
from desk.duplicates.likeness import Nature, Verdict
from desk.editing import move
from desk.errors import NotFoundError, StoreError
from desk.issues import Entry, Issue, IssueStatus
from desk.jobs import finish
from desk.matching import PORTION

TEXT = (
    "7月14日，县教育局组织12个检查组，对全县86所学校开展安全检查，发现隐患35处。\n"
    "检查中重点查看食堂、宿舍和校车，现场整改28处，其余7处由校长签字领回限期整改。\n"
    "县教育局还培训安全员318名，更换灭火器1260具。"
)
AGAIN = TEXT.replace("开展安全检查", "进行安全检查") + "县领导给予充分肯定。"


@pytest.fixture
def pair(office, now):
    """An earlier draft and the same unit's second try."""
    first = office.draft("县教育局检查校园安全", TEXT, received=now - timedelta(9))
    return first, office.draft("县教育局开展校园安全检查", AGAIN)


def test_a_repeated_draft_is_found_when_it_arrives(store, pair):
    first, second = pair
    assert finish(compare(store, [second.id])) == 1
    (twin,) = twins(store, second.id)
    assert (twin.other.id, twin.likeness.nature) == (first.id, Nature.AGAIN)
    assert twin.units == "县教育局"


def test_both_drafts_know_of_each_other(store, pair):
    first, second = pair
    finish(compare(store, [second.id]))
    assert [twin.other.id for twin in twins(store, first.id)] == [second.id]


def test_drafts_of_an_old_store_are_compared_with_too(store, pair):
    with store.read() as work:
        assert work.likenesses.sketches() == ([], b"")
    finish(compare(store, [pair[1].id]))
    with store.read() as work:
        assert work.likenesses.sketches()[0] == [one.id for one in pair]


def test_the_shared_sentences_stand_where_they_are_said_to(store, pair):
    finish(compare(store, [pair[1].id]))
    (twin,) = twins(store, pair[1].id)
    passage = twin.evidence.passages[2]
    left = twin.draft.body.text[slice(*passage.left)]
    assert left == "县教育局还培训安全员318名，更换灭火器1260具。"
    assert twin.other.body.text[slice(*passage.right)] == left


def test_changed_days_and_figures_are_told(store, office, now):
    office.draft("去年", TEXT.replace("14日", "9日").replace("86所", "84所"),
                 received=now - timedelta(370))  # fmt: skip
    new = office.draft("今年", TEXT)
    finish(compare(store, [new.id]))
    (twin,) = twins(store, new.id)
    assert twin.likeness.nature is Nature.RECYCLED
    changed = [new.body.text[slice(*one)] for one in twin.evidence.passages[0].left_changes]
    assert changed == ["7月14日", "86"]


def test_cancelling_keeps_what_was_found(store, pair, office):
    more = [office.draft(f"另一篇{number}", AGAIN).id for number in range(PORTION)]
    job = compare(store, [pair[1].id, *more])
    while "查找" not in next(job).text:
        pass
    next(job)
    job.close()
    with store.read() as work:
        twins = work.drafts.ids(DraftQuery(has_twins=True))
    assert {one.id for one in pair} < set(twins)
    assert more[-1] not in twins


def test_a_draft_that_came_by_another_way_is_compared_with_the_next(store, pair, office):
    finish(compare(store, [office.draft("县水利局检查水库", "县水利局检查水库46座。").id]))
    assert [twin.other.id for twin in twins(store, pair[1].id)] == [pair[0].id]


def test_a_draft_of_last_month_is_not_compared_anew(store, pair, office, now):
    again = office.draft("县教育局开展校园安全检查", AGAIN + "。", received=now - timedelta(8))
    finish(compare(store, [office.draft("县水利局检查水库", "县水利局检查水库46座。").id]))
    with store.read() as work:
        assert again.id in work.likenesses.sketches()[0]
        assert not any(one.draft_id == again.id for one in work.likenesses.of(again.id))


def test_what_another_program_compared_meanwhile_is_known(store, paths, pair, office):
    finish(compare(store, [pair[0].id]))
    beside = SqlStore.open(paths)
    finish(compare(beside, [pair[1].id]))
    beside.close()
    third = office.draft("又一篇", AGAIN)
    finish(compare(store, [third.id]))
    assert {twin.other.id for twin in twins(store, third.id)} == {one.id for one in pair}


def test_what_could_not_be_written_is_compared_again(store, pair, monkeypatch):
    monkeypatch.setattr(SqlLikenesses, "put_sketches", _full)
    with pytest.raises(StoreError):
        finish(compare(store, [pair[1].id]))
    monkeypatch.undo()
    assert twins(store, pair[1].id) == []
    finish(compare(store, [pair[0].id]))
    assert [twin.other.id for twin in twins(store, pair[1].id)] == [pair[0].id]


def _full(*_given):
    raise StoreError("磁盘已满。")


def test_what_is_no_duplicate_stays_so_when_searched_again(store, pair, office):
    first, second = pair
    finish(compare(store, [second.id]))
    not_duplicate(store, first.id, second.id, by=office.by)
    finish(compare(store, [second.id]))
    assert [twin.likeness.verdict for twin in twins(store, second.id)] == [Verdict.DISTINCT]
    with store.read() as work:
        assert work.drafts.ids(DraftQuery(has_twins=True)) == []
        assert work.audit.records(f"draft:{first.id}")[0].action == "不是重复"


def test_a_decision_can_be_taken_back(store, pair, office):
    finish(compare(store, [pair[1].id]))
    not_duplicate(store, pair[1].id, pair[0].id, by=office.by)
    reopen(store, pair[1].id, pair[0].id, by=office.by)
    assert not twins(store, pair[1].id)[0].likeness.verdict


def test_a_pair_that_is_no_pair_is_refused(store, pair, office):
    with pytest.raises(NotFoundError, match="重新查重"):
        not_duplicate(store, pair[0].id, pair[1].id, by=office.by)


def test_where_the_other_was_printed_is_told(store, pair, office, now):
    first, second = pair
    publication = office.publication
    with store.begin() as work:
        entry = Entry(first.id, publication.sections[0].id)
        released = IssueStatus.RELEASED
        day = now.date() - timedelta(8)
        work.issues.save(Issue(publication.id, 7, 7, day, (entry,), released, now))
    finish(compare(store, [second.id]))
    (printed,) = twins(store, second.id)[0].printed
    assert (printed.name, printed.day) == ("《政务信息》2026年第7期", day)


def test_comparing_changes_no_draft(store, pair, office):
    move(store, [pair[1].id], Status.EDITING, by=office.by)
    with store.read() as work:
        before = work.drafts.several([one.id for one in pair])
    finish(compare(store, [pair[1].id]))
    with store.read() as work:
        assert work.drafts.several([one.id for one in pair]) == before
