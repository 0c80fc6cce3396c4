"""The windows of the 上报 tab, each made when it is first asked for."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.side_window import SideWindow

if TYPE_CHECKING:
    from ui.forwardings.hits_window import HitsWindow
    from ui.forwardings.import_window import ImportWindow
    from ui.forwardings.media_window import MediaWindow
    from ui.forwardings.result_window import ResultWindow
    from ui.forwardings.rules_window import RulesWindow

W = TypeVar("W", bound=SideWindow)


class Windows:
    """Keeps the windows beside the tab."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session, self._parent = session, parent
        self._made: dict[type[SideWindow], SideWindow] = {}

    def results(self) -> "ResultWindow":
        """Where results are entered."""
        from ui.forwardings.result_window import ResultWindow  # noqa: PLC0415 - loaded on use

        return self._window(ResultWindow)

    def importing(self) -> "ImportWindow":
        """Where an upper level's list is matched."""
        from ui.forwardings.import_window import ImportWindow  # noqa: PLC0415 - loaded on use

        return self._window(ImportWindow)

    def hits(self) -> "HitsWindow":
        """Where hit rates are told."""
        from ui.forwardings.hits_window import HitsWindow  # noqa: PLC0415 - loaded on use

        return self._window(HitsWindow)

    def media(self) -> "MediaWindow":
        """Where media are noted."""
        from ui.forwardings.media_window import MediaWindow  # noqa: PLC0415 - loaded on use

        return self._window(MediaWindow)

    def rules(self) -> "RulesWindow":
        """Where the office's rules are set."""
        from ui.forwardings.rules_window import RulesWindow  # noqa: PLC0415 - loaded on use

        return self._window(RulesWindow)

    def _window(self, kind: type[W]) -> W:
        found = self._made.get(kind)
        if found is None:
            found = kind(self._session, self._parent)  # type: ignore[call-arg]  # as all of them
            self._made[kind] = found
        assert isinstance(found, kind)  # noqa: S101 - it is kept under its kind
        return found
