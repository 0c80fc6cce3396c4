"""What comes on paper or by telephone is written down and kept like any other draft."""

import struct
from datetime import date

import pytest

from desk.drafts import Channel, Status
from desk.errors import FieldError
from desk.facts import FactKind
from desk.recording import Slip, record

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 800, 1100)


def test_a_telephone_call_becomes_a_draft_of_its_unit(office):
    slip = Slip("云水河水位超警", (office.units[1].id,), "14日8时超警0.3米。", Channel.PHONE)
    draft = record(office.store, slip, by=office.by)
    with office.store.read() as work:
        kept = work.drafts.get(draft.id)
    assert (kept.title, kept.body.text) == ("云水河水位超警", "14日8时超警0.3米。")
    assert (kept.channel, kept.status) == (Channel.PHONE, Status.NEW)


def test_it_counts_as_a_submission(office):
    record(office.store, Slip("校车检查", (office.units[0].id,)), by=office.by)
    with office.store.read() as work:
        facts = work.ledger.between(date(2026, 7, 15), date(2026, 7, 15))
    assert [(one.kind, one.unit_id) for one in facts] == [(FactKind.SUBMISSION, office.units[0].id)]


def test_a_scan_is_the_original_and_stands_in_the_text(office):
    draft = record(office.store, Slip("纸质来稿", scans=(("扫描1.png", PNG),)), by=office.by)
    with office.store.read() as work:
        assert work.files.get(draft.original.digest) == PNG
    assert draft.original.name == "扫描1.png"
    assert [(one.width, one.height) for one in draft.body.blocks] == [(800, 1100)]


@pytest.mark.parametrize(
    ("slip", "field", "said"),
    [
        (Slip("  "), "title", "标题不能为空"),
        (Slip("长" * 301), "title", "有 301 个字"),
        (Slip("图", scans=(("a.doc", b"none"),)), "scans", "不是能用的图片"),
        (Slip("图", scans=(("a.png", PNG[:16] + b"\0\0\x75\x30" * 2),)), "scans", "太大"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(office, slip, field, said):
    with pytest.raises(FieldError, match=said) as raised:
        record(office.store, slip, by=office.by)
    assert raised.value.field == field
    with office.store.read() as work:
        assert sum(work.drafts.counts().values()) == 0
