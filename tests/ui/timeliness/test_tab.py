"""The 时效 tab of 督办."""

from datetime import date, timedelta

import pytest

from desk.auditing import By
from desk.commissions.commission import Commission, Task
from desk.drafts import Kind
from desk.importing.sheets import sheets
from ui.tasks.page import TasksPage
from ui.timeliness import tab as module
from ui.timeliness.tab import TimelinessTab

# a window of its own, which the offscreen platform cannot stack
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tab(opened, office, now, qtbot, session):
    """The tab on two drafts, one of them late, and a commission that one unit has not answered."""
    received = now - timedelta(days=1)
    office.draft("按时的稿", event_date=date(2026, 7, 14), received=received, due=now)
    late = {"event_date": date(2026, 7, 1), "due": received - timedelta(hours=1)}
    office.draft("迟了的稿", kind=Kind.FEEDBACK, received=received, **late)
    tasks = (Task(office.units[1].id),)
    notice = Commission(
        title="水利", day=date(2026, 7, 1), due=received, issued=received, tasks=tasks
    )
    with office.store.begin() as work:
        work.matters.save(notice, By("王敏", now))
    page = opened(TasksPage)
    page.show_target("时效")
    found = page.tab(TimelinessTab)
    qtbot.waitUntil(lambda: found.shown is not None)
    return found


@pytest.fixture
def settled(qtbot, session):
    def wait():
        qtbot.waitUntil(lambda: not session.worker.busy)

    return wait


def place(tab, name):
    return [row[0] for row in tab.shown.table.texts].index(name)


def test_a_figure_leads_to_its_drafts(tab, settled):
    row = place(tab, "县教育局")
    tab.follow(row, 3)
    settled()
    assert [one.title for one in tab.behind.model.rows] == ["迟了的稿"]
    assert tab.behind.heading.text() == "县教育局　迟报　共 1 件"
    assert next(iter(tab.behind.model.texts()))[5] == "▲迟报"


def test_a_line_behind_a_figure_opens_its_life_line_or_its_matter(tab, settled, session):
    asked = []
    session.requested.connect(lambda page, target: asked.append((page, target)))
    tab.follow(place(tab, "县教育局"), 1)
    settled()
    tab.behind.open_row(0)
    tab.follow(place(tab, "县水利局"), 9)
    settled()
    tab.behind.open_row(0)
    assert [page for page, _target in asked] == ["life", "tasks"]
    assert str(asked[1][1]).startswith("commission:")


def test_a_figure_of_nothing_says_so(tab, session):
    tab.follow(place(tab, "合计"), 5)
    assert "后面没有稿件" in session.messages.toast.text


def test_units_are_shown_for_one_kind_only(tab, settled):
    tab.kind.setCurrentIndex(tab.kind.findText(Kind.FEEDBACK))
    tab.kind.activated.emit(0)
    assert tab.shown.title == "2026年至今各单位反馈型信息报送时效"
    assert tab.shown.table.texts[-1][1] == "1"


def test_another_period_is_reckoned_anew(tab, settled):
    tab.period.show_days(date(2026, 6, 1), date(2026, 6, 30))
    tab.period.changed.emit()
    settled()
    assert tab.shown.table.texts[-1][1] == ""
    assert "请换一个时段" in tab.note.text()


def test_all_tables_go_into_one_workbook(tab, settled, tmp_path, monkeypatch):
    out = tmp_path / "时效.xlsx"
    monkeypatch.setattr(module, "save_path", lambda *_asked: out)
    tab.export()
    settled()
    titles = [rows[0][0] for rows in sheets(out.read_bytes(), out.name)]
    assert titles == [one.title for one in tab._tables]


def test_the_table_on_view_is_printed(tab, settled):
    tab.tables.setCurrentIndex(2)
    tab.print_out()
    settled()
    assert tab.paper.pdf.startswith(b"%PDF")
    assert tab.paper.windowTitle() == "2026年至今本室各环节用时"
