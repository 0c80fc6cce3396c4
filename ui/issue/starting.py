"""新一期: the menu of what can be begun, and what is due and was not."""

from collections.abc import Collection, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu
from typing_extensions import override

from desk.issues import Series
from desk.publications import Publication
from desk.scheduling import all_missing
from ui.issue.feature import Feature
from ui.issue.missing_strip import MissingStrip
from ui.issue.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class Starting(Feature):
    """Fills the menu: regular issues first, 增刊 and 特刊 below; a strip tells what is missing."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.missing = MissingStrip(page.session, page.show_new, shown=1)
        page.content.insertWidget(page.content.indexOf(page.bar), self.missing)
        self.menu = QMenu(page)
        apart = (Series.SUPPLEMENT, Series.SPECIAL)
        self.more = {one: QMenu(one.value, self.menu) for one in apart}
        page.new_button.setMenu(self.menu)

    @override
    def show(self, seen: Snapshot) -> None:
        publications = list(seen.publications.values())
        session = self.page.session
        with session.store.read() as work:
            missing = all_missing(work, publications, session.today())
        here = seen.issue.publication_id if seen.issue else 0
        self.missing.show_missing([one for one in missing if here in (0, one.publication.id)])
        today = session.today()
        self._fill(publications, {one.publication.id for one in missing if one.day == today})

    def _fill(self, publications: Iterable[Publication], due: Collection[int]) -> None:
        self.menu.clear()
        offered = [one for one in publications if one.template and one.active]
        if not offered:
            go = partial(self.page.session.go, "registry")
            self.menu.addAction("还没有刊物，到“资料”里添加", go)
            return
        self._offer(self.menu, offered, Series.REGULAR, due)
        self.menu.addSeparator()
        for series, menu in self.more.items():
            menu.clear()
            self.menu.addMenu(menu)
            self._offer(menu, offered, series, ())

    def _offer(
        self, menu: QMenu, offered: Iterable[Publication], series: Series, due: Collection[int]
    ) -> None:
        for one in offered:
            mark = "　● 今天应出" if one.id in due else ""
            begin = partial(self.page.new_issue, one.id, series)
            menu.addAction(f"《{one.name}》{mark}", begin)
