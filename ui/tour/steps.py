"""The main job, step by step: receive, edit, compile, release, assess."""

from pathlib import Path
from tempfile import TemporaryDirectory

from desk.approval_queue import Queue
from desk.approval_slips import slips_of
from desk.demo.arrivals import write_arrivals
from desk.drafts import Channel, DraftQuery, Status
from desk.duplicates.likeness import Nature
from desk.errors import DeskError
from desk.reports.approval_slip_pdf import slips_pdf
from desk.reports.approval_slip_word import slips_docx
from ui.approvals.page import ApprovalsPage
from ui.editor.comparing import Comparing
from ui.editor.page import EditorPage
from ui.inbox.page import InboxPage
from ui.registry.page import RegistryPage
from ui.tour.driver import Driver, show

_OTHER_SEED = 7  # other drafts than the demo office has taken already


def receive(driver: Driver) -> None:
    """Take in what came last, one file of it broken, and look at the result."""
    inbox = show(driver, "inbox", InboxPage)
    today = driver.window.session.today()
    with TemporaryDirectory() as name:
        write_arrivals(Path(name), _OTHER_SEED, today)
        last_day = max(Path(name).iterdir())
        (last_day / "损坏的来稿.docx").write_bytes(b"PK\x03\x04 broken")
        inbox.receive([last_day])
        driver.rest()
    driver.shoot("来稿 收稿结果")
    inbox.results.hide()
    driver.window.show_page("inbox", _newest(driver, Status.NEW))
    driver.shoot("来稿")
    inbox.filters.toggle_panel()
    driver.shoot("来稿 更多筛选")
    inbox.filters.toggle_panel()


def write_down(driver: Driver) -> None:
    """Register a telephone call with a unit's initials and a word for the day."""
    inbox = show(driver, "inbox", InboxPage)
    inbox.by_hand.begin()
    form = inbox.by_hand.form
    form.channel.setCurrentText(Channel.PHONE)
    form.units.setText("县水务局")
    form.heading.setText("云溪河水位超警戒0.3米")
    form.text.setPlainText("8时，云溪河云溪镇段水位超警戒0.3米，已转移沿岸群众42人，无人员伤亡。")
    form.day.setText("昨天")
    driver.shoot("来稿 登记")
    form.save()
    driver.wait_until(lambda: not form.heading.text(), "电话来稿的登记")
    form.closed.emit()


def compare(driver: Driver) -> None:
    """Look at a draft beside the one it looks like, at a life line, and search everything."""
    with driver.window.session.store.read() as work:
        alike = [
            draft_id
            for draft_id in work.drafts.ids(DraftQuery(has_twins=True))
            if work.likenesses.of(draft_id)[0].nature is Nature.SAME_EVENT
        ]
        released = work.drafts.ids(DraftQuery(statuses=frozenset({Status.RELEASED})))
    if not alike or not released:
        raise DeskError("演示没有走完：没有相似的或印发的稿件。")
    driver.window.show_page("duplicates", alike[0])
    driver.shoot("查重")
    driver.window.show_page("life", released[0])
    driver.shoot("生平")
    driver.window.show_page("search", "安全")
    driver.shoot("检索")


def edit(driver: Driver) -> None:
    """Find the faults of a draft, mend them, approve it."""
    editor = show(driver, "editor", EditorPage)
    driver.window.show_page("editor", _faulty(driver))
    driver.rest()
    editor.side.findings.tree.setFocus()
    driver.shoot("编辑 检查")
    while fixable := [mark for mark in editor.inspector.marks if mark.finding.fix is not None]:
        editor.side.findings.choose(fixable[0])
        editor.side.findings.fix_rule()
        driver.rest()
    driver.shoot("编辑 改好")
    comparing = next(one for one in editor.features if isinstance(one, Comparing))
    comparing.toggle()
    driver.shoot("编辑 与原稿对照")
    comparing.toggle()
    for tab, name in ((1, "编辑 核对清单"), (2, "编辑 信息"), (3, "编辑 经过")):
        editor.side.setCurrentIndex(tab)
        driver.shoot(name)
    driver.window.show_page("editor", _composite(driver))
    driver.rest()
    editor.side.setCurrentIndex(editor.side.count() - 1)
    driver.shoot("编辑 综合稿的来源")


def approve(driver: Driver) -> None:
    """Look at what waits at approval, at what is to be chased, and at a slip."""
    page = show(driver, "approvals", ApprovalsPage)
    page.show_target(Queue.ALL)
    driver.shoot("审签 全部待审")
    page.acts.send_back()
    driver.shoot("审签 退回修改")
    page.acts.close_strips()
    page.show_target(Queue.CALLS)
    driver.shoot("审签 催批")
    if page.row is None:
        raise DeskError("演示没有走完：没有超时的稿件。")
    session = driver.window.session
    slips = slips_of(session.store, [page.row.id], session.settings, by=session.by())
    driver.keep(f"{slips.name}.pdf", slips_pdf(slips.slips, slips.pictures))
    driver.keep(f"{slips.name}.docx", slips_docx(slips.slips, slips.pictures))


def look_around(driver: Driver) -> None:
    """Show the rest: registry, the manual, Ctrl+K."""
    registry = show(driver, "registry", RegistryPage)
    for number in range(registry.tabs.count()):
        registry.tabs.setCurrentIndex(number)
        driver.shoot(f"资料 {registry.tabs.tabText(number)}")
    driver.window.palette_box.open()
    driver.window.palette_box.field.setText("县")
    driver.shoot("查找一切")
    driver.window.palette_box.hide()
    driver.window.open_manual()
    driver.shoot("手册", driver.window.manual)


def _composite(driver: Driver) -> int:
    query = DraftQuery(statuses=frozenset({Status.EDITING}), channel=Channel.COMPOSITE)
    with driver.window.session.store.read() as work:
        ids = work.drafts.ids(query)
    if not ids:
        raise DeskError("演示没有走完：没有综合稿。")
    return ids[0]


def _newest(driver: Driver, status: Status) -> int:
    with driver.window.session.store.read() as work:
        ids = work.drafts.ids(DraftQuery(statuses=frozenset({status})))
    if not ids:
        raise DeskError(f"演示没有走完：没有“{status}”的来稿。")
    return ids[0]


def _faulty(driver: Driver) -> int:
    """The newest draft with the most findings."""
    from desk.checking import Knowledge, check_draft  # noqa: PLC0415 - only here

    with driver.window.session.store.read() as work:
        drafts = work.drafts.with_status(Status.NEW)
    if not drafts:
        raise DeskError("演示没有走完：没有新到的来稿。")
    return max(drafts, key=lambda draft: len(check_draft(draft, Knowledge()))).id
