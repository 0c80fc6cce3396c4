"""刊物与栏目: the office's own publications and those it reports to."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from desk import registering
from desk.layout.templates import load_template, template_names
from desk.publications import Publication, Tier
from ui.lists.column import Column
from ui.registry.limits_edit import LimitsEdit
from ui.registry.record_tab import RecordTab
from ui.registry.sections_editor import SectionsEditor
from ui.registry.side_form import SideForm, whole_number
from ui.registry.snapshot import Snapshot
from ui.session import Session

_EMPTY = "还没有刊物\n\n按 Ctrl+N 新增本级刊物，也可以登记上级刊物，用来给上报采用计分"
_TIERS = tuple(Tier)


class PublicationForm(SideForm[Publication]):
    """``send_to`` is typed one line each, as it stands at the foot of an issue."""

    def __init__(self) -> None:
        super().__init__()
        self._publication = Publication("", ())
        self._templates = ("", *template_names())
        self.name, self.copies = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText("不用写书名号")
        self.tier, self.template = QComboBox(), QComboBox()
        self.tier.addItems([tier.value for tier in _TIERS])
        described = [load_template(name).description for name in self._templates[1:]]
        self.template.addItems(["不在本机排版", *described])
        self.send_to = QPlainTextEdit(tabChangesFocus=True)
        self.send_to.setPlaceholderText("报：县委书记、县长\n送：县委各部门\n发：各乡镇人民政府")
        self.send_to.setMinimumHeight(80)
        self.sections = SectionsEditor()
        self.limits = LimitsEdit()
        self.results_only = QCheckBox("只说结果，不说过程、原因和措施（如《每日要情》）")
        self.active = QCheckBox("在用（停用后不能再编新的一期）")
        self.add("name", "名称", self.name)
        self.add("tier", "级别", self.tier)
        self.add_beside("copies", "印数（份）", self.copies)
        self.add("template", "版式", self.template)
        self.add("limits", "每条的篇幅", self.limits)
        self.add("sections", "栏目和各栏目的篇幅", self.sections, 2)
        self.add("send_to", "报尾的发送范围，一行一条", self.send_to, 1)
        self.inputs.addWidget(self.results_only)
        self.inputs.addWidget(self.active)

    @override
    def fill(self, record: Publication) -> None:
        self._publication = record
        self.name.setText(record.name)
        self.tier.setCurrentIndex(_TIERS.index(record.tier))
        known = record.template in self._templates
        self.template.setCurrentIndex(self._templates.index(record.template) if known else 0)
        self.copies.setText(f"{record.copies}" if record.copies else "")
        self.sections.show_sections(record.sections)
        self.send_to.setPlainText("\n".join(record.send_to))
        self.limits.show_limits(record.limits)
        self.results_only.setChecked(record.results_only)
        self.active.setChecked(record.active)

    @override
    def value(self) -> Publication:
        lines = self.send_to.toPlainText().splitlines()
        return replace(
            self._publication,
            name=self.name.text().strip(),
            tier=_TIERS[self.tier.currentIndex()],
            template=self._templates[self.template.currentIndex()],
            copies=whole_number("copies", "印数", self.copies.text()),
            sections=self.sections.sections(),
            send_to=tuple(line.strip() for line in lines if line.strip()),
            active=self.active.isChecked(),
            limits=self.limits.limits(),
            results_only=self.results_only.isChecked(),
        )


class PublicationsTab(RecordTab[Publication]):
    """Publications with their sections."""

    noun = "刊物"

    def __init__(self, session: Session) -> None:
        columns: tuple[Column[Publication], ...] = (
            Column("name", "名称", lambda row: f"《{row.name}》", 200),
            Column("tier", "级别", lambda row: row.tier.value, 72),
            Column("sections", "栏目", _sections_text, 240, stretch=True),
            Column("copies", "印数", lambda row: f"{row.copies or ''}", 64, right=True),
            Column("active", "状态", lambda row: "● 在用" if row.active else "○ 停用", 76),
        )
        super().__init__(session, PublicationForm(), columns, _EMPTY)
        self.tool("新增刊物", "新增刊物（Ctrl+N）", self.start_new)

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Publication]:
        return snapshot.publications

    @override
    def blank(self) -> Publication:
        return Publication("", ())

    @override
    def heading(self, record: Publication) -> str:
        return f"《{record.name}》" if record.name else "新增刊物"

    @override
    def keep(self, record: Publication) -> Publication:
        return registering.save_publication(self.session.store, record, by=self.session.by())


def _sections_text(publication: Publication) -> str:
    return "、".join(section.name for section in publication.sections)
