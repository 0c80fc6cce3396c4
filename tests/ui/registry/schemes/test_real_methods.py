"""Real methods typed by hand into the forms, and what comes of them."""

from datetime import date
from decimal import Decimal

import pytest

from desk.assessing import assess
from desk.facts import Fact, FactKind, Particulars
from desk.issues import Role
from desk.publications import Publication, Section, Tier

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def book(store, office):
    """Book facts of 县教育局: kind, month, item, and what else is known."""

    def add(*facts):
        with store.begin() as work:
            work.ledger.add(
                Fact(
                    kind,
                    date(2026, month, 9),
                    more.pop("unit", office.units[0]).id,
                    f"第{item}条",
                    f"import:{number}",
                    item_id=item,
                    **more,
                )
                for number, (kind, month, item, more) in enumerate(facts)
            )

    return add


@pytest.fixture
def scored(tab, settled, store):
    """Keep the scheme as typed; the scores of the year by it, by unit."""

    def read():
        tab.form.grid.show_rules(())
        tab.form.edited.emit()
        tab.save()
        settled()
        assert tab.form.error.text() == ""
        table = assess(store, FIRST, LAST, today=LAST)
        return {one.unit.short: one for one in table.units}

    return read


def _noted(**said):
    return {"particulars": Particulars(**said)}


def test_the_two_wings(fill, book, scored, office):
    """scoring-methods §23: shares of composites, instructions in order, escalating lateness."""
    _, water = office.units
    printed = {"publication_id": office.publication.id}
    both = {**printed, "role": Role.COMPOSITE, "shares": 2}
    leader, secretary = _noted(rank="市领导"), _noted(rank="秘书长")
    late = _noted(outcome="逾期")
    book(
        (FactKind.ADOPTION, 1, 1, printed),
        (FactKind.INSTRUCTION, 2, 1, leader),
        (FactKind.INSTRUCTION, 3, 1, leader),
        (FactKind.INSTRUCTION, 4, 1, secretary),
        (FactKind.ADOPTION, 5, 2, both),
        (FactKind.ADOPTION, 5, 2, both | {"unit": water}),
        *((FactKind.COMMISSION, month, month, late) for month in (6, 7, 8)),
    )
    fill("分值", 条件={"刊物": "政务信息"}, 分值="10", 综合="1", 依据="考核办法第四条")
    fill("分值", 事项="批示", 条件={"职务": "秘书长、副秘书长"}, 分值="5、3")
    fill("分值", 事项="批示", 条件={"职务": "市领导"}, 分值="10、5")
    fill("分值", 事项="约稿", 条件={"情形": "逾期、未报"}, 分值="-10")
    fill("累计触发", 条件={"情形": "逾期"}, 次数="3", 取消评先=True)
    found = scored()
    # 10, then 10 and 5 of the leaders, 5 of the secretary, 1 of the composite, three times -10
    assert found["县教育局"].points == Decimal(1)
    assert found["县教育局"].barred
    assert found["县水利局"].points == Decimal(1)
    assert not found["县水利局"].barred


def test_huzhou(fill, book, scored, store, office):
    """scoring-methods §3: the same leader's level counts once, forwarding and adoption add up."""
    with store.begin() as work:
        upper = work.catalogue.save_publication(
            Publication("省每日要情", (Section("要情"),), tier=Tier.PROVINCE)
        )
    own, province = {"publication_id": office.publication.id}, {"publication_id": upper.id}
    book(
        (FactKind.ADOPTION, 1, 1, own),
        (FactKind.FORWARDING, 1, 1, province),
        (FactKind.ADOPTION, 2, 1, province),
        (FactKind.INSTRUCTION, 2, 1, _noted(level="省级")),
        (FactKind.INSTRUCTION, 3, 1, _noted(level="省级")),
        (FactKind.INSTRUCTION, 3, 1, _noted(level="市级") | own),
    )
    fill("分值", 条件={"刊物": "政务信息"}, 分值="3")
    fill("分值", 条件={"刊物": "省每日要情"}, 分值="10")
    fill("分值", 事项="上报", 条件={"层级": "省级"}, 分值="3")
    fill("分值", 事项="批示", 条件={"级别": "省级"}, 分值="50、0")
    fill("分值", 事项="批示", 条件={"级别": "市级", "刊物": "政务信息"}, 分值="10、0")
    fill("归属", 条件={"单位": "云岭县水利局"}, 计入="云岭县教育局")
    assert scored()["县教育局"].points == Decimal(3 + 3 + 10 + 50 + 0 + 10)
