"""A text that the store does not take: said in red until it does, and asked about on closing."""

from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from desk.body import Body, Paragraph, Picture, Table
from desk.errors import sentence_of
from ui.closing import Unsaved, ask_unsaved
from ui.dialogs import save_path
from ui.editor.feature import Feature
from ui.editor.sitting_strip import Choice, SittingStrip

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_ASIDE = (
    "这篇稿件没有存上的文字已另外加密记着，数据文件夹恢复正常后会自动存上，下次启动也会提出恢复。"
)
_ONLY_HERE = "文字现在只在这个窗口里，请不要关机；可以先“另存为文字文件”。"


class Failing(Feature):
    """Says so above the text, tries again by itself, and lets the text be written elsewhere."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.strip = SittingStrip("banner")
        page.middle.strips.addWidget(self.strip)
        page.autosave.failed.connect(lambda _sentence: self._on_failed())  # the banner has it
        page.autosave.saved.connect(lambda *_saved: self._on_saved())
        page.autosave.kept_beside.connect(lambda _refusal: self._on_saved())

    @override
    def may_close(self) -> bool:
        if self.page.autosave.is_kept:
            return True
        choice = ask_unsaved(self.page.window(), f"“{self._title}”的文字没有存上。{self._where}")
        if choice is Unsaved.WRITE:
            return self.write()
        return choice is Unsaved.LEAVE

    def write(self) -> bool:
        """Write the text where the clerk wants it; False when that was not done."""
        path = save_path(self.page, self._title or "未保存的文字", ".txt", "文字文件")
        if path is None:
            return False
        return self.write_to(path)

    def write_to(self, path: Path) -> bool:
        """Write the text as it is now to a file."""
        body = self.page.middle.text.reading().body
        try:
            path.write_text(as_text(self._title, body), encoding="utf-8-sig")
        except OSError as error:
            self.page.session.messages.error(sentence_of(error))
            return False
        self.page.session.messages.note(f"已另存 {path.name}")
        return True

    @property
    def _title(self) -> str:
        return self.page.middle.title.title

    @property
    def _where(self) -> str:
        return _ASIDE if self.page.autosave.is_aside else _ONLY_HERE

    def _on_failed(self) -> None:
        again = Choice("再存一次", "马上再试（Ctrl+S）", self.page.autosave.flush)
        self.strip.say(
            f"▲ 文字没有存上。{self._where}",
            [Choice("另存为文字文件", "把现在的文字写成 .txt，放到别的磁盘上", self.write), again],
        )

    def _on_saved(self) -> None:
        if not self.strip.isHidden():
            self.strip.say("")
            self.page.session.messages.banner.hide()
            self.page.session.messages.note("又能保存了，文字已全部存上")


def as_text(title: str, body: Body) -> str:
    """A text for a plain file: a paragraph a line, a table's cells divided by tabs."""
    lines = [title, ""]
    for block in body.blocks:
        match block:
            case Paragraph():
                lines.append(block.text)
            case Table():
                lines += [block.caption] * bool(block.caption)
                lines += ["\t".join(row) for row in block.rows]
            case Picture():
                lines.append(f"［图：{block.caption or '无题'}］")
    return "\n".join(lines) + "\n"
