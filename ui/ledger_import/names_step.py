"""Second step: names that nobody bears, and which items of an upper level's list are ours."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from desk.importing.past.guide import Guide
from desk.importing.past.ours import Match
from desk.importing.past.rehearsal import Rehearsal
from ui import style
from ui.ledger_import.choices import fill, table
from ui.ledger_import.columns_step import Known

NEW = "＋登记为新的……"
_ASK = "（请选择）"
_NONE = "没有不认识的名称，可以直接往下。"
_UNITS = "不认识的单位：选定以后，这种写法会记为它的别名"
_CARRIERS = "不认识的刊物：选它现在的名称，或登记为新刊物"
_MATCHES = "哪些是我们的：标题相近的已经选好，请核对"
_NOT_OURS = "不是我们的"
_LIKE = 60  # percent of characters in common


class NamesStep(QWidget):
    """Boxes for each name; ``guide`` has what is chosen.

    Signals:
        registering(str, str): a unit or publication (单位, 刊物) of this name is to be registered.
    """

    registering = Signal(str, str)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.guide = Guide()
        self.units = table(("表里的写法", "行数", "是哪个单位"), _UNITS)
        self.carriers = table(("表里的写法", "行数", "是哪个刊物、栏目"), _CARRIERS)
        self.matches = table(("通报里的标题", "", "我们的稿件"), _MATCHES)
        self.nothing = QLabel(_NONE)
        self._boxes: dict[str, dict[str, QComboBox]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.nothing)
        self._headings: dict[QWidget, QLabel] = {}
        for words, shown in (
            (_UNITS, self.units), (_CARRIERS, self.carriers), (_MATCHES, self.matches),
        ):  # fmt: skip
            heading = QLabel(words)
            heading.setObjectName("sectionTitle")
            self._headings[shown] = heading
            column.addWidget(heading)
            column.addWidget(shown, 1)
            shown.setColumnWidth(0, look.px(300))
            shown.setColumnWidth(1, look.px(80))
        column.addStretch(1)

    def show_names(self, found: Rehearsal, known: Known) -> None:
        """Show what a look through the file has found."""
        self.guide = guide = found.guide
        names = known.names(guide)
        all_units = sorted(unit.name for unit in known.units if unit.active)
        places = [
            place
            for one in known.publications
            for place in (one.name, *(f"{one.name}/{part.name}" for part in one.sections))
        ]
        self._boxes = {
            "单位": {
                name: self._box(
                    "单位", name, [unit.name for unit in names.proposals(name)], all_units
                )
                for name in found.unknown_units
            },
            "刊物": {name: self._box("刊物", name, [], places) for name in found.unknown_carriers},
        }
        self._show(self.units, found.unknown_units, self._boxes["单位"])
        self._show(self.carriers, found.unknown_carriers, self._boxes["刊物"])
        self._show_matches(found.matches)
        shown = [one for one in self._headings if one.isVisibleTo(self)]
        self.nothing.setVisible(not shown)

    def _show(
        self, into: QWidget, counts: Mapping[str, int], boxes: Mapping[str, QComboBox]
    ) -> None:
        rows = [(name, f"{counts[name]} 行", box) for name, box in boxes.items()]
        fill(into, rows)  # type: ignore[arg-type]  # a table, kept as what it lies in
        into.setVisible(bool(rows))
        self._headings[into].setVisible(bool(rows))

    def _box(self, what: str, name: str, near: Sequence[str], others: Sequence[str]) -> QComboBox:
        """Proposals first, then everything there is, then a new one."""
        box = QComboBox()
        box.setAccessibleName(f"“{name}”是哪个{what}")
        box.addItem(_ASK, "")
        for one in near:
            box.addItem(f"{one}（相近）", one)
        for one in others:
            if one not in near:
                box.addItem(one, one)
        box.addItem(NEW, "")
        box.setMaxVisibleItems(24)
        box.activated.connect(self._taking(what, name, box))
        return box

    def _taking(self, what: str, name: str, box: QComboBox) -> Callable[[], None]:
        def take() -> None:
            if box.currentText() == NEW:
                box.setCurrentIndex(0)
                self.registering.emit(what, name)
                return
            held = dict(self.guide.units if what == "单位" else self.guide.carriers)
            held.pop(name, None)
            if box.currentData():
                held[name] = box.currentData()
            changed = {"units": held} if what == "单位" else {"carriers": held}
            self.guide = replace(self.guide, **changed)  # type: ignore[arg-type]  # either mapping

        return take

    def _show_matches(self, found: Mapping[str, Match]) -> None:
        rows = []
        for title, match in found.items():
            box = QComboBox()
            box.setAccessibleName(f"“{title}”是哪篇稿件")
            box.addItem(_NOT_OURS, 0)
            for one in match.proposals:
                box.addItem(f"{one.title}（{one.units}，{one.day}）", one.draft_id)
            box.setCurrentIndex(max(0, box.findData(match.chosen)))
            box.activated.connect(self._linking(title, box))
            rows.append((title, _sign(match), box))
        fill(self.matches, rows)
        self.matches.setVisible(bool(rows))
        self._headings[self.matches].setVisible(bool(rows))

    def _linking(self, title: str, box: QComboBox) -> Callable[[], None]:
        def link() -> None:
            chosen = {**self.guide.matches, title: int(box.currentData())}
            self.guide = replace(self.guide, matches=chosen)

        return link


def _sign(match: Match) -> str:
    """How sure the choice is; a title that is a little like one of ours is worth a look."""
    if match.is_exact:
        return "同题"
    if match.chosen:
        return "相近"
    return "请看一下" if match.proposals and match.proposals[0].score >= _LIKE else ""
