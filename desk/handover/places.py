"""东西放在哪里: the data, its backups, the folder drafts come in by, the password; never a key."""

from dataclasses import dataclass
from pathlib import Path

from desk.backups.backup import SecondMedium
from desk.office_clock import minute_words, office_time
from desk.paths import Paths
from desk.settings import Settings
from desk.stat_table import Head, StatTable
from desk.store import Store

_HEADS = (Head("东西", width=20, left=True), Head("在哪里", width=66, left=True))
_LINE = "＿＿＿＿＿＿＿＿"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is around the store."""

    data: Path
    watched: str
    second: SecondMedium | None
    kept: int
    newest: str
    has_password: bool


def surroundings(store: Store, paths: Paths, settings: Settings) -> Surroundings:
    """Look at this PC and its backups."""
    kept = store.backups.kept()
    newest = minute_words(kept[0].taken) if kept else ""
    return Surroundings(
        paths.data,
        settings.watch_folder,
        store.backups.second(),
        len(kept),
        newest,
        store.locks.has_password,
    )


def table(around: Surroundings) -> StatTable:
    """Where everything is; what only people know is left to be filled in."""
    backups = f"数据文件夹里的 backups，{around.kept} 份，最近一份 {around.newest}"
    second = around.second
    seen = f"，{office_time(second.seen):%Y-%m-%d} 见过" if second and second.seen else ""
    password = (
        f"已设口令，当面告知接交人并由接交人更换。恢复密钥的纸条由{_LINE}保管，放在{_LINE}"
        if around.has_password
        else "没有设口令，密钥文件和数据放在一起"
    )
    rows = (
        ("数据文件夹", str(around.data)),
        ("自动备份", backups if around.kept else "还没有备份"),
        ("第二介质", f"{second.wanted}{seen}" if second else "没有设，请尽快设"),
        ("收稿文件夹", around.watched or "没有设"),
        ("数据口令", password),
        ("纸质原稿、审签单", _LINE),
        ("批示原件、印制底稿", _LINE),
        ("印章、U盘、钥匙等", _LINE),
    )
    return StatTable("", _HEADS, rows)
