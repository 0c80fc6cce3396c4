"""The 考核 page's way into a meeting: begin, choose the slides, take them along as files."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu, QPushButton

from desk.jobs import Job
from desk.reports.charts.chart import Paper
from desk.reports.decks.plan import DeckPlan
from desk.surveys.narrowing import narrowed
from desk.surveys.survey import Survey
from ui.charts.keeping import write_all
from ui.dialogs import save_path
from ui.keys import bind
from ui.meeting.choice_window import ChoiceWindow
from ui.meeting.kept_plan import KeptPlan
from ui.meeting.window import MeetingWindow

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_PAPERS = {Paper.WIDE: "16:9", Paper.CLASSIC: "4:3"}


class MeetingMenu(QObject):
    """The menu of a button; a meeting is of the page's days and of its group."""

    def __init__(self, page: "ScoresPage", button: QPushButton) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        self.window: MeetingWindow | None = None
        self.choice: ChoiceWindow | None = None
        menu = QMenu(page)
        menu.addAction("开始放映\tF11", self.begin)
        menu.addAction("选哪几页……", self.choose)
        menu.addSeparator()
        for paper, words in _PAPERS.items():
            menu.addAction(f"存为 PDF（{words}）……", partial(self.save_deck, paper))
        menu.addAction("存讲稿……", self.save_notes)
        button.setMenu(menu)
        for keys in ("F11", "Shift+F5"):
            bind(page, keys, self.begin)

    def begin(self) -> None:
        """Cover the screen with the first slide."""
        asked = self.window
        self._page.survey(self._present)
        if self.window is asked and not (asked and asked.isVisible()):
            self._session.messages.note("正在算这段时间的数，算好就放映")

    def choose(self) -> None:
        """Choose the slides."""
        self._page.survey(self._on_choosing)

    def save_deck(self, paper: Paper) -> None:
        """Keep the slides as one PDF."""
        name = f"会议用图表 {_PAPERS[paper].replace(':', '比')}"
        self._page.survey(lambda survey: self._save(survey, name, partial(_deck, paper=paper)))

    def save_notes(self) -> None:
        """Keep what the presenter reads as a PDF."""
        self._page.survey(lambda survey: self._save(survey, "会议讲稿", _notes))

    def _narrowed(self, survey: Survey) -> Survey:
        group = self._page.group_id
        return survey if group is None else narrowed(survey, group)

    def _kept(self, survey: Survey) -> KeptPlan:
        return KeptPlan(self._session.paths.data, survey.stretch.span)

    def _present(self, survey: Survey) -> None:
        if self.window and self.window.isVisible():
            return
        plan = self._kept(survey).read()
        self.window = MeetingWindow(self._session, self._narrowed(survey), plan)
        self.window.ended.connect(self._page.activateWindow)
        self.window.present(*_screens(self._page.screen()))

    def _on_choosing(self, survey: Survey) -> None:
        if self.choice is None:
            self.choice = ChoiceWindow(self._session, self._page)
            self.choice.wanted.connect(self.begin)
        self.choice.choose(self._kept(survey), survey.stretch.name)

    def _save(
        self, survey: Survey, name: str, made: Callable[[Survey, DeckPlan], Job[bytes]]
    ) -> None:
        path = save_path(self._page, f"{survey.stretch.file_key} {name}", ".pdf", "PDF 文件")
        if path is None:
            return
        job = made(self._narrowed(survey), self._kept(survey).read())
        told = f"已存为 {path.name}"
        self._session.start(
            job,
            done=lambda pdf: self._session.start(
                write_all(self._session, [(path, pdf)]),
                done=lambda _count: self._session.messages.note(told),
            ),
        )


def _screens(own: QScreen) -> tuple[QScreen, QScreen | None]:
    """Where the slides go, and where the notes: the notes stay on the clerk's own screen."""
    others = [one for one in QGuiApplication.screens() if one is not own]
    return (others[0], own) if others else (own, None)


def _deck(survey: Survey, plan: DeckPlan, *, paper: Paper) -> Job[bytes]:
    from desk.reports.deck import deck_pdf  # noqa: PLC0415 - brings matplotlib, loaded on use

    return (yield from deck_pdf(survey, plan, paper))


def _notes(survey: Survey, plan: DeckPlan) -> Job[bytes]:
    from desk.reports.deck import notes_pdf  # noqa: PLC0415 - brings matplotlib, loaded on use

    return (yield from notes_pdf(survey, plan, Paper.WIDE))
