"""First step: which sheets, where their headers stand, what their columns mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk.importing.batches import Sort
from desk.importing.past.crosses import guessed_columns
from desk.importing.past.guide import Cell, Guide
from desk.importing.past.rehearsal import Book, Page, pages
from desk.importing.registry import Carriers, UnitNames
from desk.publications import Publication
from desk.units import Unit
from ui import style
from ui.ledger_import.choices import Choice, box, fill, of_cross, of_list, table, words_of

_KINDS = (
    ("每行一条信息", None),
    ("汇总表：每格是条数", Cell.COUNT),
    ("汇总表：每格是得分", Cell.POINTS),
)
_FILLED = ("日期", "单位", "刊物", "栏目", "期号")
_FIXED = ("日期", "刊物", "事项")
_SAMPLES, _DEEPEST = 3, 30


@dataclass(frozen=True, slots=True)
class Known:
    """What the registry knows while a file is looked at."""

    units: tuple[Unit, ...]
    publications: tuple[Publication, ...]

    def names(self, guide: Guide) -> UnitNames:
        """Units by name, with the spellings confirmed."""
        return UnitNames(self.units, guide.units)

    def carriers(self, guide: Guide) -> Carriers:
        """Publications by name, with the names confirmed."""
        return Carriers(self.publications, guide.carriers)


class ColumnsStep(QWidget):
    """Shows a guide and makes another of what is chosen.

    Signals:
        changed(): a choice was made; ``guide`` has it.
    """

    changed = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.guide = Guide()
        self._book: Book | None = None
        self._known = Known((), ())
        self._boxes: dict[str, QComboBox] = {}
        self.sort, self.kind = QComboBox(), QComboBox()
        self.year = QLineEdit(placeholderText="自动", maxLength=4)
        self.first, self.last = _line_box(), _line_box()
        self.sheets = QListWidget()
        self.sheets.setAccessibleName("工作表")
        self.columns = table(("列名", "前几行", "意思"), "列的意思")
        self.fixed = {name: QLineEdit() for name in _FIXED}
        self.filled = {name: QCheckBox(name) for name in _FILLED}
        self.said = QLabel(wordWrap=True)
        self._lay_out(look)
        self._connect()

    def show_guide(self, book: Book, guide: Guide, known: Known) -> None:
        """Show how a file is read."""
        self._book, self.guide, self._known = book, guide, known
        blockers = [QSignalBlocker(one) for one in (self.sort, self.kind, self.first, self.last)]
        self.sort.setCurrentText(guide.sort.value)
        self.kind.setCurrentIndex([cell for _words, cell in _KINDS].index(guide.cell))
        self.year.setText(f"{guide.year or ''}")
        first, last = guide.head or (0, 0)
        self.first.setValue(first)
        self.last.setValue(last)
        for name, field in self.fixed.items():
            field.setText(guide.fixed.get(name, ""))
        for name, tick in self.filled.items():
            tick.setChecked(name in guide.fill)
        del blockers
        self._show()

    @property
    def pages(self) -> Sequence[Page]:
        """The sheets as the guide reads them."""
        if self._book is None:
            return ()
        guide = self.guide
        return pages(self._book, guide, self._known.carriers(guide), self._known.names(guide))

    def _show(self) -> None:
        found = self.pages
        self._show_sheets(found)
        self._show_columns(self._page(found))
        taken = [one for one in found if not one.why]
        rows = sum(len(one.grid.rows) - (one.head.last + 1 if one.head else 0) for one in taken)
        if taken:
            self.said.setText(f"要导入 {len(taken)} 张工作表，约 {rows} 行。")
        else:
            wanted = self.guide.sheets or [one.grid.name for one in found]
            whys = "；".join(
                f"“{one.grid.name}”{one.why}" for one in found if one.grid.name in wanted
            )
            self.said.setText(
                f"还不能导入：{whys}。请在上面指明列的意思，或在“一律是”里写上表里没有的。"
            )

    def _page(self, found: Sequence[Page]) -> Page | None:
        """The sheet whose columns are shown: the current one, else the first that is taken."""
        row = self.sheets.currentRow()
        headed = [one for one in found if one.head]
        taken = [one for one in headed if not one.why]
        chosen = [one for one in headed if one.grid.name in self.guide.sheets]
        current = [one for one in headed if found.index(one) == row]
        return next(iter([*current, *taken, *chosen, *headed]), None)

    def _show_sheets(self, found: Sequence[Page]) -> None:
        quiet, row = QSignalBlocker(self.sheets), self.sheets.currentRow()
        self.sheets.clear()
        for page in found:
            name = page.grid.name or "（表）"
            item = QListWidgetItem(f"{name}　{page.why}" if page.why else name)
            item.setToolTip(page.why or f"{len(page.grid.rows)} 行")
            item.setData(Qt.ItemDataRole.UserRole, page.grid.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = not page.why or page.grid.name in self.guide.sheets
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.sheets.addItem(item)
        self.sheets.setCurrentRow(row)
        quiet.unblock()

    def _show_columns(self, page: Page | None) -> None:
        self._boxes = {}
        if page is None or page.head is None:
            fill(self.columns, ())
            return
        head, below = page.head, page.grid.rows[page.head.last + 1 :]
        choices = of_list()
        if self.guide.cell:
            carriers = self._known.carriers(self.guide)
            guessed = guessed_columns(below, head, carriers, page.guide.year)
            choices = of_cross(self._known.publications, guessed | dict(self.guide.crossed))
        rows: list[tuple[str, str, QComboBox]] = []
        for column, label in enumerate(head.labels):
            samples = [row[column] for row in below[:_DEEPEST] if row[column]][:_SAMPLES]
            if not samples and label.endswith("列"):
                continue
            made = box(choices, self._chosen(label, head.meaning(column)))
            made.setAccessibleName(f"{label} 的意思")
            made.activated.connect(self._on_choice)
            self._boxes[label] = made
            rows.append((label, "　".join(samples), made))
        fill(self.columns, rows)

    def _chosen(self, label: str, meaning: str) -> Choice | None:
        cells = self.guide.crossed.get(label)
        if self.guide.cell and cells is not None:
            return Choice(words_of(cells), "", tuple(cells.items()))
        return Choice(meaning, meaning) if meaning else None

    def _on_choice(self) -> None:
        """Take the meanings chosen; a column that lost its meaning is left out on purpose."""
        shown, guide = self._boxes, self.guide
        columns: dict[str, str] = {}
        crossed = {key: dict(held) for key, held in guide.crossed.items() if key not in shown}
        ignored = {label for label in guide.ignored if label not in shown}
        for label, made in self._boxes.items():
            choice: Choice = made.currentData()
            if choice.cells:
                crossed[label] = dict(choice.cells)
            elif choice.name:
                columns.setdefault(choice.name, label)
            else:
                ignored.add(label)
        others = {key: label for key, label in guide.columns.items() if label not in shown}
        self.guide = replace(
            guide, columns=others | columns, crossed=crossed, ignored=frozenset(ignored)
        )
        self._tell()

    def _on_other(self) -> None:
        year = self.year.text()
        first, last = self.first.value(), self.last.value()
        self.guide = replace(
            self.guide,
            sort=Sort(self.sort.currentText()),
            year=int(year) if year.isascii() and year.isdigit() else None,
            head=(first, max(first, last)) if first else None,
            fixed={name: one.text().strip() for name, one in self.fixed.items() if one.text()},
            fill=frozenset(name for name, tick in self.filled.items() if tick.isChecked()),
        )
        self._tell()

    def _on_kind(self) -> None:
        """Guess the columns anew: those of a list mean nothing in a table across."""
        _words, cell = _KINDS[self.kind.currentIndex()]
        self.guide = replace(self.guide, cell=cell, columns={}, ignored=frozenset())
        if cell and not self.guide.crossed:
            crossed: dict[str, dict[str, str]] = {}
            for page in self.pages:
                if page.head:
                    below = page.grid.rows[page.head.last + 1 :]
                    carriers = self._known.carriers(self.guide)
                    crossed |= guessed_columns(below, page.head, carriers, page.guide.year)
            self.guide = replace(self.guide, crossed=crossed)
        self._tell()

    def _on_sheet(self) -> None:
        items = [self.sheets.item(at) for at in range(self.sheets.count())]
        names = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]
        self.guide = replace(self.guide, sheets=tuple(names))
        self._tell()

    def _on_current(self) -> None:
        self._show_columns(self._page(self.pages))

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _connect(self) -> None:
        self.sort.addItems([one.value for one in Sort])
        self.kind.addItems([words for words, _cell in _KINDS])
        self.sort.activated.connect(self._on_other)
        self.kind.activated.connect(self._on_kind)
        for line in (self.year, *self.fixed.values()):
            line.editingFinished.connect(self._on_other)
        for number in (self.first, self.last):
            number.valueChanged.connect(self._on_other)
        for tick in self.filled.values():
            tick.clicked.connect(self._on_other)
        self.sheets.itemChanged.connect(self._on_sheet)
        self.sheets.currentRowChanged.connect(lambda _row: self._on_current())

    def _lay_out(self, look: style.Look) -> None:
        self.year.setFixedWidth(look.px(64))
        self.fixed["日期"].setPlaceholderText("2026-3-31")
        self.fixed["刊物"].setPlaceholderText("例如 省府信息")
        self.fixed["事项"].setPlaceholderText("例如 采用")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(
            _row("表类", self.sort, "表里", self.kind, "年度", self.year,
                 "表头从第", self.first, "行到第", self.last, "行")
        )  # fmt: skip
        halves = QHBoxLayout()
        halves.setSpacing(style.GAP)
        self.sheets.setFixedWidth(look.px(220))
        self.sheets.setWordWrap(True)
        self.sheets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.columns.setColumnWidth(0, look.px(200))
        self.columns.setColumnWidth(1, look.px(320))
        halves.addWidget(self.sheets)
        halves.addWidget(self.columns, 1)
        column.addLayout(halves, 1)
        fixed = [part for name, one in self.fixed.items() for part in (name, one)]
        column.addLayout(_row("表里没有写的，一律是：", *fixed))
        column.addLayout(_row("空着就是同上的列：", *self.filled.values()))
        column.addWidget(self.said)


def _line_box() -> QSpinBox:
    made = QSpinBox(minimum=0, maximum=999)
    made.setSpecialValueText("自动")
    made.setToolTip("表头所在的行，按 Excel 左边的行号；0 是自动找")
    return made


def _row(*parts: str | QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style.GAP)
    for part in parts:
        row.addWidget(QLabel(part) if isinstance(part, str) else part)
    row.addStretch(1)
    return row
