"""Check every page of the store behind the window, and tell when one is broken."""

from PySide6.QtCore import QObject, QTimer

from ui.backups.keeping import Keeping
from ui.session import Session

_FIRST_MS = 3000  # after the window is up


class LookOver(QObject):
    """Looks once; the next start checks a store in which something was found before it opens."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._begin_soon()

    def _begin_soon(self) -> None:
        QTimer.singleShot(_FIRST_MS, self, self._work)

    def _work(self) -> None:
        keeping = Keeping.of(self._session)
        if keeping.is_busy:
            self._begin_soon()
        else:
            keeping.start(self._session.store.look_over(), done=self._tell, by_itself=True)

    def _tell(self, found: list[str]) -> None:
        if found:
            said = "".join(found).removesuffix("请用最近的备份恢复。")
            self._session.messages.alarm(
                f"{said}请先不要再录入，退出后重新启动，启动时会带您用最近的备份恢复。"
            )
