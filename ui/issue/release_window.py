"""The last look before 印发: number, day, copies, what is open, and what each unit gets."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.compiling import label_of
from desk.dates import full_date
from desk.preflight.remark import Remark
from desk.release_plan import Gain, Plan
from desk.scoring.figures import printed
from ui import style
from ui.icons import coloured
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session

_SIZE = (620, 560)
_MOST_REMARKS = 5  # lines shown without scrolling
_FINAL = "印发后页面定版、采用计分，不能再改；以后有错只能“更正”或“撤销”，两份记录都留着。"
_REMARK = int(Qt.ItemDataRole.UserRole)


def why(gain: Gain) -> str:
    """By what a unit gets its points; of a correction the two sums that are set off."""
    back = [line for line in gain.lines if line.adopted < 0]
    if not back:
        return _rules(gain)
    lost = sum((-line.points for line in back), Decimal(0))
    same = "，不变" if not (gain.points or gain.adopted) else ""
    return f"冲销 {printed(lost)} 分，重新登记 {printed(gain.points + lost)} 分{same}"


def _rules(gain: Gain) -> str:
    return "；".join(line.text for line in gain.lines)


COLUMNS: tuple[Column[Gain], ...] = (
    Column("unit", "单位", lambda one: one.unit.short, 130, tip=lambda one: one.unit.name),
    Column(
        "adopted", "采用", lambda one: str(one.adopted), 52, lambda one: one.adopted, right=True
    ),
    Column(
        "points", "得分", lambda one: printed(one.points), 64, lambda one: one.points, right=True
    ),
    Column("why", "计分依据", why, 280, tip=_rules, stretch=True),
)


class ReleaseWindow(QDialog):
    """Asks for the one step that can't be taken back; ``chosen`` is a remark to mend instead."""

    def __init__(self, session: Session, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("印发")
        self.plan = plan
        self.chosen: Remark | None = None
        self.model = MemoryModel(COLUMNS)
        self.model.set_rows(sorted(plan.gains, key=_is_unchanged))
        self.units = ListView(session, self.model, "采用计分", empty="没有单位得分。")
        self.remarks = QListWidget()
        self.release_button = QPushButton("印发")
        self.resize(*map(style.Look(session.settings.scale).px, _SIZE))
        self._lay_out()
        self._fill_remarks()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(style.GAP)
        title = QLabel(f"印发{self.plan.name}")
        title.setObjectName("pageTitle")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(_wrapped(self._facts()))
        if self.plan.corrects:
            column.addWidget(_wrapped(self._correction()))
        column.addWidget(_heading(self._open_words()))
        column.addWidget(self.remarks)
        column.addWidget(_heading(f"采用计分（{len(self.plan.gains)} 家单位）"))
        column.addWidget(self.units, 1)
        column.addWidget(_wrapped(_FINAL))
        column.addWidget(self._buttons())

    def _facts(self) -> str:
        issue, plan = self.plan.issue, self.plan
        total = f"（总第{issue.total}期）" if issue.total else ""
        copies = f"　印 {plan.copies} 份" if plan.copies else "　份数未定"
        day = full_date(issue.day)
        return f"{label_of(issue)}{total}　{day}　{len(issue.entries)} 条{copies}"

    def _correction(self) -> str:
        return (
            f"这是{self.plan.corrects}的更正。印发后原来那一期仍然留着，它的采用全部冲销，"
            "按本期重新登记；下面是两者相抵后的变化。"
        )

    def _open_words(self) -> str:
        if self.plan.blocks:
            return f"印发前检查：{len(self.plan.blocks)} 项必须先处理"
        still = sum(one.is_open for one in self.plan.remarks)
        return f"印发前检查：还有 {still} 项没有处理" if still else "印发前检查：没有问题"

    def _fill_remarks(self) -> None:
        for remark in self.plan.remarks:
            if remark.is_open:
                colour = style.RED if remark.blocks else style.AMBER
                item = QListWidgetItem(coloured("triangle-alert", colour), remark.text)
                item.setToolTip(f"{remark.text}（双击或按 Enter 去处理）")
                item.setData(_REMARK, remark)
                self.remarks.addItem(item)
        shown = min(self.remarks.count(), _MOST_REMARKS)
        self.remarks.setVisible(bool(shown))
        self.remarks.setFixedHeight(max(1, shown) * self.remarks.sizeHintForRow(0) + 8)
        self.remarks.setWordWrap(True)
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setAccessibleName("印发前检查")
        self.remarks.itemActivated.connect(self._on_chosen)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        box.addButton(self.release_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = box.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self.release_button.setObjectName("primary")
        self.release_button.setEnabled(not self.plan.blocks)
        self.release_button.setToolTip(
            "先处理红色的各项（双击去处理）" if self.plan.blocks else "定版并登记采用"
        )
        (self.release_button if self.plan.is_clear else cancel).setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen = item.data(_REMARK)
        self.reject()


def _is_unchanged(gain: Gain) -> bool:
    """What a correction leaves as it was comes last."""
    return not (gain.points or gain.adopted)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("sectionTitle")
    return label


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
