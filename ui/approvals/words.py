"""What the 审签 page says."""

from desk.approval_queue import Queue

HELP = (
    "↑↓ 换篇　空格 往下看，看完勾上　Enter 同意　Ctrl+Enter 同意勾上的　O 写意见再同意　R 退回　"
    "C 催批　S 登记手签　P 审签单　H 转交　U 撤回　V 扫描件　E 编辑　Alt+1…7 换队列　Esc 返回"
)
NOT_FOUND = "这篇稿件不在送审中。请到“来稿”或“编辑”里看它现在的状态。"
EMPTY = {
    Queue.MINE: (
        "没有等你审的稿件。\n"
        "在“编辑”里按 Ctrl+Enter 送审，送到你这里的会列在这里；按 Alt+2 看全部待审。"
    ),
    Queue.ALL: "没有送审中的稿件。\n在“编辑”里改好一篇，按 Ctrl+Enter 送审。",
    Queue.CALLS: "没有等得太久的稿件，不用催。\n超过流程里写的时限（上班时间）的，会按人列在这里。",
    Queue.SENT: "你送审的稿件都审完了。",
    Queue.RETURNED: "没有退回修改的稿件。\n退回的改好以后，在“编辑”里再按 Ctrl+Enter 送审。",
    Queue.UNSIGNED: (
        "没有等着登记手签的审签单。\n选中稿件按 P 打印审签单，领导签字以后，在这里按 S 登记。"
    ),
    Queue.TODAY: "今天还没有审过稿件。",
}
