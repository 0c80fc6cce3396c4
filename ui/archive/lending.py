"""登记利用 and 登记归还."""

from typing import TYPE_CHECKING

from desk.archive import using
from desk.archive.uses import Use
from ui.archive.use_form import UseForm
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.archive.page import ArchivePage


class Lending:
    """Asks for a use of the issue on show, and books loans that come back."""

    def __init__(self, page: "ArchivePage") -> None:
        self._page = page
        self.form: UseForm | None = None

    def ask(self) -> None:
        """Ask who uses the issue on show, and why."""
        page, reading = self._page, self._page.pane.reading
        if reading is None:
            return
        with page.session.store.read() as work:
            people = [one.name for one in work.people.all() if one.is_active]
        today = page.session.today()
        self.form = UseForm(page, reading.issue_id, reading.name, today, people)
        self.form.save.clicked.connect(self._record)
        self.form.open()

    def _record(self) -> None:
        form, session = self.form, self._page.session
        if form is None:
            return
        store, by, use = session.store, session.by, form.use

        def failed(error: Exception) -> None:
            if not form.show_failure(error):
                session.fail(error)

        def done(kept: Use) -> None:
            form.accept()
            session.messages.note(
                f"已登记：{kept.who}{kept.way}",
                lambda: session.do(
                    lambda: using.take_back_use(store, kept.id, by=by()),
                    Topic.ISSUES,
                    note="已撤销登记",
                ),
            )

        session.do(
            lambda: using.record_use(store, use, by=by()), Topic.ISSUES, done=done, failed=failed
        )

    def give_back(self) -> None:
        """Book that the loans chosen came back today."""
        session = self._page.session
        out = [use for use in self._page.lent() if use.is_out]
        if not out:
            return
        store, by = session.store, session.by
        day = session.today()

        def back() -> None:
            for use in out:
                using.give_back(store, use.id, day, by=by())

        def undo() -> None:
            for use in out:
                using.take_back_return(store, use.id, by=by())

        names = "、".join(dict.fromkeys(use.who for use in out))
        note, undone = f"已登记归还：{names}", "已撤销归还"
        session.do(back, Topic.ISSUES, note=note, undo=Undo(undo, undone))
