"""The pool: approved drafts that may go into the open issue."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt
from typing_extensions import override

from desk.drafts import Draft
from ui import style
from ui.lists.column import Column
from ui.lists.list_model import Index
from ui.lists.memory_model import MemoryModel

MIME = "application/x-infodesk-drafts"


@dataclass(frozen=True, slots=True)
class PoolRow:
    """An approved draft as the pool shows it; a version stands for the ``original`` it is of."""

    draft: Draft
    units: str
    elsewhere: str = ""  # another open issue it stands in
    original: Draft | None = None
    waits: str = ""  # why it can't go in yet

    @property
    def title(self) -> str:
        """The title, behind what is special about it."""
        told = f"版·{self.draft.status}" if self.waits else "版"
        version = f"〔{told}〕" if self.original else ""
        return f"{'◐ ' if self.elsewhere else ''}{version}{self.draft.title}"

    @property
    def told(self) -> str:
        """The same in sentences."""
        said = [self.draft.title]
        said += ["这种刊物有它自己的一版，选的是这一版"] if self.original else []
        said += [self.waits] if self.waits else []
        return "\n".join(said + ([f"已编入{self.elsewhere}"] if self.elsewhere else []))

    @property
    def characters(self) -> int:
        """Length of the running text."""
        return len(self.draft.body.text.replace("\n", ""))


COLUMNS: tuple[Column[PoolRow], ...] = (
    Column(
        "title",
        "标题",
        lambda row: row.title,
        180,
        colour=lambda row: style.MUTED if row.elsewhere or row.waits else None,
        tip=lambda row: row.told,
        stretch=True,
    ),
    Column("units", "单位", lambda row: row.units, 84),
    Column(
        "characters",
        "字数",
        lambda row: str(row.characters),
        48,
        sort=lambda row: row.characters,
        right=True,
    ),
)


class PoolModel(MemoryModel[PoolRow]):
    """Rows that can be dragged into the issue."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        ids = ",".join(str(self.row(number).draft.id) for number in rows)
        data.setData(MIME, QByteArray(ids.encode()))
        return data


def dragged_ids(data: QMimeData) -> list[int]:
    """The drafts a drag carries; empty when it comes from elsewhere."""
    text = bytes(data.data(MIME).data()).decode()
    return [int(one) for one in text.split(",") if one]
