"""基本情况: what stands before the tables of a scheme."""

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox
from typing_extensions import override

from desk.errors import FieldError
from desk.importing import values
from desk.scoring.scheme import JointShare, Purpose, Scheme
from ui.registry.field_area import FieldArea
from ui.registry.schemes.entries import ChoiceBox

_WIDEST = 640


class _MonthBox(QSpinBox):
    """Turning the wheel changes nothing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class HeadForm(FieldArea):
    """Name, first day, document, purpose, joint items, and the month years begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit(placeholderText="例如：2026年计分办法")
        self.valid_from = QLineEdit(placeholderText="2026-01-01")
        self.source = QLineEdit(placeholderText="例如：云政办发〔2026〕1号；会写进得分的说明")
        self.purpose = _choice(Purpose, "计分，或者用同样的表算稿酬（元）；两者互不相干")
        self.joint = _choice(JointShare, "联合报送的一条，每家得全分还是平均分配")
        self.start_month = _MonthBox()
        self.start_month.setRange(1, 12)
        self.start_month.setSuffix(" 月")
        self.start_month.setToolTip("年度从几月 1 日起；8 表示从 8 月 1 日到次年 7 月 31 日")
        self.add("name", "名称", self.name, share=2)
        self.add_beside("valid_from", "从哪一天起执行", self.valid_from)
        self.add("source", "依据（文号）", self.source)
        self.add("purpose", "用途", self.purpose)
        self.add_beside("joint", "几个单位联合报送的", self.joint)
        self.add_beside("start_month", "年度起始月", self.start_month)
        note = QLabel(
            "左边是办法的各张表：从“采用分值”填起，多数办法填它和“分值”就够了。"
            "每张表怎样算，选中它看上面的说明，全部规定见手册（F1）。"
        )
        note.setObjectName("muted")
        note.setWordWrap(True)
        self.inputs.addWidget(note)
        self.inputs.addStretch(1)
        inside = self.widget()
        if inside is not None:
            inside.setMaximumWidth(_WIDEST)

    def fill(self, scheme: Scheme) -> None:
        """Show what a scheme says."""
        self.name.setText(scheme.name)
        self.valid_from.setText(scheme.valid_from.isoformat())
        self.source.setText(scheme.source)
        self.purpose.setCurrentText(scheme.purpose.value)
        self.joint.setCurrentText(scheme.joint.value)
        self.start_month.setValue(scheme.start_month)

    def put_into(self, scheme: Scheme) -> Scheme:
        """A scheme with what the inputs say; raises FieldError."""
        first = values.day(self.valid_from.text())
        if first is None:
            raise FieldError(
                "valid_from", f"“{self.valid_from.text()}”不是日期。请写成 2026-01-01 这样。"
            )
        return replace(
            scheme,
            name=self.name.text().strip(),
            valid_from=first,
            source=" ".join(self.source.text().split()),
            purpose=Purpose(self.purpose.currentText()),
            joint=JointShare(self.joint.currentText()),
            start_month=self.start_month.value(),
        )


def _choice(kind: Any, tip: str) -> QComboBox:  # noqa: ANN401 - a StrEnum
    box = ChoiceBox()
    box.addItems([one.value for one in kind])
    box.setToolTip(tip)
    return box
