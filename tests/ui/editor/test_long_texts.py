"""A long text is checked beside the window, and never by what it was before."""

from threading import Event

import pytest

from desk.checking import check_draft

FAULT = "全县各级各部门认真贯彻落实有关要求,成效明显。。"


@pytest.fixture
def long_draft(add):
    return add("云岭县推进农田建设", "\n".join(f"第{at}组。{FAULT}" for at in range(200)))


@pytest.fixture
def held(page):
    """The page, whose checks wait until they are let go; the texts they were asked about."""
    gate, asked = Event(), []

    def engine(draft, known):
        asked.append(draft.body.text)
        gate.wait(120)
        return check_draft(draft, known)

    page.inspector.engine = engine
    yield gate, asked
    gate.set()


def test_the_window_does_not_wait_for_the_check_of_a_long_text(
    page, long_draft, held, settled, qtbot
):
    gate, asked = held
    page.show_target(long_draft.id)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.keyClicks(page.middle.title, "a")
    assert not page.inspector.marks
    gate.set()
    qtbot.waitUntil(lambda: len(page.inspector.marks) > 0)
    assert page.inspector.result.draft.title.startswith("a")


def test_what_was_found_in_an_older_text_is_not_shown(page, long_draft, held, settled, qtbot):
    gate, asked = held
    page.show_target(long_draft.id)
    qtbot.waitUntil(lambda: bool(asked))
    page.middle.text.clear()
    qtbot.keyClicks(page.middle.text, "abc")
    shown = []
    page.inspector.checked.connect(lambda result: shown.append(result.draft.body.text))
    gate.set()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["abc"]


def test_another_draft_is_not_mended_by_the_findings_of_the_last(
    opened, long_draft, held, settled, qtbot
):
    gate, asked = held
    assert opened.side.findings.place is not None or opened.inspector.marks
    opened.show_target(long_draft.id)
    qtbot.waitUntil(lambda: bool(asked))
    assert opened.side.findings.place is None
    assert opened.inspector.result is None
    gate.set()
    qtbot.waitUntil(lambda: opened.inspector.result is not None)
    assert opened.inspector.result.draft.id == long_draft.id
