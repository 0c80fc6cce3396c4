"""What stands above a bulletin: which one it is, how far it is, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desk.bulletins.bulletin import Bulletin
from desk.office_clock import office_time
from ui import style
from ui.buttons import push_button
from ui.icons import icon


def state_words(bulletin: Bulletin) -> str:
    """How far a bulletin is: a shape and a word."""
    if not bulletin.is_final or bulletin.finished is None:
        return "○ 草稿"
    return f"● 定稿（{office_time(bulletin.finished):%Y-%m-%d}）"


class Head(QWidget):
    """One row of words and buttons; what the buttons do is said by the window."""

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.name, self.state = QLabel(), QLabel()
        self.saved, self.pages = QLabel(), QLabel()
        self.name.setObjectName("pageTitle")
        for one in (self.state, self.saved, self.pages):
            one.setObjectName("muted")
        self.undo = _tool("undo-2", "撤销（Ctrl+Z）")
        self.redo = _tool("redo-2", "重做（Ctrl+Y）")
        self.anew, self.files = _menu("重新生成"), _menu("导出")
        self.wording = push_button("模板……", "改本单位的通报写法（Ctrl+T）")
        self.former = push_button("以前的文字", "看以前的文字，恢复其中一版（Ctrl+H）")
        self.print_button = push_button("打印", "用系统打印窗口打印（Ctrl+P）")
        self.finish = push_button("定稿", "检查以后冻结这份通报，印出来的就是它（Ctrl+Enter）")
        self.finish.setObjectName("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(style.GAP))
        for label in (self.name, self.state, self.saved):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.pages)
        for button in (
            self.undo, self.redo, self.anew, self.wording, self.former, self.files,
            self.print_button, self.finish,
        ):  # fmt: skip
            row.addWidget(button)

    def show_bulletin(self, bulletin: Bulletin) -> None:
        """Show which bulletin it is, and offer what its state allows."""
        final = bulletin.is_final
        self.name.setText(f"{bulletin.stretch.name}通报")
        self.state.setText(state_words(bulletin))
        self.finish.setText("重新打开" if final else "定稿")
        self.finish.setToolTip(
            "写明理由，重新打开再改；原来的定稿留存" if final
            else "检查以后冻结这份通报，印出来的就是它（Ctrl+Enter）"
        )  # fmt: skip
        for button in (self.undo, self.redo, self.anew, self.wording):
            button.setEnabled(not final)
        if final:
            self.saved.clear()

    def say_saved(self, words: str) -> None:
        """Say whether the store has the text."""
        self.saved.setText(words)

    def say_pages(self, words: str) -> None:
        """Say how many pages there are."""
        self.pages.setText(words)

    def offer(self, button: QToolButton, words: str, act: Callable[[], object]) -> None:
        """Put a line into a button's menu."""
        menu = button.menu()
        assert menu is not None  # noqa: S101 - made with it
        menu.addAction(words, act)


def _menu(words: str) -> QToolButton:
    made = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setText(words)
    made.setObjectName("plain")
    made.setMenu(QMenu(made))
    return made


def _tool(name: str, tip: str) -> QToolButton:
    made = QToolButton(autoRaise=True)
    made.setToolTip(tip)
    made.setIcon(icon(name))
    made.setAccessibleName(tip)
    return made
