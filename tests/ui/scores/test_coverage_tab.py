"""覆盖图: the map, the drafts behind a cell, who is silent, what nobody writes on."""

from datetime import date

import pytest
from openpyxl import load_workbook

from desk.drafts import DraftQuery
from desk.facts import Fact, FactKind
from desk.handling import tag
from desk.listing import save_topic
from desk.topics import Topic
from ui.commissions.wish import NoticeWish
from ui.scores.coverage_tab import CoverageTab
from ui.scores.page import ScoresPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own


@pytest.fixture
def coverage(opened, session, office, qtbot):
    """县教育局 sent a draft on 校园安全 in July and adopted an old one; 县水利局 nothing."""
    education, _ = office.units
    draft = office.draft()
    save_topic(office.store, Topic("防汛抗旱"), by=office.by)
    tag(office.store, [draft.id], ["校园安全"], on=True, by=office.by)
    with office.store.begin() as work:
        work.ledger.add(
            [
                Fact(
                    FactKind.SUBMISSION, date(2026, 7, 15), education.id, draft.title,
                    f"draft:{draft.id}", item_id=draft.id,
                ),
                Fact(
                    FactKind.ADOPTION, date(2026, 7, 10), education.id, "旧台账里的", "import:1",
                    publication_id=office.publication.id,
                    section_id=office.publication.sections[0].id,
                ),
            ]
        )  # fmt: skip
    page = opened(ScoresPage)
    page.days.show_days(date(2026, 6, 1), date(2026, 7, 31))
    page.refresh()
    page.show_target(CoverageTab.title)
    tab = page.tab(CoverageTab)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    return tab


def row_of(tab, name):
    titles = [column.title for column in tab.model.columns]
    rows = (dict(zip(titles, texts, strict=True)) for texts in tab.model.texts())
    return next(row for row in rows if row["单位"] == name)


def at(tab, name, title):
    place = [row.unit.short for row in tab.model.rows].index(name)
    column = [one.title for one in tab.model.columns].index(title)
    tab.view.setCurrentIndex(tab.model.index(place, column))
    tab.view.opened.emit(place)


def test_units_stand_against_topics_and_what_has_none(coverage):
    row = row_of(coverage, "县教育局")
    assert (row["校园安全"], row["防汛抗旱"], row["未归类"], row["合计"]) == ("1", "", "", "1")
    assert set(row_of(coverage, "县水利局").values()) == {"县水利局", "", "县政府工作部门"}


def test_adoptions_and_months_are_a_switch_away(coverage):
    coverage.figure.setCurrentText("采用/报送")
    coverage.against.setCurrentText("月份")
    coverage.against.activated.emit(1)
    row = row_of(coverage, "县教育局")
    assert (row["6月"], row["7月"], row["合计"]) == ("", "1/1", "1/1")


def test_a_cell_leads_to_its_drafts(coverage, session, qtbot, office):
    with qtbot.waitSignal(session.requested) as asked:
        at(coverage, "县教育局", "校园安全")
    page, query = asked.args
    assert page == "inbox"
    assert query == DraftQuery(
        unit_id=office.units[0].id,
        topic="校园安全",
        received_from=date(2026, 6, 1),
        received_to=date(2026, 7, 31),
    )


def test_a_cell_of_an_old_ledger_leads_to_its_lines(coverage):
    at(coverage, "县教育局", "未归类")
    assert coverage.page.current.title != CoverageTab.title


def test_silent_units_and_neglected_topics_are_listed(coverage):
    assert [row.unit.short for row in coverage.silent.rows] == ["县水利局"]
    assert [row.topic for row in coverage.neglected.rows] == ["防汛抗旱", "校园安全"]
    coverage.page.search.setText("教育")
    assert coverage.model.rowCount() == 1


@pytest.fixture
def asked(session):
    """The notices that were begun."""
    found = []
    session.requested.connect(lambda _page, wish: found.append(wish))
    return found


def test_silent_units_are_asked_for_drafts(coverage, asked, office):
    coverage.ask_silent.click()
    assert asked == [NoticeWish(unit_ids=(office.units[1].id,))]


def test_a_topic_is_asked_of_those_who_wrote_on_it(coverage, asked, office):
    coverage.neglected_view.choose(1)
    coverage.ask_topic.click()
    assert asked == [NoticeWish("校园安全", (office.units[0].id,), topics=("校园安全",))]


def test_a_topic_nobody_wrote_on_wants_units_chosen(coverage, asked):
    coverage.neglected_view.choose(0)
    coverage.view.clearSelection()
    coverage.call_topic()
    assert asked == []
    coverage.view.choose(0)
    coverage.call_topic()
    assert asked[0].title == "防汛抗旱"


def test_the_workbook_has_numbers_and_all_lists(coverage, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "覆盖图.xlsx"
    monkeypatch.setattr("ui.scores.coverage_tab.save_path", lambda *_args: path)
    coverage.save()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not coverage.session.worker.busy)
    book = load_workbook(path)
    assert book.sheetnames == ["选题报送", "选题采用", "逐月", "沉默单位", "没有采用的选题"]
    heads = [cell.value for cell in book["选题报送"][2]]
    values = [cell.value for cell in book["选题报送"][3]]
    assert dict(zip(heads, values, strict=True))["校园安全"] == 1


def test_it_prints_as_a_chart(coverage, monkeypatch, qtbot):
    sent = []
    monkeypatch.setattr(coverage, "send_to_printer", lambda pdf, **_more: sent.append(pdf))
    coverage.print_out()
    qtbot.waitUntil(lambda: bool(sent))
    assert sent[0].startswith(b"%PDF")
