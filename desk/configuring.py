"""Use case: change the settings, with a record of who changed which of them."""

from dataclasses import fields
from pathlib import Path

from desk.auditing import By, note
from desk.settings import Settings, save
from desk.store import Store

NAMES = {
    "office": "单位全称",
    "clerk": "现在操作的人",
    "editor": "编辑",
    "reviewer": "审核",
    "signer": "签发",
    "mark": "内部资料标志",
    "ceiling": "本机密级上限",
    "scale": "界面大小",
    "watch_folder": "收稿文件夹",
    "watch_seconds": "查看收稿文件夹的间隔",
    "lock_minutes": "自动锁定",
    "clears_clipboard": "锁定时清空剪贴板",
    "keep_hours": "按小时保留的备份",
    "keep_days": "按日保留的备份",
    "keep_weeks": "按周保留的备份",
    "keep_months": "按月保留的备份",
    "keep_years": "按年保留的备份",
    "hourly": "每小时备份",
    "second_medium": "第二介质",
    "blocks_capture": "窗口不进截屏",
    "marks_copies": "有密级或份号的刊期加水印",
    "watermark": "水印文字",
    "second_days": "第二介质提醒天数",
}


def change_settings(store: Store, former: Settings, wanted: Settings, path: Path, by: By) -> None:
    """Write the settings to their file; what is as it was leaves no record."""
    told = "；".join(_differences(former, wanted))
    with store.begin() as work:
        if told:
            note(work, by, "修改设置", "settings", told)
        save(wanted, path)


def _differences(former: Settings, wanted: Settings) -> list[str]:
    pairs = [
        (NAMES[one.name], getattr(former, one.name), getattr(wanted, one.name))
        for one in fields(Settings)
    ]
    return [f"{name}：{_word(old)} → {_word(new)}" for name, old, new in pairs if old != new]


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value) or "（空）"
