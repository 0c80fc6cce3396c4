"""目标任务的详情: parts, staff, exemption, and what changes during the year."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desk.errors import FieldError
from desk.importing import values
from desk.quota_words import change_lines, changes_of, sub_lines, subs_of
from desk.scoring.figures import printed
from desk.units import Quota, Unit
from ui import style
from ui.field import Field, clear_errors, show_error
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (560, 460)
_NAMED = 4
_MOST_STAFF = 9999
Save = Callable[[dict[int, Quota | None], str], None]


class QuotaWindow(FormWindow):
    """What is asked of the chosen units beyond points and items; Ctrl+Enter keeps, Esc closes.

    Of several units only what is filled in is changed.
    """

    def __init__(self, session: Session, parent: QWidget, save: Save) -> None:
        super().__init__(session, parent, _SIZE, "目标任务详情", "quotas")
        self._save, self._year = save, 0
        self._held: dict[int, Quota | None] = {}
        self.who = QLabel(wordWrap=True)
        self.who.setObjectName("sectionTitle")
        self.points, self.items = QLineEdit(), QLineEdit()
        self.subs = _lines("一行一个，例如：\n参阅类 2条\n省级 8分")
        self.changes = _lines("一行一次，例如：\n2026-07-01 30分 8条 职能调整")
        self.staff = QSpinBox(maximum=_MOST_STAFF)
        self.staff.setSpecialValueText("没有填")
        self.exempt = QLineEdit(placeholderText="不写就是要考核，例如：新设单位，当年不考核")
        self.fields = {
            "points": Field("目标分", self.points),
            "items": Field("目标条数", self.items),
            "subs": Field("其中（子项）", self.subs),
            "changes": Field("年中调整（从哪天起、目标分、目标条数、理由）", self.changes),
            "staff": Field("人数（按人均下任务的才用）", self.staff),
            "exempt": Field("免考核的理由", self.exempt),
        }
        self._lay_out()

    def open_for(self, year: int, units: Sequence[Unit], held: dict[int, Quota | None]) -> None:
        """Begin with what these units have."""
        self._year, self._held = year, held
        names = "、".join(unit.short for unit in units[:_NAMED])
        more = f"等 {len(units)} 个单位（空着的不改）" if len(units) > _NAMED else ""
        several = "（空着的不改）" if 1 < len(units) <= _NAMED else more
        self.who.setText(f"{year} 年　{names}{several}")
        first = next(iter(held.values())) if len(held) == 1 else None
        self.points.setText(printed(first.points) if first else "")
        self.items.setText(str(first.items) if first and first.items else "")
        self.subs.setPlainText(sub_lines(first.subs) if first else "")
        self.changes.setPlainText(change_lines(first.changes) if first else "")
        self.staff.setValue(first.staff if first else 0)
        self.exempt.setText(first.exempt if first else "")
        clear_errors(self.fields)
        self.come_up(self.points)

    def keep(self) -> None:
        """Set what is filled in, for all the units at once."""
        clear_errors(self.fields)
        try:
            wanted = self._wanted()
        except FieldError as error:
            show_error(self.fields, error)
            return
        self._save(wanted, f"已保存 {len(wanted)} 个单位的目标详情")
        self.close()

    def _wanted(self) -> dict[int, Quota | None]:
        subs, changes = subs_of(self.subs.toPlainText()), changes_of(self.changes.toPlainText())
        wrong = next((one for one in changes if one.since.year != self._year), None)
        if wrong:
            raise FieldError(
                "changes", f"{wrong.since:%Y-%m-%d} 不在 {self._year} 年里。请写这一年的日期。"
            )
        staff, exempt = self.staff.value(), self.exempt.text().strip()
        points, items = self._targets()
        alone = len(self._held) == 1
        found: dict[int, Quota | None] = {}
        for unit_id, held in self._held.items():
            quota = held or Quota(self._year, unit_id, Decimal(0))
            found[unit_id] = replace(
                quota,
                points=quota.points if points is None else points,
                items=quota.items if items is None else items,
                subs=subs if alone or subs else quota.subs,
                changes=changes if alone or changes else quota.changes,
                staff=staff if alone or staff else quota.staff,
                exempt=exempt if alone or exempt else quota.exempt,
            )
        return found

    def _targets(self) -> tuple[Decimal | None, int | None]:
        """Points and items as far as they are filled in."""
        said, counted = self.points.text().strip(), self.items.text().strip()
        points, items = values.points(said), values.count(counted)
        if said and points is None:
            raise FieldError("points", f"“{said}”不是分值。请写 0 以上的数，最多两位小数。")
        if counted and items is None:
            raise FieldError("items", f"“{counted}”不是条数。请写整数，例如 20。")
        return points if said else None, items if counted else None

    def _lay_out(self) -> None:
        save = self.deed("保存", "保存（Ctrl+Enter）", self.keep)
        leave = QPushButton("取消")
        leave.setToolTip("不保存（Esc）")
        leave.clicked.connect(self.close)
        column = self.content
        column.addWidget(self.who)
        targets = QHBoxLayout()
        targets.setSpacing(style.GAP)
        targets.addWidget(self.fields["points"])
        targets.addWidget(self.fields["items"])
        targets.addWidget(self.fields["staff"])
        column.addLayout(targets)
        for name in ("subs", "changes", "exempt"):
            column.addWidget(self.fields[name], int(name != "exempt"))
        column.addLayout(self.foot(leave, save))


def _lines(hint: str) -> QPlainTextEdit:
    edit = QPlainTextEdit(tabChangesFocus=True)
    edit.setPlaceholderText(hint)
    return edit
