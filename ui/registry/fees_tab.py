"""稿酬: the classes by which an item's fee is proposed, by length and nature."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desk import fee_classes
from desk.drafts import Kind
from desk.errors import FieldError
from desk.fees import FeeClass, plain_yuan
from ui.lists.column import Column
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm, whole_number
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic, Undo

_EMPTY = (
    "还没有稿酬类别\n\n点“按五类设置”得到一至五类稿，再改金额；也可以按 Ctrl+N 逐个新增。\n"
    "编辑稿件时，正文下面会按篇幅和类型显示它属于哪一类"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A class with the name it is stored under, "" for a new one."""

    fee: FeeClass
    former: str = ""


class FeeForm(SideForm[Listed]):
    """Length, amount and kinds of a class."""

    def __init__(self) -> None:
        super().__init__()
        self._listed = Listed(_blank())
        self.name = QLineEdit(placeholderText="例如：三类稿")
        self.shortest = QLineEdit(placeholderText="例如 500")
        self.longest = QLineEdit(placeholderText="不限就留空")
        self.amount = QLineEdit(placeholderText="例如 60")
        self.least = QLineEdit(placeholderText="固定就留空")
        self.note = QLineEdit(placeholderText="例如：反映日常工作的信息")
        self.kinds = {kind: QCheckBox(kind.value) for kind in Kind}
        self.add("name", "名称", self.name)
        self.add("shortest", "最少字数", self.shortest)
        self.add_beside("longest", "最多字数", self.longest)
        self.add("amount", "稿酬（元）", self.amount)
        self.add_beside("least", "最低（元）", self.least)
        self.add("note", "性质", self.note)
        self.inputs.addWidget(QLabel("只限这些信息类型（都不勾：不限）"))
        self.inputs.addWidget(_grid(list(self.kinds.values())))
        self.inputs.addStretch(1)
        self.delete_button = self.action("删除", "删除这一类（可以撤销）")
        self.delete_button.setObjectName("danger")

    @override
    def fill(self, record: Listed) -> None:
        self._listed, fee = record, record.fee
        self.name.setText(fee.name)
        self.shortest.setText(f"{fee.shortest or ''}")
        self.longest.setText(f"{fee.longest or ''}")
        self.amount.setText(plain_yuan(fee.amount) if record.former else "")
        self.least.setText("" if fee.least is None else plain_yuan(fee.least))
        self.note.setText(fee.note)
        for kind, box in self.kinds.items():
            box.setChecked(kind in fee.kinds)
        self.delete_button.setVisible(bool(record.former))

    @override
    def value(self) -> Listed:
        amount = fee_classes.yuan("amount", self.amount.text())
        if amount is None and self._listed.former:
            raise FieldError("amount", "没有写稿酬。请写上金额，单位是元。")
        fee = FeeClass(
            self.name.text().strip(),
            whole_number("shortest", "最少字数", self.shortest.text()),
            whole_number("longest", "最多字数", self.longest.text()),
            Decimal(0) if amount is None else amount,
            fee_classes.yuan("least", self.least.text()),
            frozenset(kind for kind, box in self.kinds.items() if box.isChecked()),
            self.note.text().strip(),
        )
        return replace(self._listed, fee=fee)


class FeesTab(RecordTab[Listed]):
    """The classes in the order in which an item is measured: the longest first."""

    noun = "稿酬类别"
    topics = (Topic.REGISTRY,)

    def __init__(self, session: Session) -> None:
        self._fee_form = FeeForm()
        columns: tuple[Column[Listed], ...] = (
            Column("name", "名称", lambda row: row.fee.name, 140),
            Column("length", "字数", _length, 130, right=True, sort=lambda row: row.fee.shortest),
            Column(
                "amount", "稿酬", lambda row: row.fee.yuan, 100, right=True,
                sort=lambda row: row.fee.amount,
            ),
            Column("kinds", "限于", _kinds, 160, tip=_kinds),
            Column("note", "性质", lambda row: row.fee.note, 240, stretch=True),
        )  # fmt: skip
        super().__init__(session, self._fee_form, columns, _EMPTY)
        self.tool("按五类设置", "换成一至五类稿：200、150、60、5–10、5 元（可以撤销）", self.give)
        self.tool("新增类别", "新增稿酬类别（Ctrl+N）", self.start_new)
        self._fee_form.delete_button.clicked.connect(self._delete)

    @override
    def key(self, record: Listed) -> str:
        return record.former

    @override
    def name(self, record: Listed) -> str:
        return record.fee.name

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Listed]:
        return [Listed(one, one.name) for one in snapshot.fees]

    @override
    def blank(self) -> Listed:
        return Listed(_blank())

    @override
    def keep(self, record: Listed) -> Listed:
        store, by = self.session.store, self.session.by()
        saved = fee_classes.save_class(store, record.fee, by=by, former=record.former)
        return Listed(saved, saved.name)

    @override
    def undoing(self, former: Listed, record: Listed) -> Listed:
        return replace(former, former=record.fee.name)

    def give(self) -> None:
        """Begin with five classes, with a way back to what there was."""
        store, by, before = self.session.store, self.session.by, list[FeeClass]()
        self.session.do(
            lambda: before.extend(fee_classes.give_five(store, by=by())),
            *self.topics,
            note="已设一至五类稿",
            undo=Undo(lambda: fee_classes.put_back(store, before, by=by()), "已恢复原来的稿酬类别"),
            done=lambda _nothing: self.forget(),
        )

    def _delete(self) -> None:
        listed = self._stored()
        if listed is None:
            return
        store, by, fee = self.session.store, self.session.by, listed.fee
        self.session.do(
            lambda: fee_classes.delete_class(store, fee.name, by=by()),
            *self.topics,
            note=f"已删除“{fee.name}”",
            undo=Undo(lambda: fee_classes.save_class(store, fee, by=by()), f"已恢复“{fee.name}”"),
            done=lambda _nothing: self.forget(),
            failed=self.fail,
        )


def _blank() -> FeeClass:
    return FeeClass("", 0, 0, Decimal(0))


def _length(row: Listed) -> str:
    low, high = row.fee.shortest, row.fee.longest
    return f"{low}–{high}" if high else f"{low} 以上"


def _kinds(row: Listed) -> str:
    return "、".join(kind for kind in Kind if kind in row.fee.kinds) or "不限"


def _grid(boxes: Sequence[QCheckBox]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    for number, box in enumerate(boxes):
        grid.addWidget(box, number // 4, number % 4)
    return holder
