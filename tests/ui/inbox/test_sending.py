"""Several selected drafts go to approval together; those that lack something stay."""

import pytest
from PySide6.QtCore import Qt

from desk.approvals import Condition, Lane, Stage
from desk.drafts import Kind, Status


@pytest.fixture
def lanes(store):
    with store.begin() as work:
        short = Lane("简办", (Stage("信息科审核"),), at_once=True)
        conditions = frozenset({Condition.ERRORS})
        down = Lane("下发", (Stage("信息科审核"),), conditions, position=1)
        up = Lane("上报", (Stage("主任审签"),), kinds=frozenset({Kind.PROBLEM}), position=2)
        return [work.approvals.save_lane(lane) for lane in (short, down, up)]


@pytest.fixture
def three(office, lanes, page):
    """Two that are ready for every lane, and one with an error."""
    fine = [office.draft(title).id for title in ("县教育局开展检查", "县教育局整改隐患")]
    faulty = office.draft("县教育局开展培训", "7月14日，县教育局组织培训,,成效明显。。").id
    page.refresh()
    page.list.choose_ids([*fine, faulty])
    page.list.setFocus()
    return [*fine, faulty]


@pytest.fixture
def asked(page, three, session, qtbot):
    """The strip, opened by its key in the list."""
    qtbot.waitUntil(page.bar.buttons["送审"].isEnabled)
    qtbot.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.sending.strip.isVisible)
    return page.sending.strip


def statuses(store, ids):
    with store.read() as work:
        found = {draft.id: draft.status for draft in work.drafts.several(ids)}
    return [found[draft_id] for draft_id in ids]


def test_two_keys_send_what_is_ready_and_leave_the_rest_selected(
    asked, page, three, store, session, qtbot
):
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "已按“下发”送审 2 篇" in session.messages.toast.text)
    assert statuses(store, three) == [Status.SUBMITTED, Status.SUBMITTED, Status.NEW]
    assert page.list.selected_ids() == three[2:]


def test_the_note_takes_all_of_it_back(asked, three, store, session, qtbot):
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "已按" in session.messages.toast.text)
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: Status.SUBMITTED not in statuses(store, three))


def test_the_strip_names_what_is_missing_by_lane(asked, qtbot):
    assert asked.lane.name == "下发"
    assert "“县教育局开展培训”还有" in asked.state.text()
    assert "1 篇还差下面几项" in asked.state.text()
    qtbot.keyClick(asked, Qt.Key.Key_3)
    assert asked.accept_button.text() == "送审 3 篇"


def test_what_no_draft_has_leads_to_the_first_that_lacks_it(
    page, three, asked, session, opened_pages, qtbot
):
    page.list.choose_ids(three[2:])
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: asked.accept_button.text() == "去处理")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert opened_pages == [("editor", three[2])]


def test_drafts_that_are_decided_are_not_sent(office, lanes, page, session, qtbot):
    gone = office.draft("已经退稿的", status=Status.RETURNED).id
    page.sending.ask([gone])
    qtbot.waitUntil(lambda: "都不能送审" in session.messages.banner.text)
    assert not page.sending.strip.isVisible()


@pytest.fixture
def opened_pages(session):
    """Where the page asked to go."""
    asked = []
    session.requested.connect(lambda page, target: asked.append((page, target)))
    return asked
