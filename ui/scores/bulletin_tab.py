"""通报: the bulletins there are, and the one of the page's days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from desk.bulletins import keeping
from desk.bulletins.bulletin import Bulletin
from desk.bulletins.concerns import open_period
from desk.bulletins.making import files_now, flags_now, write
from desk.bulletins.options import usual_options, wording_key
from desk.bulletins.passage import Flag
from desk.office_clock import minute_words
from desk.surveys.survey import Survey
from ui import style
from ui.bulletins.flag_words import NONE, counted
from ui.bulletins.head import state_words
from ui.buttons import push_button
from ui.dialogs import save_path
from ui.export import Export
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind
from ui.leaving import keep_file
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.manual.context import tell_of
from ui.scores.tab import ScoresTab
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.bulletins.window import BulletinWindow
    from ui.bulletins.wording_window import WordingWindow
    from ui.scores.page import ScoresPage

_EMPTY = "还没有通报。在上面选好时段，按“写通报”（Ctrl+N），就照本单位的写法写好一份。"
_LOOKED_AT = 8  # the newest ones are held against the ledger
_REASONS = ("先写草稿，结账后更新", "领导急要")


@dataclass(frozen=True, slots=True)
class BulletinRow:
    """A bulletin; ``flags`` is None until it was held against the ledger."""

    bulletin: Bulletin
    flags: tuple[Flag, ...] | None = None

    @property
    def told(self) -> str:
        """How many flags are open."""
        return "" if self.flags is None else counted(self.bulletin.text.unsettled(self.flags))


def _colour(row: BulletinRow) -> str:
    return style.GREEN if row.told == NONE else style.AMBER


COLUMNS: tuple[Column[BulletinRow], ...] = (
    Column(
        "period", "时段", lambda row: row.bulletin.stretch.name, 150,
        sort=lambda row: (row.bulletin.stretch.last, row.bulletin.stretch.first),
    ),
    Column(
        "title", "标题", lambda row: row.bulletin.text.title, stretch=True,
        tip=lambda row: row.bulletin.text.title,
    ),
    Column("number", "发文字号", lambda row: row.bulletin.text.number, 120),
    Column(
        "state", "状态", lambda row: state_words(row.bulletin), 160,
        tip=lambda row: state_words(row.bulletin),
        sort=lambda row: row.bulletin.is_final,
    ),
    Column("flags", "核对", lambda row: row.told, 190, tip=lambda row: row.told, colour=_colour),
    Column(
        "changed", "最后改", lambda row: _when(row.bulletin), 190,
        sort=lambda row: row.bulletin.changed,
    ),
)  # fmt: skip


class BulletinTab(ScoresTab):
    """The list of bulletins; Enter opens one in its window."""

    title = "通报"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        tell_of(self, "bulletins")
        self.window_: BulletinWindow | None = None
        self._asked = 0
        self.model: MemoryModel[BulletinRow] = MemoryModel(COLUMNS)
        self.view = ListView(self.session, self.model, "通报", empty=_EMPTY)
        self.strip = ReasonStrip(self.session.settings.scale)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.write_button = push_button("写通报", "写上面所选时段的通报；已有的就打开（Ctrl+N）")
        self.write_button.setObjectName("primary")
        self.open_button = push_button("打开", "打开选中的通报（Enter）")
        self.delete_button = push_button("删除", "删除选中的草稿，可以撤销（Del）")
        self.wording_button = push_button("模板……", "改这种通报的写法（Ctrl+T）")
        self._wording: WordingWindow | None = None
        self._lay_out()
        self._connect()

    @property
    def editor(self) -> "BulletinWindow":
        """The window bulletins are edited in."""
        if self.window_ is None:
            from ui.bulletins.window import BulletinWindow  # noqa: PLC0415 - loaded on use

            self.window_ = BulletinWindow(self.session, self)
            self.window_.left.connect(self.show_days)
        return self.window_

    @override
    def show_days(self) -> None:
        self._asked += 1
        store, asked = self.session.store, self._asked
        self.write_button.setText(f"写{self.page.days.name or '这段时间的'}通报")
        self.session.look(lambda: keeping.bulletins(store), partial(self._on_bulletins, asked))

    @override
    def narrow(self) -> None:
        self.model.set_filter(self.page.words)

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("选中的通报（Word）", partial(self._save, ".docx", "Word 文档", 1)),
            Export("选中的通报（PDF）", partial(self._save, ".pdf", "PDF 文件", 0)),
        )

    @override
    def print_out(self) -> None:
        making = self._making()
        if making is None:
            self.session.messages.note("请先选一份通报，再打印")
        else:
            self.session.look(lambda: making()[0], self.send_to_printer)

    @override
    def leave(self) -> None:
        if self.window_ is not None:
            self.window_.leave()

    @override
    def may_close(self) -> bool:
        return self.window_ is None or not self.window_.isVisible() or self.window_.may_close()

    def write(self) -> None:
        """Write the bulletin of the page's days, or open the one there is."""
        self.write_button.setEnabled(False)
        self.note.setText("正在读这段时间的台账……")
        self.page.survey(self._on_survey)

    def open_chosen(self) -> None:
        """Open the chosen bulletin."""
        row = self._row()
        if row is not None:
            self.editor.open_for(row.bulletin)

    def open_wording(self) -> None:
        """Edit how bulletins of the chosen kind of period are worded."""
        from ui.bulletins.wording_window import WordingWindow  # noqa: PLC0415 - loaded on use

        self._wording = self._wording or WordingWindow(self.session, self)
        window = self._wording
        self.page.survey(
            lambda survey: window.open_for(
                wording_key(survey.stretch.span), survey, usual_options(survey.stretch.span)
            )
        )

    def delete(self) -> None:
        """Delete the chosen bulletin."""
        row = self._row()
        if row is None or not self.delete_button.isEnabled():
            return
        store, by, bulletin = self.session.store, self.session.by(), row.bulletin
        self.session.do(
            lambda: keeping.delete(store, bulletin.id, by=by),
            Topic.SCORES,
            note=f"已删除{bulletin.stretch.name}通报",
            undo=Undo(lambda: keeping.put_back(store, bulletin.id, by=by), "通报已恢复"),
        )

    def _on_survey(self, survey: Survey) -> None:
        self.write_button.setEnabled(True)
        self.note.clear()
        with self.session.store.read() as work:
            held = work.bulletins.of(survey.stretch.file_key)
        if held is not None:
            self.editor.open_for(held, survey)
            return
        told = open_period(survey)
        if not told:
            self._write(survey, "")
            return
        self.strip.ask(
            f"{told}现在写的是草稿，结账以后可以按“只更新数据”换成新数。",
            _REASONS,
            [Answer("仍然写", partial(self._write, survey), needs_reason=False)],
            self.view.take_focus,
        )

    def _write(self, survey: Survey, _why: str) -> None:
        store, by = self.session.store, self.session.by()
        made: list[Bulletin] = []
        self.session.do(
            lambda: made.append(write(store, survey, by=by)),
            note=f"已写好{survey.stretch.name}通报",
            undo=Undo(lambda: keeping.delete(store, made[0].id, by=by), "没有写通报"),
            done=lambda _nothing: self._on_written(made[0], survey),
        )

    def _on_written(self, bulletin: Bulletin, survey: Survey) -> None:
        self.show_days()
        self.editor.open_for(bulletin, survey)

    def _on_bulletins(self, asked: int, found: list[Bulletin]) -> None:
        if asked != self._asked:
            return
        row = self._row()
        kept = row.bulletin.id if row else 0
        self.model.set_rows([BulletinRow(one) for one in found])
        self._choose(kept)
        self._look_next(asked, found[:_LOOKED_AT])

    def _look_next(self, asked: int, left: Sequence[Bulletin]) -> None:
        """Hold one after the other against the ledger, so that other reads come between."""
        if left and asked == self._asked and self.isVisible():
            store, office, today = (
                self.session.store,
                self.session.settings.office,
                self.page.today(),
            )
            self.session.look(
                lambda: flags_now(store, left[0], office=office, today=today),
                partial(self._on_flags, asked, left),
            )

    def _on_flags(self, asked: int, left: Sequence[Bulletin], flags: tuple[Flag, ...]) -> None:
        if asked != self._asked:
            return
        row, done = self._row(), left[0].id
        self.model.set_rows(
            [
                replace(one, flags=flags) if one.bulletin.id == done else one
                for one in self.model.all_rows
            ]
        )
        self._choose(row.bulletin.id if row else 0)
        self._look_next(asked, left[1:])

    def _choose(self, bulletin_id: int) -> None:
        places = [at for at, one in enumerate(self.model.rows) if one.bulletin.id == bulletin_id]
        if self.model.rows:
            self.view.choose(places[0] if places else 0)
        self._show_chosen()

    def _row(self) -> BulletinRow | None:
        at = self.view.currentIndex().row()
        return self.model.row(at) if 0 <= at < len(self.model.rows) else None

    def _show_chosen(self) -> None:
        row = self._row()
        self.open_button.setEnabled(row is not None)
        self.delete_button.setEnabled(row is not None and not row.bulletin.is_final)

    def _making(self) -> Callable[[], tuple[bytes, bytes]] | None:
        row = self._row()
        if row is None:
            return None
        store, office, today = self.session.store, self.session.settings.office, self.page.today()
        return lambda: files_now(store, row.bulletin, office=office, today=today)

    def _save(self, suffix: str, kind: str, which: int) -> None:
        row, making = self._row(), self._making()
        if row is None or making is None:
            self.session.messages.note("请先选一份通报，再导出")
            return
        path = save_path(self, row.bulletin.text.title, suffix, kind)
        if path:
            self.session.do(
                lambda: keep_file(self.session, path, making()[which]), note=f"已存为 {path.name}"
            )

    def _connect(self) -> None:
        self.view.opened.connect(lambda _at: self.open_chosen())
        self.view.chosen.connect(lambda _at: self._show_chosen())
        self.write_button.clicked.connect(self.write)
        self.open_button.clicked.connect(self.open_chosen)
        self.delete_button.clicked.connect(self.delete)
        self.wording_button.clicked.connect(self.open_wording)
        bind(self, "Ctrl+T", self.open_wording)
        bind(self, "Ctrl+N", self.write)
        bind(self.view, "Delete", self.delete)

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        for one in (self.write_button, self.open_button, self.delete_button, self.wording_button):
            deeds.addWidget(one)
        deeds.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(deeds)
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)


def _when(bulletin: Bulletin) -> str:
    return f"{minute_words(bulletin.changed)} {bulletin.changed_by}"
