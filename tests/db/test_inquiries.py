"""Inquiries and fee classes come back as they were kept."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from desk.drafts import Kind
from desk.errors import DeskError, NotFoundError
from desk.fees import FeeClass
from desk.inquiries import Answer, Inquiry

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)


@pytest.fixture
def asked(office):
    return Inquiry(
        office.draft().id, "隐患35处——属实？", NOW, "王敏", "35处", "整改隐患", "。",
        "陈立新", "县教育局", "0875-5122119",
    )  # fmt: skip


def test_an_inquiry_comes_back_as_it_was_kept_and_changed(store, asked):
    with store.begin() as work:
        kept = work.inquiries.save(asked)
        changed = Inquiry(
            **{name: getattr(kept, name) for name in ("draft_id", "question", "asked", "who")},
            answer=Answer.CORRECTED,
            answered=NOW + timedelta(hours=1),
            reply="重复统计一处",
            instead="34处",
            id=kept.id,
        )
        assert work.inquiries.save(changed) == changed
    with store.read() as work:
        assert work.inquiries.of(asked.draft_id) == [changed]
        assert work.inquiries.get(kept.id) == changed


def test_the_last_person_asked_in_a_unit_is_known(store, asked):
    with store.begin() as work:
        work.inquiries.save(asked)
        assert work.inquiries.contact("县教育局") == ("陈立新", "0875-5122119")
        assert work.inquiries.contact("县水利局") == ("", "")


def test_an_inquiry_that_was_taken_back_is_gone(store, asked):
    with store.begin() as work:
        kept = work.inquiries.save(asked)
        work.inquiries.delete([kept.id])
        with pytest.raises(NotFoundError):
            work.inquiries.get(kept.id)


def test_a_name_that_is_too_long_is_refused_with_its_label(store, asked):
    long = Inquiry(asked.draft_id, "？", NOW, "王敏", name="长" * 61)
    with store.begin() as work, pytest.raises(DeskError, match="被询问人"):
        work.inquiries.save(long)


def test_fee_classes_keep_their_order_and_exact_amounts(store):
    classes = [
        FeeClass("一类", 2000, 0, Decimal("200.50"), kinds=frozenset({Kind.EXPERIENCE})),
        FeeClass("四类", 250, 499, Decimal(10), Decimal(5), note="简讯"),
    ]
    with store.begin() as work:
        work.fees.replace([FeeClass("旧", 0, 0, Decimal(1))])
        work.fees.replace(classes)
    with store.read() as work:
        assert work.fees.classes() == classes
