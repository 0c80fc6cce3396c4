"""Pictures for the text on show: from files and the clipboard, kept before they are shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from typing_extensions import override

from desk.body import Block, Picture
from desk.fragments import Fragment
from desk.intake.cleaning.clean import NOTE
from desk.picturing import keep_pasted, keep_picture
from ui.dialogs import open_paths
from ui.editor.feature import Feature
from ui.editor.pasting import File

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

KINDS = "图片 (*.png *.jpg *.jpeg *.bmp *.gif)"
_MOST = 50  # pictures at once


class PictureEditing(Feature):
    """Ctrl+Alt+P; pasting what holds pictures, and pasting words alone (Ctrl+Shift+V)."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._text = page.middle.text
        self._text.pictured.connect(self.insert)
        self._text.pasted.connect(self._on_pasted)
        page.middle.bar.picture.clicked.connect(self.choose)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+Alt+P": self.choose, "Ctrl+Shift+V": self.paste_plain}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("插入图片", "Ctrl+Alt+P"), ("只粘贴文字", "Ctrl+Shift+V")]

    def paste_plain(self) -> None:
        """Put the clipboard's words into the text, and nothing else of it."""
        if self.may_write():
            self._text.paste_plain()

    def choose(self) -> None:
        """Ask for picture files and put them in at the cursor."""
        if self.may_write():
            paths = open_paths(self.page, "插入图片", KINDS)
            self.insert([File(path.name, path=path) for path in paths])

    def insert(self, files: Sequence[File]) -> None:
        """Put pictures in at the cursor, once the store holds them."""
        if files:
            keep(self.page, files[:_MOST], self._put_in(lambda pictures: pictures))

    def _put_in(
        self, made: Callable[[list[Picture]], Sequence[Block]]
    ) -> Callable[[list[Picture]], None]:
        """How kept pictures come into the text: where the cursor is now, wherever it goes."""
        place, draft = QTextCursor(self._text.textCursor()), self.page.draft

        def put(pictures: list[Picture]) -> None:
            now = self.page.draft
            if draft is None or now is None or now.id != draft.id or self._text.isReadOnly():
                return
            self._text.setTextCursor(place)
            self._text.insert(made(pictures))
            self._text.setFocus()

        return put

    def _on_pasted(self, found: Fragment) -> None:
        """Keep the pictures that came with words, then put both in; say what was changed."""
        session, draft = self.page.session, self.page.draft
        if found.pictures and draft is not None:
            put = self._put_in(lambda _none: found.blocks)
            session.do(
                lambda: keep_pasted(session.store, draft.id, found.pictures, by=session.by()),
                done=lambda _none: put([]),
            )
        if found.notes:
            notes = (note.replace(NOTE, "粘贴时整理了：", 1) for note in found.notes)
            session.messages.note("".join(notes))


def renewed(old: Picture, new: Picture) -> Picture:
    """A picture with other bytes: its caption and size class stay."""
    return replace(old, digest=new.digest, width=new.width, height=new.height)


def keep(page: "EditorPage", files: Sequence[File], done: Callable[[list[Picture]], None]) -> None:
    """Keep pictures for the draft on show, on the worker; one that is refused stops all."""
    session, draft = page.session, page.draft
    if draft is None or page.middle.text.isReadOnly():
        return
    store, by, number = session.store, session.by(), draft.id
    session.do(
        lambda: [keep_picture(store, number, one.name, one.bytes_of(), by=by) for one in files],
        done=done,
    )
