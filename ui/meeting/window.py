"""The screen of a meeting: one slide and nothing else."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QImage,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QScreen,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget
from typing_extensions import override

from desk.reports.charts.chart import Paper, Spot
from desk.reports.decks.plan import DeckPlan
from desk.surveys.survey import Survey
from ui import style
from ui.charts.canvas import PageCanvas
from ui.meeting.keys import Act, act_of, digit_of
from ui.meeting.presenter_view import PresenterView
from ui.meeting.slide_store import Shown, SlideStore
from ui.session import Session

_HIDE_MS, _SETTLE_MS, _TYPED_MS = 2000, 120, 4000
_WIDE_FROM = 1.5  # width against height: between 4:3 and 16:10
_LABEL = 40  # the part of the page's height that a label's text takes
_MOST_DIGITS = 3


class MeetingWindow(QWidget):
    """Covers a screen. It has no parent, so that no note or window of the main one lies on it.

    Signals:
        ended(): the meeting is over.
    """

    ended = Signal()

    def __init__(self, session: Session, survey: Survey, plan: DeckPlan) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.session = session
        self.store = SlideStore(session, survey, plan, self)
        self.at = 0
        self.blank = ""  # black, white
        self._typed = ""
        self._lines: list[Shown] = []  # behind a figure, over the slides
        self._line = 0
        self.setWindowTitle("会议模式")
        self.canvas = PageCanvas()
        self.presenter = PresenterView(session.clock, style.Look(session.settings.scale))
        self.cover = QWidget()
        self.number, self.typed = QLabel(self.canvas), QLabel(self.canvas)
        self.presenter_window: QWidget | None = None
        self._lay_out()
        self._hiding = self._timer(_HIDE_MS, self._hide_pointer)
        self._settling = self._timer(_SETTLE_MS, self._begin)
        self._preparing = self._timer(_SETTLE_MS, self._prepare)
        self._forgetting = self._timer(_TYPED_MS, lambda: self._type(""))
        self.canvas.followed.connect(self._follow)
        self.canvas.installEventFilter(self)
        self.store.grown.connect(self._on_grown)
        self.store.failed.connect(self._on_failed)
        self.canvas.tell("正在画第一页……")

    @property
    def slides(self) -> Sequence[Shown]:
        """What is being turned: the lines behind a figure where they are open, else the deck."""
        return self._lines or self.store.slides

    @property
    def place(self) -> int:
        """The number of the page shown, from 0."""
        return self._line if self._lines else self.at

    @property
    def shown(self) -> Shown | None:
        """The page shown; None while none is drawn yet."""
        return self.slides[self.place] if self.place < len(self.slides) else None

    @property
    def notes_on(self) -> bool:
        """Whether the presenter's notes are in view."""
        if self.presenter_window:
            return self.presenter_window.isVisible()
        return self._stack.currentWidget() is self.presenter

    def present(self, screen: QScreen, beside: QScreen | None = None) -> None:
        """Fill a screen; the presenter's notes fill the one beside it, where there is one."""
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        if beside:
            self._open_beside(beside)
        self.activateWindow()
        self.setFocus()
        self._hiding.start()

    def turn_to(self, place: int) -> None:
        """Show a page by its number from 0; before the first and behind the last stays there."""
        self.blank = ""
        place = max(0, min(place, len(self.slides) - 1))
        if self._lines:
            self._line = place
        else:
            self.at = place
        self._show()

    def do(self, act: Act) -> None:
        """Do what a key says."""
        if act is not Act.ENTER:
            self._type("")
        self._acts()[act]()

    def _acts(self) -> dict[Act, Callable[[], object]]:
        return {
            Act.NEXT: lambda: self._step(1),
            Act.BACK: lambda: self._step(-1),
            Act.FIRST: lambda: self.turn_to(0),
            Act.LAST: lambda: self.turn_to(len(self.slides) - 1),
            Act.BLACK: lambda: self._blank("black"),
            Act.WHITE: lambda: self._blank("white"),
            Act.NOTE: self._toggle_notes,
            Act.FIGURE: lambda: self.canvas.step(1),
            Act.FIGURE_BACK: lambda: self.canvas.step(-1),
            Act.ENTER: self._enter,
            Act.LEAVE: self._leave,
            Act.OUT: self.close,
        }

    def _step(self, by: int) -> None:
        """Turn; a blank screen only comes back."""
        self.turn_to(self.place if self.blank else self.place + by)

    def _enter(self) -> None:
        if self._typed:
            self._close_lines()
            place = int(self._typed) - 1
            self._type("")
            self.turn_to(place)
        elif self.canvas.spot and self.canvas.spot.unit_id:
            self.canvas.follow()
        else:
            self._step(1)

    def _leave(self) -> None:
        """Close what lies on top, at last the meeting."""
        if self.blank:
            self._blank("")
        elif self._lines:
            self._close_lines()
            self._show()
        elif self.canvas.spot:
            self.canvas.point(-1)
        elif self.notes_on and not self.presenter_window:
            self._toggle_notes()
        else:
            self.close()

    def _blank(self, colour: str) -> None:
        self.blank = "" if colour == self.blank else colour
        self._show()

    def _type(self, digits: str) -> None:
        self._typed = digits[-_MOST_DIGITS:]
        self.typed.setText(f"到第 {self._typed} 页，按 Enter")
        self.typed.setVisible(bool(digits))
        self._place_labels()
        self._forgetting.start()

    def _toggle_notes(self) -> None:
        if self.presenter_window:
            self.presenter_window.setVisible(not self.presenter_window.isVisible())
            self.activateWindow()
        else:
            self._stack.setCurrentWidget(self.canvas if self.notes_on else self.presenter)
        self._show()

    def _open_beside(self, screen: QScreen) -> None:
        window = self.presenter_window = QWidget(None, Qt.WindowType.Window)
        window.setWindowTitle("讲稿")
        layout = QStackedLayout(window)
        layout.addWidget(self.presenter)
        window.installEventFilter(self)
        window.setGeometry(screen.geometry())
        window.showFullScreen()

    def _follow(self, spot: Spot) -> None:
        """Open the lines behind a figure over the slides."""
        first, last = self.store.days()
        days = spot.first or first, spot.last or last
        self.canvas.tell("正在取明细……")
        self.store.lines(spot.unit_id, days, self._on_lines, self._on_failed)

    def _on_lines(self, found: list[Shown]) -> None:
        self._lines, self._line = found, 0
        self._show()

    def _close_lines(self) -> None:
        self._lines, self._line = [], 0

    def _on_grown(self) -> None:
        page = self.shown.slide.page if self.shown else None
        if page is not self.canvas.page:
            self._show()
        self._tell_place()

    def _on_failed(self, error: Exception) -> None:
        self.canvas.tell("这一页没有画出来")
        self.session.messages.error(f"会议用的一页没有画出来：{error}")

    def _begin(self) -> None:
        """Draw for the size the window has now."""
        wide = self.width() / max(1, self.height()) >= _WIDE_FROM
        paper = Paper.WIDE if wide else Paper.CLASSIC
        ratio = self.devicePixelRatioF()
        width = min(self.width(), self.height() * paper.width / paper.height) * ratio
        self._close_lines()
        self.store.begin(paper, round(width))

    def _show(self) -> None:
        shown = self.shown
        if self.blank:
            colour = Qt.GlobalColor.black if self.blank == "black" else Qt.GlobalColor.white
            palette = self.cover.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(colour))
            self.cover.setPalette(palette)
            self._stack.setCurrentWidget(self.cover)
        elif self._stack.currentWidget() is self.cover:
            self._stack.setCurrentWidget(self.canvas)
        if shown:
            self.canvas.show_page(shown.slide.page, self.store.picture(shown))
            self._preparing.start()
        self._tell_place()
        if self.notes_on and shown:
            self._show_notes(shown)

    def _prepare(self) -> None:
        """Make the slides beside this one ready, once nobody turns any more."""
        for beside in (self.place - 1, self.place + 1):
            if 0 <= beside < len(self.slides):
                self.store.prepare(self.slides[beside])

    def _show_notes(self, shown: Shown) -> None:
        after = self.slides[self.place + 1 : self.place + 2]
        coming = self.store.picture(after[0]) if after else QImage()
        title = f"{self.place + 1}/{len(self.slides)}　{shown.slide.title}"
        self.presenter.show_slide(title, shown.slide.told, self.store.picture(shown), coming)

    def _tell_place(self) -> None:
        more = "" if self.store.complete or self._lines else "+"
        self.number.setText(f"{self.place + 1}/{len(self.slides)}{more}" if self.shown else "")
        self._place_labels()

    def _place_labels(self) -> None:
        room = self.canvas.page_rect()
        for label in (self.number, self.typed, self.canvas.tag):
            font = label.font()
            font.setPixelSize(max(9, round(room.height() / _LABEL)))
            label.setFont(font)
            label.adjustSize()
        edge = room.height() / 60
        self.number.move(
            round(room.right() - self.number.width() - edge * 2), round(room.top() + edge / 2)
        )
        self.typed.move(
            round(room.center().x() - self.typed.width() / 2),
            round(room.bottom() - 2 * self.typed.height()),
        )

    def _hide_pointer(self) -> None:
        if self.canvas.spot:
            return  # it shows a figure
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.canvas.setCursor(Qt.CursorShape.BlankCursor)

    def _timer(self, wait_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait_ms)
        timer.timeout.connect(slot)
        return timer

    def _lay_out(self) -> None:
        white = self.palette()
        white.setColor(QPalette.ColorRole.Window, QColor(style.PAPER))
        for widget in (self, self.cover):
            widget.setPalette(white)
            widget.setAutoFillBackground(True)
        self.number.setObjectName("muted")
        self.typed.setObjectName("spotTag")
        self.typed.hide()
        self._stack = QStackedLayout(self)
        for widget in (self.canvas, self.presenter, self.cover):
            self._stack.addWidget(widget)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        act, digit = act_of(key), digit_of(key)
        self._hide_pointer_for(act)
        if digit:
            self._type(self._typed + digit)
        elif act:
            self.do(act)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # or F1 and F12 would open windows over the slide
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, on: bool) -> bool:
        return False  # Tab goes from figure to figure

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.canvas and kind is QEvent.Type.MouseMove:
            self.unsetCursor()
            self._hiding.start()
        elif watched is self.presenter_window and isinstance(event, QKeyEvent):
            if kind is QEvent.Type.KeyPress:
                self.keyPressEvent(event)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._step(1 if event.angleDelta().y() < 0 else -1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_labels()
        self._settling.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.store.stop()
        if self.presenter_window:
            self.presenter_window.close()
            self.presenter_window.deleteLater()
        super().closeEvent(event)
        self.ended.emit()

    def _hide_pointer_for(self, act: Act | None) -> None:
        """Hide the pointer while slides are turned by keys; a framed figure stays."""
        if act not in (Act.FIGURE, Act.FIGURE_BACK, Act.ENTER, Act.LEAVE):
            self.canvas.point(-1)
        self._hide_pointer()
