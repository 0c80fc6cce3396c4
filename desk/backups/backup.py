"""What a backup is, and what comes of writing, bringing back and rehearsing one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

SUFFIX = ".infodesk"


class Reason(StrEnum):
    """Why a backup was written."""

    CLOSING = "退出"
    DAILY = "每日"
    HOURLY = "每小时有改动"
    UPGRADE = "升级前"
    RESTORE = "恢复前"
    REKEY = "换密钥前"
    MANUAL = "手动"
    HANDOVER = "交接"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as its file tells of itself.

    A sealed one (with a password of its own) tells only its time and size until it is opened; one
    of a former version of the program (.db with .key) neither its reason nor what it holds.
    ``fault`` is a sentence on why it cannot be used, "" where nothing was found against it.
    """

    path: Path
    taken: datetime
    size: int  # bytes
    reason: Reason | None = None
    schema: int = 0
    program: str = ""
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)  # records by table
    audit: tuple[int, str] = (0, "")  # the audit trail's length and digest
    number: int = 0  # grows from one to the next, whatever the clock says; 0 where it does not tell
    is_sealed: bool = False  # opens only with the password it was written with
    is_locked: bool = False  # the key in it is wrapped by the office's password
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has put in place, and where the state it replaced is kept."""

    backup: Backup
    data: Path
    former: Path | None = None  # a backup, or a folder in quarantine/ when that was damaged


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that a rehearsal compared: as the backup says, as it came back."""

    what: str
    said: str
    found: str

    @property
    def is_equal(self) -> bool:
        """Whether both are the same."""
        return self.said == self.found


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A restore tried out: which backup, how it went, what was compared."""

    when: datetime
    backup: str  # the file's name
    seconds: float
    compared: tuple[Compared, ...] = ()
    fault: str = ""  # a sentence; "" when nothing came in between
    is_second: bool = False  # of the one on the second medium

    @property
    def is_good(self) -> bool:
        """Whether the backup can be used."""
        return not self.fault and bool(self.compared) and all(one.is_equal for one in self.compared)

    @property
    def words(self) -> str:
        """备份可用, or what is wrong with it."""
        if self.is_good:
            return f"备份可用：“{self.backup}”恢复并核对无误，用时 {self.seconds:.0f} 秒"
        if self.fault:
            return f"备份恢复演练没有通过：{self.fault}"
        wrong = "、".join(one.what for one in self.compared if not one.is_equal)
        return f"备份恢复演练没有通过：“{self.backup}”恢复后{wrong}对不上。请立即重新备份。"


@dataclass(frozen=True, slots=True)
class SecondMedium:
    """The second place for backups: where it is now, and when it was last there."""

    wanted: str  # as set: a folder, or 卷标：NAME
    folder: Path | None = None  # None while it is not there
    seen: datetime | None = None
    written: datetime | None = None  # when a backup was last written to it
    is_same_disk: bool = False  # as the data folder's: lost together with it


@dataclass(frozen=True, slots=True)
class Forecast:
    """How long there is room for the backups at the growth so far."""

    size: int  # bytes of the newest backup
    kept: int  # bytes of all
    free: int
    per_month: int  # bytes by which the newest grows
    months: int | None = None  # until there is no room; None when that is more than ten years away

    @property
    def words(self) -> str:
        """照现在的增长，约 14 个月后放不下, or that there is room."""
        if self.months is None:
            return "照现在的增长，十年内放得下"
        if self.months == 0:
            return "照现在的增长，不到一个月就放不下"
        return f"照现在的增长，约 {self.months} 个月后放不下"
