"""Tables to import and an office to import them into."""

from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from desk.publications import Publication, Section
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.units import Unit, UnitGroup


@pytest.fixture
def by(now):
    return {"who": "小李", "now": now}


@pytest.fixture
def csv_file(tmp_path):
    def write(*lines, name="表.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    return write


@pytest.fixture
def xlsx_file(tmp_path):
    def write(*rows, name="表.xlsx", first_sheet=()):
        book = openpyxl.Workbook()
        page = book.active
        if first_sheet:
            for row in first_sheet:
                page.append(row)
            page = book.create_sheet()
        for row in rows:
            page.append(row)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def office(store):
    """Two units in a group, one publication, points for its sections."""
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("县直部门", 1))
        for name in ("财政局", "水利局"):
            unit = Unit(f"云岭县{name}", name, group.id, (f"县{name}",))
            work.registry.save_unit(unit)
        sections = (Section("信息", 0), Section("简讯", 1))
        carrier = work.catalogue.save_publication(Publication("政务信息", sections))
        rules = (
            PointRule(carrier.id, Decimal(3), carrier.sections[0].id, Decimal(1)),
            PointRule(carrier.id, Decimal("1.5")),
        )
        work.catalogue.save_scheme(
            Scheme("2026年计分办法", date(2026, 1, 1), rules, JointShare.SPLIT)
        )
    return store
