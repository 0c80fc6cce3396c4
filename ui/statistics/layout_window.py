"""Choose columns, put heads over them, order them, and say how the table is made."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.layout import Form, Split, Sums, TableLayout
from desk.reports.statistics.notes import FIELDS
from ui import style
from ui.keys import bind
from ui.session import Session
from ui.side_window import FormWindow
from ui.statistics.chosen_tree import ChosenTree
from ui.statistics.offered_tree import OfferedTree

_SIZE = (1120, 720)
_TITLE_HELP = "可以写 {办公室} {时段} {名称} {分组}，没有分组时括号自动去掉"


class LayoutWindow(FormWindow):
    """What there is at the left, what the table has in the middle, how it is made at the right.

    Signals:
        tried(TableLayout): show the table so, without saving.
        saved(TableLayout): keep the layout.
    """

    tried = Signal(object)
    saved = Signal(object)

    def __init__(
        self, session: Session, parent: QWidget, found: Catalogue, layout: TableLayout
    ) -> None:
        super().__init__(session, parent, _SIZE, "选栏目", "tables")
        self._layout = layout
        self.offered = OfferedTree(found)
        self.chosen = ChosenTree(found)
        self.chosen.show_items(layout.items)
        self.search = QLineEdit(placeholderText="找栏目……", clearButtonEnabled=True)
        self.name = QLineEdit(layout.name)
        self.form, self.split = _choice(Form, layout.form), _choice(Split, layout.split)
        self.sums, self.order = _choice(Sums, layout.sums), QComboBox()
        self.falling = QCheckBox("从大到小")
        self.zeros = QCheckBox("明细里的 0 留空")
        self.falling.setChecked(layout.falling)
        self.zeros.setChecked(layout.blank_zeros)
        self.title, self.note = QLineEdit(layout.title), QLineEdit(layout.note)
        self.title.setToolTip(_TITLE_HELP)
        names = "　".join(f"{{{name}}} {about}" for name, (about, _fill) in FIELDS.items())
        self.note.setToolTip(f"写在表下面。可以写：{names}")
        self._offer_orders(layout.order)
        self._lay_out()
        self._connect()

    @property
    def layout_now(self) -> TableLayout:
        """The layout as the window has it."""
        return replace(
            self._layout,
            name=self.name.text(),
            items=self.chosen.items,
            form=self.form.currentData(),
            split=self.split.currentData(),
            sums=self.sums.currentData(),
            order=self.order.currentData() or "",
            falling=self.falling.isChecked(),
            blank_zeros=self.zeros.isChecked(),
            title=self.title.text(),
            note=self.note.text(),
        )

    def add(self) -> None:
        """Put what is selected at the left into the table, behind what is current there."""
        for key, name in self.offered.selected:
            self.chosen.add(key, name)

    def try_out(self) -> None:
        """Show the table so."""
        if self._holds():
            self.tried.emit(self.layout_now)

    def save(self) -> None:
        """Keep the layout: a delivered one as the office's own, under another name."""
        if not self._holds():
            return
        layout = self.layout_now
        if layout.is_delivered and layout.name == self._layout.name:
            layout = replace(layout, name=f"{layout.name}（本办）")
        self.saved.emit(layout)

    def _holds(self) -> bool:
        self.tell("" if self.chosen.items else "表里一栏也没有。请从左边选栏目，按“加入”。")
        return bool(self.chosen.items)

    def _offer_orders(self, order: str) -> None:
        """Offer the columns of the table to sort by."""
        self.order.clear()
        self.order.addItem("按名次", "")
        for key, name in self.chosen.columns:
            self.order.addItem(f"按“{name}”", key)
        self.order.setCurrentIndex(max(0, self.order.findData(order)))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.offered.narrow)
        self.offered.activated.connect(lambda _index: self.add())
        self.chosen.changed.connect(lambda: self._offer_orders(self.order.currentData() or ""))
        bind(self, "Ctrl+F", self.search.setFocus)
        bind(self.chosen, "Delete", self.chosen.take_out)
        bind(self.chosen, "Ctrl+G", self.chosen.group)

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        parts.addWidget(self._column("有的栏目", self.search, self.offered, self._add_button()))
        parts.addWidget(
            self._column("表里的栏目（拖动换位置，双击改表头）", self.chosen, *self._buttons())
        )
        parts.addWidget(self._settings())
        parts.setSizes([360, 380, 320])
        self.content.addWidget(parts, 1)
        look = QPushButton("看效果")
        look.setToolTip("表照这样排出来，先不保存")
        look.clicked.connect(self.try_out)
        save = self.deed("保存", "存成本办的表样（Ctrl+Enter）", self.save)
        self.content.addLayout(self.foot(look, save))

    def _column(self, title: str, *widgets: QWidget) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(QLabel(title))
        for one in widgets:
            column.addWidget(one)
        return place

    def _add_button(self) -> QPushButton:
        button = QPushButton("加入 →")
        button.setToolTip("把选中的栏目放进表里（双击、Enter）")
        button.clicked.connect(self.add)
        return button

    def _buttons(self) -> tuple[QWidget, ...]:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.GAP)
        for words, tip, act in (
            ("合并表头", "给选中的几栏加一个共同的表头（Ctrl+G）", self.chosen.group),
            ("上移", "往前移一位（Alt+↑）", self.chosen.up),
            ("下移", "往后移一位（Alt+↓）", self.chosen.down),
            ("移出", "从表里拿掉（Delete）", self.chosen.take_out),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(act)
            line.addWidget(button)
        return (row,)

    def _settings(self) -> QWidget:
        place = QWidget()
        form = QFormLayout(place)
        form.setContentsMargins(style.GAP, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, widget in (
            ("名称", self.name),
            ("排法", self.form),
            ("分组", self.split),
            ("排序", self.order),
            ("", self.falling),
            ("合计行", self.sums),
            ("", self.zeros),
            ("标题", self.title),
            ("表下注", self.note),
        ):
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        return place


def _choice(kind: type[Form | Split | Sums], now: Form | Split | Sums) -> QComboBox:
    """A box with all of a kind."""
    box = QComboBox()
    for one in kind:
        box.addItem(one.value, one)
    box.setCurrentIndex(box.findData(now))
    return box
