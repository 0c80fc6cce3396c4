"""The 批示 tab over a small office."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from desk.instructions.handing import Handover, hand_over
from desk.instructions.instruction import Instruction
from desk.instructions.registering import register
from ui.instructions.tab import InstructionsTab
from ui.tasks.page import TasksPage

TEXT = "请教育局“一校一策”抓紧整改。"
DUE = datetime(2026, 7, 20, 10, 0, tzinfo=UTC)


@pytest.fixture
def instructed(store, office) -> Callable[..., Instruction]:
    """Registers an instruction on a new draft, and hands it over unless told otherwise."""

    def make(*, handed: bool = True, **fields: object) -> Instruction:
        draft = office.draft()
        values = {
            "title": "",
            "day": date(2026, 7, 14),
            "item_id": draft.id,
            "leader": "郑国平",
            "rank": "主要领导",
            "level": "本级",
            "text": TEXT,
            **fields,
        }
        held = register(store, Instruction(**values), by=office.by).latter
        if not handed:
            return held
        wanted = Handover((office.units[0].id,), due=DUE)
        return hand_over(store, held.id, wanted, by=office.by).latter

    return make


@pytest.fixture
def page(qtbot, window, session, office) -> TasksPage:
    """The 督办 page at the 批示 tab."""
    made = TasksPage(session)
    made.setParent(window)
    made.resize(1290, 740)
    session.requested.connect(lambda _key, target: made.show_target(target))
    session.changed.connect(lambda _topics: made.refresh())
    made.show()
    made.show_target("批示")
    qtbot.waitUntil(lambda: not session.worker.busy)
    return made


@pytest.fixture
def tab(page) -> InstructionsTab:
    """The tab itself."""
    return page.tab(InstructionsTab)
