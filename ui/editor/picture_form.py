"""A picture being edited: its caption and how much room it takes."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.body import Picture, Size
from desk.tabling import plain_cell
from ui.editor.object_frame import ObjectFrame
from ui.editor.text_view import TextView
from ui.flow_layout import FlowLayout

_TIPS = {Size.WIDE: "和正文一样宽", Size.HALF: "正文的一半宽", Size.SMALL: "正文的三分之一宽"}


class PictureForm(ObjectFrame):
    """Edits one picture.

    Signals:
        removed(): take the picture out of the text.
        replaced(): another file is wanted in its place.
    """

    removed = Signal()
    replaced = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self.caption = QLineEdit()
        self.caption.setPlaceholderText("图的说明，可以不写")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption.setAccessibleName("图的说明")
        self.sizes: dict[Size, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.another = _button("换一张……", "用另一个图片文件替换，说明不变")
        self.remove = _button("删除图片", "从正文里删去这张图（Ctrl+Z 撤销）")
        self.done = _button("完成", "完成，所有改动算一步（Esc）")
        self._picture = Picture("", 1, 1)
        self._tools = QWidget()
        self._lay_out()
        self.caption.textEdited.connect(lambda _text: self.touched.emit())
        self.caption.returnPressed.connect(self.finished)
        self._group.buttonClicked.connect(lambda _button: self.touched.emit())
        self.another.clicked.connect(self.replaced)
        self.remove.clicked.connect(self.removed)
        self.done.clicked.connect(self.finished)

    def _lay_out(self) -> None:
        row = FlowLayout(4, self._tools)
        for size, tip in _TIPS.items():
            button = QToolButton()
            button.setText(size)
            button.setCheckable(True)
            button.setObjectName("structure")
            button.setToolTip(f"{size}：{tip}；图小的不放大")
            self._group.addButton(button)
            self.sizes[size] = button
            row.addWidget(button)
        for one in (self.another, self.remove, self.done):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self._tools)

    @property
    def taken(self) -> Picture:
        """The picture as it is now."""
        size = next(size for size, button in self.sizes.items() if button.isChecked())
        caption = self.caption.text()
        if caption != self._picture.caption:
            caption = plain_cell(caption)
        return replace(self._picture, caption=caption, size=size)

    def begin(self, picture: Picture) -> None:
        """Show a picture's caption and size."""
        self.take(picture)
        self.show()
        self.raise_()
        self.caption.setFocus()

    def take(self, picture: Picture) -> None:
        """Show the picture as it stands now."""
        self._picture = picture
        self.caption.setText(picture.caption)
        self.sizes[picture.size].setChecked(True)

    def cover(self, area: QRectF) -> None:
        """Stand beneath the picture that is drawn in an area."""
        tools = self.fit_tools(self._tools)
        tall = tools + self.caption.sizeHint().height() + 16
        self.lay_over(QRectF(area.bottomLeft(), area.size()), 0, tall)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("inForce" if text == "完成" else "link")
    button.setToolTip(tip)
    return button
