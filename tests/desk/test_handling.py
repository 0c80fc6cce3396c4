"""Many drafts at once, and back again."""

import pytest

from desk import handling
from desk.drafts import Status
from desk.errors import DeskError, NotAllowedError
from desk.topics import Topic


@pytest.fixture
def ids(office):
    return [office.draft(title).id for title in ("甲", "乙", "丙")]


@pytest.fixture
def drafts(store, ids):
    """The drafts as the store has them."""

    def read():
        with store.read() as work:
            return work.drafts.several(ids)

    return read


@pytest.fixture
def records(store, ids):
    """What was recorded of the first draft, the newest first."""

    def read():
        with store.read() as work:
            found = work.audit.records(f"draft:{ids[0]}")
        return [(one.action, one.detail) for one in found]

    return read


def test_new_drafts_are_taken_on_by_who_acts(store, ids, drafts, records, office):
    handling.accept(store, ids[:2], by=office.by)
    assert [draft.status for draft in drafts()] == [Status.EDITING, Status.EDITING, Status.NEW]
    assert [draft.holder for draft in drafts()] == ["王敏", "王敏", ""]
    assert records()[0] == ("新到→在编", "接收")


def test_who_has_a_draft_keeps_it(store, ids, drafts, office):
    handling.assign(store, ids, "李强", by=office.by)
    handling.accept(store, ids, by=office.by)
    assert {draft.holder for draft in drafts()} == {"李强"}


def test_taking_on_leaves_others_alone_and_refuses_where_none_is_new(store, ids, drafts, office):
    first = handling.accept(store, ids[:1], by=office.by)
    second = handling.accept(store, ids, by=office.by)
    assert [one.id for one in first + second] == ids
    with pytest.raises(NotAllowedError, match="新到"):
        handling.accept(store, ids, by=office.by)


def test_taking_on_is_taken_back(store, ids, drafts, office):
    before = drafts()
    held = handling.accept(store, ids, by=office.by)
    handling.put_accepted_back(store, held, by=office.by)
    assert drafts() == before


def test_handing_over_is_recorded_and_taken_back(store, ids, drafts, records, office):
    handling.assign(store, ids[:1], "李强", by=office.by)
    former = handling.assign(store, ids, "赵娜", by=office.by)
    assert {draft.holder for draft in drafts()} == {"赵娜"}
    assert records()[:2] == [("交办", "赵娜"), ("交办", "李强")]
    handling.put_assigned_back(store, former, by=office.by)
    assert [draft.holder for draft in drafts()] == ["李强", "", ""]


def test_a_name_too_long_is_refused(store, ids, office):
    with pytest.raises(DeskError, match="最多 60"):
        handling.assign(store, ids, "李" * 61, by=office.by)


def test_flags_change_only_where_they_differ(store, ids, drafts, office):
    handling.flag(store, ids[:1], on=True, by=office.by)
    assert handling.flag(store, ids, on=True, by=office.by) == ids[1:]
    handling.flag(store, ids[1:], on=False, by=office.by)
    assert [draft.is_flagged for draft in drafts()] == [True, False, False]


def test_reading_leaves_no_record(store, ids, drafts, records):
    before = records()
    assert handling.mark_read(store, ids[:2], on=True) == ids[:2]
    assert [draft.is_read for draft in drafts()] == [True, True, False]
    assert records() == before


def test_tags_are_added_once_and_new_topics_join_the_list(store, ids, drafts, office):
    with store.begin() as work:
        work.lists.save_topic(Topic("防汛", 0))
    handling.tag(store, ids[:1], ["防汛"], on=True, by=office.by)
    handling.tag(store, ids, ["营商环境", "防汛"], on=True, by=office.by)
    assert drafts()[0].topics == ("防汛", "营商环境")
    assert drafts()[1].topics == ("营商环境", "防汛")
    with store.read() as work:
        assert [topic.name for topic in work.lists.topics()] == ["防汛", "营商环境"]


def test_tags_are_taken_away_and_put_back(store, ids, drafts, office):
    handling.tag(store, ids[:2], ["防汛", "抗旱"], on=True, by=office.by)
    before = handling.tag(store, ids, ["防汛"], on=False, by=office.by)
    assert [draft.topics for draft in drafts()] == [("抗旱",), ("抗旱",), ()]
    assert list(before) == ids[:2]
    handling.put_tags_back(store, before, by=office.by)
    assert drafts()[0].topics == ("防汛", "抗旱")


def test_no_topic_is_no_tag(store, ids, office):
    with pytest.raises(DeskError, match="没有写选题"):
        handling.tag(store, ids, [" ", ""], on=True, by=office.by)


def test_more_drafts_than_are_read_together_are_all_tagged(store, office):
    ids = [office.draft(f"{number}").id for number in range(handling._AT_ONCE + 1)]
    assert list(handling.tag(store, ids, ["防汛"], on=True, by=office.by)) == ids
