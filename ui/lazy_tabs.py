"""Tabs of which each is made when it is first looked at."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

T = TypeVar("T", bound=QWidget)
TabT = TypeVar("TabT", bound=QWidget)


class LazyTabs(QTabWidget, Generic[T]):
    """A place with a title for each kind of tab; ``make`` fills it."""

    def __init__(
        self, titles: Mapping[type[T], str], make: Callable[[type[T]], T], *, framed: bool = False
    ) -> None:
        super().__init__(documentMode=not framed)  # which asks for the line that is taken away next
        self.tabBar().setDrawBase(False)
        self._kinds = tuple(titles)
        self._make = make
        self._made: dict[type[T], T] = {}
        self._places: list[QVBoxLayout] = []
        for title in titles.values():
            place = QWidget()
            self._places.append(QVBoxLayout(place))
            self._places[-1].setContentsMargins(0, 0, 0, 0)
            self.addTab(place, title)

    @property
    def made(self) -> list[T]:
        """The tabs that were looked at so far."""
        return list(self._made.values())

    @property
    def current(self) -> T:
        """The tab on view."""
        return self._at(self.currentIndex())

    def tab(self, kind: type[TabT]) -> TabT:
        """The tab of that kind, made when it is first asked for."""
        found = self._at(self._kinds.index(kind))
        assert isinstance(found, kind)  # noqa: S101 - it is kept under its kind
        return found

    def _at(self, place: int) -> T:
        kind = self._kinds[place]
        if kind not in self._made:
            tab = self._made[kind] = self._make(kind)
            self._places[place].addWidget(tab)
            tab.show()  # now, where Qt would wait for its loop
        return self._made[kind]
