"""What has been read of the drafts in the queues, and which are ticked off."""

from enum import StrEnum


class Read(StrEnum):
    """How far a draft was read; the value is its mark in the list."""

    NOT = "○"
    BEGUN = "◐"
    WHOLE = "●"
    TICKED = "✓"


WORDS = {
    Read.NOT: "没有看过",
    Read.BEGUN: "看过开头",
    Read.WHOLE: "看完了",
    Read.TICKED: "已阅，等着一起同意",
}
_RANKS = list(Read)


class Marks:
    """Remembers while the window is open; a draft sent again is new: it counts by its way."""

    def __init__(self) -> None:
        self._read: dict[int, Read] = {}
        self._findings: dict[int, int] = {}

    def of(self, key: int) -> Read:
        """How far this was read."""
        return self._read.get(key, Read.NOT)

    def reach(self, key: int, read: Read) -> bool:
        """Note that it was read so far, unless it was read further; tell whether that is new."""
        if _RANKS.index(read) <= _RANKS.index(self.of(key)):
            return False
        self._read[key] = read
        return True

    def untick(self, key: int) -> None:
        """Take a tick off; what was read stays read."""
        self._read[key] = Read.WHOLE

    def findings(self, key: int) -> int | None:
        """How many findings are open; None where nobody has counted yet."""
        return self._findings.get(key)

    def count(self, key: int, findings: int) -> None:
        """Remember how many findings are open."""
        self._findings[key] = findings
