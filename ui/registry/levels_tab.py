"""What the office, or one publication, makes of rules that come with the program."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from typing_extensions import override

from desk import ruling
from desk.checks.office import Level
from ui.lists.column import Column
from ui.registry.carrier_box import CarrierBox
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session


class Levelled(Protocol):
    """Something with a level that is set for the office or for a publication."""

    @property
    def code(self) -> str: ...  # noqa: D102 - the type says it
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def level(self) -> Level | None: ...  # noqa: D102
    @property
    def publication_id(self) -> int: ...  # noqa: D102


L = TypeVar("L", bound=Levelled)


class LevelsTab(RecordTab[L]):
    """A record is kept for whom it was listed, also where another publication is chosen now."""

    def __init__(
        self, session: Session, form: SideForm[L], columns: Sequence[Column[L]], empty: str
    ) -> None:
        super().__init__(session, form, columns, empty)
        self.carrier = CarrierBox()
        self.carrier.currentIndexChanged.connect(self._on_switched)
        self.tools.insertWidget(0, self.carrier)

    @override
    def key(self, record: L) -> str:
        return record.code

    @override
    def name(self, record: L) -> str:
        return record.name

    @override
    def heading(self, record: L) -> str:
        return f"{record.code}　{record.name}"

    @override
    def keep(self, record: L) -> L:
        store, by = self.session.store, self.session.by()
        ruling.set_levels(store, record.publication_id, [record.code], record.level, by=by)
        return record

    @override
    def start_new(self) -> None:
        """They come with the program."""

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.carrier.show_publications(snapshot.publications)
        super().show_snapshot(snapshot)

    def _on_switched(self) -> None:
        self.save_typed()
        self.show_snapshot(self.snapshot)
