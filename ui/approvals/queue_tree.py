"""The queues at the left of the 审签 page, with their counts; under 全部待审 who has what."""

from datetime import timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desk.approval_queue import Load, Queue, QueueRow, Queues, loads
from desk.office_hours import span
from ui import style

_ROLE = int(Qt.ItemDataRole.UserRole)
_COUNT_WIDTH, _HEIGHT = 34, 28
_TIPS = {
    Queue.MINE: "送到我这里的，还有替别人审的",
    Queue.ALL: "送审中的全部稿件，下面按人和环节分",
    Queue.CALLS: "等得太久、该打电话催的",
    Queue.SENT: "我送出去、还没有审完的",
    Queue.RETURNED: "退回修改、还没有再送的",
    Queue.UNSIGNED: "审签单已经打印，手签还没有登记的",
    Queue.TODAY: "今天同意和退回的",
}


class QueueTree(QTreeWidget):
    """One line a queue, and one for everybody who has something.

    Signals:
        picked(): another queue or person is chosen.
    """

    picked = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setAccessibleName("审签队列")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(look.px(14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, look.px(_COUNT_WIDTH))
        self._height = look.px(_HEIGHT)
        self._values: list[Queue | Load] = []  # by the number an item carries
        self._queues = {queue: self._add(queue) for queue in Queue}
        self.setCurrentItem(self._queues[Queue.MINE])
        self.currentItemChanged.connect(lambda *_items: self.picked.emit())

    @property
    def queue(self) -> Queue:
        """The queue on show."""
        found = self._chosen()
        return Queue.ALL if isinstance(found, Load) else found

    @property
    def load(self) -> Load | None:
        """The person and stage the queue is narrowed to."""
        found = self._chosen()
        return found if isinstance(found, Load) else None

    def choose(self, queue: Queue) -> None:
        """Go to a queue."""
        self.setCurrentItem(self._queues[queue])

    def narrowed(self, rows: tuple[QueueRow, ...]) -> list[QueueRow]:
        """The rows of the person and stage chosen, or all."""
        load = self.load
        if load is None:
            return list(rows)
        return [row for row in rows if (row.has, row.step.stage.name) == (load.who, load.stage)]

    def show_queues(self, queues: Queues) -> None:
        """Show the counts; whoever was chosen stays so while something waits there."""
        held = self.load
        was_blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for queue, item in self._queues.items():
            rows = queues.of(queue)
            item.setText(1, str(len(rows)) if rows else "")
            if queue is Queue.CALLS:
                item.setForeground(1, QBrush(QColor(style.RED)))
        self._show_loads(loads(queues.of(Queue.ALL)), held)
        self.blockSignals(was_blocked)

    def _chosen(self) -> Queue | Load:
        item: QTreeWidgetItem | None = self.currentItem()  # its stub does not know of None
        number = item.data(0, _ROLE) if item is not None else 0
        return self._values[number]

    def _show_loads(self, found: list[Load], held: Load | None) -> None:
        parent = self._queues[Queue.ALL]
        was_inside = held is not None
        parent.takeChildren()
        del self._values[len(Queue) :]
        for load in found:
            item = QTreeWidgetItem([_load_text(load), str(load.count)])
            self._mark(item, load)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, _load_tip(load))
            if load.over:
                item.setForeground(0, QBrush(QColor(style.RED)))
            parent.addChild(item)
            if held and (load.who, load.stage) == (held.who, held.stage):
                self.setCurrentItem(item)
        parent.setExpanded(True)
        if was_inside and self.load is None:
            self.setCurrentItem(parent)

    def _mark(self, item: QTreeWidgetItem, value: Queue | Load) -> None:
        item.setSizeHint(0, QSize(0, self._height))
        item.setData(0, _ROLE, len(self._values))
        self._values.append(value)

    def _add(self, queue: Queue) -> QTreeWidgetItem:
        item = QTreeWidgetItem([str(queue), ""])
        self._mark(item, queue)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, f"{_TIPS[queue]}（Alt+{list(Queue).index(queue) + 1}）")
        self.addTopLevelItem(item)
        return item


def _load_text(load: Load) -> str:
    mark = f"▲{load.longest // timedelta(hours=1)}时" if load.over else ""
    return "　".join(part for part in (load.who or "待定", mark) if part)


def _load_tip(load: Load) -> str:
    phone = f"　电话 {load.phone}" if load.phone else ""
    over = f"，超时 {load.over} 篇" if load.over else ""
    return (
        f"{load.who or '待定'}　{load.stage}{phone}\n"
        f"{load.count} 篇，最久等了 {span(load.longest)}{over}"
    )
