"""印发前检查: what to look at before the issue is released."""

from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desk.readiness import Remark
from ui.issue.feature import Feature
from ui.issue.pages import Shown, look_over
from ui.issue.remark_list import RemarkList

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class Remarking(Feature):
    """Looks the issue over whenever its pages were laid out anew."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.list = RemarkList()
        self.list.chosen.connect(lambda draft_id: page.session.go("editor", draft_id))
        self._tab = page.foot.addTab(self.list, "印发前检查")
        self._asked: Shown | None = None

    @property
    def open_remarks(self) -> int:
        """How much is open."""
        return self.list.open_remarks

    @override
    def show_pages(self, shown: Shown) -> None:
        self._asked = shown
        issue, session = self.page.issue, self.page.session
        if issue is None or issue.is_frozen:
            self.list.clear()
            self._count(0)
            return
        store, settings = session.store, session.settings
        session.look(
            lambda: look_over(store, issue.id, settings, shown.warnings), partial(self._show, shown)
        )

    def _show(self, shown: Shown, found: list[Remark]) -> None:
        if shown is self._asked:
            self.list.show_remarks(found)
            self._count(len(found))

    def _count(self, open_remarks: int) -> None:
        number = f" {open_remarks}" if open_remarks else ""
        self.page.foot.setTabText(self._tab, f"印发前检查{number}")
