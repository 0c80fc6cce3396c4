"""An editor page on a real store with a few drafts."""

from dataclasses import replace

import pytest

from desk.body import Body, Paragraph, Run, Table, plain
from desk.checking import CheckedFinding, check_draft, manuscript_of
from desk.checks.passage import Field
from desk.checks.rule import Finding, Place, Severity
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


TABLE = Table(
    (("镇", "户数"), ("青石镇", "12"), ("沙河镇", "15"), ("合计", "28")), 1, "表1 改厕户数"
)


@pytest.fixture
def with_table(page, add, store):
    """The page with a draft whose table stands between two paragraphs."""
    draft = add("云岭县改造户厕28户", "两个镇共改造户厕。\n其余各镇正在施工。")
    first, last = (Paragraph((Run(text),)) for text in ("两个镇共改造户厕。", "其余各镇正在施工。"))
    with store.begin() as work:
        revision = replace(work.drafts.last_revision(draft.id), body=Body((first, TABLE, last)))
        work.drafts.revise(replace(draft, body=revision.body), revision)
    page.show_target(draft.id)
    return page


@pytest.fixture
def place_of():
    """Where words stand in a field of a manuscript."""

    def place_of(texts, field, words):
        start = texts[field].index(words)
        return Place(Field(field), start, start + len(words))

    return place_of


@pytest.fixture
def finds(place_of):
    """Let a page find these words beside what it finds anyhow, and check it."""

    def finds(page, field, words, *, rule="E13", operands=(), alone=True, **fields):
        def engine(draft, known):
            texts = {one.value: text for one, text in manuscript_of(draft, known).fields}
            found = [] if alone else check_draft(draft, known)
            if words in texts.get(field, ""):
                at = place_of(texts, field, words)
                spots = tuple(place_of(texts, *one) for one in operands)
                made = Finding(
                    rule, field, at.start, at.end, Severity.ERROR, "各项之和与合计不符。",
                    operands=spots, **fields,
                )  # fmt: skip
                found.append(CheckedFinding(made, words, None))
            return found

        page.inspector.engine = engine
        page.inspector.check()
        return next(mark for mark in page.inspector.marks if mark.excerpt == words)

    return finds
