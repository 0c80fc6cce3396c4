"""Take a change of the texts on show back from its toast, while nothing else has changed."""

from collections.abc import Iterable

from PySide6.QtGui import QTextDocument


class WayBack:
    """Knows some documents as they stand now, each after one change."""

    def __init__(self, documents: Iterable[QTextDocument]) -> None:
        self._states = [(document, _state(document)) for document in documents]

    def __len__(self) -> int:
        return len(self._states)

    def take(self) -> bool:
        """Undo the change in every document; False where one has been changed since."""
        if any(_state(document) != state for document, state in self._states):
            return False
        for document, _before in self._states:
            document.undo()
        return True


def _state(document: QTextDocument) -> tuple[int, str]:
    """What tells that nothing was typed; a revision counts drawn marks as changes too."""
    return document.availableUndoSteps(), document.toRawText()
