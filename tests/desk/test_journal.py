"""A draft is held by one window, and what it typed is kept whatever becomes of the window."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk import editing, journal
from desk.body import plain
from desk.drafts import Status
from desk.errors import NotAllowedError
from desk.journal import TakenOverError
from desk.sittings import Sitting, Text, missing


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))


@pytest.fixture
def draft(office):
    return office.draft("云岭县推进农田建设", "今年以来，推进顺利。")


@pytest.fixture
def sit(draft, now):
    def sit(window="a", who="王敏", **fields):
        return Sitting(draft.id, window, who, now, now, **fields)

    return sit


@pytest.fixture
def left(store):
    def left():
        with store.read() as work:
            return journal.leftovers(work)

    return left


TYPED = Text("云岭县推进农田建设", plain("今年以来，推进顺利，成效明显。"))


def test_a_draft_is_held_by_the_first_window(store, sit):
    assert journal.begin(store, sit("a", "王敏")) is None
    assert journal.begin(store, sit("b", "李四")).who == "王敏"


def test_the_next_window_gets_the_draft_when_the_first_lets_go(store, sit):
    journal.begin(store, sit("a"))
    journal.end(store, sit("a"))
    assert journal.begin(store, sit("b")) is None


def test_after_a_takeover_the_first_window_writes_no_revision(store, sit, office):
    journal.begin(store, sit("a"))
    journal.take_over(store, sit("b", "李四"), sit("a"), by=office.by)
    with pytest.raises(TakenOverError, match="李四"):
        journal.save(store, sit("a"), TYPED, by=office.by)


def test_what_the_first_window_still_held_is_offered(store, sit, office, left):
    journal.begin(store, sit("a"))
    journal.take_over(store, sit("b"), sit("a"), by=office.by)
    journal.keep_unsaved(store, sit("a", unsaved=TYPED))
    assert [(one.sitting.window, one.missing) for one in left()] == [("a", 5)]


def test_a_save_empties_what_was_kept_beside(store, sit, office):
    journal.begin(store, sit())
    journal.keep_unsaved(store, sit(unsaved=TYPED))
    journal.save(store, sit(), TYPED, by=office.by)
    with store.read() as work:
        assert work.sittings.of(sit().draft_id)[0].unsaved is None


def test_a_closed_window_leaves_nothing_but_what_is_unsaved(store, sit, left):
    journal.begin(store, sit())
    journal.keep_unsaved(store, sit(unsaved=TYPED))
    journal.end(store, sit())
    assert left()[0].sitting.unsaved == TYPED
    journal.begin(store, sit("b"))
    journal.end(store, sit("b"))
    assert len(left()) == 1


def test_what_a_killed_program_left_is_offered_at_the_next_start(store, sit, left):
    journal.begin(store, sit(cursor=7))
    assert left() == []
    journal.leave_behind(store)
    assert [(one.title, one.missing, one.sitting.cursor) for one in left()] == [
        ("云岭县推进农田建设", 0, 7)
    ]


def test_recovering_makes_a_revision_of_its_own_and_is_undone(store, sit, office, left, draft):
    journal.keep_unsaved(store, sit(unsaved=TYPED))
    journal.leave_behind(store)
    offered = left()[0].sitting
    before = journal.recover(store, offered, by=office.by)
    with store.read() as work:
        assert work.drafts.get(draft.id).body == TYPED.body
        assert work.drafts.last_revision(draft.id).why == "恢复未保存的文字"
    assert left()[0].missing == 0
    journal.unrecover(store, offered, before, by=office.by)
    with store.read() as work:
        assert work.drafts.get(draft.id).body == draft.body
    assert left()[0].missing == 5


def test_a_text_whose_draft_moved_on_waits_until_it_comes_back(store, sit, office, left, draft):
    with store.begin() as work:
        work.drafts.save(replace(draft, status=Status.EDITING))
    editing.move(store, [draft.id], Status.SUBMITTED, by=office.by)
    journal.keep_unsaved(store, sit(unsaved=TYPED))
    journal.leave_behind(store)
    with pytest.raises(NotAllowedError, match="退回修改"):
        journal.recover(store, left()[0].sitting, by=office.by)
    with store.begin() as work:
        work.drafts.save(replace(draft, status=Status.EDITING))
    journal.recover(store, left()[0].sitting, by=office.by)
    assert left()[0].missing == 0


def test_an_emptied_title_is_not_recovered(store, sit, office, left, draft):
    journal.keep_unsaved(store, sit(unsaved=replace(TYPED, title=" ")))
    journal.leave_behind(store)
    journal.recover(store, left()[0].sitting, by=office.by)
    with store.read() as work:
        assert work.drafts.get(draft.id).title == draft.title


def test_discarding_leaves_a_record_of_how_much(store, sit, office, left, draft):
    journal.keep_unsaved(store, sit(unsaved=TYPED))
    journal.leave_behind(store)
    journal.discard(store, left(), by=office.by)
    assert left() == []
    with store.read() as work:
        assert work.audit.records(f"draft:{draft.id}")[0].detail.startswith("5 字")


def test_what_was_put_aside_comes_into_the_store_at_the_next_start(store, sit, left):
    store.aside.put(sit(unsaved=TYPED))
    journal.leave_behind(store)
    assert left()[0].sitting.unsaved == TYPED
    assert store.aside.all() == []


def test_an_older_copy_put_aside_does_not_overwrite_a_newer_one(store, sit, left):
    store.aside.put(sit(unsaved=replace(TYPED, body=plain("旧")), beats=3))
    journal.keep_unsaved(store, sit(unsaved=TYPED, beats=4))
    journal.leave_behind(store)
    assert left()[0].sitting.unsaved == TYPED


def test_a_clock_set_back_changes_nothing_about_who_holds_a_draft(store, sit, office, now):
    journal.begin(store, sit("a"))
    earlier = now - timedelta(days=400)
    journal.beat(store, replace(sit("a"), seen=earlier, beats=2))
    assert journal.begin(store, sit("b")).seen == earlier


def test_after_a_clock_set_back_revisions_keep_their_order(store, draft, office, now):
    by = office.by
    editing.save_text(store, draft.id, draft.title, plain("新"), by=by)
    back = replace(by, now=now - timedelta(hours=5))
    editing.save_text(store, draft.id, draft.title, plain("更新"), by=back)
    with store.read() as work:
        found = work.drafts.revisions(draft.id)
        assert [one.body for one in found[-2:]] == [plain("新"), plain("更新")]
        assert work.drafts.get(draft.id).body == plain("更新")


def test_missing_counts_from_the_first_to_the_last_change():
    kept = Text("标题", plain("一二三四五"))
    assert missing(kept, kept) == 0
    assert missing(kept, Text("标题", plain("一二X三四五"))) == 1
    assert missing(kept, Text("标题", plain("一五"))) == 3
    assert missing(kept, Text("", plain("一二三四五"))) == 2
