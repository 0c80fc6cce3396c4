"""Text copied out of a draft with a grade: told to the export register once a day, plain never."""

from typing import TYPE_CHECKING

from desk.drafts import Secrecy
from desk.leaving import Leaving, Way
from ui.editor.feature import Feature
from ui.leaving import record_out

if TYPE_CHECKING:
    from ui.editor.page import EditorPage


class CopyNoting(Feature):
    """Listens to the clipboard while text of the editor is taken to it."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._told: set[tuple[int, str]] = set()  # drafts and days that are in the register
        for view in (page.middle.text, page.original.text, page.middle.title):
            view.copied.connect(self._note)

    def _note(self) -> None:
        draft, session = self.page.draft, self.page.session
        if draft is None or draft.secrecy is Secrecy.NONE:
            return
        which = (draft.id, f"{session.today()}")
        if which in self._told:
            return
        self._told.add(which)
        what = f"“{draft.title}”的文字（当日首次）"
        record_out(session, Leaving(Way.CLIPBOARD, what, "剪贴板", (f"draft:{draft.id}",)))
