"""The editor: a key press among many marks, and the saving after it."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from random import Random

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.store import SqlStore
from desk.auditing import By
from desk.body import plain
from desk.checks.rule import Finding, Severity
from desk.drafts import DraftQuery, Status
from desk.editing import save_text
from tests.bench.measuring import Measurement, Plan, repeated, summary
from tests.bench.texts import paragraphs
from tests.bench.window import NOW, close, opened, settle
from ui.editor.body_edit import BodyEdit
from ui.editor.marks import Mark
from ui.editor.page import EditorPage

_LENGTH, _LONG, _MARKS = 3_000, 10_000, 500
_SHORT = 800
_CHECKED_MS = 600  # the first check has shown its own marks


def measure(plan: Plan) -> Iterator[Measurement]:
    """Type into the middle of a long draft; save a draft of usual length again and again."""
    office = plan.own_office()
    yield _saving(SqlStore.open(office, clock=lambda: NOW), plan)
    window = opened(office)
    with window.session.store.read() as work:
        chosen = work.drafts.ids(DraftQuery(statuses=frozenset({Status.EDITING})))[0]
    text = _text(_LENGTH)
    save_text(window.session.store, chosen, "关于工作情况的报告", plain(text), by=By("基准", NOW))
    window.show_page("editor", chosen)
    settle(window)
    page = window.page("editor")
    assert isinstance(page, EditorPage)
    edit = page.middle.text
    for length in (_LENGTH, _LONG):
        for count in (46, 1):
            edit.show_body(plain(_text(length, count)))
            QTest.qWait(_CHECKED_MS)
            yield _typing(edit, length, plan)
    yield _pasting(edit, plan)
    close(window)


def _text(length: int, count: int = 46) -> str:
    """So many characters in paragraphs of one length, the same every time."""
    words = "".join(paragraphs(length + _SHORT, Random(3)))[:length]  # noqa: S311 - no secret
    step = -(-length // count)
    return "\n".join(words[at : at + step] for at in range(0, length, step))


def _pasting(edit: BodyEdit, plan: Plan) -> Measurement:
    """Paste what Word copies in place of a short text, until it is painted."""
    clip = QMimeData()
    lines = _text(_LONG).split("\n")
    clip.setHtml("".join(f"<p class=MsoNormal><span>{one}</span><o:p></o:p></p>" for one in lines))

    def paste() -> None:
        edit.selectAll()
        edit.insertFromMimeData(clip)
        QApplication.processEvents()

    samples = repeated(paste, plan.times(20))
    note = f"HTML of {len(lines)} paragraphs, cleaned and painted"
    return summary(f"paste {_LONG:,} characters", samples, bar=300, note=note)


def _typing(edit: BodyEdit, length: int, plan: Plan) -> Measurement:
    """Press a key in the middle again and again."""
    shape = f"{edit.document().blockCount()} paragraphs"
    marks = [Mark(_FINDING, "", at, at + 3) for at in range(0, length, length // _MARKS)]
    edit.marks.show_marks(marks)
    cursor = edit.textCursor()
    cursor.setPosition(length // 2)
    edit.setTextCursor(cursor)
    edit.setFocus()

    def press() -> None:
        QTest.keyClick(edit, Qt.Key.Key_A)
        QApplication.processEvents()

    before = edit.document().characterCount()
    samples = repeated(press, plan.times(200))
    typed = edit.document().characterCount() - before
    name = f"key press, {length:,} characters, {len(marks)} marks"
    return summary(name, samples, bar=8, note=f"{shape}, painted; {typed} characters came in")


_FINDING = Finding("P01", "body", 0, 3, Severity.WARNING, "", None)


def _saving(store: SqlStore, plan: Plan) -> Measurement:
    """An automatic save that writes over the sitting's revision, as most of them do."""
    with store.read() as work:
        ids = work.drafts.ids(DraftQuery(statuses=frozenset({Status.NEW, Status.EDITING})))
        drafts = [work.drafts.get(one) for one in ids[:10]]
    body = "\n".join(paragraphs(_SHORT, Random(5)))  # noqa: S311 - the same text every time
    turns = cycle(enumerate(drafts * 50))
    moments = (NOW + timedelta(seconds=at) for at in range(100_000))

    def save() -> None:
        turn, draft = next(turns)
        by = By("基准", next(moments))
        save_text(store, draft.id, draft.title, plain(f"{body}{turn}"), by=by)

    samples = repeated(save, plan.times(300), warm=len(drafts))
    store.close()
    return summary("save one draft with its index", samples, bar=10, note=f"{_SHORT} characters")
