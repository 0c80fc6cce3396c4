"""Our own task at the upper levels, a line above the register (本办任务)."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from desk.forwardings.board import Board, OwnTask, Reach
from desk.scoring.figures import printed
from ui import style

_GAP = "&nbsp;" * 4


class BoardStrip(QLabel):
    """What is reached, what waits, pace, forecast and gap of each level, and media by level.

    Signals:
        followed(): the clerk wants to see 考核.
    """

    followed = Signal()

    def __init__(self) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.setObjectName("strip")
        self.setMargin(style.GAP)
        self.linkActivated.connect(lambda _link: self.followed.emit())

    def show_board(self, board: Board) -> None:
        """Tell of a board."""
        lines = [_task(one) for one in board.tasks]
        others = "，".join(f"{tier} {_reach(reach)}" for tier, reach in board.others)
        media = "，".join(f"{level} {count} 次" for level, count in board.media)
        rest = (
            f"没有下达任务的：{others}" if others else "",
            f"媒体采用：{media}" if media else "",
        )
        if any(rest):
            lines.append(_GAP.join(filter(None, rest)))
        if not board.tasks:
            lines.insert(0, f"{board.year} 年还没有写本办任务")
        link = f"<a style='color:{style.ACCENT}' href='scores'>到考核看进度、改任务</a>"
        self.setText("<br>".join([*lines[:-1], f"{lines[-1]}{_GAP}{link}"]))


def _task(one: OwnTask) -> str:
    mark, colour = ("▼ 落后", style.RED) if one.is_behind else ("◆ 跟上", style.GREEN)
    asked = f"{printed(one.task.points)} 分" if one.task.points else f"{one.task.items} 条"
    waiting = f"，待记 {_reach(one.waiting)}" if one.waiting.items else ""
    parts = (
        f"<b>{escape(one.task.tier)}</b>　任务 {asked}",
        f"已得 {_reach(one.booked)}{waiting}",
        f"完成 {one.done}%，序时 {one.pace}%",
        f"<span style='color:{colour}'>{mark}</span>",
        f"全年预计 {one.forecast}" if one.forecast else "",
        escape(one.gap),
    )
    return _GAP.join(filter(None, parts))


def _reach(reach: Reach) -> str:
    points = f"{printed(reach.points)} 分、" if reach.points else ""
    return f"{points}{reach.items} 条"
