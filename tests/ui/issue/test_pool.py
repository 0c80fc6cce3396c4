"""What the pool tells of each draft before it is chosen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from desk.candidates import Candidate
from desk.compiling import arrange, entry_of, new_issue
from desk.drafts import Kind, Status, Urgency
from desk.duplicates.likeness import Likeness, Nature, Verdict
from desk.publications import Publication, Section
from desk.releasing import release
from ui.issue.pool import COLUMNS, PoolRow
from ui.issue.pool_choice import Choice
from ui.session import Topic

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
AT = {column.key: number for number, column in enumerate(COLUMNS)}


@pytest.fixture
def cell(page):
    """The text of a cell of the pool, by the draft's title and the column's key."""

    def read(title, key, role=Qt.ItemDataRole.DisplayRole):
        titles = [row.draft.title for row in page.pool_model.rows]
        return page.pool_model.index(titles.index(title), AT[key]).data(role)

    return read


@pytest.fixture
def printed_elsewhere(store, office, session):
    """A draft that another publication has printed."""
    with store.begin() as work:
        sections = (Section("要情", 0),)
        other = work.catalogue.save_publication(Publication("每日要情", sections, "meiri"))
    draft = office.draft("县水利局加固病险水库", status=Status.READY)
    issue = new_issue(store, other.id, date(2026, 7, 14), by=office.by)
    arrange(store, issue.id, [entry_of(draft, other.sections[0].id)], by=office.by)
    settings = replace(session.settings, editor="甲", reviewer="乙", signer="丙")
    for _ in release(store, issue.id, settings, by=office.by):
        pass
    return draft


def test_the_pool_tells_the_lines_a_draft_would_take(page, office, ready, at_rest, cell):
    drafts = ready("短的", "长的")
    page.new_issue(office.publication.id)
    at_rest()
    page.pool.choose(1)
    page.add_chosen()
    at_rest()
    place = page.shown.places[str(drafts[1].id)]
    assert cell("短的", "lines") == str(place.rows)


def test_a_draft_past_its_clock_is_said_to_be_late(page, ready, now, cell):
    ready("早来的", received=now - timedelta(days=9), event_date=None, due=now - timedelta(days=1))
    ready("刚来的", due=now + timedelta(days=1))
    assert cell("早来的", "days") == "9 超"
    assert cell("刚来的", "days") == "0"
    assert "超过" in cell("早来的", "days", Qt.ItemDataRole.ToolTipRole)


def test_open_errors_are_counted_when_the_clerk_pauses(compiled, ready, qtbot, cell):
    compiled("甲")
    ready("有错的", text="县教育局组织检查组,对全县学校开展检查.")
    qtbot.waitUntil(lambda: cell("有错的", "errors").startswith("▲"))


def test_a_draft_like_a_printed_one_names_its_issue(
    page, store, ready, at_rest, cell, printed_elsewhere
):
    draft = ready("又来一条")[0]
    with store.begin() as work:
        alike = Likeness(draft.id, printed_elsewhere.id, Nature.AGAIN, 88)
        work.likenesses.put(draft.id, [alike])
    page.session.changed.emit(frozenset({Topic.DRAFTS}))
    at_rest()
    assert cell("又来一条", "twins") == "≈"
    assert "《每日要情》2026年第1期" in cell("又来一条", "twins", Qt.ItemDataRole.ToolTipRole)
    with store.begin() as work:
        work.likenesses.decide(draft.id, printed_elsewhere.id, Verdict.DISTINCT)
    page.session.changed.emit(frozenset({Topic.DRAFTS}))
    at_rest()
    assert cell("又来一条", "twins") == ""


def test_what_another_publication_printed_is_marked_and_comes_last(
    page, office, ready, at_rest, cell, printed_elsewhere
):
    ready("没用过的")
    page.new_issue(office.publication.id)
    at_rest()
    assert [row.draft.title for row in page.pool_model.rows] == ["没用过的", "县水利局加固病险水库"]
    assert cell("县水利局加固病险水库", "title").startswith("■ ")
    assert "《每日要情》2026年第1期印过" in cell(
        "县水利局加固病险水库", "title", Qt.ItemDataRole.ToolTipRole
    )


def test_what_this_publication_printed_is_offered_no_more(page, compiled, session, at_rest, office):
    compiled("印过的")
    for _ in release(session.store, page.issue.id, session.settings, by=office.by):
        pass
    page.new_issue(office.publication.id)
    at_rest()
    assert page.pool_model.rowCount() == 0


def test_the_urgent_and_the_old_come_first(page, ready, now):
    ready("新的")
    ready("旧的", received=now - timedelta(days=3))
    ready("急的", urgency=Urgency.URGENT)
    assert [row.draft.title for row in page.pool_model.rows] == ["急的", "旧的", "新的"]


def test_a_choice_narrows_the_pool(page, ready, now):
    ready("超时的", due=now - timedelta(days=1))
    ready("不急的")
    page.choices.choice.setCurrentText(Choice.LATE)
    assert [row.draft.title for row in page.pool_model.rows] == ["超时的"]
    assert page.choices.count.text() == "1 / 2"


def test_a_kind_suggests_its_section(page, store, office, ready, at_rest):
    with store.begin() as work:
        sections = (*office.publication.sections, Section("问题反映", 2))
        changed = replace(office.publication, sections=sections)
        publication = work.catalogue.save_publication(changed)
    ready("有问题", kind=Kind.PROBLEM)
    page.new_issue(publication.id)
    at_rest()
    assert not page.pool.isColumnHidden(AT["section"])
    page.pool.choose(0)
    page.add_chosen()
    at_rest()
    assert page.issue.entries[0].section_id == publication.sections[2].id


def test_the_chosen_drafts_stay_chosen_when_the_pool_is_read_anew(page, ready, office):
    ready("甲", "乙", "丙")
    page.pool.choose(1)
    office.draft("早", status=Status.READY, urgency=Urgency.EXTRA)
    page.refresh()
    assert [row.draft.title for row in page.choices.chosen()] == ["乙"]


def test_after_putting_one_in_the_next_one_is_chosen(page, office, ready, at_rest, titles, qtbot):
    ready("甲", "乙", "丙")
    page.new_issue(office.publication.id)
    at_rest()
    page.pool.choose(0)
    for _ in range(2):
        qtbot.keyClick(page.pool, Qt.Key.Key_Return)
        at_rest()
    assert titles() == ["甲", "乙"]
    assert [row.draft.title for row in page.choices.chosen()] == ["丙"]


def test_a_version_that_waits_says_why_instead_of_going_in(page, compiled, session, now):
    compiled("甲")
    version = Candidate(99, "乙", Status.EDITING, now)
    page.pool_model.set_rows([PoolRow(version, "县教育局", waits="这一版还是“在编”")])
    page.pool.choose(0)
    page.add_chosen()
    assert session.messages.toast.text == "这一版还是“在编”"


def test_rows_can_be_dragged_but_nothing_dropped_on_them(page, ready):
    ready("甲")
    assert page.pool.dragEnabled()
    assert not page.pool.acceptDrops()


def test_enter_works_at_once_when_the_page_is_opened(page, office, ready, at_rest, titles, qtbot):
    ready("甲", "乙")
    page.new_issue(office.publication.id)
    at_rest()
    page.pool.clearSelection()
    page.enter()
    qtbot.keyClick(page.pool, Qt.Key.Key_Return)
    at_rest()
    assert len(titles()) == 1


def test_the_pages_go_to_what_was_just_put_in(page, office, ready, at_rest, qtbot):
    ready("甲", text="\n".join(["县教育局组织检查组，对全县学校开展安全检查。"] * 60))
    page.new_issue(office.publication.id)
    at_rest()
    page.add_chosen()
    at_rest()
    ready("乙")
    page.choices.view.choose(0)
    page.add_chosen()
    at_rest()
    assert page.preview.page > 1
