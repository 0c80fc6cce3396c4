"""The demo county has leaders and documents to insert, beside the delivered phrases."""

from datetime import date

from desk import phrasing
from desk.auditing import By
from desk.demo.founding import found
from desk.phrases import Category


def test_the_demo_has_leaders_in_order_documents_and_delivered_phrases(store, now):
    by = By("王敏", now)
    found(store, date(2026, 7, 15), by=by)
    phrasing.complete(store, by=by)
    with store.read() as work:
        held = work.phrases.all()
    leaders = [one.inserted for one in held if one.category is Category.LEADER]
    assert leaders[:2] == ["县委书记郑维民", "县长方启明"]
    documents = [one.inserted for one in held if one.category is Category.DOCUMENT]
    assert "《云岭县2026年春耕备耕工作方案》（云政办发〔2026〕5号）" in documents
    assert any(one.category is Category.SKELETON for one in held)
