"""The form of one phrase; its labels follow what the phrase is."""

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from desk.drafts import Kind
from desk.phrases import LABELS, Category, Phrase
from ui.day_edit import DayEdit
from ui.registry.side_form import SideForm

_HINTS = {
    Category.SKELETON: ("例如：突发事件首报", "一行一段；要填的地方写成 ××，没填会被检查出来"),
    Category.PHRASE: ("例如：同比增长", "插入正文的文字；要填的地方写成 ××"),
    Category.DOCUMENT: ("例如：云岭县春耕生产方案，不写书名号", "例如：云政办发〔2026〕3号"),
    Category.LEADER: ("例如：李国华", "例如：县长"),
}
_ANY = "不分类型"


class PhraseForm(SideForm[Phrase]):
    """Name, text, abbreviation, and what only some phrases have."""

    def __init__(self) -> None:
        super().__init__()
        self._phrase = Phrase(Category.PHRASE, "")
        self.name = QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.key = QLineEdit(placeholderText="例如：tbzz；在正文里打上它再按 Ctrl+J")
        self.kind = QComboBox()
        self.kind.addItem(_ANY, None)
        for kind in Kind:
            self.kind.addItem(kind.value, kind)
        self.day = DayEdit()
        self.dated = QCheckBox("写明日期")
        self.dated.toggled.connect(self.day.setEnabled)
        self.source = QLineEdit(placeholderText="来源或说明，可以不填")
        self.active = QCheckBox("在用（停用后按 Ctrl+J 不再列出）")
        self.add("name", "名称", self.name)
        self.add("text", "内容", self.text, 1)
        self.add("key", "简码", self.key)
        self.add_beside("kind", "优先用于", self.kind)
        self.add_beside("day", "发文日期", self.day)
        self.inputs.addWidget(self.dated)
        self.add("source", "说明", self.source)
        self.inputs.addWidget(self.active)
        self.up = self.action("上移", "往前排一位（Alt+Up）")
        self.down = self.action("下移", "往后排一位（Alt+Down）")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.delete_button = self.action("删除", "删除这一条（可以撤销）")
        self.delete_button.setObjectName("danger")

    @override
    def fill(self, record: Phrase) -> None:
        self._phrase = record
        self._dress(record.category)
        self.name.setText(record.name)
        self.text.setPlainText(record.text)
        self.key.setText(record.key)
        self.kind.setCurrentIndex(max(0, self.kind.findData(record.kind)))
        day = record.day
        self.dated.setChecked(day is not None)
        self.day.setEnabled(day is not None)
        self.day.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.source.setText(record.source)
        self.active.setChecked(record.is_active)
        for button in (self.up, self.down, self.delete_button):
            button.setVisible(bool(record.id))

    @override
    def value(self) -> Phrase:
        return replace(
            self._phrase,
            name=self.name.text().strip(),
            text=self.text.toPlainText().strip(),
            key=self.key.text().strip(),
            kind=self.kind.currentData(),
            day=self.day.day if self.dated.isChecked() else None,
            source=self.source.text().strip(),
            is_active=self.active.isChecked(),
        )

    def _dress(self, category: Category) -> None:
        """Name the inputs as this kind of phrase has them."""
        for name, label, hint in zip(
            ("name", "text"), LABELS[category], _HINTS[category], strict=True
        ):
            self.fields[name].set_label(label)
            entry = self.fields[name].entry
            if isinstance(entry, QLineEdit | QPlainTextEdit):
                entry.setPlaceholderText(hint)
        self.fields["kind"].setVisible(category is Category.SKELETON)
        for widget in (self.fields["day"], self.dated):
            widget.setVisible(category is Category.DOCUMENT)
