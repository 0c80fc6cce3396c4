"""人员: whose names stand on steps, who stands in for whom, and who is asked for a PIN."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton
from typing_extensions import override

from desk import pins, staffing
from desk.people import Person, stands_in
from ui import style
from ui.lists.column import Column
from ui.people_switch import work_as
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic, Undo

_EMPTY = "还没有人员\n\n按 Ctrl+N 新增：信息员、科长、主任、分管领导，审签流程和换人都从这里选"
_SALT = 16  # bytes
_NOBODY = "（没有）"


class PersonForm(SideForm[Person]):
    """The PIN is set by its own buttons, never with the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._person = Person("")
        self.name = QLineEdit(placeholderText="例如：何文斌")
        self.post = QLineEdit(placeholderText="印在审签单上，例如：办公室主任")
        self.phone = QLineEdit(placeholderText="催批时用")
        self.deputy = QComboBox()
        self.is_away = QCheckBox("外出（要审的稿件转给代签人）")
        self.active = QCheckBox("在用（停用后不再提供选择，以前的记录照旧）")
        self.pin = QLineEdit(placeholderText=f"{pins.SHORTEST}—{pins.LONGEST} 位数字，可以不设")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(pins.LONGEST)
        self.set_button, self.clear_button = QPushButton("设置口令"), QPushButton("清除口令")
        self.set_button.setToolTip("换到这个姓名时要输入；已经设了的，只有本人能改")
        self.clear_button.setToolTip("忘了口令时用；谁清除的会记在操作记录里")
        self._lay_out_fields()
        self.up = self.action("上移", "往前排一位（Alt+Up）")
        self.down = self.action("下移", "往后排一位（Alt+Down）")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")

    def _lay_out_fields(self) -> None:
        self.add("name", "姓名", self.name)
        self.add("post", "职务", self.post)
        self.add_beside("phone", "电话", self.phone)
        self.add("deputy", "外出时由谁代签", self.deputy)
        self.inputs.addWidget(self.is_away)
        self.add("pin", "口令", self.pin)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for button in (self.set_button, self.clear_button):
            row.addWidget(button)
        row.addStretch(1)
        self.inputs.addLayout(row)
        self.add("is_active", "状态", self.active)
        self.inputs.addStretch(1)

    def offer(self, people: Sequence[Person]) -> None:
        """Offer these people as deputies."""
        chosen = self.deputy.currentText()
        self.deputy.clear()
        self.deputy.addItems([_NOBODY, *(one.name for one in people if one.is_active)])
        self._choose(chosen)

    @override
    def fill(self, record: Person) -> None:
        self._person = record
        self.name.setText(record.name)
        self.post.setText(record.post)
        self.phone.setText(record.phone)
        self._choose(record.deputy)
        self.is_away.setChecked(record.is_away)
        self.active.setChecked(record.is_active)
        self.pin.clear()
        self.fields["pin"].show_note("已设置" if record.pin else "没有设置")
        self.set_button.setEnabled(bool(record.id))
        self.pin.setEnabled(bool(record.id))
        self.clear_button.setEnabled(bool(record.pin))
        for button in (self.up, self.down):
            button.setVisible(bool(record.id))

    @override
    def value(self) -> Person:
        deputy = self.deputy.currentText()
        return replace(
            self._person,
            name=self.name.text().strip(),
            post=self.post.text().strip(),
            phone=self.phone.text().strip(),
            deputy="" if deputy == _NOBODY else deputy,
            is_away=self.is_away.isChecked(),
            is_active=self.active.isChecked(),
        )

    def _choose(self, name: str) -> None:
        """Choose a deputy, whoever that is now."""
        if name and self.deputy.findText(name) < 0:
            self.deputy.addItem(name)
        self.deputy.setCurrentIndex(max(0, self.deputy.findText(name)))


class PeopleTab(RecordTab[Person]):
    """People in their order, as the name switch lists them."""

    noun = "人员"
    topics = (Topic.REGISTRY, Topic.DRAFTS)

    def __init__(self, session: Session) -> None:
        self._person_form = PersonForm()
        self._clerk = ""  # the new name of who works now
        columns: tuple[Column[Person], ...] = (
            Column("name", "姓名", lambda row: row.name, 110),
            Column("post", "职务", lambda row: row.post, 160, stretch=True),
            Column("phone", "电话", lambda row: row.phone, 110),
            Column("presence", "在岗", self._presence, 180, tip=self._presence),
            Column("pin", "口令", lambda row: "有" if row.pin else "", 56),
            Column("active", "状态", lambda row: "● 在用" if row.is_active else "○ 停用", 76),
        )
        super().__init__(session, self._person_form, columns, _EMPTY)
        self.tool("新增人员", "新增人员（Ctrl+N）", self.start_new)
        form = self._person_form
        form.up.clicked.connect(partial(self._move, -1))
        form.down.clicked.connect(partial(self._move, 1))
        form.set_button.clicked.connect(self._set_pin)
        form.clear_button.clicked.connect(self._clear_pin)

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Person]:
        return snapshot.people

    @override
    def blank(self) -> Person:
        return Person("")

    @override
    def keep(self, record: Person) -> Person:
        former = next((one for one in self.snapshot.people if one.id == record.id), None)
        saved = staffing.save_person(self.session.store, record, by=self.session.by())
        if former is not None and former.name == self.session.settings.clerk:
            self._clerk = saved.name
        return saved

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        name, self._clerk = self._clerk, ""
        if name not in ("", self.session.settings.clerk):
            work_as(self.session, name)
        self._person_form.offer(snapshot.people)
        super().show_snapshot(snapshot)

    def _presence(self, person: Person) -> str:
        if not person.is_away:
            return "● 在岗"
        return f"○ 外出，{stands_in(self.snapshot.people, person.name)}代签"

    def _move(self, by: int) -> None:
        self.reorder([one.id for one in self.snapshot.people], by, self._order)

    def _order(self, ids: list[int]) -> None:
        staffing.order_people(self.session.store, ids, by=self.session.by())

    def _set_pin(self) -> None:
        person, session, pin = self._stored(), self.session, self._person_form.pin.text()
        if person is not None:
            self._run_pin(
                person,
                lambda: staffing.set_pin(
                    session.store, person.id, pin, secrets.token_bytes(_SALT), by=session.by()
                ),
                f"已设置“{person.name}”的口令",
            )

    def _clear_pin(self) -> None:
        person, session = self._stored(), self.session
        if person is not None and self._may_clear(person):
            self._run_pin(
                person,
                lambda: staffing.clear_pin(session.store, person.id, by=session.by()),
                f"已清除“{person.name}”的口令",
            )

    def _may_clear(self, person: Person) -> bool:
        """Ask before the PIN of somebody else is taken away."""
        me = self.session.by().who
        question = (
            f"要清除“{person.name}”的口令吗？\n\n清除以后，不用口令就能换到这个姓名。"
            f"操作记录会写明是{me}清除的，{person.name}下次换到自己名下时会看到。"
        )
        return person.name == me or self.session.messages.ask(question, "清除口令", danger=True)

    def _run_pin(self, person: Person, action: Callable[[], Person], note: str) -> None:
        session = self.session
        self._person_form.clear_errors()
        session.do(
            action,
            Topic.REGISTRY,
            note=note,
            undo=Undo(
                lambda: staffing.put_pin_back(session.store, person, by=session.by()),
                "已恢复原来的口令",
            ),
            failed=self.fail,
        )
