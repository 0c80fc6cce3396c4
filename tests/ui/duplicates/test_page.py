from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from desk.comparing import compare
from desk.drafts import Channel, Status
from desk.duplicates.likeness import Verdict
from desk.jobs import finish
from ui.duplicates.page import DuplicatesPage


def stored(page, draft):
    with page.session.store.read() as work:
        return work.drafts.get(draft.id)


def press(page, qtbot, key, modifier=Qt.KeyboardModifier.ControlModifier):
    page.left.body.setFocus()
    qtbot.keyClick(page.left.body, key, modifier)


def undo(page):
    toast = page.session.messages.toast
    next(one for one in toast.findChildren(QPushButton) if one.text() == "撤销").click()


def test_the_sentence_says_what_it_is(page):
    assert page.said.text() == (
        "与 2025年7月10日 县教育局 《县教育局检查校园安全》有 3 句相同，"
        "其中日期、数字 2 处不同：像是往年旧稿改日期。"
    )


def marked(pane, bold):
    """The texts that are marked, as changes or as shared."""
    document = pane.body.document()
    return [
        block.text()[one.start : one.start + one.length]
        for block in map(document.findBlockByNumber, range(document.blockCount()))
        for one in block.layout().formats()
        if (one.format.fontWeight() > 400) is bold
    ]


def test_what_differs_is_marked_on_both_sides(page):
    assert marked(page.left, bold=True) == ["7月14日", "86"]
    assert marked(page.right, bold=True) == ["7月9日", "84"]


def test_shared_sentences_are_marked_up_to_their_full_stop(page):
    shared = marked(page.left, bold=False)
    assert shared[-1] == "县教育局还培训安全员318名，更换灭火器1260具。"


def test_texts_written_differently_show_the_facts_they_share(opened, qtbot, office, store, pair):
    other = office.draft(
        "县水利局配合校园安全检查",
        "7月14日，水利部门派员参加12个小组，86所学校走了一遍，35处问题里有28处当场解决。"
        "\n同期318人参加轮训，发放灭火器1260具。",
        unit_ids=(office.units[1].id,),
    )
    finish(compare(store, [other.id]))
    page = opened(DuplicatesPage)
    page.show_target(other.id)
    qtbot.waitUntil(lambda: page.twin is not None and page.twin.draft.id == other.id)
    assert "写法不同，但有 7 处" in page.said.text()
    assert "（7月14日、12个、86所、35处等）" in page.said.text()
    assert "1260" in marked(page.left, bold=False)


def test_a_pair_that_is_none_is_remembered_by_one_key(page, qtbot, pair):
    press(page, qtbot, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.twin.likeness.verdict is Verdict.DISTINCT)
    assert "不是重复" in page.said.text()
    undo(page)
    qtbot.waitUntil(lambda: not page.twin.likeness.verdict)


def test_the_later_draft_goes_back_as_repeated(page, qtbot, pair):
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(page, qtbot, Qt.Key.Key_T, control | shift)
    qtbot.waitUntil(lambda: page.twin.likeness.verdict is Verdict.RETURNED)
    assert stored(page, pair[1]).status is Status.RETURNED
    assert not page.merge_button.isEnabled()
    undo(page)
    qtbot.waitUntil(lambda: stored(page, pair[1]).status is Status.NEW)


def test_the_later_draft_goes_back_from_the_earlier_ones_side_too(page, qtbot, pair):
    page.show_target(pair[0].id)
    qtbot.waitUntil(lambda: page.twin.draft.id == pair[0].id)
    page.return_button.click()
    qtbot.waitUntil(lambda: stored(page, pair[1]).status is Status.RETURNED)
    assert stored(page, pair[0]).status is Status.NEW


def test_two_drafts_become_one_composite_and_two_again(page, qtbot, pair):
    press(page, qtbot, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: page.twin.likeness.verdict is Verdict.MERGED)
    composite = stored(page, pair[1]).merged_into
    with page.session.store.read() as work:
        assert work.drafts.get(composite).channel is Channel.COMPOSITE
    undo(page)
    qtbot.waitUntil(lambda: stored(page, pair[1]).status is Status.NEW)
    assert stored(page, pair[0]).merged_into is None


def test_a_printed_draft_cannot_be_merged(opened, qtbot, office, store, pair, text):
    third = office.draft("第三篇", text, status=Status.RELEASED)
    finish(compare(store, [third.id]))
    page = opened(DuplicatesPage)
    page.show_target(third.id)
    qtbot.waitUntil(lambda: page.twin is not None)
    assert not page.merge_button.isEnabled()
    assert not page.return_button.isEnabled()
    assert "新到" in page.merge_button.toolTip()


def test_several_likenesses_stand_in_a_list(page, qtbot, office, store, pair, text):
    assert page.list.isHidden()
    third = office.draft("第三篇", text.replace("318名", "319名"))
    finish(compare(store, [third.id]))
    page.show_target(third.id)
    qtbot.waitUntil(lambda: page.twin.draft.id == third.id)
    assert page.model.rowCount() == 2
    QAbstractItemModelTester(page.model)
    first = page.twin.other.id
    press(page, qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.twin.other.id != first
    assert page.right.heading.text() == page.twin.other.title


def test_past_the_last_pair_comes_the_next_draft_that_waits(page, qtbot, office, store, pair):
    other = "县水利局在3座水库安装监测设备46台，预警信息直达128名巡查员，投资36.8万元。"
    old = office.draft("县水利局安装水库监测设备", other)
    again = office.draft(
        "县水利局给水库装上监测设备", other + "县领导给予肯定。", channel=Channel.MAIL
    )
    finish(compare(store, [old.id, again.id]))
    page.next_button.click()
    qtbot.waitUntil(lambda: page.twin.draft.id == again.id)


def test_esc_goes_back_to_the_draft_in_the_inbox(page, qtbot, pair):
    with qtbot.waitSignal(page.session.requested) as went:
        press(page, qtbot, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert went.args == ["inbox", pair[1].id]


def test_a_draft_like_no_other_says_so(page, qtbot, office):
    alone = office.draft("县水利局安装监测设备", "县水利局在3座水库安装监测设备。")
    page.show_target(alone.id)
    qtbot.waitUntil(page.empty.isVisible)
    assert "没有找到" in page.empty.text()
    assert not page.merge_button.isEnabled()


def test_a_draft_asked_for_at_once_is_the_one_that_is_shown(opened, qtbot, pair):
    page = opened(DuplicatesPage)
    page.show_target(pair[0].id)
    qtbot.waitUntil(lambda: page.twin is not None and not page.session.worker.busy)
    assert page.twin.draft.id == pair[0].id


def test_without_a_draft_the_first_pair_that_waits_is_shown(opened, qtbot, pair):
    page = opened(DuplicatesPage)
    qtbot.waitUntil(lambda: page.twin is not None)
    assert page.draft_id == pair[1].id


def test_nothing_waiting_is_said(opened, qtbot, office):
    page = opened(DuplicatesPage)
    assert "没有待判断" in page.empty.text()


def test_searching_again_finds_what_came_into_the_text(page, qtbot, office, store, pair, text):
    alone = office.draft("再报", text.replace("1260", "1262"))
    page.show_target(alone.id)
    qtbot.waitUntil(page.empty.isVisible)
    press(page, qtbot, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: page.twin is not None)
    assert page.session.messages.toast.text == "查到 2 篇相似的稿件"
