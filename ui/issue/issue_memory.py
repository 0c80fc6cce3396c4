"""What the 编刊 page remembers between starts: the last issue, the pages wanted of each paper."""

from PySide6.QtCore import QSettings

from desk.paths import Paths


class IssueMemory:
    """Kept beside the widths of lists, in the window's own file."""

    def __init__(self, paths: Paths) -> None:
        self._state = QSettings(str(paths.data / "window.ini"), QSettings.Format.IniFormat)

    @property
    def issue_id(self) -> int:
        """The issue that was last on show; 0 is none."""
        return self._number("issue/last")

    @issue_id.setter
    def issue_id(self, issue_id: int) -> None:
        if issue_id != self.issue_id:
            self._state.setValue("issue/last", issue_id)

    def target(self, publication_id: int) -> int:
        """How many pages an issue of a publication should have; 0 leaves it open."""
        return self._number(f"issue/pages/{publication_id}")

    def set_target(self, publication_id: int, pages: int) -> None:
        """Remember how many pages are wanted."""
        self._state.setValue(f"issue/pages/{publication_id}", pages)

    def _number(self, key: str) -> int:
        text = str(self._state.value(key, 0))
        return int(text) if text.isdecimal() else 0
