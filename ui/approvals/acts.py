"""The keys of the 审签 page: what each asks first, and what it does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.approval_queue import Queue, QueueRow, loads, queues
from desk.approval_reading import called
from desk.approvals import Verdict
from desk.approving import Decision
from desk.office_clock import office_time
from desk.office_hours import span
from desk.reports.call_list import Called, Waiting, call_list_pdf
from ui.approvals.columns import key_of
from ui.approvals.deeds import Deeds
from ui.approvals.marks import Read
from ui.approvals.scan_window import ScanWindow
from ui.approvals.slip_printer import SlipPrinter
from ui.approvals.strip import Strip
from ui.approvals.strips import CallStrip, HandOverStrip, OpinionStrip, SignStrip

if TYPE_CHECKING:
    from ui.approvals.page import ApprovalsPage
    from ui.paper_window import PaperWindow

_NAMED = 5  # titles in a question


class Acts:
    """Holds the strips, and the rows that one of them asks about."""

    def __init__(self, page: "ApprovalsPage") -> None:
        self.page = page
        self.session = page.session
        self.deeds = Deeds(page.session, page.drop, page.fail)
        self.opinion, self.calling = OpinionStrip(), CallStrip()
        self.handing, self.signing = HandOverStrip(), SignStrip()
        self.strips: tuple[Strip, ...] = (self.opinion, self.calling, self.handing, self.signing)
        self.printer = SlipPrinter(page.session, page)
        self.paper: PaperWindow | None = None
        self.scan: ScanWindow | None = None
        self._rows: list[QueueRow] = []
        self.opinion.accepted.connect(self._decide)
        self.calling.accepted.connect(self._remind)
        self.handing.accepted.connect(self._hand_over)
        self.signing.accepted.connect(self._sign)
        for strip in self.strips:
            strip.closed.connect(page.list_focus)

    def keys(self) -> dict[str, Callable[[], None]]:
        """What the keys over the list and the text do."""
        return {
            "O": self.comment,
            "R": self.send_back,
            "Ctrl+R": self.send_back,
            "C": self.call,
            "S": self.sign,
            "P": self.slips,
            "Ctrl+Shift+P": self.slip_menu,
            "H": self.hand_over,
            "U": self.recall,
            "V": self.see_scan,
            "E": self.edit,
        }

    def approve(self) -> None:
        """Pass the selected rows; those of somebody else with that one's opinion."""
        self._approve(self.page.chosen)

    def approve_ticked(self) -> None:
        """Pass all that is ticked off, or the one under the cursor where nothing is."""
        self._approve(self.page.ticked or self.page.chosen)

    def comment(self) -> None:
        """Ask for an opinion, then pass."""
        self._ask_opinion(Verdict.PASSED, self.page.chosen)

    def send_back(self) -> None:
        """Ask what is to be changed, then return."""
        self._ask_opinion(Verdict.RETURNED, self.page.chosen)

    def call(self) -> None:
        """Ask what was answered on the telephone."""
        rows = self._of_one(self.page.chosen)
        if rows:
            self._open(self.calling, rows)
            phone = f"　电话 {rows[0].phone}" if rows[0].phone else ""
            self.calling.ask(f"催批 {_titles(rows)}{phone}", [rows[0].has, *self._names()])

    def hand_over(self) -> None:
        """Ask to whom it goes."""
        rows = self.page.chosen
        if rows:
            self._open(self.handing, rows)
            others = [name for name in self._names() if name != rows[0].has]
            self.handing.ask(f"{_titles(rows)}转交给", others)

    def recall(self) -> None:
        """Take the selected rows back to be edited."""
        if self.page.chosen:
            self.deeds.recall(self.page.chosen)

    def sign(self) -> None:
        """Ask for the signature on the slip of the current row."""
        row = self.page.row
        if row is not None:
            self._open(self.signing, [row])
            names = [row.who or row.step.asked, *self._names()]
            question = f"{_titles([row])}的审签单：{row.step.stage.name}签字"
            self.signing.ask(question, [one for one in names if one], self.session.clock())

    def slips(self) -> None:
        """Show the slips to print; in 催批 the call list."""
        if self.page.tree.queue is Queue.CALLS:
            self.print_calls()
        elif self.page.chosen:
            self.printer.show([row.id for row in self.page.chosen])

    def slip_menu(self) -> None:
        """Offer to print the slips or to keep them as files."""
        if self.page.chosen:
            view = self.page.list
            place = view.mapToGlobal(view.rect().center())
            self.printer.menu([row.id for row in self.page.chosen], place)

    def print_calls(self) -> None:
        """Show the call list, a page for everybody."""
        from ui.paper_window import PaperWindow  # noqa: PLC0415 - brings the printing

        session, load = self.session, self.page.tree.load
        name, now = session.by().who, session.clock()

        def made() -> bytes:
            rows = [
                row
                for row in queues(session.store, name, now).of(Queue.CALLS)
                if load is None or row.has == load.who
            ]
            return call_list_pdf(session.settings.office, _people(rows), now)

        def show(pdf: bytes) -> None:
            if self.paper is None:
                self.paper = PaperWindow(session, self.page)
            self.paper.show_pdf(f"催批单 {office_time(now):%Y-%m-%d}", pdf)

        session.look(made, show)

    def edit(self) -> None:
        """Open the draft in the editor."""
        if self.page.row is not None:
            self.session.sequence = [row.id for row in self.page.model.rows]
            self.session.go("editor", self.page.row.id)

    def see_scan(self) -> None:
        """Show the newest scan of the draft's slips."""
        row = self.page.row
        if row is None:
            return
        with self.session.store.read() as work:
            steps = [step for way in work.approvals.of(row.id) for step in way.steps]
        found = [step.scan for step in steps if step.scan]
        if found:
            self.show_scan(found[-1])
        else:
            self.session.messages.note("这篇稿件还没有审签单扫描件，按 S 登记")

    def show_scan(self, digest: str) -> None:
        """Show the scan of these bytes."""
        with self.session.store.read() as work:
            data = work.files.get(digest)
        if self.scan is None:
            self.scan = ScanWindow(self.session, self.page)
        self.scan.show_scan(data)

    def close_strips(self) -> None:
        """Ask nothing any more."""
        for strip in self.strips:
            strip.hide()

    def _approve(self, rows: list[QueueRow]) -> None:
        if not rows or not self._is_read(rows):
            return
        me = self.session.by().who
        if all(row.has in ("", me) for row in rows):
            self.deeds.decide(rows, Decision(Verdict.PASSED))
        else:
            self._ask_opinion(Verdict.PASSED, rows)

    def _is_read(self, rows: list[QueueRow]) -> bool:
        """Whether every row was on show; those that were not are named, and may be passed so."""
        unread = [row for row in rows if self.page.marks.of(key_of(row)) is Read.NOT]
        if not unread:
            return True
        question = (
            f"有 {len(unread)} 篇还没有打开看过：\n{_listed(unread)}\n\n"
            "请先逐篇看过再同意。确实不用看的，可以直接同意。"
        )
        return self.session.messages.ask(question, "不看了，都同意", danger=True)

    def _ask_opinion(self, verdict: Verdict, rows: list[QueueRow]) -> None:
        rows = self._of_one(rows)
        if not rows:
            return
        self._open(self.opinion, rows)
        me = self.session.by().who
        signer = rows[0].has or me
        word = "同意" if verdict is Verdict.PASSED else "退回修改"
        whose = "" if signer == me else f"（登记{signer}的意见）"
        along = self._optional(rows) if verdict is Verdict.PASSED else []
        names = [signer, me, *self._names()]
        self.opinion.ask(verdict, f"{word}：{_titles(rows)}{whose}", names, along)

    def _of_one(self, rows: list[QueueRow]) -> list[QueueRow]:
        """The rows, if one person has them all; else say that they go one by one."""
        holders = list(dict.fromkeys(row.has for row in rows))
        if len(holders) > 1:
            named = "、".join(name or "待定" for name in holders)
            self.session.messages.error(
                f"选中的稿件在不同的人手里（{named}）。请在左边按人选开，再一起登记。"
            )
            return []
        return rows

    def _optional(self, rows: list[QueueRow]) -> list[str]:
        """Stages of the lane that are taken along only where somebody asks for them."""
        with self.session.store.read() as work:
            lanes = {lane.name: lane for lane in work.approvals.lanes()}
        lane = lanes.get(rows[0].way.lane)
        if lane is None or any(row.way.lane != lane.name for row in rows):
            return []
        held = {step.stage.name for row in rows for step in row.way.steps}
        return [one.name for one in lane.stages if one.only_if_asked and one.name not in held]

    def _names(self) -> list[str]:
        with self.session.store.read() as work:
            return [one.name for one in work.people.all() if one.is_active]

    def _open(self, strip: Strip, rows: list[QueueRow]) -> None:
        self.close_strips()
        self._rows = rows
        self.session.messages.banner.hide()
        strip.show()

    def _decide(self) -> None:
        self.deeds.decide(self._rows, self.opinion.decision)

    def _remind(self) -> None:
        self.deeds.remind(self._rows, self.calling.who.name, self.calling.text)
        self.page.list_focus()

    def _hand_over(self) -> None:
        self.deeds.hand_over(self._rows, self.handing.to.name, self.handing.text)

    def _sign(self) -> None:
        signature = self.signing.signature
        if signature is not None:
            self.deeds.sign(self._rows[0], signature, self.signing.signer.name)


def _people(rows: list[QueueRow]) -> list[Called]:
    """The rows by who has them, with what was answered last."""
    found = []
    for name in dict.fromkeys(load.who for load in loads(rows)):
        own = [row for row in rows if row.has == name]
        drafts = [
            Waiting(
                row.draft.title,
                row.step.stage.name,
                row.step.since or row.way.begun,
                span(row.waited),
                len(row.step.calls),
                called(row.step.calls[-1]) if row.step.calls else "",
            )
            for row in own
        ]
        found.append(Called(name, own[0].phone, drafts))
    return found


def _titles(rows: list[QueueRow]) -> str:
    return f"“{rows[0].draft.title}”" if len(rows) == 1 else f" {len(rows)} 篇"


def _listed(rows: list[QueueRow]) -> str:
    more = f"\n……另有 {len(rows) - _NAMED} 篇" if len(rows) > _NAMED else ""
    return "\n".join(f"· {row.draft.title}" for row in rows[:_NAMED]) + more
