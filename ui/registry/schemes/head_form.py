"""基本情况: what stands before the tables of a scheme."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox
from typing_extensions import override

from desk.errors import FieldError
from desk.importing import values
from desk.scoring.clauses.told import fields_of
from desk.scoring.progress.pace import MONTHS, PaceWay
from desk.scoring.scheme import JointShare, Purpose, Scheme
from desk.scoring.schemes.rows import Head
from desk.scoring.schemes.shapes import field_text, parse_field
from ui.registry.field_area import FieldArea
from ui.registry.schemes.entries import ChoiceBox

_WIDEST = 640
_PROGRESS = next(told for told in fields_of(Head) if told.attribute == "progress")


class _MonthBox(QSpinBox):
    """Turning the wheel changes nothing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class HeadForm(FieldArea):
    """Name, first day, document, purpose, joint items, the first month, and the pace."""

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
        self.pace = _choice(PaceWay, "看板上的序时进度按什么算，不影响得分")
        self.progress = QLineEdit(
            placeholderText="例如：5、10、20、30、40、50、60、70、80、90、95、100"
        )
        self.progress.setToolTip(
            "按月定的才填：各月底应完成全年的百分之几，从年度起始月算起，共 12 个数，用顿号隔开"
        )
        self.add("pace", "序时进度", self.pace)
        self.add_beside(
            "progress", "各月底应完成全年的百分之几（按月定的填）", self.progress, share=2
        )
        self.pace.currentTextChanged.connect(self._on_pace)
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
        self.pace.setCurrentText(scheme.pace.value)
        self.progress.setText(field_text(_PROGRESS, Head, scheme.progress))
        self._on_pace(scheme.pace.value)

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
            pace=PaceWay(self.pace.currentText()),
            progress=self._progress(),
        )

    def _progress(self) -> tuple[Decimal, ...]:
        """The twelve percentages, where the pace goes by them; raises FieldError."""
        if self.pace.currentText() != PaceWay.SET.value:
            return ()
        found = parse_field(_PROGRESS, Head, self.progress.text())
        if not isinstance(found, tuple) or len(found) != MONTHS:
            count = len(found) if isinstance(found, tuple) else 0
            raise FieldError(
                "progress", f"要填 {MONTHS} 个数，一个月一个，用顿号隔开；现在有 {count} 个。"
            )
        return found

    def _on_pace(self, way: str) -> None:
        self.progress.setEnabled(way == PaceWay.SET.value)


def _choice(kind: Any, tip: str) -> QComboBox:  # noqa: ANN401 - a StrEnum
    box = ChoiceBox()
    box.addItems([one.value for one in kind])
    box.setToolTip(tip)
    return box
