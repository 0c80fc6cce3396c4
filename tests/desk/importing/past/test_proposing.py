"""What is guessed of a file, what is remembered of it, and what is learned from it."""

import pytest

from desk.auditing import By
from desk.importing.ledger import import_ledger, read_book, take
from desk.importing.past.guide import Cell, Guide
from desk.importing.past.proposing import propose
from desk.jobs import finish


@pytest.fixture
def proposed(office):
    def read(path):
        with office.read() as work:
            return propose(work, read_book(path))

    return read


def test_columns_of_numbers_are_guessed_by_their_headers(proposed, xlsx_file):
    guide = proposed(
        xlsx_file(
            ("2026年采用情况",),
            ("单位", "报送条数", "《政务信息》", "省领导批示", "得分", "排名"),
            ("财政局", 3, 2, 1, 9.5, 1),
        )
    )
    assert guide.crossed == {
        "报送条数": {"事项": "报送"},
        "《政务信息》": {"刊物": "政务信息", "事项": "采用"},
        "省领导批示": {"事项": "批示", "批示": "省领导批示"},
    }


def test_gaps_in_columns_that_every_row_needs_say_as_above(proposed, csv_file):
    guide = proposed(csv_file("日期,单位,标题,刊物", "2026-3-9,财政局,甲,", ",财政局,乙,"))
    assert guide.fill == {"日期"}


def test_a_table_is_read_as_last_time(office, proposed, csv_file, tmp_path, by):
    mapping = tmp_path / "对照.toml"
    mapping.write_text('"日期" = "登报日"\n"单位" = "谁报的"\n"空格同上" = ["日期"]', "utf-8")
    import_ledger(office, csv_file("登报日,谁报的", "2026-3-9,财政局"), **by, mapping=mapping)
    guide = proposed(csv_file("登报日,谁报的", "2026-4-9,水利局", name="四月.csv"))
    assert guide.columns == {"日期": "登报日", "单位": "谁报的"}
    assert guide.fill == {"日期"}


def test_a_spelling_that_was_confirmed_is_learned(office, csv_file, by):
    book = read_book(csv_file("日期,单位", "2026-3-9,财正局"))
    guide = Guide(units={"财正局": "云岭县财政局"})
    finish(take(office, book, guide, by=By(*by.values())))
    assert import_ledger(office, csv_file("日期,单位", "2026-4-9,财正局"), **by).count == 1
    with office.read() as work:
        assert "财正局" in work.registry.units()[0].aliases


def test_a_table_across_is_refused_until_it_is_told_what_its_cells_are(office, csv_file, by):
    path = csv_file("单位,政务信息", "财政局,2", name="2026年3月.csv")
    with pytest.raises(Exception, match="要先说明每格是条数还是得分"):
        import_ledger(office, path, **by)
    guide = Guide(cell=Cell.COUNT, crossed={"政务信息": {"刊物": "政务信息"}})
    assert finish(take(office, read_book(path), guide, by=By(*by.values()))).count == 2
