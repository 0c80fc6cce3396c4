"""Backups and kept-aside stores whose key lies open: written before the password was set."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Place(StrEnum):
    """Where a key lies open."""

    HERE = "本机的备份"
    SECOND = "第二介质上的备份"
    ASIDE = "恢复时换下的数据"


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A package with a plain key, or a plain key file beside what it opens."""

    path: Path
    place: Place
    is_ours: bool = True  # the key of this store; another one cannot be put under its password

    @property
    def is_removable(self) -> bool:
        """Whether a new backup can stand for it; what was set aside is kept."""
        return self.place is not Place.ASIDE


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of them."""

    locked: int = 0
    removed: int = 0
    left: int = 0  # of another key
    broken: int = 0  # damaged since they were written

    @property
    def words(self) -> str:
        """已给 3 份加上口令, and what was left."""
        told = [f"已给 {self.locked} 份旧的加上现在的口令"] if self.locked else []
        told += [f"已删除 {self.removed} 份旧备份"] if self.removed else []
        told += [f"{self.left} 份用的是另一把密钥，加不上，没有动"] if self.left else []
        told += [f"{self.broken} 份读不完整，没有动"] if self.broken else []
        return "；".join(told) or "没有要处理的"


def told(found: Sequence[OpenKey], *, second_is_away: bool) -> str:
    """How many there are and where, in one sentence; "" for none that are known."""
    away = "第二介质现在不在，上面的没有数进来。" if second_is_away else ""
    if not found:
        return ""
    counts = {place: sum(one.place is place for one in found) for place in Place}
    parts = "、".join(f"{place} {count} 份" for place, count in counts.items() if count)
    return f"{parts}，是设口令以前留下的，不用口令就能打开，谁拿到都能看。{away}"
