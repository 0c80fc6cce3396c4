"""Which publication's rules a draft is checked by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desk.issues import Issue
from desk.publications import Publication, Tier

_NONE = "不按刊物检查"
_TIP = "按这种刊物对篇幅、写法和规则等级的要求检查；已编入一期的，先按那一期"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A publication, and one of its sections where one is meant; 0: none."""

    publication_id: int = 0
    section_id: int = 0


class CarrierBox(QComboBox):
    """Lists the office's own publications and their sections.

    Signals:
        picked(Carrier): the clerk chose another.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("按刊物检查")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._carriers: Sequence[Carrier] = ()
        self.activated.connect(lambda row: self.picked.emit(self._carriers[row]))

    @property
    def current(self) -> Carrier:
        """The one chosen."""
        row = self.currentIndex()
        return self._carriers[row] if 0 <= row < len(self._carriers) else Carrier()

    def show_carriers(self, publications: Iterable[Publication], now: Carrier) -> None:
        """List the publications in use, with this one chosen."""
        rows = [(_NONE, Carrier()), *_rows(publications)]
        carriers = [carrier for _words, carrier in rows]
        if [self.itemText(row) for row in range(self.count())] != [words for words, _ in rows]:
            self.clear()
            self.addItems([words for words, _carrier in rows])
        self._carriers = carriers
        self.setCurrentIndex(carriers.index(now) if now in carriers else 0)
        self.setToolTip(f"{self.currentText()}\n{_TIP}")


def _rows(publications: Iterable[Publication]) -> Iterable[tuple[str, Carrier]]:
    for one in publications:
        if one.active and one.tier is Tier.OWN:
            yield f"按《{one.name}》检查", Carrier(one.id)
            for section in one.sections:
                yield f"按《{one.name}》“{section.name}”检查", Carrier(one.id, section.id)


def carrier_in(issues: Iterable[Issue], draft_id: int) -> Carrier:
    """Where a draft stands, by the newest of the issues that hold it."""
    for issue in issues:
        for entry in issue.entries:
            if entry.draft_id == draft_id:
                return Carrier(issue.publication_id, entry.section_id)
    return Carrier()
