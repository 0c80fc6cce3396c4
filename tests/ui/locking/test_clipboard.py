"""What was copied in the program does not stay on the clipboard of a locked or closed one."""

from dataclasses import replace

import pytest

from ui.locking import clipboard


class Clipboard:
    """The desktop's clipboard; the offscreen platform never says whose the words are."""

    text = "县长的批示"

    def __init__(self, *, ours):
        self.ours = ours

    def ownsClipboard(self):  # noqa: N802 - Qt's name
        return self.ours

    def clear(self):
        self.text = ""


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
    assert board.text == left
