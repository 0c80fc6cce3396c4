"""The fields of a notice: topic, points, kind, time limit, means, contact."""

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.commissions.commission import Commission, Means
from desk.drafts import Kind
from ui import style
from ui.commissions.due_edit import DueEdit
from ui.commissions.title_edit import TitleEdit
from ui.field import Field
from ui.session import Session

_ANY = "不限"
_POINTS = "一行一条，可以不写\n例如：存在的困难和问题"


class NoticeFields(QWidget):
    """What stands on a notice, but for its units."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.title = TitleEdit()
        self.points = QPlainTextEdit(tabChangesFocus=True)
        self.points.setPlaceholderText(_POINTS)
        self.due = DueEdit(session.clock)
        self.kind, self.means = QComboBox(), QComboBox()
        self.kind.addItem(_ANY, None)
        for kind in Kind:
            self.kind.addItem(kind.value, kind)
        for means in Means:
            self.means.addItem(means.value, means)
        self.contact = QLineEdit(placeholderText="姓名和电话")
        self.fields = {
            "title": Field("题目", self.title),
            "points": Field("请着重写明", self.points),
            "due": Field("报送时限", self.due),
            "kind": Field("信息类型", self.kind),
            "means": Field("通知方式", self.means),
            "contact": Field("联系人", self.contact),
        }
        self._lay_out()

    def show_notice(self, notice: Commission) -> None:
        """Show all but the time limit and the units."""
        self.title.setText(notice.title)
        self.points.setPlainText("\n".join(notice.points))
        self.kind.setCurrentIndex(max(0, self.kind.findData(notice.wanted)))
        self.means.setCurrentIndex(max(0, self.means.findData(notice.means)))
        self.contact.setText(notice.contact)

    def point_lines(self) -> tuple[str, ...]:
        """The lines to be written about."""
        return tuple(line for line in self.points.toPlainText().splitlines() if line.strip())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.fields["title"])
        column.addWidget(self.fields["points"], 1)
        column.addWidget(self.fields["due"])
        for names in (("kind", "means"), ("contact",)):
            row = QHBoxLayout()
            row.setSpacing(style.GAP)
            for name in names:
                row.addWidget(self.fields[name], 1)
            column.addLayout(row)
