"""新一期: the menu of what can be begun, with what is due today."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QMenu
from typing_extensions import override

from desk.issues import Series
from desk.publications import Publication
from ui.issue.feature import Feature
from ui.issue.snapshot import Snapshot


class Starting(Feature):
    """Fills the menu of 新一期: regular issues first, 增刊 and 特刊 below."""

    @override
    def show(self, seen: Snapshot) -> None:
        menu: QMenu = self.page.new_button.menu()
        menu.clear()
        offered = [one for one in seen.publications.values() if one.template and one.active]
        if not offered:
            go = partial(self.page.session.go, "registry")
            menu.addAction("还没有刊物，到“资料”里添加", go)
            return
        self._offer(menu, offered, Series.REGULAR)
        menu.addSeparator()
        for series in (Series.SUPPLEMENT, Series.SPECIAL):
            self._offer(menu.addMenu(series.value), offered, series)

    def _offer(self, menu: QMenu, offered: Iterable[Publication], series: Series) -> None:
        for one in offered:
            menu.addAction(f"《{one.name}》", partial(self.page.new_issue, one.id, series))
