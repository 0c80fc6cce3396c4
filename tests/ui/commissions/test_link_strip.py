"""The strip below a draft says what it answers; one key says yes."""

from datetime import timedelta

import pytest

from ui.commissions.link_strip import LinkStrip

# The strip is shown alone here, as a window, which the offscreen platform warns of.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def strip(session, window, office, send, now, qtbot):
    send()
    draft = office.draft(
        "县教育局今冬明春农田水利建设情况",
        "农田水利建设已开工。",
        received=now + timedelta(hours=1),
    )
    made = LinkStrip(session)
    qtbot.addWidget(made)
    made.show_draft(draft)
    return made, draft


def test_a_likely_answer_is_linked_by_one_key_and_taken_off(strip, kept, idle):
    made, draft = strip
    assert "像是应约稿件" in made.told.text()
    made.accept()
    idle()
    assert kept()[0].draft_ids == (draft.id,)
    assert made.told.text().startswith("应约稿件")
    made.decline()
    idle()
    assert kept()[0].draft_ids == ()


def test_what_is_refused_is_not_asked_again(strip, idle):
    made, draft = strip
    made.decline()
    idle()
    made.show_draft(draft)
    assert made.isHidden()
