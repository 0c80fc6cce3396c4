"""What was copied in the program does not stay on the clipboard of a locked or closed one."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QClipboard

from ui.locking import clipboard


class Clipboard:
    """The desktop's clipboard; the offscreen platform never says whose the words are."""

    def __init__(self, *, ours):
        self.ours = ours
        self.texts = dict.fromkeys(QClipboard.Mode, "县长的批示")

    def ownsClipboard(self):  # noqa: N802 - Qt's name
        return self.ours

    ownsSelection = ownsClipboard  # noqa: N815 - Qt's name

    def clear(self, mode=QClipboard.Mode.Clipboard):
        self.texts[mode] = ""

    def left(self):
        """What is copied, and what is selected."""
        return {self.texts[mode] for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)}


@pytest.mark.parametrize(
    ("ours", "wanted", "left"),
    [(True, True, ""), (False, True, "县长的批示"), (True, False, "县长的批示")],
)
def test_only_our_own_words_go_and_only_if_the_office_wants_it(
    session, monkeypatch, ours, wanted, left
):
    board = Clipboard(ours=ours)
    monkeypatch.setattr(clipboard.QGuiApplication, "clipboard", lambda: board)
    session.settings = replace(session.settings, clears_clipboard=wanted)
    clipboard.clean_clipboard(session)
    assert board.left() == {left}
