"""本办任务: what each upper level asks of our own office in a year."""

from decimal import Decimal

from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desk.errors import FieldError
from desk.importing import values
from desk.own_tasks import save_own_task
from desk.publications import Tier
from desk.scoring.figures import printed
from desk.units import UpperTask
from ui import style
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (420, 220)
_TIERS: tuple[Tier, ...] = (Tier.CITY, Tier.PROVINCE, Tier.STATE)


class OwnTasksWindow(FormWindow):
    """A row for each upper level; Ctrl+Enter keeps, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "本办任务", "quotas")
        self._year = 0
        self.head = QLabel()
        self.head.setObjectName("sectionTitle")
        self.points: dict[Tier, QLineEdit] = {tier: QLineEdit() for tier in _TIERS}
        self.items: dict[Tier, QLineEdit] = {tier: QLineEdit() for tier in _TIERS}
        self._lay_out()

    def open_for(self, year: int) -> None:
        """Begin with what is asked in a year."""
        self._year = year
        self.head.setText(f"上级下达给本办公室的 {year} 年任务")
        with self.session.store.read() as work:
            held = {one.tier: one for one in work.registry.upper_tasks(year)}
        for tier in _TIERS:
            task = held.get(tier.value, UpperTask(year, tier.value))
            self.points[tier].setText(printed(task.points) if task.points else "")
            self.items[tier].setText(str(task.items) if task.items else "")
        self.tell("")
        self.come_up(self.points[_TIERS[0]])

    def keep(self) -> None:
        """Keep all rows at once."""
        self.tell("")
        try:
            wanted = [self._task(tier) for tier in _TIERS]
        except FieldError as error:
            self.tell(str(error))
            return
        store, by = self.session.store, self.session.by
        before: list[UpperTask] = []

        def save() -> None:
            for task in wanted:
                former = save_own_task(store, task, by=by())
                before.append(former or UpperTask(task.year, task.tier))

        self.session.do(
            save,
            Topic.SCORES,
            note="已保存本办任务",
            undo=Undo(
                lambda: [save_own_task(store, task, by=by()) for task in before],
                "已恢复原来的本办任务",
            ),
        )
        self.close()

    def _task(self, tier: Tier) -> UpperTask:
        said, counted = self.points[tier].text().strip(), self.items[tier].text().strip()
        points = values.points(said) if said else Decimal(0)
        items = values.count(counted) if counted else 0
        if points is None or items is None:
            raise FieldError("points", f"{tier}的目标认不出来。请写数字，没有的不写。")
        return UpperTask(self._year, tier.value, points, items)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        for at, words in enumerate(("层级", "目标分", "目标条数")):
            grid.addWidget(QLabel(words), 0, at)
        for row, tier in enumerate(_TIERS, 1):
            grid.addWidget(QLabel(tier.value), row, 0)
            for at, field, what in (
                (1, self.points[tier], "目标分"),
                (2, self.items[tier], "目标条数"),
            ):
                field.setAccessibleName(f"{tier}{what}")
                grid.addWidget(field, row, at)
        save = self.deed("保存", "保存（Ctrl+Enter）；没有任务的层级空着", self.keep)
        column = self.content
        column.addWidget(self.head)
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(self.foot(save))
