"""The pool: drafts that may go into the open issue, and what is told of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt
from typing_extensions import override

from desk.pool import Usable
from ui import style
from ui.issue.pool_choice import Choice
from ui.lists.column import Column
from ui.lists.list_model import Index
from ui.lists.memory_model import MemoryModel

MIME = "application/x-infodesk-drafts"
_LAST = 10**6  # where what is not known yet sorts


@dataclass(frozen=True, slots=True)
class Facts:
    """What is found out of a draft behind the window; None is not known yet.

    ``is_pending``: it is being looked for; without an issue in work there is nothing to look for.
    """

    lines: int | None = None
    errors: int | None = None
    twins: tuple[str, ...] | None = None  # issues that printed something like it
    is_pending: bool = True

    @property
    def blank(self) -> str:
        """What stands where something is not known."""
        return "…" if self.is_pending else ""


@dataclass(frozen=True, slots=True)
class PoolRow(Usable):
    """A usable draft as the pool shows it."""

    facts: Facts = Facts()

    @classmethod
    def of(cls, usable: Usable) -> "PoolRow":
        """A row of which nothing more is known yet."""
        return cls(**{one.name: getattr(usable, one.name) for one in fields(usable)})

    @property
    def title(self) -> str:
        """The title, behind what is special about it."""
        told = f"版·{self.draft.status}" if self.waits else "版"
        version = f"〔{told}〕" if self.original else ""
        mark = "◐ " if self.elsewhere else "■ " if self.printed else ""
        return f"{mark}{version}{self.draft.title}"

    @property
    def told(self) -> str:
        """The same in sentences."""
        said = [self.draft.title]
        said += ["这种刊物有它自己的一版，选的是这一版"] if self.original else []
        said += [self.waits] if self.waits else []
        said += [f"■ {self.printed}印过"] if self.printed else []
        return "\n".join(said + ([f"◐ 已编入{self.elsewhere}"] if self.elsewhere else []))

    @property
    def age(self) -> str:
        """Its days; a word where its clock has run out."""
        return f"{self.days} 超" if self.is_late else str(self.days)


def _age_told(row: PoolRow) -> str:
    since = "事发" if row.draft.event_date else "收稿"
    late = "，已超过这类信息的时限" if row.is_late else ""
    return f"{since}至今 {row.days} 天{late}"


def _errors(row: PoolRow) -> str:
    errors = row.facts.errors
    return row.facts.blank if errors is None else f"▲{errors}" if errors else "✓"


def _errors_told(row: PoolRow) -> str:
    errors = row.facts.errors
    if errors is None:
        return "正在检查" if row.facts.is_pending else "打开一期后检查"
    return f"还有 {errors} 处差错没有处理" if errors else "没有差错"


def _twins_told(row: PoolRow) -> str:
    twins = row.facts.twins
    if not twins:
        return "正在查找" if twins is None else "没有和它相似的印发件"
    return "和印发过的相似：" + "、".join(twins[:5])


def _known(value: int | None) -> int:
    return _LAST if value is None else value


COLUMNS: tuple[Column[PoolRow], ...] = (
    Column(
        "title",
        "标题",
        lambda row: row.title,
        180,
        colour=lambda row: style.MUTED if row.is_apart else None,
        tip=lambda row: row.told,
        stretch=True,
    ),
    Column("units", "单位", lambda row: row.units, 64),
    Column("section", "栏目", lambda row: row.section, 64, hidden=True),
    Column(
        "days",
        "天数",
        lambda row: row.age,
        54,
        sort=lambda row: row.days,
        right=True,
        colour=lambda row: style.RED if row.is_late else None,
        tip=_age_told,
    ),
    Column(
        "lines",
        "行数",
        lambda row: row.facts.blank if row.facts.lines is None else str(row.facts.lines),
        46,
        sort=lambda row: _known(row.facts.lines),
        right=True,
        tip=lambda _row: "在本刊这一栏里要占的行数，连标题和供稿行",
    ),
    Column(
        "errors",
        "检查",
        _errors,
        46,
        sort=lambda row: _known(row.facts.errors),
        right=True,
        colour=lambda row: style.RED if row.facts.errors else style.GREEN,
        tip=_errors_told,
    ),
    Column(
        "twins",
        "≈",
        lambda row: "≈" if row.facts.twins else "",
        30,
        sort=lambda row: 0 if row.facts.twins else 1,
        right=True,
        colour=lambda row: style.AMBER if row.facts.twins else None,
        tip=_twins_told,
        name="和印发过的相似",
    ),
)
SECTION = 2  # the column that is shown where sections are suggested
SPARE = (1, 6, 3, 2)  # columns to do without in a narrow window


class PoolModel(MemoryModel[PoolRow]):
    """Rows that can be dragged into the issue, narrowed by words and by a choice."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)
        self._choice = Choice.ALL

    def choose(self, choice: Choice) -> None:
        """Keep only rows of a kind."""
        self._choice = choice
        self._arrange()

    def tell(self, facts: Mapping[int, Facts]) -> None:
        """Show what was found out of some drafts; order and selection stay."""
        told = {
            at: replace(row, facts=facts[row.draft.id])
            for at, row in enumerate(self._rows)
            if row.draft.id in facts
        }
        for at, row in told.items():
            self._rows[at] = row
        self._all = [
            replace(row, facts=facts[row.draft.id]) if row.draft.id in facts else row
            for row in self._all
        ]
        if told:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(told), 0), self.index(max(told), last))

    @override
    def _shows(self, row: PoolRow, words: list[str]) -> bool:
        return self._choice.takes(row) and super()._shows(row, words)

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
