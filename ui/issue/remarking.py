"""印发前检查: what to look at before the issue is released."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from typing_extensions import override

from desk.preflight.remark import Place, Remark
from ui.issue.feature import Action, Feature
from ui.issue.matter import Mattering
from ui.issue.pages import Shown, look_over
from ui.issue.remark_list import RemarkList

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

_SETTLE_MS = 300


class Remarking(Feature):
    """Looks the issue over whenever its pages were laid out anew."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.list = RemarkList()
        self.list.chosen.connect(self.go_to)
        self._tab = page.foot.addTab(self.list, "印发前检查")
        # the next change of the issue is laid out first: looking over takes longer than that
        self._settle = QTimer(page, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._look_over)
        self._asked: Shown | None = None
        self.found: Sequence[Remark] = ()

    @override
    def actions(self) -> Sequence[Action]:
        return (
            Action("下一条检查", "F8", lambda: self.list.step(1), is_open=True),
            Action("上一条检查", "Shift+F8", lambda: self.list.step(-1), is_open=True),
        )

    @property
    def open_remarks(self) -> int:
        """How many are more than hints."""
        return sum(one.is_open for one in self.found)

    @override
    def show_pages(self, shown: Shown) -> None:
        self._asked = shown
        if self.page.issue is None or self.page.issue.is_frozen:
            self._settle.stop()
            self.list.clear()
            self._count(())
        else:
            self.list.setEnabled(False)  # what it says is of the issue as it was
            self.page.foot.setTabText(self._tab, "印发前检查 …")
            self._settle.start()

    @property
    def is_settled(self) -> bool:
        """Whether the remarks are those of the issue on show, or being looked for."""
        return not self._settle.isActive()

    def look_at_once(self) -> None:
        """Wait for no further change before looking over."""
        self._settle.setInterval(0)

    def _look_over(self) -> None:
        shown, issue, session = self._asked, self.page.issue, self.page.session
        if issue is None or issue.is_frozen or shown is None:
            return
        store, settings = session.store, session.settings
        today = session.today()
        session.look(
            lambda: look_over(store, issue.id, settings, today), partial(self._show, shown)
        )

    def go_to(self, remark: Remark) -> None:
        """Lead to where a remark can be mended."""
        page, session = self.page, self.page.session
        match remark.place:
            case Place.DRAFT:
                session.go("editor", remark.draft_id)
            case Place.PAGE | Place.ENTRIES:
                page.tree.choose(remark.draft_id)
                page.tree.setFocus()
            case Place.NUMBER:
                page.bar.number.setFocus()
            case Place.MATTER:
                page.feature(Mattering).begin()
            case Place.PUBLICATION:
                session.go("registry", "刊物与栏目")
            case Place.SETTINGS:
                session.go("settings")

    def _show(self, shown: Shown, found: list[Remark]) -> None:
        if shown is self._asked:
            self.list.show_remarks(found)
            self._count(found)

    def _count(self, found: Sequence[Remark]) -> None:
        self.found = found
        self.list.setEnabled(True)
        number = f" {self.open_remarks}" if self.open_remarks else ""
        self.page.foot.setTabText(self._tab, f"印发前检查{number}")
