"""Which list of points do topics go into: one being written, or a new one of a period."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from desk.repositories.matters import OPEN
from desk.store import Work
from desk.topic_pool.listing import (
    add_lines,
    begun,
    next_periods,
    put_list_back,
    remove_list,
    save_list,
)
from desk.topic_pool.point_list import PointLine, PointList
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (460, 380)


class ChooseListWindow(FormWindow):
    """Enter takes the list chosen, Esc leaves."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "加入要点", "topic-pool")
        self._lines: Sequence[PointLine] = ()
        self._choices: Sequence[PointList] = ()
        self.head = QLabel(wordWrap=True)
        self.list = QListWidget()
        self.list.itemActivated.connect(lambda _item: self.keep())
        self.content.addWidget(self.head)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(self.foot(self.deed("加入", "加入选中的一期（Enter）", self.keep)))

    def open_for(self, lines: Sequence[PointLine]) -> None:
        """Offer the lists these lines can go into."""
        self._lines = lines
        self.head.setText(f"把 {len(lines)} 条选题加进哪一期要点？")
        with self.session.store.read() as work:
            self._choices = _choices(work, self.session)
        self.list.clear()
        for one in self._choices:
            state = f"已有 {len(one.lines)} 条" if one.id else "新拟一期"
            self.list.addItem(QListWidgetItem(f"{one.title}　{state}"))
        self.list.setCurrentRow(0)
        self.tell("")
        self.come_up(self.list)

    def keep(self) -> None:
        """Add the lines to the list chosen."""
        at = self.list.currentRow()
        if at < 0:
            self.tell("请先选一期要点。")
            return
        chosen = self._choices[at]
        act, undo = self._added(chosen) if chosen.id else self._new(chosen)
        self.session.do(
            act,
            Topic.TASKS,
            note=f"{len(self._lines)} 条已加入“{chosen.title}”",
            undo=Undo(undo, "已从要点里撤出"),
            done=self.on_kept,
            failed=self.fail,
        )

    def _added(self, chosen: PointList) -> tuple[Callable[[], object], Callable[[], object]]:
        store, by, former = self.session.store, self.session.by, list[PointList]()
        lines = self._lines
        return (
            lambda: former.append(add_lines(store, chosen.id, lines, by=by())),
            lambda: put_list_back(store, former[0], by=by()),
        )

    def _new(self, chosen: PointList) -> tuple[Callable[[], object], Callable[[], object]]:
        store, by, kept = self.session.store, self.session.by, list[int]()
        wanted = replace(chosen, lines=tuple(self._lines))
        return (
            lambda: kept.append(save_list(store, wanted, by=by()).now.id),
            lambda: remove_list(store, kept[0], by=by()),
        )


def _choices(work: Work, session: Session) -> list[PointList]:
    today = session.today()
    held = work.matters.all(PointList, OPEN)
    known = {one.period for one in work.matters.all(PointList)}
    fresh = [one for one in next_periods(work, today) if one.key not in known]
    return [*held, *(begun(work, one.key, today) for one in fresh)]
