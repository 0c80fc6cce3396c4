"""刊物与栏目: the office's own publications and those it reports to."""

from collections.abc import Callable, Sequence

from typing_extensions import override

from desk import registering
from desk.calendar import by_day
from desk.errors import DeskError
from desk.publications import Publication
from ui import style
from ui.keys import bind
from ui.lists.column import Column
from ui.manual.context import tell_of
from ui.publications.form import PublicationForm
from ui.publications.points import points_of
from ui.publications.specimen_view import SpecimenView
from ui.registry.record_tab import RecordTab
from ui.registry.snapshot import Snapshot
from ui.session import Session

_EMPTY = "还没有刊物\n\n按 Ctrl+N 新增本级刊物，也可以登记上级刊物，用来给上报采用计分"
_ROOMY = 130  # percent: up to here the list has room for two columns
_NOTHING = Publication("", ())


class PublicationsTab(RecordTab[Publication]):
    """The list, the form of one publication, and its specimen as it is being typed."""

    noun = "刊物"

    def __init__(self, session: Session) -> None:
        large = session.settings.scale > _ROOMY
        columns: tuple[Column[Publication], ...] = (
            Column("name", "名称", _name_text, 110, stretch=True, tip=_name_text),
            Column("tier", "级别", lambda row: row.tier.value, 80, hidden=large),
            Column("sections", "栏目", _sections_text, 240, hidden=True),
            Column(
                "copies",
                "印数",
                lambda row: f"{row.copies or ''}",
                64,
                sort=lambda row: row.copies,
                right=True,
                hidden=True,
            ),
        )
        self._form = PublicationForm(session)
        self._source: Publication | None = None  # whose copy is being made
        super().__init__(session, self._form, columns, _EMPTY)
        self.specimen = SpecimenView(session)
        self.tool("新增刊物", "新增刊物（Ctrl+N）", self.start_new)
        self.tool("复制刊物", "照选中的刊物新增一种（Ctrl+D）", self.start_copy)
        bind(self, "Ctrl+D", self.start_copy)
        self._form.bind_keys(self)
        self._add_specimen()
        self._form.edited.connect(self._show_specimen)
        self._form.basics.points_wanted.connect(lambda: session.go("registry", "计分办法"))
        tell_of(self, "publications")

    def _add_specimen(self) -> None:
        look = style.Look(self.session.settings.scale)
        self.split.addWidget(self.specimen)
        self.view.setMinimumWidth(look.px(130))
        self.form.setMinimumWidth(look.px(360))
        self.specimen.setMinimumWidth(260)
        self.split.setSizes([look.px(232), look.px(524), look.px(486)])
        for at, share in enumerate((1, 3, 4)):
            self.split.setStretchFactor(at, share)

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Publication]:
        return snapshot.publications

    @override
    def blank(self) -> Publication:
        return _NOTHING if self._source is None else registering.copy_of(self._source)

    @override
    def heading(self, record: Publication) -> str:
        like = f"（照《{self._source.name}》）" if self._source else ""
        return f"《{record.name}》" if record.name else f"新增刊物{like}"

    @override
    def keep(self, record: Publication) -> Publication:
        return registering.save_publication(self.session.store, record, by=self.session.by())

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        today = self.session.today()
        self._form.issuing.show_calendar(today, by_day(snapshot.special_days))
        super().show_snapshot(snapshot)
        self._form.looks.look()

    @override
    def save(self, then: Callable[[], None] = lambda: None) -> None:
        self._form.finish_typing()
        super().save(then)

    @override
    def start_new(self) -> None:
        self._source = None
        super().start_new()

    def start_copy(self) -> None:
        """Begin a publication like the one shown, after keeping what was typed."""
        self.save_typed(self._begin_copy)

    @override
    def revert(self) -> None:
        if self._source is not None and not self._shown:
            self._switch(self._source.id)
        super().revert()

    def _begin_copy(self) -> None:
        self._source = self._stored() or self._source
        if self._source is None:
            self.session.messages.note("先在左边选一种刊物，再照它新增")
            self.view.take_focus()
            return
        self._start_blank()

    @override
    def _show(self, record: Publication) -> None:
        today = self.session.today()
        points = points_of(self.snapshot, record, today) if record.id else {}
        self._form.show_points(points)
        super()._show(record)

    def _show_specimen(self) -> None:
        try:
            self.specimen.show_publication(self._form.value())
        except DeskError:  # shown at its field when it is kept
            return


def _name_text(publication: Publication) -> str:
    return f"《{publication.name}》{'' if publication.active else '（停用）'}"


def _sections_text(publication: Publication) -> str:
    return "、".join(section.name for section in publication.sections)
