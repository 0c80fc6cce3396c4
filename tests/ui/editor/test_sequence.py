"""From one draft to the next in the order of the list it was opened from."""

import pytest

from desk.drafts import Status


@pytest.fixture
def listed(opened, add, session):
    """Four drafts as a list had them: in its own order, one printed, one that waits left out."""
    add("不在列表里")
    ids = [add(title).id for title in ("丙", "甲")]
    ids.insert(1, add("乙", status=Status.RELEASED).id)
    session.sequence = ids
    return ids


def test_next_and_previous_follow_the_list(opened, listed):
    opened.show_target(listed[0])
    assert opened.steps.place.text() == "1 / 3"
    opened.go_by(1)
    assert opened.draft.id == listed[1]
    opened.go_by(1)
    opened.go_by(-1)
    assert (opened.draft.id, opened.steps.place.text()) == (listed[1], "2 / 3")


def test_a_draft_that_moves_on_keeps_its_place(opened, listed, qtbot, session):
    opened.show_target(listed[0])
    opened.refresh()
    assert opened.steps.place.text() == "1 / 3"
    assert "列表" in opened.steps.place.toolTip()


def test_a_draft_from_elsewhere_stands_among_those_that_wait(opened, listed, add):
    other = add("别处打开的")
    opened.show_target(other.id)
    assert opened.steps.place.text().endswith("/ 5")
    assert "送审" in opened.steps.place.toolTip()
