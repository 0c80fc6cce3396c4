"""Checks the scheme of some TOML text against a small office."""

from datetime import date
from decimal import Decimal

import pytest

from desk.publications import Publication, Section, Tier
from desk.scoring.basis import Basis
from desk.scoring.checking.check import check_scheme
from desk.scoring.checking.complaint import CheckContext
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.coding import scheme_of
from desk.scoring.schemes.file import load
from desk.units import Quota, Unit, UnitGroup

HEAD = '名称 = "办法"\n执行日期 = 2026-01-01\n'
GRID = '[[采用分值]]\n刊物 = "政务信息"\n分值 = 3\n[[采用分值]]\n刊物 = "省府信息"\n分值 = 9\n'


@pytest.fixture
def basis():
    return Basis(
        units=[Unit("云岭县财政局", "财政局", 1, id=1)],
        groups=[UnitGroup("县直部门", 0, id=1)],
        quotas=[Quota(2026, 1, Decimal(12))],
        schemes=[Scheme("旧办法", date(2025, 1, 1), (), id=7)],
        publications=[
            Publication("政务信息", (Section("信息", 0, id=1), Section("简讯", 1, id=2)), id=1),
            Publication("省府信息", (), tier=Tier.PROVINCE, id=2),
        ],
    )


@pytest.fixture
def complaints(basis):
    """What is said of a scheme's tables, as lines; the whole of 采用分值 is there by default."""

    def check(text, *facts, head=HEAD, grid=GRID, using=basis):
        scheme = scheme_of(load(head + grid + text), using.publications)
        return [str(one) for one in check_scheme(scheme, CheckContext(using, facts))]

    return check
