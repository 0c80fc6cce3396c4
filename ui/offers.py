"""What pages can do that Ctrl+K offers: their buttons and lines of menus, by their words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QTabWidget, QWidget


@dataclass(frozen=True, slots=True)
class Offer:
    """An action; ``text`` says it where the page is not on show, ``tab`` is where it lies there."""

    page: str
    words: str
    text: str
    tab: str | None = None

    def act_in(self, page: QWidget) -> Callable[[], object] | None:
        """What does it on its page, if it can be done now."""
        buttons: Iterable[QAbstractButton] = _children(page, QAbstractButton)
        lines: Iterable[QAction] = _children(page, QAction)
        for button in buttons:
            if button.text() == self.words and button.isEnabled():
                return partial(_click, button)
        for line in lines:
            if line.text().split("\t")[0] == self.words and line.isEnabled():
                return line.trigger
        return None


def words_in(page: QWidget) -> set[str]:
    """The words of everything a page can do, now or at other times."""
    lines = {line.text().split("\t")[0] for line in _children(page, QAction)}
    return lines | {button.text() for button in _children(page, QAbstractButton)}


def _children(page: QWidget, kind: type[Any]) -> Any:  # noqa: ANN401 - a list, unknown to its stub
    return page.findChildren(kind)


def _click(button: QAbstractButton) -> None:
    """Bring the tabs a button lies in to the front, then press it."""
    inner: QWidget = button
    while (outer := inner.parentWidget()) is not None:
        if isinstance(outer, QTabWidget):
            for at in range(outer.count()):
                if outer.widget(at).isAncestorOf(button):
                    outer.setCurrentIndex(at)
        inner = outer
    button.click()


OFFERS = (
    Offer("today", "打印清单", "今日办理清单：打印今天到期的"),
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
    Offer("issue", "复制全文", "复制本期全文"),
    Offer("issue", "小册子 PDF…", "本期存为小册子 PDF"),
    Offer("issue", "放得下的稿件", "本期还放得下的稿件"),
    Offer("issue", "期头期尾", "期头期尾：编者按、批示、发送范围"),
    Offer("issue", "全期替换", "在本期各篇里替换文字"),
    Offer("issue", "期号与空号", "期号与空号"),
    Offer("issue", "份号登记", "份号登记"),
    Offer("issue", "打印发送登记表", "打印本期的发送登记表"),
    Offer("issue", "打印采用反馈单", "打印本期的采用反馈单"),
    Offer("issue", "更正本期", "更正印发的一期"),
    Offer("issue", "撤销本期", "撤销印发的一期"),
    Offer("archive", "登记利用", "登记往期的利用"),
    Offer("archive", "导出年度归档…", "导出年度归档文件夹"),
    Offer("tasks", "新约稿", "新约稿：写约稿通知，发给单位", "约稿"),
    Offer("tasks", "登记结果", "登记约稿结果，记入台账", "约稿"),
    Offer("tasks", "通知单", "打印选中约稿的通知单", "约稿"),
    Offer("tasks", "复制文字", "复制选中约稿的通知文字，贴到工作群", "约稿"),
    Offer("tasks", "照这份再发", "照选中的约稿再发一份", "约稿"),
    Offer("tasks", "上级约稿", "上级约稿：登记、分给单位", "约稿"),
    Offer("tasks", "催报清单", "催报清单：逐家打电话催约稿", "约稿"),
    Offer("tasks", "完成情况", "约稿完成情况：按单位、按约稿", "约稿"),
    Offer("tasks", "约稿办法……", "约稿办法：编号、默认时限、联系人、回执", "约稿"),
    Offer("tasks", "记选题", "记选题：一行一条，写一行按 Enter", "选题池"),
    Offer("tasks", "加入要点……", "把选中的选题加进一期要点", "选题池"),
    Offer("tasks", "选题设置……", "选题设置：来源、会商日、要点几时印发", "选题"),
    Offer("tasks", "加节点", "可预见日历：加一个本地的节点", "可预见日历"),
    Offer("tasks", "全年", "可预见日历：看全年十二个月", "可预见日历"),
    Offer("tasks", "拟要点", "拟一个月或季度的信息报送要点", "信息要点"),
    Offer("tasks", "覆盖情况", "要点覆盖情况：哪条没有来稿、哪家没有动静", "信息要点"),
    Offer("tasks", "打印要点", "打印选中的要点（红头通知）", "信息要点"),
    Offer("tasks", "复制群文", "复制要点，粘贴到工作群", "信息要点"),
    Offer("tasks", "记会商", "记一次信息工作会商的纪要", "会商纪要"),
    Offer("tasks", "打印纪要", "打印选中的会商纪要", "会商纪要"),
    Offer("tasks", "登记紧急信息", "登记紧急信息（F10）", "紧急"),
    Offer("tasks", "紧急信息统计", "紧急信息统计：按类别、等级、单位、月份", "紧急"),
    Offer("tasks", "紧急报送规则", "紧急报送规则：时限、类别要素、范围和标准", "紧急"),
    Offer("tasks", "登记上报", "上报：报给上级刊物", "上报"),
    Offer("tasks", "录入结果", "录入上报结果：采用、未采用", "上报"),
    Offer("tasks", "导入采用结果", "导入上级采用通报，与上报的对上", "上报"),
    Offer("tasks", "采用率", "上报采用率：按刊物、类型、选题、单位、标题", "上报"),
    Offer("tasks", "登记批示", "登记领导批示，当时交办", "批示"),
    Offer("tasks", "批示统计、月报、年度汇编……", "批示统计、批示月报、年度批示汇编", "批示"),
    Offer("tasks", "打印批示催办单", "打印批示催办单：谁还没有反馈", "批示"),
    Offer("tasks", "批示办理规则……", "批示办理规则：交办、反馈时限，领导名单", "批示"),
    Offer("scores", "考核一览和得分明细（Excel）", "考核一览和得分明细存为 Excel", "考核一览"),
    Offer("scores", "开始放映", "会议模式：全屏放映考核的图和表"),
    Offer("scores", "选哪几页……", "会议模式：选哪几页、什么次序"),
    Offer("scores", "会议材料", "会议材料：通报、图表、统计表、函件、投影一次写进一个文件夹"),
    Offer("scores", "评先办法……", "评先办法：等次、名额和条件", "评先"),
    Offer("scores", "存讲稿……", "会议讲稿和依据存为 PDF"),
    Offer("scores", "登记事项", "登记得分事项：批示、约稿、紧急、差错、调整", "登记事项"),
    Offer("scores", "重新对账", "对账：刊物、来稿、导入和得分台账", "对账"),
    Offer("scores", "本办任务……", "上级下达给本办公室的任务", "进度"),
    Offer("registry", "报送指导单……", "给各单位的信息报送指导单"),
    Offer("registry", "约稿通知单……", "给选中的单位写约稿通知单"),
    Offer("registry", "录入放假安排…", "录入一年的放假安排：粘贴放假通知", "时限与日历"),
    Offer("settings", "立即备份", "立即备份", "备份与恢复"),
    Offer("settings", "检查数据", "检查数据", "备份与恢复"),
    Offer("settings", "第一步：写交接包…", "写交接包", "交接"),
    Offer("settings", "看交接书…", "交接书：看、打印、导出", "交接"),
)
PAPERS = ("图表", "统计表", "通报", "函件", "评先")  # the tabs of 考核 where papers are made
