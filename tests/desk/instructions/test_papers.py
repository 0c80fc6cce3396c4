"""Slips, lists, statistics and the yearly file say what the register says."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from desk.errors import DeskError, NotFoundError
from desk.instructions.answering import close, take_feedback
from desk.instructions.handing import Handover, hand_over
from desk.instructions.instruction import Feedback
from desk.instructions.items import choices, item_of
from desk.instructions.listing import rows
from desk.instructions.papers import chase_list, month_list, slips
from desk.instructions.registering import register
from desk.instructions.statistics import By, Span, table_by
from desk.instructions.yearbook import export_year
from desk.jobs import finish
from desk.layout.preview import page_count
from desk.reports.register import register_pdf

PDF = b"%PDF-"
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31), "2026年")


def listed(desk):
    with desk.store.read() as work:
        return rows(work, desk.by.now)


@pytest.fixture
def names(desk):
    return {one.id: one.short for one in desk.office.units}


def test_the_slip_holds_the_words_the_limit_and_the_number(desk, names):
    one = desk.handed(carrier="《信息专报》2026年第12期")
    slip = slips("县政府办", one, one.unit_ids, names, "王敏 5122601", desk.by.today)[0]
    text = "\n".join(slip.paragraphs)
    assert f"“{one.text}”" in text
    assert "7月20日（星期一）18时前书面反馈" in text
    assert (slip.meta[0], slip.to) == ("批办〔2026〕1号", "县教育局")


def test_every_unit_gets_a_slip_that_names_the_others(desk, names):
    first, second = (one.id for one in desk.office.units)
    one = desk.registered()
    wanted = Handover((first, second), due=desk.later(days=5).now, lead_id=first)
    held = hand_over(desk.store, one.id, wanted, by=desk.by).latter
    made = slips("县政府办", held, (first, second), names, "", desk.by.today)
    assert "此件同时交县水利局办理，由你单位牵头。" in made[0].paragraphs
    assert "此件同时交县教育局办理，由县教育局牵头。" in made[1].paragraphs


def test_no_slip_before_the_hand_over(desk, names):
    one = desk.registered()
    with pytest.raises(DeskError, match="还没有交办"):
        slips("县政府办", one, (1,), names, "", desk.by.today)


def test_the_chase_list_holds_who_owes_and_who_is_waited_for(desk, names):
    desk.handed()
    desk.registered(text="", submitted=desk.by.today, day=desk.by.today, leader="罗建平")
    paper = chase_list("县政府办", listed(desk), names, {1: "5122119"}, desk.by.now, "")
    assert [part.heading for part in paper.parts] == ["欠反馈的单位", "报请批示、还没有批的"]
    assert paper.parts[0].lines[0][0] == "县教育局"
    assert "5122119" in paper.parts[0].lines[0]


def test_the_monthly_list_holds_the_words_to_the_letter(desk, names):
    one = desk.registered(text="很好！\n请推广。")
    paper = month_list("月报", listed(desk), names, desk.by.now, "")
    assert one.text in paper.parts[0].lines[0]
    assert page_count(register_pdf(paper)) == 1


def test_very_long_words_are_printed_whole(desk, names):
    desk.registered(text="请认真办理。" * 900)
    paper = month_list("月报", listed(desk), names, desk.by.now, "")
    assert page_count(register_pdf(paper)) > 1


def test_statistics_count_by_leader_with_days(desk, names):
    one = desk.handed()
    later = desk.later(days=2)
    unit = desk.office.units[0].id
    take_feedback(desk.store, one.id, unit, Feedback(later.now, "已办"), by=later)
    close(desk.store, one.id, "已办", by=later)
    desk.registered(leader="罗建平", tone="肯定")
    found = [row.instruction for row in listed(desk)]
    table = table_by(By.LEADER, found, names, YEAR, later.now)
    assert [row[0] for row in table.rows] == ["罗建平", "郑国平", "合计"]
    assert table.rows[1][1:] == (1, 0, 1, 0, 1, 0, Decimal("0.0"), Decimal("2.0"))


@pytest.mark.parametrize("by", By)
def test_nothing_counted_makes_an_empty_table(by, names, desk):
    assert table_by(by, [], names, YEAR, desk.by.now).rows == ()


def test_the_yearly_file_is_whole_with_scans_and_checksums(desk, tmp_path):
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63"
        "606060606000000005 00010d0a2db40000000049454e44ae426082".replace(" ", "")
    )
    register(desk.store, desk.wanted(), [("批示.png", png)], by=desk.by)
    made = finish(export_year(desk.store, 2026, tmp_path / "汇编", "县政府办", by=desk.by))
    assert (made.instructions, made.scans) == (1, 1)
    sums = (made.folder / "校验值.sha256").read_text(encoding="utf-8").splitlines()
    for line in sums:
        digest, path = line.split("  ")
        assert hashlib.sha256((made.folder / path).read_bytes()).hexdigest() == digest
    sheet = load_workbook(made.folder / "登记表.xlsx").active
    assert any("一校一策" in str(cell.value) for row in sheet for cell in row)


def test_a_year_without_instructions_makes_no_folder(desk, tmp_path):
    with pytest.raises(NotFoundError):
        finish(export_year(desk.store, 2025, tmp_path / "汇编", "县政府办", by=desk.by))
    assert not (tmp_path / "汇编").exists()


def test_an_item_is_found_by_its_words(desk):
    draft = desk.office.draft("县水利局抢修灌渠")
    with desk.store.read() as work:
        assert [one.draft_id for one in choices(work, "灌渠", desk.by.now)] == [draft.id]
        assert item_of(work, draft.id).units == "县教育局"
