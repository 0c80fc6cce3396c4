"""基本: what a publication is, who reads it, and its sections."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton
from typing_extensions import override

from desk.publications import Publication, Retention, Tier
from desk.settings import Settings
from ui.publications.part import Part
from ui.registry.limits_edit import LimitsEdit
from ui.registry.sections_editor import SectionsEditor
from ui.registry.side_form import whole_number

_TIERS = tuple(Tier)
_RETENTIONS = tuple(Retention)


class BasicsPart(Part):
    """Points of sections are shown only; they are changed in 计分办法.

    Signals:
        points_wanted(): the clerk wants to change points.
    """

    points_wanted = Signal()
    title = "基本"

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit(placeholderText="不用写书名号")
        self.tier, self.retention = QComboBox(), QComboBox()
        self.tier.addItems([tier.value for tier in _TIERS])
        self.retention.addItems([one.value for one in _RETENTIONS])
        self.readers = QLineEdit(placeholderText="例如：县委、县政府领导")
        self.mark = QLineEdit()
        self.mark.setToolTip("印在第1页左上角；空着就用“设置”里本单位的")
        self.copies = QLineEdit()
        self.copies.setToolTip("印在报尾的“共印…份”；空着就不印")
        self.controlled, self.active = QCheckBox("份号管理"), QCheckBox("在用")
        self.controlled.setToolTip("每份编号，领取签收，到期收回")
        self.active.setToolTip("停用后不能再编新的一期，往期保留")
        self.results_only = QCheckBox("只说结果，不说过程、原因和措施")
        self.results_only.setToolTip("例如《每日要情》；检查时按这个要求提醒")
        self.limits, self.sections = LimitsEdit(), SectionsEditor()
        self.points_button = QPushButton("到“计分办法”改分值")
        self.points_button.setObjectName("link")
        self.points_button.setToolTip("分值由执行中的计分办法定，这里只看")
        self.points_button.clicked.connect(self.points_wanted)
        self._arrange()
        self.limits.edited.connect(self.edited)
        self.sections.edited.connect(self.edited)
        self.watch()

    def _arrange(self) -> None:
        self.add("name", "名称", self.name, share=3)
        self.add_beside("tier", "级别", self.tier, 2)
        self.add_beside("retention", "保管期限", self.retention, 2)
        self.add("readers", "阅读对象（知悉范围）", self.readers, share=3)
        self.add_beside("mark", "密级标志", self.mark, 3)
        self.add_beside("copies", "印数（份）", self.copies, 1)
        self.add_widgets(self.active, self.controlled, self.results_only)
        self.add("limits", "每条的篇幅", self.limits)
        self.add("sections", "栏目，和各栏目自己的篇幅", self.sections, 1)
        self.sections.row.addWidget(self.points_button)

    def show_points(self, points: Mapping[int | None, str]) -> None:
        """Show what sections are worth by their ids, and what the whole is worth by None."""
        self.sections.show_points(points)

    @override
    def fill(self, publication: Publication, settings: Settings) -> None:
        self.name.setText(publication.name)
        self.tier.setCurrentIndex(_TIERS.index(publication.tier))
        self.readers.setText(publication.readers)
        self.mark.setText(publication.mark)
        self.mark.setPlaceholderText(settings.mark or "不印")
        self.copies.setText(f"{publication.copies}" if publication.copies else "")
        self.retention.setCurrentIndex(_RETENTIONS.index(publication.retention))
        self.controlled.setChecked(publication.controlled)
        self.results_only.setChecked(publication.results_only)
        self.active.setChecked(publication.active)
        self.limits.show_limits(publication.limits)
        self.sections.show_sections(publication.sections)

    @override
    def put_into(self, publication: Publication) -> Publication:
        return replace(
            publication,
            name=self.name.text().strip(),
            tier=_TIERS[self.tier.currentIndex()],
            readers=self.readers.text().strip(),
            mark=self.mark.text().strip(),
            copies=whole_number("copies", "印数", self.copies.text()),
            retention=_RETENTIONS[self.retention.currentIndex()],
            controlled=self.controlled.isChecked(),
            results_only=self.results_only.isChecked(),
            active=self.active.isChecked(),
            limits=self.limits.limits(),
            sections=self.sections.sections(),
        )
