"""进度: what each unit lacks and what the year promises."""

from datetime import date
from decimal import Decimal

import pytest

from desk.facts import Fact, FactKind, Particulars
from desk.publications import Publication, Tier
from ui.scores.progress_tab import ProgressTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own


@pytest.fixture
def progress(page, at_rest):
    page.show_target(ProgressTab.title)
    at_rest()
    return page.tab(ProgressTab)


@pytest.fixture
def rows(progress):
    def read():
        titles = [column.title for column in progress.model.columns]
        return {
            row["单位"]: row
            for row in (dict(zip(titles, texts, strict=True)) for texts in progress.model.texts())
        }

    return read


def test_the_gap_is_told_in_items_of_the_office_s_own_places(rows):
    row = rows()["县教育局"]
    assert row["差距"] == "还差 33.5 分：23 条简讯，或 6 条信息加 3 条简讯"
    assert row["年底"] == "▼ 完不成"
    assert row["去年同期"] == "0"


def test_a_unit_without_points_is_silent_since_a_day(rows):
    assert rows()["县水利局"]["挂零自"] == "2026-01-01"
    assert rows()["县教育局"]["挂零自"] == ""


def test_only_the_silent_ones_are_listed_on_demand(progress, rows):
    progress.choice.setCurrentText("挂零的")
    progress.narrow()
    assert list(rows()) == ["县水利局"]
    assert progress.count.text() == "1 个单位"


def test_our_own_task_is_set_and_measured(progress, page, store, office, at_rest):
    with store.begin() as work:
        city = work.catalogue.save_publication(Publication("云州信息", (), tier=Tier.CITY))
        fact = Fact(
            FactKind.ADOPTION,
            date(2026, 3, 9),
            office.units[0].id,
            "春耕",
            "import:1",
            publication_id=city.id,
            particulars=Particulars(external=Decimal(5)),
        )
        work.ledger.add([fact])
    progress.tasks.open_for(2026)
    progress.tasks.points[Tier.CITY].setText("20")
    progress.tasks.keep()
    at_rest()
    page.refresh()
    at_rest()
    assert progress.own.text() == "市级：得 5 分，目标 20 分，完成 25.0%"


def test_what_is_no_figure_stays_in_the_window(progress):
    progress.tasks.open_for(2026)
    progress.tasks.points[Tier.CITY].setText("二十")
    progress.tasks.keep()
    assert "市级的目标认不出来" in progress.tasks.error.text()
