"""What a column of an old ledger can mean, as a box to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem, QWidget

from desk.importing.past.columns import NAMES
from desk.importing.past.crosses import BESIDE
from desk.importing.past.rows import MATTERS
from desk.publications import Publication

IGNORED = "（不用）"
_LEVELS = ("国家级", "省级", "市级", "县级")
_WHOLE = {"事项": "调整"}
_CELLS = ("报送", "上报", "约稿", "紧急", "差错")


@dataclass(frozen=True, slots=True)
class Choice:
    """A meaning of a column: one of our columns, or of a table across what its cells count."""

    words: str
    name: str = ""
    cells: tuple[tuple[str, str], ...] = ()


def of_list() -> list[Choice]:
    """What columns of single items can mean."""
    return [Choice(IGNORED), *(Choice(name, name) for name in NAMES)]


def of_cross(
    publications: Sequence[Publication], guessed: Mapping[str, Mapping[str, str]]
) -> list[Choice]:
    """What columns of a table across can mean; what was guessed comes first."""
    found = [Choice(IGNORED), *(Choice(name, name) for name in BESIDE)]
    cells = [dict(one) for one in guessed.values()]
    cells += [{"刊物": one.name, "事项": "采用"} for one in publications]
    cells += [
        {"刊物": one.name, "栏目": part.name, "事项": "采用"}
        for one in publications
        for part in one.sections
    ]
    cells += [{"事项": MATTERS[word].value} for word in _CELLS]
    cells += [{"事项": "批示", "级别": level} for level in _LEVELS]
    cells.append(_WHOLE)
    found += [Choice(words_of(one), "", tuple(one.items())) for one in cells]
    return list(dict.fromkeys(found))


def words_of(cells: Mapping[str, str]) -> str:
    """What a cell of a table across counts, in words."""
    if cells == _WHOLE:
        return "得分（不分刊物）"
    place = f"《{cells['刊物']}》{cells.get('栏目', '')}" if "刊物" in cells else ""
    matter = "" if place else cells.get("事项", "")
    said = cells.get("级别") or cells.get("批示") or ""
    return "　".join(filter(None, (place, matter, said, cells.get("日期", ""))))


def box(choices: Sequence[Choice], chosen: Choice | None) -> QComboBox:
    """A box of choices; one that isn't among them is added."""
    made = QComboBox()
    offered = list(choices)
    if chosen is not None and chosen not in offered:
        offered.insert(1, chosen)
    for one in offered:
        made.addItem(one.words, one)
    made.setCurrentIndex(offered.index(chosen) if chosen in offered else 0)
    made.setMaxVisibleItems(24)
    return made


def table(headings: Sequence[str], name: str) -> QTableWidget:
    """A table whose rows are filled by ``fill``."""
    made = QTableWidget(0, len(headings))
    made.setHorizontalHeaderLabels(list(headings))
    made.setAccessibleName(name)
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    made.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the boxes in it take the keyboard
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    made.setWordWrap(False)
    return made


def fill(into: QTableWidget, rows: Sequence[Sequence[str | QWidget]]) -> None:
    """Put texts and boxes into a table."""
    into.setRowCount(0)
    into.setRowCount(len(rows))
    for at, row in enumerate(rows):
        for column, one in enumerate(row):
            if isinstance(one, QWidget):
                into.setCellWidget(at, column, one)
            else:
                item = QTableWidgetItem(one)
                item.setToolTip(one)
                into.setItem(at, column, item)
