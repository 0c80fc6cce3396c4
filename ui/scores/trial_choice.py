"""What is to be tried: a scheme, saved or from a file or being edited, and which quotas."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QWidget

from desk.errors import DeskError
from desk.quota_variants import asked_in, changed_by
from desk.scoring.scheme import Purpose, Scheme
from desk.store import Store
from desk.trying import Tried, tried_from_file
from desk.units import Quota
from ui import style
from ui.dialogs import open_paths
from ui.flow_layout import FlowLayout
from ui.registry.schemes.entries import ChoiceBox
from ui.session import Session

OWN, FILE, EDITED = "现在执行的办法", "从文件选择……", "正在编辑的（还没保存）"
KEEP, PERCENT, LAST_YEAR, QUOTA_FILE = "照现在的", "增减百分之几", "用上一年的", "从表格选择……"
_KINDS, _TABLES = "计分办法文件 (*.toml)", "表格 (*.xlsx *.csv)"
Edited = Callable[[], Scheme]


class TrialChoice(QWidget):
    """``edited`` gives the scheme as it is typed at the moment, where there is one."""

    def __init__(self, session: Session, edited: Edited | None = None) -> None:
        super().__init__()
        self._session, self._edited = session, edited
        self._from_file: tuple[str, Tried] | None = None
        self._quota_file: tuple[str, tuple[Quota, ...]] | None = None
        self.scheme, self.quotas = ChoiceBox(), ChoiceBox()
        self.scheme.setToolTip("照哪个办法算；不管它从哪一天起执行，所选时段都照它算")
        self.quotas.setToolTip("完成率、任务和折算照哪个目标算")
        self.quotas.addItems([KEEP, PERCENT, LAST_YEAR, QUOTA_FILE])
        self.percent = QDoubleSpinBox()
        self.percent.setRange(-100, 500)
        self.percent.setDecimals(1)
        self.percent.setValue(10)
        self.percent.setSuffix(" %")
        self.percent.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.percent.setToolTip("正数是提高，负数是降低")
        self.percent.hide()
        self.run = QPushButton("试算")
        self.run.setObjectName("primary")
        self.run.setToolTip("算一遍，和现在的比（Ctrl+Enter）；不改台账")
        line = FlowLayout(style.GAP, self)
        for word, box in (("办法", self.scheme), ("目标任务", self.quotas)):
            label = QLabel(word)
            label.setFixedHeight(box.sizeHint().height())
            line.addWidget(label)
            line.addWidget(box)
        line.addWidget(self.percent)
        line.addWidget(self.run)
        self.scheme.activated.connect(lambda _at: self._on_scheme())
        self.quotas.activated.connect(lambda _at: self._on_quotas())

    def show_schemes(self, schemes: Sequence[Scheme]) -> None:
        """Offer these schemes; what was chosen stays."""
        chosen = self.scheme.currentText()
        self.scheme.clear()
        if self._edited:
            self.scheme.addItem(EDITED)
        self.scheme.addItem(OWN)
        for one in schemes[::-1]:
            if one.purpose is Purpose.POINTS:
                self.scheme.addItem(f"{one.name}（{one.valid_from:%Y-%m-%d} 起）", one)
        if self._from_file:
            self.scheme.addItem(self._from_file[0])
        self.scheme.addItem(FILE)
        self.scheme.setCurrentIndex(max(0, self.scheme.findText(chosen)))

    def chosen(self, year: int) -> tuple[Scheme | Tried | None, tuple[Quota, ...] | None]:
        """Scheme and quotas of a year to try; None leaves the office's own. Raises DeskError."""
        return self._scheme(), self._quotas(year)

    @property
    def words(self) -> str:
        """What is tried, for the summary."""
        quotas = self.quotas.currentText()
        if quotas == PERCENT:
            quotas = (
                f"{'提高' if self.percent.value() >= 0 else '降低'} {abs(self.percent.value()):g}%"
            )
        return f"{self.scheme.currentText()}；目标任务{quotas}"

    def _scheme(self) -> Scheme | Tried | None:
        text, held = self.scheme.currentText(), self.scheme.currentData()
        if isinstance(held, Scheme):
            return held
        if text == EDITED and self._edited:
            return self._edited()
        if self._from_file and text == self._from_file[0]:
            return self._from_file[1]
        if text == FILE:
            raise DeskError("还没有选文件。请选一个计分办法文件（.toml），或选一个已有的办法。")
        return None

    def _quotas(self, year: int) -> tuple[Quota, ...] | None:
        text, store = self.quotas.currentText(), self._session.store
        if text == PERCENT:
            return changed_by(_asked(store, year), Decimal(str(round(self.percent.value(), 1))))
        if text == LAST_YEAR:
            found = [one for one in _asked(store, year - 1) if one.year == year - 1]
            if not found:
                raise DeskError(f"{year - 1} 年没有下达过目标，不能照它试算。请选别的。")
            return asked_in(found, year)
        if self._quota_file and text == self._quota_file[0]:
            return self._quota_file[1]
        if text == QUOTA_FILE:
            raise DeskError("还没有选表格。请选一张目标任务表，或选“照现在的”。")
        return None

    def _on_scheme(self) -> None:
        if self.scheme.currentText() != FILE:
            return
        for path in open_paths(self, "选择计分办法文件", _KINDS)[:1]:
            self._take_scheme(path)

    def _take_scheme(self, path: Path) -> None:
        try:
            tried = tried_from_file(self._session.store, path)
        except DeskError as error:
            self._session.fail(error)
            return
        self._from_file = (f"{path.name}：{tried.scheme.name}", tried)
        self.scheme.insertItem(self.scheme.count() - 1, self._from_file[0])
        self.scheme.setCurrentIndex(self.scheme.count() - 2)

    def _on_quotas(self) -> None:
        text = self.quotas.currentText()
        self.percent.setVisible(text == PERCENT)
        if text == QUOTA_FILE:
            for path in open_paths(self, "选择目标任务表", _TABLES)[:1]:
                self._take_quotas(path)

    def _take_quotas(self, path: Path) -> None:
        from desk.importing.quotas import read_quotas  # noqa: PLC0415 - heavy, loaded on use

        try:
            found = read_quotas(self._session.store, path)
        except DeskError as error:
            self._session.fail(error)
            return
        self._quota_file = (path.name, found)
        self.quotas.insertItem(self.quotas.count() - 1, path.name)
        self.quotas.setCurrentIndex(self.quotas.count() - 2)


def _asked(store: Store, year: int) -> list[Quota]:
    """The quotas of a year and of the one before, in which its days may have begun."""
    with store.read() as work:
        return [*work.registry.quotas(year - 1), *work.registry.quotas(year)]
