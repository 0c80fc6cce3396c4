"""The form of one fee: its class, what it is multiplied with and what comes on top."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from typing_extensions import override

from desk.errors import FieldError
from desk.fee_classes import yuan
from desk.fees import FeeClass, plain_yuan
from desk.payments.fee import NOTHING, Fee
from desk.payments.proposing import told
from desk.payments.rules import FeeRules
from ui.registry.side_form import SideForm


class FeeForm(SideForm[Fee]):
    """Confirms one fee with Ctrl+S; ``refuse_button`` says that nothing is paid."""

    def __init__(self) -> None:
        super().__init__()
        self._fee: Fee | None = None
        self._classes: Sequence[FeeClass] = ()
        self._rules = FeeRules()
        self.about = QLabel(wordWrap=True)
        self.doubt = QLabel(wordWrap=True)
        self.doubt.setObjectName("note")
        self.choice = QComboBox()
        self.amount, self.times, self.pictures, self.prize = (QLineEdit() for _ in range(4))
        self.note = QLineEdit(placeholderText="可以不写")
        self.sum = QLabel(wordWrap=True)
        self.sum.setObjectName("sectionTitle")
        self.inputs.addWidget(self.about)
        self.inputs.addWidget(self.doubt)
        self.add("class", "类别", self.choice)
        self.add_beside("base", "金额（元）", self.amount)
        self.add("times", "倍数", self.times)
        self.add_beside("pictures", "图片（元）", self.pictures)
        self.add_beside("prize", "好稿奖（元）", self.prize)
        self.add("note", "备注", self.note)
        self.inputs.addWidget(self.sum)
        self.inputs.addStretch(1)
        self.save_button.setText("核定")
        self.save_button.setToolTip("按上面的数核定这一篇（Ctrl+S）")
        self.refuse_button = self.action("不计……", "这一篇不计稿酬，写明理由")
        self.choice.activated.connect(self._take_amount)
        for entry in (self.amount, self.times, self.pictures, self.prize):
            entry.textChanged.connect(self._tell_sum)

    def know(self, classes: Sequence[FeeClass], rules: FeeRules) -> None:
        """Offer these classes and go by these rules."""
        self._classes, self._rules = classes, rules
        self.prize.setPlaceholderText(f"评为好稿 {plain_yuan(rules.prize)}")
        self.choice.clear()
        self.choice.addItem("")
        for one in classes:
            self.choice.addItem(f"{one.name}　{one.yuan}", one.name)

    @override
    def fill(self, record: Fee) -> None:
        self._fee = record
        amounts = record.amounts
        length = "字数不明" if record.characters is None else f"{record.characters} 字"
        parts = (length, record.kind, f"{record.pictures} 幅图片" if record.pictures else "")
        people = "、".join(record.people) or "没有写作者"
        places = "、".join(record.places)
        self.about.setText(f"{people}\n{places}\n{'　'.join(filter(None, parts))}")
        self.doubt.setText(f"▲ {record.refused or record.doubt}")
        self.doubt.setVisible(bool(record.refused or record.doubt))
        self.choice.setCurrentIndex(max(0, self.choice.findData(record.class_name)))
        for entry, amount in (
            (self.amount, amounts.base),
            (self.pictures, amounts.pictures),
            (self.prize, amounts.prize),
        ):
            entry.setText(plain_yuan(amount) if amount else "")
        self.times.setText(f"{amounts.times.normalize():f}")
        self.note.setText(record.note)
        self._tell_sum()

    @override
    def value(self) -> Fee:
        assert self._fee is not None  # noqa: S101 - asked for only while one is shown
        times = self._times()
        why = self._fee.amounts.times_why
        amounts = replace(
            self._fee.amounts,
            base=self._amount("base", self.amount),
            times=times,
            times_why=why if times == self._fee.amounts.times else "核定时改",
            pictures=self._amount("pictures", self.pictures),
            prize=self._amount("prize", self.prize),
        )
        name = self.choice.currentData() or ""
        return replace(self._fee, class_name=name, amounts=amounts, note=self.note.text().strip())

    def _times(self) -> Decimal:
        text = self.times.text().strip() or "1"
        try:
            times = Decimal(text)
        except InvalidOperation:
            times = NOTHING
        if not times.is_finite() or times <= 0:
            raise FieldError("times", f"“{text}”不是倍数。请写成 1、1.5 或者 2。")
        return times

    @staticmethod
    def _amount(name: str, entry: QLineEdit) -> Decimal:
        return yuan(name, entry.text()) or NOTHING

    def _take_amount(self) -> None:
        """Put in the amount of the class chosen."""
        found = next((one for one in self._classes if one.name == self.choice.currentData()), None)
        self.amount.setText(plain_yuan(found.amount) if found else "")

    def _tell_sum(self) -> None:
        if self._fee is None:
            return
        try:
            amounts = self.value().amounts
        except FieldError:
            self.sum.setText("")
            return
        self.sum.setText(f"{told(amounts)} ＝ {plain_yuan(amounts.total)} 元")
