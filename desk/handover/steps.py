"""接手清单: what a clerk does who has just taken the desk over, and where each step is done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``page`` and ``target`` lead to its place."""

    key: str
    words: str
    why: str
    page: str
    target: str = ""


_OFFICE = ("settings", "办公室")
STEPS = (
    Step("book", "读交接书和移交人的话", "未办事项、常规工作、联系人都在里面", "settings", "交接"),
    Step("name", "把经办人改成自己", "操作记录从此记在你的名下", *_OFFICE),
    Step("people", "核对人员和 PIN", "离任的停用，自己的重新设", "registry", "人员"),
    Step("password", "更换数据口令", "旧口令前任知道", "settings", "口令与锁定"),
    Step("backup", "接上第二介质，试做恢复演练", "恢复得回才算数", "settings", "备份与恢复"),
    Step("folder", "核对收稿文件夹", "换了电脑，位置往往不同", *_OFFICE),
    Step("tasks", "把今日的事项过一遍", "超时的先办，拿不准的问移交人", "today"),
    Step("units", "给各单位信息员打一轮电话", "报上姓名电话，核对通讯录", "registry", "单位"),
)
