"""新约稿: write a notice, choose its units, send it; or keep it, or correct one that is out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.calendar import Specials
from desk.commissions import issuing, noting
from desk.commissions.changing import Change, take_back
from desk.commissions.choosing import Material, material
from desk.commissions.commission import Commission, Task
from desk.commissions.numbering import next_number
from desk.commissions.rules import CommissionRules
from desk.errors import DeskError
from desk.timing import calendar_of
from ui import style
from ui.commissions.notice_fields import NoticeFields
from ui.commissions.units_box import UnitsBox
from ui.commissions.wish import NoticeWish
from ui.field import clear_errors, show_error
from ui.keys import bind
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (1020, 640)
_NEW = "新约稿"


class NoticeWindow(FormWindow):
    """Ctrl+Enter sends (or corrects), Ctrl+S keeps for later; Esc closes.

    ``sent`` is told of a notice that has gone out, ``kept`` of one changed in another way.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        sent: Callable[[Commission, Commission], None],
        kept: Callable[[Commission], None],
    ) -> None:
        super().__init__(session, parent, _SIZE, _NEW, "commissions")
        self._sent, self._kept = sent, kept
        self._notice = issuing.new("", session.clock(), by=session.by())
        self._unit_ids: tuple[int, ...] = ()
        self._rules = CommissionRules()
        self._specials: Specials = {}
        self._is_again = False
        self.form = NoticeFields(session)
        self.units = UnitsBox()
        self.note = QLabel()
        self.note.setObjectName("muted")
        self._lay_out()

    def begin(self, wish: NoticeWish) -> None:
        """Begin a notice with what is wished for."""
        by = self.session.by()
        notice = issuing.new(wish.title, self.session.clock(), by=by)
        tasks = tuple(Task(one) for one in wish.unit_ids)
        notice = replace(
            notice,
            points=wish.points,
            topics=wish.topics,
            wanted=wish.kind,
            pool_id=wish.pool_id,
            due=wish.due or notice.due,
            tasks=tasks,
        )
        self._open(notice, _NEW, is_again=wish.due is None)

    def send_again(self, former: Commission) -> None:
        """Begin a notice like a former one (照这份再发)."""
        notice = issuing.again(former, self.session.clock(), by=self.session.by())
        self._open(notice, f"照{former.number}再发", is_again=True)

    def change(self, notice: Commission) -> None:
        """Go on with a notice that is not out, or correct one that is."""
        title = f"更正{notice.number}" if notice.issued else "修改约稿草稿"
        self._open(notice, title, is_again=False)

    def notice(self) -> Commission:
        """The notice as it stands here; raises FieldError."""
        form, held = self.form, {one.unit_id: one for one in self._notice.tasks}
        chosen = self.units.chosen()
        return replace(
            self._notice,
            title=form.title.text(),
            points=form.point_lines(),
            due=form.due.due(),
            wanted=form.kind.currentData(),
            means=form.means.currentData(),
            contact=form.contact.text(),
            pool_id=self._notice.pool_id or form.title.pool_id,
            tasks=tuple(held.get(one.id, Task(one.id)) for one in chosen),
        )

    def send(self) -> None:
        """Send the notice, or correct the one that is out."""
        wanted = self._ready()
        if wanted is None:
            return
        store, by, former = self.session.store, self.session.by, self._notice
        if former.issued:
            steps: list[Change] = []
            self.session.do(
                lambda: steps.append(issuing.correct(store, wanted, by=by())),
                Topic.TASKS,
                note=f"已更正{former.number}",
                undo=Undo(lambda: take_back(store, steps[0], by=by()), "已撤销更正"),
                done=lambda _none: self._done(steps[0].latter),
                failed=self._fail,
            )
            return
        self.session.do(
            lambda: issuing.issue(store, wanted, by=by()),
            Topic.TASKS,
            done=lambda out: self._out(out, former),
            failed=self._fail,
        )

    def keep(self) -> None:
        """Keep the notice to be sent later."""
        wanted = self._ready()
        if wanted is None or wanted.issued:
            return
        store, by, former = self.session.store, self.session.by, self._notice
        kept: list[Commission] = []

        def back() -> None:
            if former.id:
                noting.keep(store, former, by=by())
            else:
                noting.drop(store, kept[0].id, by=by())

        self.session.do(
            lambda: kept.append(noting.keep(store, wanted, by=by())),
            Topic.TASKS,
            note="已存为草稿，还没有发出",
            undo=Undo(back, "已撤销"),
            done=lambda _none: self._done(kept[0]),
            failed=self._fail,
        )

    def _open(self, notice: Commission, title: str, *, is_again: bool) -> None:
        self._notice, self._is_again = notice, is_again
        self._unit_ids = notice.unit_ids
        self.setWindowTitle(title)
        clear_errors(self.form.fields)
        self.tell("")
        self.form.show_notice(notice)
        self.send_button.setText("更正" if notice.issued else "发出")
        self.keep_button.setVisible(notice.issued is None)
        store, year = self.session.store, self.session.today().year

        def read() -> tuple[Material, CommissionRules, Specials, str]:
            with store.read() as work:
                number = notice.number or next_number(work, year)
                rules = work.matters.policy(CommissionRules())
                return material(work, year), rules, calendar_of(work), number

        self.session.look(read, lambda found: self._show(notice, *found))
        self.come_up(self.form.title)

    def _show(
        self,
        notice: Commission,
        held: Material,
        rules: CommissionRules,
        specials: Specials,
        number: str,
    ) -> None:
        if notice is not self._notice:  # another one was opened since
            return
        form = self.form
        form.title.show_titles(held.titles)
        self.units.show_material(held)
        self.units.choose(self._unit_ids)
        usual = rules.due(self.session.clock(), specials)
        form.due.show_due(usual if self._is_again else notice.due, time(rules.hour), specials)
        if not form.contact.text():
            form.contact.setText(rules.contact or (held.last.contact if held.last else ""))
        if self._is_again and not notice.number and held.last and not notice.title:
            form.means.setCurrentIndex(max(0, form.means.findData(held.last.means)))
        out = "发出时给号" if not notice.issued else "已发出"
        self.note.setText(f"{number}　{out}")

    def _ready(self) -> Commission | None:
        """What is to be kept; what is wrong shows at its field."""
        clear_errors(self.form.fields)
        self.tell("")
        try:
            return self.notice()
        except DeskError as error:
            self._fail(error)
            return None

    def _fail(self, error: Exception) -> None:
        if not show_error(self.form.fields, error):
            self.fail(error)

    def _out(self, out: Commission, former: Commission) -> None:
        self._sent(out, former)
        self.close()

    def _done(self, kept: Commission) -> None:
        self._kept(kept)
        self.close()

    def _lay_out(self) -> None:
        halves = QHBoxLayout()
        halves.setSpacing(3 * style.GAP)
        halves.addWidget(self.form, 1)
        halves.addWidget(self.units, 1)
        self.keep_button = QPushButton("存草稿")
        self.keep_button.setToolTip("先存着，以后再发（Ctrl+S）")
        self.keep_button.clicked.connect(self.keep)
        self.send_button = self.deed("发出", "给号并发出（Ctrl+Enter）", self.send)
        bind(self, "Ctrl+S", self.keep)
        bind(self, "Alt+A", self.units.tick_all)
        bind(self, "Alt+L", self.units.choose_former)
        foot = self.foot(self.keep_button, self.send_button)
        foot.insertWidget(0, self.note)
        self.content.addLayout(halves, 1)
        self.content.addLayout(foot)
