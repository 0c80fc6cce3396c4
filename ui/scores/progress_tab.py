"""进度: what each unit still lacks, in items, and what the year promises."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from typing_extensions import override

from desk.foreseeing import foresee
from desk.own_tasks import own_progress
from desk.scoring.figures import printed
from desk.scoring.progress.outlook import Outlook
from desk.scoring.results import ScoreTable
from desk.units import Unit
from ui import style
from ui.lists.column import Column
from ui.scores.list_tab import ListTab
from ui.scores.own_tasks_window import OwnTasksWindow

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_EMPTY = "没有符合的单位\n\n换一个时段、分组，或选“全部单位”"
_BAD = Decimal(50)  # percent of a period's drafts in its last month


def _promise(row: Outlook) -> str:
    words = {None: "—", True: "◆ 能完成", False: "▼ 完不成"}
    return words[row.promises]


_CHOICES: tuple[tuple[str, Callable[[Outlook], bool]], ...] = (
    ("全部单位", lambda _row: True),
    ("挂零的", lambda row: row.score.zero),
    ("落后序时的", lambda row: row.score.behind > 0),
    ("照此完不成的", lambda row: row.promises is False),
    ("突击报送的", lambda row: (row.rush or Decimal(0)) >= _BAD),
)


def _columns(groups: dict[int, str]) -> tuple[Column[Outlook], ...]:
    def text(key: str, title: str, width: int, shown: Callable[[Outlook], str]) -> Column[Outlook]:
        return Column(key, title, shown, width)

    return (
        text("group", "分组", 92, lambda row: groups.get(row.score.unit.group_id, "未分组")),
        Column(
            "unit",
            "单位",
            lambda row: row.score.unit.short,
            110,
            tip=lambda row: row.score.unit.name,
        ),
        _figure("points", "得分", 56, lambda row: row.score.points),
        _figure("quota", "目标分", 64, lambda row: row.score.quota),
        _percent("completion", "完成率", lambda row: row.score.completion),
        _percent("pace", "序时进度", lambda row: row.score.pace),
        _figure("last_year", "去年同期", 84, lambda row: row.last_year),
        _figure("forecast", "按今年推", 84, lambda row: row.forecast),
        _figure("by_last_year", "按去年推", 84, lambda row: row.by_last_year),
        Column("promise", "年底", _promise, 84, colour=_colour),
        text("silent", "挂零自", 96, _silent),
        _percent("rush", "末月占比", lambda row: row.rush),
        _percent("on_time", "按时率", lambda row: row.on_time),
        Column("gap", "差距", lambda row: row.gap, 190, tip=lambda row: row.gap),
    )


def _colour(row: Outlook) -> str | None:
    return style.RED if row.promises is False else None


def _silent(row: Outlook) -> str:
    return f"{row.silent_since:%Y-%m-%d}" if row.silent_since else ""


def _figure(
    key: str, title: str, width: int, value: Callable[[Outlook], Decimal | None]
) -> Column[Outlook]:
    def shown(row: Outlook) -> str:
        found = value(row)
        return "—" if found is None else printed(found)

    def order(row: Outlook) -> Decimal:
        found = value(row)
        return Decimal(-1_000_000) if found is None else found

    return Column(key, title, shown, width, sort=order, right=True)


def _percent(key: str, title: str, value: Callable[[Outlook], Decimal | None]) -> Column[Outlook]:
    plain = _figure(key, title, 76, value)
    return Column(
        key,
        title,
        lambda row: "—" if value(row) is None else f"{value(row):.1f}%",
        76,
        sort=plain.sort,
        right=True,
    )


class ProgressTab(ListTab[Outlook]):
    """One row a unit; the page's days, group and filter."""

    title = "进度"
    empty = _EMPTY
    columns = _columns({})

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self.choice = QComboBox()
        self.choice.setAccessibleName("只看")
        self.choice.addItems([words for words, _ in _CHOICES])
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.own = QLabel()  # what the upper level asks of us
        self.tasks = OwnTasksWindow(self.session, self)
        tasks = QPushButton("本办任务……")
        tasks.setToolTip("上级下达给本办公室的任务")
        tasks.clicked.connect(lambda: self.tasks.open_for(self.page.window_days()[1].year))
        for widget in (QLabel("只看"), self.choice, self.count):
            self.head.addWidget(widget)
        self.head.addStretch(1)
        self.head.addWidget(self.own)
        self.head.addWidget(tasks)
        self.choice.activated.connect(lambda _at: self.narrow())

    @override
    def show_table(self, table: ScoreTable) -> None:
        store, today = self.session.store, self.page.today()
        self.model.set_columns(_columns({one.group.id: one.group.name for one in table.groups}))
        self.read(partial(foresee, store, table, today))
        self.session.look(
            partial(own_progress, store, table.last.year, today),
            lambda found: self.own.setText("　".join(one.text for one in found)),
        )

    @override
    def unit_of(self, row: Outlook) -> Unit:
        return row.score.unit

    @override
    def shows(self, row: Outlook) -> bool:
        return _CHOICES[self.choice.currentIndex()][1](row) and super().shows(row)

    @override
    def narrow(self) -> None:
        super().narrow()
        self.count.setText(f"{len(self.model.rows)} 个单位")
