"""Work on drafts in every way that could leave their text behind; then die with text unsaved.

python -m tests.samples.real_work DATA OUT FILE…
"""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk import compiling, editing
from desk.auditing import By
from desk.body import plain
from desk.drafts import DraftQuery, Kind, Scope, Status
from desk.jobs import finish
from desk.keeping import Outcome
from desk.paths import Paths
from desk.publications import Publication, Section
from desk.receiving import receive
from desk.releasing import release
from desk.reports.workbook import Column, Sheet, workbook_bytes
from desk.settings import Settings
from desk.store import Store
from desk.units import Unit, UnitGroup
from main import open_store
from ui.app import create_application
from ui.crash_dialog import write_log
from ui.desktop import open_window
from ui.editor.page import EditorPage
from ui.main_window import MainWindow

SECRETS = ("鹿鸣溪灌区渗漏", "第九闸口夜间抢修", "樟木坳泵站")  # in a title, a text, a cell
TYPED = "石门槛水厂停水"
SETTINGS = Settings(office="云岭县人民政府办公室", clerk="王敏")


def work(data: Path, out: Path, files: list[Path]) -> None:
    """Everything, in the order of a day; the last of it is a kill."""
    paths = Paths(data)
    store = open_store(paths)
    window = _window(store, paths)
    by = window.session.by()
    outcomes: list[Outcome] = []
    finish(receive(store, files, by=by, outcomes=outcomes))
    ids = [one for outcome in outcomes for one in outcome.draft_ids]
    if len(ids) < len(files):
        raise SystemExit(f"refused: {[one.message for one in outcomes]}")
    _print(store, ids[0], by, out)
    _fail(paths, ids[0], store)
    store.backup()
    _show(window, ids[1])
    _type(window)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


def _window(store: Store, paths: Paths) -> MainWindow:
    window = open_window(store, paths, SETTINGS)
    window.show()
    return window


def _print(store: Store, draft_id: int, by: By, out: Path) -> None:
    """Release an issue, and let its files and a list leave."""
    with store.begin() as held:
        group = held.registry.save_group(UnitGroup("县直部门"))
        unit = held.registry.save_unit(Unit("云岭县水务局", "县水务局", group.id))
        sections = (Section("信息", 0),)
        place = held.catalogue.save_publication(
            Publication("灌区快报", sections, template="zhengwu")
        )
        draft = held.drafts.get(draft_id)
    body = plain(f"7月14日，县水务局组织{SECRETS[1]}，已恢复供水。" * 3)
    editing.save_text(store, draft_id, draft.title, body, by=by)
    with store.begin() as held:
        draft = replace(
            held.drafts.get(draft_id),
            unit_ids=(unit.id,),
            status=Status.READY,
            kind=Kind.DYNAMIC,
            scope=Scope.INTERNAL,
            author="陈立新",
            phone="0875-5122119",
            approver="李国华",
        )
        held.drafts.save(draft)
    issue = compiling.new_issue(store, place.id, by.today, by=by)
    entry = compiling.entry_of(draft, place.sections[0].id)
    compiling.arrange(store, issue.id, [entry], by=by)
    made = finish(release(store, issue.id, SETTINGS, by=by))
    with store.read() as held:
        (out / "刊物.pdf").write_bytes(held.files.get(made.pdf))
    table = Sheet("表", SECRETS[0], [Column("标题", 20)], [[one] for one in SECRETS])
    (out / "表.xlsx").write_bytes(workbook_bytes([table]))


def _fail(paths: Paths, draft_id: int, store: Store) -> None:
    """An error that quotes the draft, with its statement and values."""
    with store.read() as held:
        text = str(held.drafts.get(draft_id))
    try:
        int(text)
    except ValueError as error:
        write_log(error, paths.log)


def _show(window: MainWindow, draft_id: int) -> None:
    for key in ("inbox", "search", "issue"):
        window.show_page(key)
        _rest(window)
    window.show_page("editor", draft_id)
    _rest(window)
    with window.session.store.read() as held:
        if not held.drafts.ids(DraftQuery(words=SECRETS[0][:3])):
            raise SystemExit("not found by a search")


def _type(window: MainWindow) -> None:
    page = window.page("editor")
    if not isinstance(page, EditorPage) or not page.writable:
        raise SystemExit("cannot type")
    page.middle.text.insertPlainText(TYPED)
    page.autosave.flush()
    _rest(window)
    page.middle.text.insertPlainText(TYPED)  # never saved


def _rest(window: MainWindow) -> None:
    QApplication.processEvents()
    while window.session.worker.busy:
        QApplication.processEvents()


if __name__ == "__main__":
    app = create_application(100)
    work(Path(sys.argv[1]), Path(sys.argv[2]), [Path(one) for one in sys.argv[3:]])
