"""The tab 范例: looked for off the window's thread, when the tab is shown."""

from typing import TYPE_CHECKING

from typing_extensions import override

from desk.drafts import Draft
from desk.examples import Examples, examples
from ui import style
from ui.editor.example_list import ExampleList
from ui.editor.feature import Feature
from ui.leaving import copy_plain
from ui.manual.context import tell_of

if TYPE_CHECKING:
    from ui.editor.page import EditorPage


class ExampleTab(Feature):
    """Printed items like the draft on show."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        look = style.Look(page.session.settings.scale)
        self.list = ExampleList(look)
        tell_of(self.list, "writing")
        self._sought = ""  # the draft and title the list is for
        self.place = page.side.add(self.list, "范例", self.list.begin)
        page.side.currentChanged.connect(lambda _place: self._look())
        self.list.opened.connect(lambda draft_id: page.session.go("life", draft_id))
        self.list.copied.connect(self._copy)

    @override
    def show(self, draft: Draft) -> None:
        self._look()

    def _look(self) -> None:
        """Look for examples once for each draft, title and kind, where they can be seen."""
        draft, page = self.page.draft, self.page
        if draft is None or page.side.currentWidget() is not self.list:
            return
        wanted = f"{draft.id} {draft.kind} {draft.title}"
        if wanted == self._sought:
            return
        self._sought = wanted
        self.list.wait()
        store, today = page.session.store, page.session.today()

        def show(found: Examples) -> None:
            if wanted == self._sought:
                self.list.show_examples(found)

        page.session.look(lambda: examples(store, draft, today), show)

    def _copy(self, words: str) -> None:
        copy_plain(words)
        self.page.session.messages.note("已复制，到正文里按 Ctrl+V 粘贴")
