"""The form of one fact: what is asked depends on what happened."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from typing_extensions import override

from desk.facts import FactKind, Particulars
from desk.hand.entry import KINDS, Entry
from desk.hand.typed import moment, moment_text, names, number, number_text, whole
from desk.issues import Role
from desk.publications import Publication
from desk.units import Unit
from ui.day_edit import DayEdit
from ui.registry.side_form import SideForm
from ui.scores.draft_edit import DraftEdit
from ui.session import Session
from ui.unit_edit import UnitEdit

_LEVELS = ("本级", "县级", "市级", "省级", "国家级")
_RANKS = ("主要领导", "其他领导", "秘书长", "办公室领导")
_OUTCOMES = ("按时", "逾期", "未报", "迟报", "漏报", "瞒报", "谎报", "失实", "不规范", "错误")
_GRADES = ("一般", "较大", "重大", "特别重大")
_ALWAYS = frozenset({"kind", "day", "unit_ids", "title", "note", "reason"})
_ASKED: dict[FactKind, frozenset[str]] = {
    FactKind.SUBMISSION: frozenset(
        {"role", "form", "words", "attachments", "tags", "channel", "people", "leads"}
    ),
    FactKind.ADOPTION: frozenset(
        {"publication", "section", "role", "issue_number", "form", "placement", "words"}
        | {"attachments", "tags", "channel", "people", "external", "value", "leads"}
    ),
    FactKind.FORWARDING: frozenset(
        {"publication", "section", "level", "external", "value", "role", "leads"}
    ),
    FactKind.INSTRUCTION: frozenset({"publication", "level", "rank", "tone", "value"}),
    FactKind.COMMISSION: frozenset({"outcome", "started", "ended", "late", "value"}),
    FactKind.EMERGENCY: frozenset({"outcome", "grade", "started", "ended", "late", "value"}),
    FactKind.INCIDENT: frozenset({"level", "outcome", "grade", "value"}),
    FactKind.ADJUSTMENT: frozenset({"value", "approver"}),
}
_NOTES = {FactKind.ADJUSTMENT: "理由（必写）"}
_VALUES = {FactKind.ADJUSTMENT: "加减几分（减分写负数）"}


class FactForm(SideForm[Entry]):
    """One entry; ``is_correcting`` asks for the reason, too."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._publications: Sequence[Publication] = ()
        self.is_correcting = False
        self.kind = QComboBox()
        self.kind.addItems([kind.value for kind in KINDS])
        self.day = DayEdit()
        self.units = UnitEdit()
        self.title = DraftEdit(session)
        self.publication, self.section = QComboBox(), QComboBox()
        self.role, self.tone = QComboBox(), QComboBox()
        self.role.addItems([role.value for role in Role])
        self.tone.addItems(["", "肯定", "批评"])
        self.level, self.rank = _choice(_LEVELS), _choice(_RANKS)
        self.outcome, self.grade = _choice(_OUTCOMES), _choice(_GRADES)
        self.leads = QCheckBox("第一个单位是主办")
        self._lines = {name: QLineEdit() for name in _LINES}
        self.reason = QLineEdit(placeholderText="例如：单位登错")
        self._add_fields()
        self.kind.currentTextChanged.connect(lambda _text: self._show_asked())
        self.publication.currentIndexChanged.connect(lambda _at: self._show_sections())
        self.title.linked.connect(self._on_linked)
        self.units.textChanged.connect(lambda _text: self._show_asked())
        self.save_button.setText("登记")
        self._show_asked()

    def line(self, name: str) -> QLineEdit:
        """The input of a particular that is typed: words, value, approver …."""
        return self._lines[name]

    def know(self, units: Iterable[Unit], publications: Sequence[Publication]) -> None:
        """Offer these units and publications."""
        self.units.show_units(units)
        self._publications = publications
        chosen = self.publication.currentData()
        self.publication.clear()
        self.publication.addItem("（没有）", None)
        for one in publications:
            self.publication.addItem(one.name, one.id)
        self.publication.setCurrentIndex(max(0, self.publication.findData(chosen)))

    def show_entry(self, entry: Entry, heading: str, *, correcting: bool) -> None:
        """Show an entry, to book it or to correct it."""
        self.is_correcting = correcting
        self.reason.clear()
        self.save_button.setText("更正" if correcting else "登记")
        self.show_record(entry, heading)
        self._show_asked()

    @override
    def fill(self, record: Entry) -> None:
        held = record.particulars
        self.kind.setCurrentText(record.kind.value)
        self.day.show_day(record.day)
        self.units.show_ids(record.unit_ids)
        self.title.show_title(record.title, record.item_id)
        self.publication.setCurrentIndex(max(0, self.publication.findData(record.publication_id)))
        self.section.setCurrentIndex(max(0, self.section.findData(record.section_id)))
        self.role.setCurrentText(record.role.value)
        self.leads.setChecked(record.leads)
        self.tone.setCurrentText(held.tone)
        for box, text in (
            (self.level, held.level),
            (self.rank, held.rank),
            (self.outcome, held.outcome),
            (self.grade, held.grade),
        ):
            box.setCurrentText(text)
        for name, text in _texts_of(record).items():
            self._lines[name].setText(text)

    @override
    def value(self) -> Entry:
        kind = FactKind(self.kind.currentText())
        asked = _ASKED[kind]
        carrier = self.publication.currentData() if "publication" in asked else None
        return Entry(
            kind=kind,
            day=self.day.day,
            unit_ids=self.units.unit_ids(),
            title=self.title.text(),
            item_id=self.title.item_id,
            publication_id=carrier,
            section_id=self.section.currentData() if carrier and "section" in asked else None,
            role=Role(self.role.currentText()) if "role" in asked else Role.SINGLE,
            issue_number=self._text("issue_number", asked),
            note=self._lines["note"].text(),
            leads=self.leads.isChecked() and "leads" in asked,
            particulars=self._particulars(asked),
        )

    def _particulars(self, asked: frozenset[str]) -> Particulars:
        text = self._text
        return Particulars(
            form=text("form", asked),
            placement=text("placement", asked),
            words=whole("words", "字数", text("words", asked)),
            attachments=names(text("attachments", asked)),
            tags=names(text("tags", asked)),
            channel=text("channel", asked),
            level=self.level.currentText().strip() if "level" in asked else "",
            rank=self.rank.currentText().strip() if "rank" in asked else "",
            tone=self.tone.currentText() if "tone" in asked else "",
            outcome=self.outcome.currentText().strip() if "outcome" in asked else "",
            grade=self.grade.currentText().strip() if "grade" in asked else "",
            late=number("late", "超时小时", text("late", asked)),
            value=number("value", "核定分", text("value", asked)),
            external=number("external", "外部分", text("external", asked)),
            people=names(text("people", asked)),
            approver=text("approver", asked),
            started=moment("started", "起", text("started", asked)),
            ended=moment("ended", "止", text("ended", asked)),
        )

    def _text(self, name: str, asked: frozenset[str]) -> str:
        return self._lines[name].text().strip() if name in asked else ""

    def _show_asked(self) -> None:
        kind = FactKind(self.kind.currentText())
        asked = _ASKED[kind] | _ALWAYS
        if not self.is_correcting:
            asked -= {"reason"}
        if "、" not in self.units.text():
            asked -= {"leads"}
        for name, field in self.fields.items():
            field.setVisible(name in asked)
        self.fields["note"].set_label(_NOTES.get(kind, "说明（核定分要写理由）"))
        self.fields["value"].set_label(_VALUES.get(kind, "核定分"))

    def _show_sections(self) -> None:
        chosen = self.publication.currentData()
        found = next((one for one in self._publications if one.id == chosen), None)
        self.section.clear()
        self.section.addItem("（不分栏目）", None)
        for one in found.sections if found else ():
            self.section.addItem(one.name, one.id)

    def _on_linked(self, item_id: int) -> None:
        self.fields["title"].show_note("已选来稿，得分记在这篇稿件上" if item_id else "")

    def _add_fields(self) -> None:
        lines = self._lines
        self.add("kind", "事项", self.kind)
        self.add_beside("day", "日期", self.day)
        self.add("title", "标题", self.title)
        self.add("unit_ids", "单位", self.units)
        self.add("leads", "主办", self.leads)
        pairs = (
            (("publication", "刊物", self.publication), ("section", "栏目", self.section)),
            (("role", "方式", self.role), ("issue_number", "期号", lines["issue_number"])),
            (("level", "级别", self.level), ("rank", "职务", self.rank)),
            (("tone", "性质", self.tone), ("form", "体裁", lines["form"])),
            (("outcome", "情形", self.outcome), ("grade", "等级", self.grade)),
            (("started", "起（事发、布置）", lines["started"]), ("ended", "止", lines["ended"])),
            (("placement", "版位", lines["placement"]), ("words", "字数", lines["words"])),
            (("attachments", "附件", lines["attachments"]), ("tags", "标记", lines["tags"])),
            (("channel", "渠道", lines["channel"]), ("people", "作者", lines["people"])),
            (("late", "超时小时", lines["late"]), ("external", "外部分", lines["external"])),
            (("value", "核定分", lines["value"]), ("approver", "审批人", lines["approver"])),
        )
        for left, right in pairs:
            self.add(*left)
            self.add_beside(*right)
        self.add("note", "说明", lines["note"])
        self.add("reason", "更正理由", self.reason)
        self.inputs.addStretch(1)
        for name, hint in _LINES.items():
            lines[name].setPlaceholderText(hint)


_LINES = {
    "issue_number": "例如 第36期",
    "form": "简讯、调研……",
    "placement": "头版、头条……",
    "words": "",
    "attachments": "图片、音视频",
    "tags": "转载……",
    "channel": "网站、微信……",
    "people": "多人用、隔开",
    "late": "",
    "external": "上级公布的分",
    "value": "",
    "approver": "",
    "started": "2026-07-06 14:30",
    "ended": "2026-07-06 16:00",
    "note": "",
}


def _choice(words: Sequence[str]) -> QComboBox:
    box = QComboBox(editable=True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", *words])
    return box


def _texts_of(entry: Entry) -> dict[str, str]:
    held = entry.particulars
    return {
        "issue_number": entry.issue_number,
        "form": held.form,
        "placement": held.placement,
        "words": number_text(held.words),
        "attachments": "、".join(held.attachments),
        "tags": "、".join(held.tags),
        "channel": held.channel,
        "people": "、".join(held.people),
        "late": number_text(held.late),
        "external": number_text(held.external),
        "value": number_text(held.value),
        "approver": held.approver,
        "started": moment_text(held.started),
        "ended": moment_text(held.ended),
        "note": entry.note,
    }
