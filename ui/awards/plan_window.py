"""评先办法: the honours with their places, and the conditions of all of them."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desk.awards.plan import AwardPlan, Grade, GroupPlaces, TieWay, Whom
from desk.errors import FieldError
from desk.importing import values
from desk.scoring.figures import printed
from desk.units import UnitGroup
from ui import style
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (760, 480)
_MOST = 999
_APART = "另定名额，例如：乡镇 2，部门 5"


class PlanWindow(FormWindow):
    """A line for each honour, the highest first; Ctrl+Enter keeps, Esc closes."""

    def __init__(
        self, session: Session, parent: QWidget, keep: Callable[[AwardPlan], None]
    ) -> None:
        super().__init__(session, parent, _SIZE, "评先办法", "awards")
        self._keep = keep
        self._groups: Sequence[UnitGroup] = ()
        self._lines: list[_Line] = []
        self.grid = QGridLayout()
        self.grid.setSpacing(style.GAP)
        self.completion = QLineEdit()
        self.completion.setToolTip(
            "和到这一天按序时应完成的比：全年的 100% 就是完成全年目标；不到的不评，空着不看"
        )
        self.completion.setMaximumWidth(72)
        self.without_quota = QCheckBox("没有下达目标任务的单位也能评")
        self.pass_lines = QCheckBox("有一个周期不达标的不评")
        self.ties = QComboBox()
        self.ties.addItems([one.value for one in TieWay])
        self._lay_out()

    def open_for(self, plan: AwardPlan, groups: Sequence[UnitGroup]) -> None:
        """Begin with a plan; ``groups`` are all there are."""
        self._groups = groups
        for line in self._lines:
            line.drop()
        self._lines = []
        for grade in plan.grades:
            self._add(grade)
        self.completion.setText("" if plan.completion is None else printed(plan.completion))
        self.without_quota.setChecked(plan.without_quota)
        self.pass_lines.setChecked(plan.pass_lines)
        self.ties.setCurrentText(plan.ties.value)
        self.tell("")
        self.come_up(self._lines[0].name if self._lines else self.completion)

    def keep(self) -> None:
        """Hand the plan over; what is wrong with it is said here."""
        try:
            plan = self._plan()
        except FieldError as error:
            self.tell(str(error))
            return
        self.tell("")
        self._keep(plan)

    def _plan(self) -> AwardPlan:
        said = self.completion.text().strip().removesuffix("%")
        least = values.points(said) if said else None
        if said and least is None:
            raise FieldError("completion", "完成率认不出来。请写数字，例如 100。")
        return AwardPlan(
            tuple(line.grade(self._groups) for line in self._lines),
            Decimal(least) if least is not None else None,
            self.without_quota.isChecked(),
            self.pass_lines.isChecked(),
            TieWay(self.ties.currentText()),
        )

    def _add(self, grade: Grade) -> None:
        line = _Line(grade, {one.id: one.name for one in self._groups})
        at = self.grid.rowCount()
        for column, widget in enumerate(line.widgets):
            self.grid.addWidget(widget, at, column)
        line.gone.clicked.connect(lambda: self._drop(line))
        self._lines.append(line)

    def _drop(self, line: "_Line") -> None:
        self._lines.remove(line)
        line.drop()

    def _add_new(self) -> None:
        self._add(Grade("", Whom.UNIT, 1))
        self._lines[-1].name.setFocus()

    def _lay_out(self) -> None:
        for at, words in enumerate(("等次", "评什么", "名额", "怎样分", "个别分组", "")):
            self.grid.addWidget(QLabel(words), 0, at)
        self.grid.setColumnStretch(0, 2)
        self.grid.setColumnStretch(4, 3)
        more = QPushButton("添加等次")
        more.setToolTip("在下面添加一个等次，从高到低排列")
        more.clicked.connect(self._add_new)
        conditions = QHBoxLayout()
        for words, widget in (("完成率不低于 %", self.completion), ("并列时", self.ties)):
            widget.setAccessibleName(words)
            conditions.addWidget(QLabel(words))
            conditions.addWidget(widget)
        conditions.addStretch(1)
        column = self.content
        column.addWidget(
            QLabel("先评上面的等次；一个单位、一条信息只评一个等次。挂零和取消评先的不评。")
        )
        column.addLayout(self.grid)
        column.addWidget(more)
        column.addLayout(conditions)
        column.addWidget(self.without_quota)
        column.addWidget(self.pass_lines)
        column.addStretch(1)
        column.addLayout(
            self.foot(self.deed("保存", "保存，重新提出建议（Ctrl+Enter）", self.keep))
        )


class _Line:
    """The fields of one honour."""

    def __init__(self, grade: Grade, groups: dict[int, str]) -> None:
        self.name = QLineEdit(grade.name)
        self.name.setAccessibleName("等次")
        self.name.setPlaceholderText("先进单位")
        self.whom = QComboBox()
        self.whom.setAccessibleName("评什么")
        self.whom.addItems([one.value for one in Whom])
        self.whom.setCurrentText(grade.whom.value)
        self.places = QSpinBox(maximum=_MOST, value=grade.places)
        self.places.setAccessibleName("名额")
        self.spread = QComboBox()
        self.spread.setAccessibleName("怎样分")
        self.spread.addItems(["各分组分别", "全部一起"])
        self.spread.setCurrentIndex(int(not grade.in_groups))
        told = (
            f"{groups[one.group_id]} {one.places}" for one in grade.apart if one.group_id in groups
        )
        self.apart = QLineEdit("，".join(told))
        self.apart.setAccessibleName("个别分组的名额")
        self.apart.setPlaceholderText(_APART)
        self.gone = QPushButton("去掉")
        self.gone.setToolTip("去掉这个等次")
        self.spread.currentIndexChanged.connect(lambda at: self.apart.setEnabled(at == 0))
        self.apart.setEnabled(grade.in_groups)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The fields from left to right."""
        return self.name, self.whom, self.places, self.spread, self.apart, self.gone

    def grade(self, groups: Sequence[UnitGroup]) -> Grade:
        """What is filled in. Raises FieldError."""
        in_groups = self.spread.currentIndex() == 0
        return Grade(
            self.name.text().strip(),
            Whom(self.whom.currentText()),
            self.places.value(),
            in_groups,
            tuple(_apart(self.apart.text(), groups)) if in_groups else (),
        )

    def drop(self) -> None:
        """Take the fields away."""
        for widget in self.widgets:
            widget.hide()
            widget.deleteLater()


def _apart(text: str, groups: Sequence[UnitGroup]) -> list[GroupPlaces]:
    """Places of single groups as they are typed: 乡镇 2，部门 5."""
    found = []
    for part in text.replace("，", ",").replace("、", ",").replace("；", ",").split(","):
        words = part.strip()
        name = words.rstrip("0123456789").strip()
        count = words[len(words.rstrip("0123456789")) :]
        if not words:
            continue
        like = [one for one in groups if name and name in one.name]
        if not count or len(like) != 1:
            raise FieldError(
                "apart", f"“{words}”认不出来。请写分组的名称（能认出就行）和名额，例如“乡镇 2”。"
            )
        found.append(GroupPlaces(like[0].id, int(count)))
    return found
