"""The office's rules for emergencies: limits, categories with their slots, its own standards."""

from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk.emergencies.categories import shipped
from desk.emergencies.category_text import categories_of, text_of_categories
from desk.emergencies.rules import EmergencyRules, GradeLimit
from desk.emergencies.ruling import SHIPPED, Ruling, keep_ruling, own_categories, ruling_of
from desk.emergencies.standards import OwnStandards, standards_text
from desk.errors import DeskError, FieldError
from desk.hand.typed import names, whole
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (760, 620)
_HEADS = (
    "等级",
    "事发后多少分钟报到本办",
    "接报后多少分钟电话上报",
    "接报后多少分钟书面上报",
    "几小时续报一次（0：按时刻）",
)
_SOURCE = (
    "默认值：河南省的规定（重大以上电话 15 分钟、书面 35 分钟，较大 1 小时，一般 6 小时，"
    "8:00 和 17:00 续报）；"
    "等级未定和单位报送用一个县的规定（20 分钟、40 分钟）。请照本级规定改。"
)


class RulesWindow(FormWindow):
    """Everything is kept at once, and can be undone."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "紧急报送规则", "emergencies")
        self._before = SHIPPED
        self.cells: list[list[QLineEdit]] = []
        self.times, self.to, self.how, self.phone = (QLineEdit() for _ in range(4))
        self.final, self.signing = QLineEdit(), QLineEdit()
        self.red = QCheckBox("打印用红头（单位名称加红线）")
        self.counts = QCheckBox("续报、终报也算单位报送一条")
        self.categories, self.standards = QPlainTextEdit(), QPlainTextEdit()
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self._limits_page(), "时限")
        self.tabs.addTab(self._categories_page(), "类别和要素")
        self.tabs.addTab(self._standards_page(), "范围和标准")
        keep = self.deed("保存", "保存（Ctrl+Enter）", self.keep)
        self.content.addWidget(self.tabs, 1)
        self.content.addLayout(self.foot(keep))

    def open(self) -> None:
        """Come up with what holds now."""
        self._before = ruling_of(self.session.store)
        self._show(self._before)
        self.tell("")
        self.come_up(self.cells[0][0])

    def keep(self) -> None:
        """Keep all, with an undo."""
        try:
            wanted = self.value()
        except DeskError as error:
            self.tell(str(error))
            return
        store, by, before = self.session.store, self.session.by(), self._before
        self.session.do(
            lambda: keep_ruling(store, wanted, by=by),
            Topic.TASKS,
            note="已保存紧急报送规则",
            undo=Undo(lambda: keep_ruling(store, before, by=by), "已恢复原来的紧急报送规则"),
            done=lambda _before: self.hide(),
            failed=self.fail,
        )

    def value(self) -> Ruling:
        """What is typed. Raises FieldError."""
        former = self._before.rules
        limits = tuple(
            self._limit(limit, row) for limit, row in zip(former.limits, self.cells, strict=True)
        )
        final = self._whole("终报期限", self.final)
        signing = self._whole("补签期限", self.signing)
        rules = replace(
            former,
            limits=limits,
            times=tuple(map(_time, names(self.times.text().replace("：", ":")))),
            final=replace(former.final, amount=final),
            signing=replace(former.signing, amount=signing),
            to=self.to.text().strip() or former.to,
            how=self.how.text().strip(),
            phone=self.phone.text().strip(),
            red_head=self.red.isChecked(),
            counts_followups=self.counts.isChecked(),
        )
        forms = self._before.forms
        text = self.categories.toPlainText()
        if text != text_of_categories(forms.categories):
            forms = own_categories(categories_of(text))
        return Ruling(rules, forms, OwnStandards(self.standards.toPlainText().strip()))

    def restore_categories(self) -> None:
        """Write the program's own categories again."""
        self.categories.setPlainText(text_of_categories(shipped()))

    def _limit(self, limit: GradeLimit, row: list[QLineEdit]) -> GradeLimit:
        unit, phone, written, followup = (
            self._whole(f"{limit.grade}的“{head}”", cell)
            for head, cell in zip(_HEADS[1:], row, strict=True)
        )
        return replace(
            limit,
            unit=replace(limit.unit, amount=unit),
            phone=replace(limit.phone, amount=phone),
            written=replace(limit.written, amount=written),
            followup=followup,
        )

    def _whole(self, label: str, cell: QLineEdit) -> int:
        value = whole("limits", label, cell.text())
        if value is None:
            cell.setFocus()
            raise FieldError("limits", f"{label}没有写。没有要求的写一个宽的数。")
        return value

    def _show(self, ruling: Ruling) -> None:
        rules = ruling.rules
        for limit, row in zip(rules.limits, self.cells, strict=True):
            amounts = (limit.unit.amount, limit.phone.amount, limit.written.amount, limit.followup)
            for amount, cell in zip(amounts, row, strict=True):
                cell.setText(str(amount))
        self.times.setText("、".join(rules.times))
        self.final.setText(str(rules.final.amount))
        self.signing.setText(str(rules.signing.amount))
        self.to.setText(rules.to)
        self.how.setText(rules.how)
        self.phone.setText(rules.phone)
        self.red.setChecked(rules.red_head)
        self.counts.setChecked(rules.counts_followups)
        self.categories.setPlainText(text_of_categories(ruling.forms.categories))
        self.standards.setPlainText(ruling.standards.text)

    def _limits_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        grid = QGridLayout()
        for at, head in enumerate(_HEADS):
            label = QLabel(head, wordWrap=True)
            label.setObjectName("muted")
            grid.addWidget(label, 0, at)
        for row, limit in enumerate(EmergencyRules().limits, 1):
            grid.addWidget(QLabel(limit.grade), row, 0)
            cells = [QLineEdit() for _ in _HEADS[1:]]
            for at, cell in enumerate(cells, 1):
                cell.setAccessibleName(f"{limit.grade}：{_HEADS[at]}")
                grid.addWidget(cell, row, at)
            self.cells.append(cells)
        column.addLayout(grid)
        form = QFormLayout()
        for label_text, entry in (
            ("每天续报的时刻", self.times), ("终报：接报后几天", self.final),
            ("口头批准的几个工作日内补签", self.signing), ("报给", self.to),
            ("上报方式", self.how), ("值班电话（印在页上）", self.phone),
        ):  # fmt: skip
            form.addRow(label_text, entry)
        form.addRow(self.red)
        form.addRow(self.counts)
        column.addLayout(form)
        source = QLabel(_SOURCE, wordWrap=True)
        source.setObjectName("muted")
        column.addWidget(source)
        column.addStretch(1)
        return page

    def _categories_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        told = QLabel(
            "一个类别一段：【类别名】、标题的写法、常见事件，再一行一个要素。"
            "（）里是单位，*是必报，｜后面是提示。新加的要素会写进正文。",
            wordWrap=True,
        )
        told.setObjectName("muted")
        again = QPushButton("恢复通用的")
        again.setObjectName("link")
        again.clicked.connect(self.restore_categories)
        column.addWidget(told)
        column.addWidget(self.categories, 1)
        column.addWidget(again)
        return page

    def _standards_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        told = QLabel("本级的《紧急信息报送范围和标准》，贴在这里，一行一条，排在通用的前面：")
        told.setObjectName("muted")
        common = QPlainTextEdit(standards_text(""))
        common.setReadOnly(True)
        below = QLabel("通用的（照一般做法写成，只供参考）：")
        below.setObjectName("muted")
        for one, share in ((told, 0), (self.standards, 1), (below, 0), (common, 1)):
            column.addWidget(one, share)
        return page


def _time(text: str) -> str:
    """A time of the day as the rules keep it: 08:00."""
    hour, _, minute = text.partition(":")
    try:
        return f"{time(int(hour), int(minute or 0)):%H:%M}"
    except ValueError as error:
        raise FieldError("times", f"续报时刻“{text}”不是时间。请写成 8:00、17:00。") from error
