"""The 今日 page: what needs a hand now; every line leads to its place."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton
from typing_extensions import override

from desk.approval_queue import Queue, QueueRow, overdue_words
from desk.compiling import label_of
from desk.drafts import DraftRow, Status
from desk.issues import Issue
from desk.office_clock import day_of
from desk.office_hours import brief
from desk.overview import Overview, overview
from desk.publications import Publication
from desk.scoring.results import ScoreTable
from desk.store import Store
from ui import style
from ui.issue.missing_strip import MissingStrip
from ui.page import Page
from ui.session import Session, Topic
from ui.today.card import Card, Line
from ui.today.recovery import RecoveryStrip

_SHOWN = (Status.NEW, Status.EDITING, Status.SUBMITTED, Status.READY)
_WEEKDAYS = "一二三四五六日"


class TodayPage(Page):
    """Counts along the top, four cards below, the state of the backup at the foot."""

    topics = frozenset({Topic.DRAFTS, Topic.ISSUES, Topic.SCORES, Topic.REGISTRY, Topic.SETTINGS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "今日")
        receive = self.primary("收稿", "到“来稿”里选文件或文件夹")
        receive.clicked.connect(lambda: session.go("inbox"))
        self.figures = {status: QPushButton() for status in _SHOWN}
        look = style.Look(session.settings.scale)
        self.waiting = Card("等了 4 小时以上的新到来稿", "没有久等的来稿。", look)
        self.submitted = Card("正在送审", "没有在审的稿件。", look)
        self.issues = Card("正在编的期", "没有在编的期。到“编刊”按“新一期”。", look)
        self.zero = Card("挂零单位", "没有挂零单位。", look)
        self.missing = MissingStrip(session, lambda issue: session.go("issue", issue.id))
        self.backup = QLabel()
        self.backup.setObjectName("muted")
        self._lay_out()

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        for status, button in self.figures.items():
            button.setToolTip(f"到“来稿”看{status}的稿件")
            button.clicked.connect(partial(self.session.go, "inbox", status))
            figures.addWidget(button)
        figures.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, card in enumerate((self.waiting, self.submitted, self.issues, self.zero)):
            grid.addWidget(card, place // 2, place % 2)
        self.content.addWidget(RecoveryStrip(self.session))
        self.content.addWidget(self.missing)
        self.content.addLayout(figures)
        self.content.addLayout(grid, 1)
        self.content.addWidget(self.backup)

    @override
    def refresh(self) -> None:
        now = self.session.clock()
        day = day_of(now)
        self.title.setText(f"今日　{day.month}月{day.day}日　星期{_WEEKDAYS[day.weekday()]}")
        store = self.session.store
        self._show(overview(store, now), now)
        self._show_backup(now)
        since = date(day.year, 1, 1)
        self.session.look(lambda: _scores(store, since, day), self._show_zero)

    def _show(self, seen: Overview, now: datetime) -> None:
        for status, button in self.figures.items():
            button.setText(f"{status}　{seen.counts.get(status, 0)}")
        self.waiting.show_lines([self._draft_line(row, now, "inbox") for row in seen.waiting])
        self._show_submitted(seen.submitted)
        self.issues.show_lines(
            [self._issue_line(publication, issue, now) for publication, issue in seen.issues], "期"
        )
        self.missing.show_missing(seen.missing)

    def _issue_line(self, publication: Publication, issue: Issue, now: datetime) -> Line:
        """An open issue; one whose day has passed is marked."""
        mark = "▲ " if issue.day < day_of(now) else ""
        return Line(
            f"《{publication.name}》{label_of(issue)}",
            f"{mark}{issue.day:%m-%d}　已编 {len(issue.entries)} 条",
            partial(self.session.go, "issue", issue.id),
        )

    def _show_submitted(self, rows: Sequence[QueueRow]) -> None:
        """Who has what since when; above it, in one line, what is to be chased."""
        lines = [self._step_line(row) for row in rows]
        over = overdue_words(rows)
        if over:
            go = partial(self.session.go, "approvals", Queue.CALLS)
            lines.insert(0, Line(f"▲ {over}", "去催批", go))
        self.submitted.show_lines(lines)
        self.submitted.count.setText(f"{len(rows)} 篇" if rows else "")

    def _step_line(self, row: QueueRow) -> Line:
        mark = "▲ " if row.is_over else ""
        return Line(
            row.draft.title,
            f"{mark}{row.has or '待定'}　{brief(row.waited)}",
            partial(self.session.go, "approvals", row.id),
        )

    def _draft_line(self, row: DraftRow, now: datetime, page: str) -> Line:
        hours = int((now - row.received).total_seconds() // 3600)
        waited = f"{hours} 小时" if hours < 48 else f"{hours // 24} 天"  # noqa: PLR2004 - two days
        return Line(
            row.title,
            f"{waited}　{row.units or '单位未定'}",
            partial(self.session.go, page, row.id),
        )

    def _show_zero(self, table: ScoreTable) -> None:
        lines = [
            Line(
                score.unit.name,
                f"报送 {score.submitted} 条",
                partial(self.session.go, "scores", score.unit.id),
            )
            for score in table.units
            if score.zero and score.quota
        ]
        self.zero.show_lines(lines, "家")

    def _show_backup(self, now: datetime) -> None:
        made = [path.stat().st_mtime for path in self.session.paths.backups.glob("*.db")]
        if not made:
            self.backup.setText("备份：还没有。退出时会自动备份，也可以在“设置”里立即备份。")
            return
        hours = int((now.timestamp() - max(made)) // 3600)
        when = "刚刚" if hours < 1 else f"{hours} 小时前"
        self.backup.setText(f"备份：最近一次在{when}，已通过校验。")


def _scores(store: Store, since: date, day: date) -> ScoreTable:
    from desk.assessing import assess  # noqa: PLC0415 - the engine, after the page is painted

    return assess(store, since, day, today=day)
