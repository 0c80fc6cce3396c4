"""What pages can do that Ctrl+K offers: each is a button of its page, named by its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QWidget


@dataclass(frozen=True, slots=True)
class Offer:
    """An action; ``text`` says it where the page is not on show."""

    page: str
    button: str
    text: str

    def button_in(self, page: QWidget) -> QAbstractButton | None:
        """The button on its page, if it can be pressed now."""
        found: Any = page.findChildren(QAbstractButton)  # a list, which its stub does not know
        buttons: Iterable[QAbstractButton] = found
        return next((one for one in buttons if one.text() == self.button and one.isEnabled()), None)


OFFERS = (
    Offer("inbox", "收稿", "收稿：选择文件"),
    Offer("inbox", "收文件夹", "收文件夹"),
    Offer("inbox", "登记", "登记纸质、电话来稿"),
    Offer("inbox", "粘贴", "粘贴为来稿"),
    Offer("inbox", "报送模板…", "保存给单位填写的报送模板"),
    Offer("duplicates", "再查一次", "再查一次重复"),
    Offer("approvals", "打印催批单", "打印催批单：谁手里有什么、等了多久"),
    Offer("approvals", "打印审签单", "打印选中稿件的审签单"),
    Offer("issue", "新一期", "新建一期"),
    Offer("issue", "存为 PDF", "本期存为 PDF"),
    Offer("issue", "存为 Word", "本期存为 Word"),
    Offer("scores", "导出 Excel", "得分导出 Excel"),
    Offer("scores", "存图", "完成情况图存图"),
    Offer("registry", "报送指导单……", "给各单位的信息报送指导单"),
    Offer("settings", "立即备份", "立即备份"),
    Offer("settings", "检查数据", "检查数据"),
)
