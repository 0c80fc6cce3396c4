"""One unit: its names, its group, whether it still sends."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from typing_extensions import override

from desk.importing import values
from desk.units import Unit, UnitGroup
from ui.registry.side_form import SideForm


class UnitForm(SideForm[Unit]):
    """Aliases are typed in one line, joined by 、."""

    def __init__(self) -> None:
        super().__init__()
        self._unit = Unit("", "", 0)
        self._groups: Sequence[UnitGroup] = ()
        self.name, self.short, self.aliases, self.code = (QLineEdit() for _ in range(4))
        self.name.setPlaceholderText("公章上的名称")
        self.short.setPlaceholderText("供稿行、排名表里用的名称；不填就用全称")
        self.aliases.setPlaceholderText("落款里会出现的其他名称、发稿邮箱，用、隔开")
        self.code.setPlaceholderText("登记来稿时可以打代码选单位，可以不填")
        self.group = QComboBox()
        self.active = QCheckBox("在用（停用后不再参加排名，历史记录保留）")
        self.add("name", "全称", self.name)
        self.add("short", "简称", self.short)
        self.add("aliases", "别名", self.aliases)
        self.add("code", "代码", self.code)
        self.add("group_id", "分组", self.group)
        self.inputs.addWidget(self.active)
        self.inputs.addStretch(1)
        self.delete_button = self.action("删除", "删除没有来稿和得分的单位")
        self.delete_button.setObjectName("danger")

    def show_groups(self, groups: Sequence[UnitGroup]) -> None:
        """Offer these groups; the one chosen stays."""
        chosen = self._group_id()
        self._groups = groups
        self.group.clear()
        self.group.addItems([group.name for group in groups])
        self._choose_group(chosen)

    @override
    def fill(self, record: Unit) -> None:
        self._unit = record
        self.name.setText(record.name)
        self.short.setText(record.short)
        self.aliases.setText("、".join(record.aliases))
        self.code.setText(record.code)
        self._choose_group(record.group_id)
        self.active.setChecked(record.active)
        self.delete_button.setVisible(bool(record.id))

    @override
    def value(self) -> Unit:
        return replace(
            self._unit,
            name=self.name.text().strip(),
            short=self.short.text().strip(),
            aliases=values.names(self.aliases.text()),
            code=self.code.text().strip(),
            group_id=self._group_id(),
            active=self.active.isChecked(),
        )

    def _choose_group(self, group_id: int) -> None:
        ids = [group.id for group in self._groups]
        self.group.setCurrentIndex(ids.index(group_id) if group_id in ids else -1)

    def _group_id(self) -> int:
        at = self.group.currentIndex()
        return self._groups[at].id if 0 <= at < len(self._groups) else 0
