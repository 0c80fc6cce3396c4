"""An item has a text for each publication, reached by one key."""

import pytest
from PySide6.QtWidgets import QPushButton

from desk.drafts import Status
from desk.publications import Limits, Publication, Section
from desk.versions import item_of, make
from ui.editor.versions import Versions

# a menu has no window manager offscreen
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def daily(store):
    with store.begin() as work:
        return work.catalogue.save_publication(
            Publication(
                "每日要情", (Section("要情", 0),), limits=Limits(longest=20), results_only=True
            )
        )


@pytest.fixture
def feature(opened, daily):
    opened.refresh()
    return next(one for one in opened.features if isinstance(one, Versions))


@pytest.fixture
def version(store, session, daily, feature, draft, opened):
    made = make(store, draft.id, daily.id, by=session.by())
    opened.show_target(made.id)
    return made


def words(feature):
    feature.fill_choices()
    return [one.text() for one in feature.choices.actions() if one.text()]


def test_a_draft_without_versions_has_no_switch_but_can_get_one(feature):
    assert feature.switch.isHidden()
    assert words(feature)[1:] == ["&2　做《每日要情》版（只说结果，先给出缩写）"]


def test_a_version_is_made_and_shown(feature, opened, settled, daily, draft):
    feature.make(daily)
    settled()
    assert opened.draft.version_of == draft.id
    first, second = (button.text() for button in feature.switch.buttons)
    assert first.startswith("原稿件　")
    assert second.startswith("《每日要情》版　▲")
    assert second.endswith("/20 字　在编")
    assert feature.switch.buttons[1].isChecked()


def test_the_switch_goes_between_the_texts(feature, opened, version, draft):
    feature.switch.buttons[0].click()
    assert opened.draft.id == draft.id
    feature.switch.buttons[1].click()
    assert opened.draft.id == version.id


def test_the_switch_follows_what_is_typed(feature, opened, version):
    opened.middle.text.setPlainText("abc")
    opened.inspector.check()
    assert "　3/20 字" in feature.switch.buttons[1].text()


def test_a_version_is_checked_by_its_own_publication(opened, version):
    assert opened.side.findings.carrier.currentText() == "按《每日要情》检查"


def test_a_version_has_the_place_of_its_original_in_the_queue(opened, version, draft, add):
    other = add("另一篇")
    opened.refresh_queue()
    opened.go_by(1)
    assert opened.draft.id in {other.id, draft.id}
    assert opened._queue.place(version.id) == opened._queue.place(draft.id)


def test_what_a_version_shares_with_its_original_is_corrected_there(opened, version):
    assert not opened.side.details.author.isEnabled()


def test_a_version_is_deleted_and_comes_back(feature, opened, version, settled, store, session):
    feature.delete()
    settled()
    assert opened.draft.id == version.version_of
    assert feature.switch.isHidden()
    buttons = session.messages.toast.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "撤销").click()
    settled()
    with store.read() as work:
        assert item_of(work, version.id).in_use[0].status is Status.EDITING
    assert not feature.switch.isHidden()
