"""The switch between an item's texts: the original and one for each publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from desk.drafts import Draft
from desk.publications import Publication
from desk.versions import Item
from ui import style
from ui.flow_layout import FlowLayout
from ui.icons import icon

_NAME = 10  # characters of a publication's name


@dataclass(frozen=True, slots=True)
class Text:
    """One text of an item as the switch shows it."""

    draft_id: int
    name: str
    characters: int
    longest: int  # 0: no limit
    status: str

    @property
    def is_too_long(self) -> bool:
        """Whether it is longer than its publication takes."""
        return 0 < self.longest < self.characters

    @property
    def words(self) -> str:
        """Name, length against the limit, and status."""
        length = f"{self.characters}/{self.longest} 字" if self.longest else f"{self.characters} 字"
        return f"{self.name}　{'▲' if self.is_too_long else ''}{length}　{self.status}"


def texts_of(item: Item, publications: Mapping[int, Publication]) -> list[Text]:
    """The original first, then the versions in use in the order they were made."""
    return [_text(item.original, None)] + [
        _text(one, publications[one.carrier_id]) for one in item.in_use
    ]


def _text(draft: Draft, publication: Publication | None) -> Text:
    characters = len(draft.body.text.replace("\n", ""))
    if publication is None:
        return Text(draft.id, "原稿件", characters, 0, draft.status)
    name = publication.name if len(publication.name) <= _NAME else publication.name[:_NAME] + "…"
    return Text(draft.id, f"《{name}》版", characters, publication.limits.longest, draft.status)


class VersionSwitch(QFrame):
    """One button a text; the one on show is down.

    Signals:
        picked(int): go to this text.
        more(): make another, or delete the one on show.
    """

    picked = Signal(int)
    more = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("原稿件与刊物版")
        self.buttons: list[QToolButton] = []
        self._texts: Sequence[Text] = ()
        self._group = QButtonGroup(self)
        self._row = FlowLayout(style.GAP // 2, self)
        self.plus = QToolButton()
        self.plus.setObjectName("structure")
        self.plus.setIcon(icon("plus"))
        self.plus.setToolTip("再做一版，或删除这一版（Ctrl+M）")
        self.plus.clicked.connect(self.more)
        self.hide()

    def show_texts(self, texts: Sequence[Text], shown: int) -> None:
        """Offer these; with the original alone there is nothing to switch."""
        self._texts = texts
        for button in self.buttons:
            self._group.removeButton(button)
            button.deleteLater()
        self.buttons = [self._button(text, on=text.draft_id == shown) for text in texts]
        while self._row.takeAt(0) is not None:
            continue
        for widget in (*self.buttons, self.plus):
            self._row.addWidget(widget)
        self.setVisible(len(texts) > 1)

    def show_length(self, draft_id: int, characters: int) -> None:
        """Say how long the text on show is as it is being typed."""
        for button, text in zip(self.buttons, self._texts, strict=True):
            if text.draft_id == draft_id:
                now = Text(text.draft_id, text.name, characters, text.longest, text.status)
                button.setText(now.words)

    def _button(self, text: Text, *, on: bool) -> QToolButton:
        button = QToolButton()
        button.setObjectName("structure")
        button.setCheckable(True)
        button.setChecked(on)
        button.setText(text.words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        limit = f"，这种刊物最多 {text.longest} 字" if text.longest else ""
        button.setToolTip(f"{text.name}：{text.status}，{text.characters} 字{limit}（Ctrl+M 切换）")
        button.clicked.connect(lambda: self.picked.emit(text.draft_id))
        self._group.addButton(button)
        return button
