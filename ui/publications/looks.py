"""版式: the template of a publication and what it changes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desk.errors import DeskError
from desk.layout import shelf
from desk.layout.styles import Template
from desk.publication_changes import CONTENTS_WORDS, GRID_WORDS
from desk.publications import Appearance, Publication
from desk.settings import Settings
from ui import style
from ui.dialogs import open_folder, save_path
from ui.publications.hints import BRACED, Hints, as_kept, hints_of, in_words
from ui.publications.part import Part, explanation, points_box
from ui.session import Session, Topic

_NOWHERE = "不在本机排版"
_GRIDS = {
    "full": "撑满版心：22 行 × 28 字，天头量到字是国标的 37 毫米。Word 的行距在字的上下各占一点，"
    "所以“页面设置”里上边距写的是 3.45 厘米，这是对的。",
    "word": "Word 习惯：“页面设置”里上边距 3.7、下边距 3.5 厘米，行距 28.95 磅。"
    "字离纸边约 40 毫米，比国标低 3 毫米。",
}
_TAIL = f"花括号里的印出时换成实际内容，可以写{BRACED}；方括号里有没填的，整段不印。"


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates on the shelf by folder, and what is wrong with the office's."""

    known: Mapping[str, Template] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


class LooksPart(Part):
    """A template that is not on the shelf stays chosen: nothing is changed unasked."""

    title = "版式"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._templates = Templates()
        self.template, self.grid, self.contents = QComboBox(), QComboBox(), QComboBox()
        self.about, self.grid_about = explanation(), explanation()
        self.complaints = QLabel(wordWrap=True)
        self.complaints.setObjectName("fieldError")
        self.complaints.hide()
        self.install_button = QPushButton("装入……")
        self.install_button.setToolTip(
            "装入模板文件夹：本单位改好的模板；排不出样张的不装，原来的照用"
        )
        self.export_button = QPushButton("导出……")
        self.export_button.setToolTip("导出模板：把选中的模板复制到一个文件夹，改好以后再装入")
        self.masthead, self.issuer, self.note_label = (QLineEdit() for _ in range(3))
        self.name_size = points_box(200, "报头名称的字号，12 到 120 磅；0 为照模板")
        self.name_spacing = points_box(60, "报头名称的字距；-1 为照模板")
        self.name_spacing.setMinimum(-1)
        self.tail_left, self.tail_right = QLineEdit(), QLineEdit()
        self._fill_choices()
        self._arrange()
        self._connect()

    def _fill_choices(self) -> None:
        self.template.addItem(_NOWHERE, "")
        for choice, words in ((self.grid, GRID_WORDS), (self.contents, CONTENTS_WORDS)):
            choice.addItem(Hints().grid, "")
            for key, word in words.items():
                choice.addItem(word, key)

    def _arrange(self) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self.install_button)
        row.addWidget(self.export_button)
        self.add("template", "模板", self.template, share=3)
        self.add_beside("folder", "模板文件夹", buttons, 2)
        self.inputs.addWidget(self.about)
        self.inputs.addWidget(self.complaints)
        self.add("masthead", "报头名称", self.masthead)
        self.add_beside("issuer", "编发单位", self.issuer)
        self.add("size", "报头字号", self.name_size)
        self.add_beside("spacing", "报头字距", self.name_spacing)
        self.add_beside("note_label", "按语标签", self.note_label)
        self.add("grid", "版心", self.grid)
        self.add_beside("contents", "目录", self.contents)
        self.inputs.addWidget(self.grid_about)
        self.add("tail_left", "报尾左边", self.tail_left)
        self.add_beside("tail_right", "报尾右边", self.tail_right)
        self.inputs.addWidget(explanation(_TAIL))
        self.inputs.addStretch(1)

    def _connect(self) -> None:
        self.install_button.clicked.connect(self._on_install)
        self.export_button.clicked.connect(self._on_export)
        self.template.currentIndexChanged.connect(self._tell)
        self.grid.currentIndexChanged.connect(self._tell)
        for box in (self.name_size, self.name_spacing):
            box.valueChanged.connect(self.edited)
        self.watch()

    @property
    def folder(self) -> str:
        """The folder of the template chosen, "" for none."""
        return str(self.template.currentData() or "")

    def look(self) -> None:
        """Read the shelf anew; a changed template may have to print its sample."""
        self._session.look(_read, self.show_templates)

    def show_templates(self, templates: Templates) -> None:
        """Offer these templates; the one chosen stays."""
        self._templates = templates
        chosen = self.folder
        with QSignalBlocker(self.template):
            self.template.clear()
            self.template.addItem(_NOWHERE, "")
            for folder, template in templates.known.items():
                self.template.addItem(template.title, folder)
        self._choose(chosen)
        self.complaints.setText("\n".join(f"● {one}" for one in templates.complaints))
        self.complaints.setVisible(bool(templates.complaints))
        self._tell()
        self.edited.emit()

    @override
    def fill(self, publication: Publication, settings: Settings) -> None:
        look = publication.appearance
        self._choose(publication.template)
        self.masthead.setText(look.masthead)
        self.masthead.setPlaceholderText(publication.name or "同刊物名称")
        self.name_size.setValue(look.size)
        self.name_spacing.setValue(-1 if look.spacing is None else look.spacing)
        self.issuer.setText(look.issuer)
        self.issuer.setPlaceholderText(settings.office)
        self.grid.setCurrentIndex(max(0, self.grid.findData(look.grid)))
        self.contents.setCurrentIndex(max(0, self.contents.findData(look.contents)))
        self.note_label.setText(look.note_label)
        self.tail_left.setText(in_words(look.tail_left))
        self.tail_right.setText(in_words(look.tail_right))
        self._tell()

    @override
    def put_into(self, publication: Publication) -> Publication:
        spacing = self.name_spacing.value()
        look = Appearance(
            masthead=self.masthead.text().strip(),
            size=self.name_size.value(),
            spacing=None if spacing < 0 else spacing,
            issuer=self.issuer.text().strip(),
            grid=str(self.grid.currentData()),
            contents=str(self.contents.currentData()),
            note_label=self.note_label.text().strip(),
            tail_left=as_kept("tail_left", self.tail_left.text()),
            tail_right=as_kept("tail_right", self.tail_right.text()),
        )
        return replace(publication, template=self.folder, appearance=look)

    def _choose(self, folder: str) -> None:
        if self.template.findData(folder) < 0:
            lost = "（没有这个模板）" if self._templates.known else ""
            self.template.addItem(f"{folder}{lost}", folder)
        self.template.setCurrentIndex(self.template.findData(folder))

    def _tell(self) -> None:
        """Say what the template has where the publication decides nothing."""
        template = self._templates.known.get(self.folder)
        hints = hints_of(template)
        self.export_button.setEnabled(template is not None)
        for name, held in self.fields.items():
            held.setEnabled(bool(self.folder) or name in ("template", "folder"))
        self.about.setText(hints.about)
        self.about.setVisible(bool(hints.about))
        self.grid_about.setText(_GRIDS.get(str(self.grid.currentData()) or hints.grid_key, ""))
        self.grid_about.setVisible(bool(self.grid_about.text()))
        self.name_size.setSpecialValueText(hints.size)
        self.name_spacing.setSpecialValueText(hints.spacing)
        self.grid.setItemText(0, hints.grid)
        self.contents.setItemText(0, hints.contents)
        self.note_label.setPlaceholderText(hints.note_label)
        self.tail_left.setPlaceholderText(hints.tail_left)
        self.tail_right.setPlaceholderText(hints.tail_right)

    def _on_install(self) -> None:
        source = open_folder(self, "选择模板文件夹")
        if source is not None and self._may_replace(source.name):
            self.install(source)

    def install(self, source: Path) -> None:
        """Put a template on the shelf and choose it; a broken one says what is wrong."""
        self._session.do(
            partial(shelf.install_template, source),
            Topic.REGISTRY,
            note=f"已装入模板“{source.name}”",
            done=self._on_installed,
            failed=self._on_refused,
        )

    def _may_replace(self, name: str) -> bool:
        return name not in self._templates.known or self._session.messages.ask(
            f"已有模板“{name}”。换成这个文件夹里的吗？\n"
            "用它排版的刊物，没有印发的期都照新的排；已印发的期不变。",
            "换成新的",
        )

    def _on_installed(self, folder: str) -> None:
        self._choose(folder)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.fields["template"].show_error(str(error))
        else:
            self._session.fail(error)

    def _on_export(self) -> None:
        folder = self.folder
        target = save_path(self, self.template.currentText(), "", "模板文件夹")
        if target is not None:
            self._session.do(
                partial(shelf.export_template, folder, target),
                note=f"已导出模板到 {target.name}",
            )


def _read() -> Templates:
    known = {}
    for folder in shelf.template_names():
        try:
            known[folder] = shelf.load_template(folder)
        except DeskError:  # told among the complaints
            continue
    return Templates(known, tuple(shelf.complaints()))
