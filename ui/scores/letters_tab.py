"""函件: letters and slips of the page's days, unit by unit, printed and filed in one go."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout
from typing_extensions import override

from desk.bulletins.passages import reader_of
from desk.jobs import finish
from desk.layout.preview import page_count
from desk.notices.letters import letters
from desk.notices.notice import Notice, NoticeKind
from desk.notices.printing import printing
from desk.surveys.survey import Survey
from ui import style
from ui.bulletins.wording_window import WordingWindow
from ui.buttons import push_button
from ui.export import Export
from ui.issue.preview import FIT_PAGE, Preview
from ui.kept_widths import KeptWidths
from ui.keys import bind
from ui.manual.context import tell_of
from ui.notices.batch import Batch
from ui.notices.choice_bar import ChoiceBar
from ui.notices.letter_names import names_of, values_now
from ui.notices.letter_pane import LetterPane
from ui.notices.unit_list import UnitList
from ui.scores.tab import ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_EMPTY = "没有符合的单位，不用写。\n\n换一个条件，或者换一个时段、分组。"
_PAUSE_MS = 120


class LettersTab(ScoresTab):
    """The letters at the left, the text of one in the middle, its page at the right."""

    title = "函件"
    needs_survey = True

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        tell_of(self, "letters")
        look = style.Look(self.session.settings.scale)
        self._survey: Survey | None = None
        self._fresh: dict[int, Notice] = {}  # as the ledger writes them, by unit
        self._edits: dict[tuple[NoticeKind, int], Notice] = {}
        self._asked = self._drawn = 0
        self._wording: WordingWindow | None = None
        self.batch = Batch(self.session, self)
        self.bar = ChoiceBar()
        self.view = UnitList(self.session, _EMPTY)
        self.pane = LetterPane(look)
        self.preview = Preview()
        self.preview.fit(FIT_PAGE)
        self.told = QLabel()
        self.told.setObjectName("muted")
        self.all_button = push_button("全选", "都印（Ctrl+Shift+A）")
        self.none_button = push_button("全不选", "都不印（Ctrl+Shift+N）")
        self.wording_button = push_button("模板……", "改本单位的写法（Ctrl+T）")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        self._lay_out(look)
        self._connect()

    @override
    def show_survey(self, survey: Survey) -> None:
        self._survey = survey
        self.pane.flush()
        self.pane.know(reader_of(survey))
        self.write()

    @override
    def narrow(self) -> None:
        group = self.page.group.currentText() if self.page.group_id is not None else ""
        self.view.narrow(group if self.bar.kind.of_units else "", self.page.words)
        self._show_current()
        self._count()

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("打勾的函件（PDF，一个文件）", self.save_pdf),
            Export("打勾的函件（Word，一个单位一个文件）", self.save_word),
        )

    @override
    def print_out(self) -> None:
        self.pane.flush()
        two_up = self.bar.is_two_up
        send = partial(self.send_to_printer, landscape=two_up)
        self.batch.print_out(self.view.wanted, send, two_up=two_up)

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def leave(self) -> None:
        self.pane.flush()

    def write(self) -> None:
        """Write the letters chosen in the bar."""
        survey, store = self._survey, self.session.store
        if survey is None:
            return
        self.pane.flush()
        self._asked += 1
        kind, options = self.bar.kind, self.bar.options
        self.told.setText("正在写……")
        self.session.do(
            lambda: finish(letters(store, survey, kind, options)),
            done=partial(self._on_letters, self._asked, kind),
            failed=partial(self._on_failed, self._asked),
        )

    def save_pdf(self) -> None:
        """Keep the ticked letters as one PDF (Ctrl+E)."""
        self.pane.flush()
        self.batch.pdf(self.view.wanted, self._label(), two_up=self.bar.is_two_up)

    def save_word(self) -> None:
        """Keep each ticked letter as a Word file."""
        self.pane.flush()
        self.batch.word(self.view.wanted, self._label())

    def open_wording(self) -> None:
        """Edit the office's own wording of the kind."""
        survey, kind, current = self._survey, self.bar.kind, self.view.current
        if survey is None or not kind.wording:
            return
        self._wording = self._wording or WordingWindow(self.session, self)
        places, key = self.bar.places.value(), current.key if current else 0
        self._wording.open_with(
            kind.wording,
            kind.value,
            names_of(kind),
            lambda: values_now(survey, places, key),
            self.write,
        )

    def reset(self) -> None:
        """Show the letter as the ledger writes it."""
        current = self.view.current
        if current is not None and current.edited:
            self._edits.pop((current.kind, current.key), None)
            self.view.replace(self._fresh[current.key])
            self._show_current()

    def _on_letters(self, asked: int, kind: NoticeKind, found: tuple[Notice, ...]) -> None:
        survey = self._survey
        if asked != self._asked or survey is None:
            return
        self._fresh = {one.key: one for one in found}
        lost = [one for one in found if self._is_outdated(one)]
        for one in lost:
            del self._edits[kind, one.key]
        if lost:
            told = f"数变了，改过的 {len(lost)} 封照新数重写了，请再看一遍"
            self.session.messages.note(told)
        groups = {one.unit.id: group.group.name for group in survey.groups for one in group.units}
        shown = [self._edits.get((kind, one.key), one) for one in found]
        self.view.show_letters(shown, groups)
        self.wording_button.setEnabled(bool(kind.wording))
        self.narrow()

    def _on_failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self.view.show_letters((), {})
            self.narrow()
        self.session.fail(error)

    def _is_outdated(self, fresh: Notice) -> bool:
        """Whether a letter was edited that is written otherwise now."""
        edited = self._edits.get((fresh.kind, fresh.key))
        if edited is None:
            return False
        held = {one.key: one.written for one in edited.passages if one.written}
        now = {one.key: one.written for one in fresh.passages}
        return any(now.get(key) != text for key, text in held.items())

    def _on_edited(self, notice: Notice) -> None:
        if notice.edited or len(notice.passages) != len(self._fresh[notice.key].passages):
            self._edits[notice.kind, notice.key] = notice
        else:
            self._edits.pop((notice.kind, notice.key), None)
        self.view.replace(notice)
        self._timer.start()

    def _on_chosen(self) -> None:
        self.pane.flush()
        self._show_current()

    def _show_current(self) -> None:
        """Show the letter that is looked at, where it is not on view already."""
        current = self.view.current
        if current != self.pane.notice:
            self.pane.show_letter(current)
        self._timer.start()

    def _draw(self) -> None:
        """Show the page of the letter that is looked at."""
        current = self.view.current
        self._drawn += 1
        if current is None:
            self.preview.show_pdf(b"", 0)
            return
        self.session.do(
            lambda: finish(printing([current])), done=partial(self._on_pdf, self._drawn)
        )

    def _on_pdf(self, drawn: int, pdf: bytes) -> None:
        if drawn == self._drawn:
            self.preview.show_pdf(pdf, page_count(pdf))

    def _count(self) -> None:
        rows = len(self.view.rows_model.rows)
        self.told.setText(f"共 {rows} 封，打勾 {len(self.view.wanted)} 封" if rows else "")

    def _label(self) -> str:
        assert self._survey is not None  # noqa: S101 - exports wait for the survey
        return f"{self._survey.stretch.file_key} {self.bar.kind}"

    def _connect(self) -> None:
        self.bar.changed.connect(self.write)
        self.view.chosen.connect(lambda _at: self._on_chosen())
        self.view.ticked.connect(self._count)
        self.view.opened.connect(lambda _at: self.pane.edit.setFocus())
        self.pane.edited.connect(self._on_edited)
        self.pane.reset_wanted.connect(self.reset)
        for button, keys, slot in (
            (self.all_button, "Ctrl+Shift+A", partial(self.view.tick_all, on=True)),
            (self.none_button, "Ctrl+Shift+N", partial(self.view.tick_all, on=False)),
            (self.wording_button, "Ctrl+T", self.open_wording),
        ):
            button.clicked.connect(lambda _on=False, do=slot: do())
            bind(self, keys, slot)
        bind(self, "PgUp", partial(self.view.step, -1))
        bind(self, "PgDown", partial(self.view.step, 1))

    def _lay_out(self, look: style.Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(self.bar)
        head.addWidget(self.told, 1)
        for button in (self.all_button, self.none_button, self.wording_button):
            head.addWidget(button)
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for one in (self.view, self.pane, self.preview):
            parts.addWidget(one)
        parts.setSizes([look.px(410), look.px(430), look.px(390)])
        KeptWidths(parts, self.session.paths.data, "letters")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(head)
        column.addWidget(parts, 1)
