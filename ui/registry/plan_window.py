"""录入放假安排: paste the State Council's notice, look at the days it means, keep them."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desk.calendar import SpecialDay, national
from desk.errors import DeskError
from desk.importing.sheets import sheets
from desk.timeliness import days_off
from desk.timeliness.notice import YearPlan, read_plan
from ui import style
from ui.dialogs import open_paths
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (920, 560)
_WEEK = "一二三四五六日"
_EXAMPLE = (
    "把《国务院办公厅关于{0}年部分节假日安排的通知》的正文粘贴到这里，例如：\n\n"
    "一、元旦：1月1日放假1天，不调休。\n二、春节：2月5日至12日放假调休，共8天。……\n\n"
    "也可以从表格粘贴，一行一天：{0}-01-01　休息　元旦"
)


class PlanWindow(FormWindow):
    """The text at the left is read as it changes; Ctrl+Enter keeps the days at the right."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "录入放假安排", "clocks")
        self._year = session.today().year
        self._plan: YearPlan | None = None
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("放假通知的正文")
        self.text.setTabChangesFocus(True)
        self.model: MemoryModel[SpecialDay] = MemoryModel(_COLUMNS)
        self.view = ListView(
            session, self.model, "放假安排", empty="读出来的日子列在这里，核对以后再登记"
        )
        self.doubts, self.count = QLabel(wordWrap=True), QLabel()
        self.doubts.setObjectName("note")
        self.count.setObjectName("sectionTitle")
        self.file_button = QPushButton("从表格文件…")
        self.file_button.setToolTip("读 .xlsx 或 .csv，列为：日期、上班或休息、名称")
        self.keep_button = self.deed(
            "登记这些日子", "记到日历里，没办完的稿件马上重算；可以撤销（Ctrl+Enter）", self.keep
        )
        self._lay_out()
        self.text.textChanged.connect(self._read)
        self.file_button.clicked.connect(self._choose_file)

    def open_for(self, year: int) -> None:
        """Begin with a year, which is meant where the text names none."""
        self._year = year
        self.text.setPlaceholderText(_EXAMPLE.format(year))
        self._read()
        self.come_up(self.text)

    def keep(self) -> None:
        """Keep the days read."""
        plan = self._plan
        if plan is None:
            self._read()
            return
        store, by = self.session.store, self.session.by
        former: list[days_off.Former] = []
        self.session.do(
            lambda: former.append(days_off.keep_days(store, plan.days, by=by())),
            Topic.REGISTRY,
            Topic.DRAFTS,
            note=f"{plan.year}年的放假安排已登记",
            undo=Undo(lambda: days_off.put_back(store, former[0], by=by()), "已撤销登记的放假安排"),
            done=lambda _: self._on_kept(),
            failed=self.fail,
        )

    def take_file(self, path: Path) -> None:
        """Show a table's lines as text, to be read like what is pasted."""

        def read() -> str:
            rows = (row for sheet in sheets(path.read_bytes(), path.name) for row in sheet)
            return "\n".join("\t".join(row).strip() for row in rows)

        self.session.look(read, self.text.setPlainText)

    def _choose_file(self) -> None:
        for path in open_paths(self, "选择放假安排的表格", "表格 (*.xlsx *.csv)")[:1]:
            self.take_file(path)

    def _on_kept(self) -> None:
        self.text.clear()
        self.close()

    def _read(self) -> None:
        text, self._plan = self.text.toPlainText().strip(), None
        self.tell("")
        if text:
            try:
                self._plan = read_plan(text, self._year)
            except DeskError as error:
                self.tell(str(error))
        self._show()

    def _show(self) -> None:
        plan = self._plan
        self.model.set_rows(plan.days if plan else ())
        self.doubts.setText("\n".join(plan.doubts) if plan else "")
        self.doubts.setVisible(bool(self.doubts.text()))
        self.keep_button.setEnabled(plan is not None)
        off = sum(not one.is_working for one in plan.days) if plan else 0
        on = len(plan.days) - off if plan else 0
        self.count.setText(f"{plan.year}年　休息 {off} 天，周末上班 {on} 天" if plan else "")

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(style.GAP)
        for widget in (self.count, self.view, self.doubts):
            right.addWidget(widget, 1 if widget is self.view else 0)
        halves = QHBoxLayout()
        halves.setSpacing(style.GAP)
        halves.addWidget(self.text, 1)
        halves.addLayout(right, 1)
        self.content.addLayout(halves, 1)
        self.content.addLayout(self.foot(self.file_button, self.keep_button))


def _told(one: SpecialDay) -> str:
    known = national(one.day)
    same = known.is_working is one.is_working and bool(known.name or known.is_working)
    return "已经有" if same else ""


_COLUMNS: tuple[Column[SpecialDay], ...] = (
    Column("day", "日期", lambda one: f"{one.day:%Y-%m-%d}", 100),
    Column("weekday", "星期", lambda one: _WEEK[one.day.weekday()], 48),
    Column("works", "安排", lambda one: "班 上班" if one.is_working else "休 休息", 72),
    Column("name", "名称", lambda one: one.name, 120, stretch=True),
    Column("known", "软件自带", _told, 80),
)
