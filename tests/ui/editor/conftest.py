"""An editor page on a real store with a few drafts."""

import pytest

from desk.body import plain
from desk.drafts import Draft, Kind, Original
from desk.units import Unit, UnitGroup
from ui.editor.page import EditorPage
from ui.session import Topic

FAULTY = "今年以来，全县扎实推进农田建设,成效明显。。\n一、摸清底数\n建立台帐,逐块登记。。"


@pytest.fixture
def unit(store):
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("县直部门"))
        return work.registry.save_unit(Unit("云岭县水务局", "水务局", group.id))


@pytest.fixture
def add(store, now, unit):
    """Take a draft into the store."""

    def add(title="云岭县推进农田建设", text=FAULTY, **fields):
        with store.begin() as work:
            digest = work.files.put("原件".encode(), "原件.txt")
            original = Original("原件.txt", digest, plain(text))
            draft = Draft(title, plain(text), original, now, unit_ids=(unit.id,), **fields)
            return work.drafts.add(draft, "王敏")

    return add


@pytest.fixture
def draft(add):
    return add(kind=Kind.DYNAMIC)


@pytest.fixture
def page(qtbot, session):
    made = EditorPage(session)
    made.setParent(session.messages.toast.parentWidget())
    made.resize(1290, 740)
    made.show()
    made.enter()
    yield made
    made.autosave.forget()


@pytest.fixture
def opened(page, draft):
    """The page with the faulty draft checked."""
    page.show_target(draft.id)
    page.inspector.check()
    return page


@pytest.fixture
def stored(store):
    """The draft as the store has it."""

    def stored(draft_id):
        with store.read() as work:
            return work.drafts.get(draft_id)

    return stored


@pytest.fixture
def settled(qtbot, session):
    """Wait until the worker has answered, and the page has seen it."""

    def settled():
        qtbot.waitUntil(lambda: not session.worker.busy)

    return settled


@pytest.fixture
def drafts_changed(session):
    """Tell the page that drafts were changed elsewhere."""
    return lambda: session.changed.emit(frozenset({Topic.DRAFTS}))
