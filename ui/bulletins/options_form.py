"""What is chosen for one bulletin: number, thresholds, lists, and what is attached."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk.bulletins.options import BulletinOptions

_KEY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 5


class OptionsForm(QScrollArea):
    """Choices of the bulletin on show.

    Signals:
        chosen(): the clerk changed something.
    """

    chosen = Signal()

    def __init__(self, tables: Mapping[str, str], charts: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("formScroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._base = BulletinOptions()
        self._showing = False
        self.number = QLineEdit(placeholderText="例如 云政办通报〔2026〕3号", maxLength=40)
        self.number.setToolTip("写了发文字号就印红头；不写就是内部材料的样子")
        self.places = _spin(1, 30, "名")
        self.behind = _spin(1, 100, "%")
        self.longest = _spin(0, 200, "个")
        self.longest.setSpecialValueText("全部")
        self.reasons = _spin(0, 10, "条")
        self.silent = _spin(1, 366, "天")
        self.full_names = QCheckBox("单位用全称")
        self.items = QCheckBox("附采用明细（每一条）")
        self.tables, self.charts = _choice(tables), _choice(charts)
        self._lay_out()
        self._connect()

    @property
    def options(self) -> BulletinOptions:
        """What is chosen now."""
        return replace(
            self._base,
            places=self.places.value(),
            behind=self._behind(),
            longest=self.longest.value(),
            full_names=self.full_names.isChecked(),
            reasons=self.reasons.value(),
            silent_days=self.silent.value(),
            tables=_checked(self.tables),
            charts=_checked(self.charts),
            items=self.items.isChecked(),
        )

    def show_options(self, options: BulletinOptions, number: str) -> None:
        """Show what is chosen."""
        self._showing = True
        self._base = options
        if self.number.text() != number:
            self.number.setText(number)
        for field, value in (
            (self.places, options.places),
            (self.behind, int(options.behind)),
            (self.longest, options.longest),
            (self.reasons, options.reasons),
            (self.silent, options.silent_days),
        ):
            field.setValue(value)
        self.full_names.setChecked(options.full_names)
        self.items.setChecked(options.items)
        _check(self.tables, options.tables)
        _check(self.charts, options.charts)
        self._showing = False

    def _behind(self) -> Decimal:
        """What is set; a fraction set elsewhere stays until it is changed."""
        same = int(self._base.behind) == self.behind.value()
        return self._base.behind if same else Decimal(self.behind.value())

    def set_read_only(self, *, on: bool) -> None:
        """Only show, or let choose."""
        self.widget().setEnabled(not on)

    def _connect(self) -> None:
        for spin in (self.places, self.behind, self.longest, self.reasons, self.silent):
            spin.valueChanged.connect(lambda _value: self._tell())
        for box in (self.full_names, self.items):
            box.toggled.connect(lambda _on: self._tell())
        for choice in (self.tables, self.charts):
            choice.itemChanged.connect(lambda _item: self._tell())
        self.number.textEdited.connect(lambda _text: self._tell())

    def _tell(self) -> None:
        if not self._showing:
            self.chosen.emit()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("formInside")
        column = QVBoxLayout(inside)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field, tip in (
            ("发文字号", self.number, ""),
            ("表扬前", self.places, "每组得分前几名；并列的都列出，不占名额"),
            ("低于进度", self.behind, "完成不到序时进度百分之几的点名"),
            ("名单列", self.longest, "名单最多列几个单位，其余只写个数"),
            ("退稿原因", self.reasons, "写几条主要的退稿原因"),
            ("连续无分", self.silent, "多少天没有得分算沉默单位"),
        ):
            field.setAccessibleName(words)
            if tip:
                field.setToolTip(tip)
            form.addRow(words, field)
        column.addLayout(form)
        column.addWidget(self.full_names)
        for words, choice in (("附表", self.tables), ("附图", self.charts)):
            column.addWidget(QLabel(f"{words}（勾选，空格键也行）"))
            choice.setAccessibleName(words)
            column.addWidget(choice)
        column.addWidget(self.items)
        column.addStretch(1)
        self.setWidget(inside)


def _spin(low: int, high: int, unit: str) -> QSpinBox:
    made = QSpinBox(minimum=low, maximum=high, suffix=f" {unit}")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the form
    return made


def _choice(known: Mapping[str, str]) -> QListWidget:
    made = QListWidget()
    for key, words in known.items():
        item = QListWidgetItem(words)
        item.setData(_KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setToolTip(words)
        made.addItem(item)
    rows = min(_ROWS_SHOWN, max(1, made.count()))
    made.setFixedHeight(rows * max(22, made.sizeHintForRow(0)) + 6)
    return made


def _items(choice: QListWidget) -> Iterable[QListWidgetItem]:
    return (choice.item(at) for at in range(choice.count()))


def _checked(choice: QListWidget) -> tuple[str, ...]:
    return tuple(
        str(one.data(_KEY)) for one in _items(choice) if one.checkState() is Qt.CheckState.Checked
    )


def _check(choice: QListWidget, keys: tuple[str, ...]) -> None:
    for one in _items(choice):
        on = one.data(_KEY) in keys
        one.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
