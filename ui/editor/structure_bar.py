"""One row above the text: the levels of paragraphs, bold, tables and pictures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desk.body import Level
from ui import style
from ui.icons import icon

_PADDING = 16  # pixels beside a level's name
LEVELS = {
    Level.PLAIN: ("正文", "正文段落，去掉序号"),
    Level.FIRST: ("一、", "一级标题，黑体"),
    Level.SECOND: ("（一）", "二级标题，楷体"),
    Level.THIRD: ("1.", "三级标题，仿宋"),
    Level.FOURTH: ("（1）", "四级标题，仿宋"),
}


class StructureBar(QWidget):
    """What a body may hold, a button each.

    Signals:
        levelled(Level): give the paragraphs selected this level.
    """

    levelled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.levels: dict[Level, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 0)
        row.setSpacing(0)
        for level, (name, tip) in LEVELS.items():
            button = _button(f"{tip}（Ctrl+Alt+{int(level)}）")
            button.setText(name)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(name) + _PADDING)
            button.setCheckable(True)
            button.clicked.connect(lambda _on, one=level: self.levelled.emit(one))
            self._group.addButton(button)
            self.levels[level] = button
            row.addWidget(button)
        row.addSpacing(style.GAP)
        self.renumber = _button("按先后重排各级标题的序号", "list-ordered")
        self.bold = _button("加粗（Ctrl+B）", "bold")
        self.table = _button("插入表格（Ctrl+Alt+T）", "table")
        self.picture = _button("插入图片（Ctrl+Alt+P）", "image-plus")
        for group in ((self.renumber,), (self.bold,), (self.table, self.picture)):
            for button in group:
                row.addWidget(button)
            row.addSpacing(style.GAP)
        row.addStretch(1)

    def show_level(self, level: Level) -> None:
        """Show the level of the paragraph the cursor stands in."""
        self.levels[level].setChecked(True)


def _button(tip: str, name: str = "") -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setObjectName("structure")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if name:
        button.setIcon(icon(name))
    return button
