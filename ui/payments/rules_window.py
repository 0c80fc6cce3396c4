"""稿酬规则: what holds beside the classes, kept with one key."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk.errors import FieldError
from desk.fee_classes import yuan
from desk.fees import plain_yuan
from desk.payments.fee import NOTHING
from desk.payments.rules import Bound, Budget, Factor, FeeRules, Sharing
from desk.publications import Publication, Tier
from ui import style
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (560, 560)
_LEVELS = (Tier.CITY, Tier.PROVINCE, Tier.STATE)
_MOST = 99


class RulesWindow(FormWindow):
    """``keep`` gets the rules as typed; Esc leaves them."""

    def __init__(self, session: Session, parent: QWidget, keep: Callable[[FeeRules], None]) -> None:
        super().__init__(session, parent, _SIZE, "稿酬规则", "fees")
        self._keep, self._rules, self._year = keep, FeeRules(), 0
        self.bound, self.sharing = QComboBox(), QComboBox()
        self.bound.addItems([one.value for one in Bound])
        self.sharing.addItems([one.value for one in Sharing])
        self.times = {tier: QLineEdit(placeholderText="1") for tier in _LEVELS}
        self.picture, self.prize, self.budget = (QLineEdit() for _ in range(3))
        self.most = QSpinBox(maximum=_MOST)
        self.most.setSpecialValueText("不限")
        self.budget_label = QLabel()
        self.must_in: dict[int, QCheckBox] = {}
        self.places = QVBoxLayout()
        self.places.setSpacing(2)
        self._lay_out()

    def open_for(self, rules: FeeRules, own: list[Publication], year: int) -> None:
        """Show the rules; ``own`` are the publications an item may have to stand in."""
        self._rules, self._year = rules, year
        self.bound.setCurrentText(rules.bound)
        self.sharing.setCurrentText(rules.sharing)
        for tier, entry in self.times.items():
            factor = rules.factor(frozenset({tier}))
            entry.setText(f"{factor.times.normalize():f}" if factor.name else "")
        self.picture.setText(plain_yuan(rules.picture))
        self.most.setValue(rules.most_pictures)
        self.prize.setText(plain_yuan(rules.prize))
        held = rules.budget(year)
        self.budget_label.setText(f"{year}年预算（元）")
        self.budget.setText("" if held is None else plain_yuan(held))
        for box in self.must_in.values():
            box.deleteLater()
        self.must_in = {one.id: QCheckBox(f"《{one.name}》") for one in own}
        for key, box in self.must_in.items():
            box.setChecked(key in rules.must_in)
            self.places.addWidget(box)
        self.tell("")
        self.come_up(self.bound)

    def value(self) -> FeeRules:
        """The rules as typed; raises FieldError."""
        amount = yuan("budget", self.budget.text())
        others = tuple(one for one in self._rules.budgets if one.year != self._year)
        budgets = others if amount is None else (*others, Budget(self._year, amount))
        return replace(
            self._rules,
            bound=Bound(self.bound.currentText()),
            sharing=Sharing(self.sharing.currentText()),
            factors=tuple(self._factors()),
            must_in=tuple(key for key, box in self.must_in.items() if box.isChecked()),
            picture=yuan("picture", self.picture.text()) or NOTHING,
            most_pictures=self.most.value(),
            prize=yuan("prize", self.prize.text()) or NOTHING,
            budgets=budgets,
        )

    def save(self) -> None:
        """Keep the rules, or say what is wrong."""
        try:
            rules = self.value()
        except FieldError as error:
            self.tell(str(error))
            return
        self._keep(rules)
        self.close()

    def _factors(self) -> list[Factor]:
        found = []
        for tier, entry in self.times.items():
            text = entry.text().strip()
            if text:
                found.append(Factor(f"{tier}刊物 {text} 倍", _times(text), (tier,)))
        return found

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GAP)
        form.addRow("字数正好在两类的界上", self.bound)
        form.addRow("几个作者的", self.sharing)
        for tier, entry in self.times.items():
            form.addRow(f"被{tier}刊物采用，倍数", entry)
        form.addRow("每幅图片（元）", self.picture)
        form.addRow("一篇最多计几幅", self.most)
        form.addRow("评为好稿（元）", self.prize)
        form.addRow(self.budget_label, self.budget)
        hint = QLabel("必须在这里刊登，否则不计（都不勾：不限）")
        hint.setObjectName("muted")
        tip = QLabel("多次采用的，倍数取最高的一个，一篇只计一次。类别和金额在“资料 → 稿酬”里定。")
        tip.setObjectName("muted")
        tip.setWordWrap(True)
        self.content.addLayout(form)
        self.content.addWidget(hint)
        self.content.addLayout(self.places)
        self.content.addWidget(tip)
        self.content.addStretch(1)
        buttons: list[QPushButton] = [self.deed("保存", "保存（Ctrl+Enter）", self.save)]
        self.content.addLayout(self.foot(*buttons))


def _times(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise FieldError("factors", f"“{text}”不是倍数。请写成 1.5、2 这样的数。") from error
