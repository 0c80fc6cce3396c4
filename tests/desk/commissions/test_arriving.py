"""What comes in by any door is linked to the commission it names."""

import pytest

from desk.drafts import Channel, Status
from desk.jobs import finish
from desk.pasting import Clipping, paste
from desk.receiving import receive
from desk.recording import Slip, record
from desk.unregistering import unregister

TEXT = "按照约稿〔2026〕1号要求，现将农田水利建设情况报告如下：\n7月14日，县教育局清淤沟渠86公里。"


@pytest.fixture
def sent(desk):
    return desk.sent("今冬明春农田水利建设")


@pytest.mark.parametrize("count", [1, 3])
def test_files_of_one_batch_are_all_linked(desk, sent, tmp_path, count):
    folder = tmp_path / "来稿"
    folder.mkdir()
    for at in range(count):
        text = f"县教育局农田水利之{at}\n{TEXT}第{at}批。\n县教育局\n2026年7月15日"
        (folder / f"来稿{at}.txt").write_text(text, encoding="utf-8")
    outcomes = finish(receive(desk.store, [folder], by=desk.later(hours=1)))
    assert all("已挂到约稿〔2026〕1号" in one.message for one in outcomes)
    assert len(desk.now(sent).draft_ids) == count


def test_what_is_pasted_is_linked_and_taken_off_with_its_registration(desk, sent):
    by = desk.later(hours=1)
    draft = paste(desk.store, Clipping(f"县教育局农田水利\n{TEXT}\n县教育局"), by=by)
    assert desk.now(sent).draft_ids == (draft.id,)
    unregister(desk.store, draft.id, by=by)
    assert not desk.now(sent).draft_ids
    with desk.store.read() as work:
        assert work.drafts.get(draft.id).status is Status.FILED


def test_what_is_written_down_by_hand_is_linked(desk, sent):
    slip = Slip("关于约稿〔2026〕1号的答复", (desk.units[1].id,), "清淤沟渠86公里。")
    assert record(desk.store, slip, by=desk.later(hours=1)).channel is Channel.COMMISSION
    assert desk.now(sent).task_of(desk.units[1].id).drafts
