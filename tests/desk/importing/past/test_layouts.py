"""Ledgers as offices keep them, each with what it must book: layouts.toml."""

import tomllib
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desk.auditing import By
from desk.errors import NotAllowedError
from desk.importing.ledger import import_ledger, look_through, read_book
from desk.importing.past.guide import PLAIN
from desk.importing.past.guide_file import dump_guide, load_guide, parse_guide
from desk.importing.past.report import State
from desk.jobs import finish

LAYOUTS = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text("utf-8"))["layout"]


@pytest.fixture(params=LAYOUTS, ids=lambda one: one["name"])
def layout(request):
    return request.param


@pytest.fixture
def table(layout, tmp_path):
    """The layout as a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in layout["sheets"]:
        page = book.create_sheet(sheet["name"])
        for row in sheet["rows"]:
            page.append([cell or None for cell in row])
        for merge in sheet.get("merges", []):
            page.merge_cells(merge)
    path = tmp_path / "旧台账.xlsx"
    book.save(path)
    return path


@pytest.fixture
def mapping(layout, tmp_path):
    if "guide" not in layout:
        return None
    path = tmp_path / "对照.toml"
    path.write_text(layout["guide"], "utf-8")
    return path


def told(fact, work):
    units = {unit.id: unit.short for unit in work.registry.units()}
    carriers = {one.id: one for one in work.catalogue.publications()}
    carrier = carriers.get(fact.publication_id)
    section = carrier.section(fact.section_id) if carrier else None
    place = f"{carrier.name}{f'/{section.name}' if section else ''}" if carrier else ""
    said = fact.particulars
    words = (fact.kind, fact.day.isoformat(), units[fact.unit_id], fact.title, place)
    more = (fact.issue_number, said.level, f"{said.value or ''}")
    note = fact.note if fact.kind == "调整" else ""
    return " ".join(str(word) for word in (*words, *more, note) if word)


def test_what_a_ledger_says_is_booked(layout, table, mapping, office, by):
    if wrong := layout.get("wrong"):
        with pytest.raises(NotAllowedError) as refused:
            import_ledger(office, table, **by, mapping=mapping)
        assert str(refused.value).splitlines()[1:] == wrong
        return
    import_ledger(office, table, **by, mapping=mapping)
    with office.read() as work:
        facts = work.ledger.between(date(2000, 1, 1), date(2100, 1, 1))
        assert sorted(told(fact, work) for fact in facts) == sorted(layout["facts"])


def test_lines_that_are_no_records_are_told(layout, table, mapping, office, by):
    guide = load_guide(mapping) if mapping else PLAIN
    _found, lines = finish(look_through(office, read_book(table), guide, by=By(*by.values())))
    skipped = [f"{one.number} {one.remark}" for one in lines if one.state is State.SKIPPED]
    assert skipped == layout.get("skipped", [])
    with office.read() as work:
        assert work.ledger.last_id() == 0


def test_a_guide_says_the_same_after_it_was_written_down(layout, mapping):
    guide = load_guide(mapping) if mapping else PLAIN
    assert parse_guide(dump_guide(guide)) == guide
