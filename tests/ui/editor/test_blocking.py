"""What stands against release is marked as such, and named when a draft goes to approval."""

import pytest

from desk.auditing import By
from desk.drafts import Scope, WaiverScope
from desk.starting import complete
from ui.editor import steps
from ui.editor.approving import Approving
from ui.editor.severity import BLOCKS

TEXT = "申请人赵某（530321198506143016）反映宅基地纠纷，已调解,双方满意。"


@pytest.fixture
def private(page, add):
    """The page with a draft that names somebody's identity number."""
    page.show_target(add("云岭县调解宅基地纠纷", TEXT).id)
    page.inspector.check()
    return page


def test_it_stands_first_and_says_so_in_list_summary_and_explanation(private):
    panel = private.side.findings
    first = panel.tree.topLevelItem(0)
    assert first.data(0, 256).rule.code == "C03"
    assert f"1 处{BLOCKS}" in panel.summary.text()
    panel.tree.setCurrentItem(first)
    assert BLOCKS in panel.card.text.text()
    panel.tree.setCurrentItem(first.child(0))
    assert BLOCKS in panel.card.text.text()


def test_it_is_named_when_the_draft_goes_to_approval(private, store, now):
    complete(store, by=By("王敏", now))
    private.steps.approving.emit(steps.SUBMIT)
    approval = next(one for one in private.features if isinstance(one, Approving))
    assert "1 处不能印发的内容" in approval.lanes.state.text()


def test_once_it_is_kept_with_a_reason_it_blocks_no_more(private, settled):
    panel = private.side.findings
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0).child(0))
    panel.ask_to_keep()
    panel.card.waive_form.scopes[WaiverScope.ONCE].setChecked(True)
    panel.card.waive_form.reason.setCurrentText("当事人公开的编号")
    panel.card.waive_form.accept()
    settled()
    private.inspector.check()
    assert BLOCKS not in panel.summary.text()
    kept = panel.tree.topLevelItem(panel.tree.topLevelItemCount() - 1)
    panel.tree.setCurrentItem(kept.child(0))
    assert "当事人公开的编号" in panel.card.text.text()
    assert BLOCKS not in panel.card.text.text()


def test_whether_an_item_may_be_published_is_chosen_and_recorded(private, settled, stored, store):
    form = private.side.details
    assert form.scope.currentText() == "未定"
    form.scope.setCurrentIndex(form.scope.findText("内部"))
    form.save()
    settled()
    assert stored(private.draft.id).scope is Scope.INTERNAL
    with store.read() as work:
        details = [one.detail for one in work.audit.records(f"draft:{private.draft.id}")]
    assert "公开属性：未定→内部" in details
