"""上手先看哪里: the chapters of the manual a new clerk needs first, and when."""

from dataclasses import dataclass

from desk.stat_table import Head, StatTable

_HEADS = (
    Head("什么时候", width=12),
    Head("做什么", width=42, left=True),
    Head("手册里看", width=36, left=True),
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something to learn; ``chapters`` are titles of the manual."""

    when: str
    what: str
    chapters: tuple[str, ...]


LESSONS = (
    Lesson("第一天", "打开今日，超时的先办", ("从这里开始", "今日")),
    Lesson("第一天", "收稿、查重、登记", ("来稿", "查重")),
    Lesson("第一天", "编辑、检查、送审", ("编辑", "审签")),
    Lesson("第一天", "编一期、印发、打印", ("编刊", "印发、更正、撤销", "打印和导出")),
    Lesson("第一周", "约稿、紧急信息、批示、上报", ("督办", "约稿", "紧急信息", "批示", "上报")),
    Lesson("第一周", "打电话核实、催报", ("核实与信息", "催报、应约稿件和完成情况")),
    Lesson("第一周", "试一次备份和恢复", ("备份与恢复",)),
    Lesson("每月", "结账、对账", ("结账", "对账")),
    Lesson("每月", "会商选题，印发要点", ("选题",)),
    Lesson("每季", "通报、图表、讲评会", ("通报", "图表", "会议模式", "会议材料")),
    Lesson("年末", "评先、稿酬、往期归档", ("评先", "稿酬", "往期")),
    Lesson(
        "年末", "下一年的目标、办法、放假安排", ("目标任务和机构沿革", "计分办法：怎样算", "资料")
    ),
)


def table() -> StatTable:
    """When to learn what, with where the manual tells it."""
    rows = tuple((one.when, one.what, "、".join(one.chapters)) for one in LESSONS)
    return StatTable("", _HEADS, rows)
