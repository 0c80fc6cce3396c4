"""Settings: what the office decides once, kept as TOML in the data folder."""

import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import tomli_w

from desk.drafts import Secrecy
from desk.errors import DeskError
from desk.whole_file import write_whole


@dataclass(frozen=True, slots=True)
class Settings:
    """The office, the people named in the 报尾， and how the window looks."""

    office: str = ""
    clerk: str = "信息员"
    editor: str = ""
    reviewer: str = ""
    signer: str = ""
    mark: str = "内部资料 注意保存"
    ceiling: Secrecy = Secrecy.INTERNAL
    scale: int = 100  # percent, 100–175
    watch_folder: str = ""  # drafts put there are taken in by themselves; none when empty
    watch_seconds: int = 30  # between two looks at it
    lock_minutes: int = 10  # without a key or a move of the mouse; 0 for never
    clears_clipboard: bool = True  # of what was copied here, on locking and on closing
    keep_hours: int = 12  # backups kept: the last one of each of so many hours, days …
    keep_days: int = 14
    keep_weeks: int = 8
    keep_months: int = 12
    keep_years: int = 10
    hourly: bool = True  # back up each hour in which something was changed, not only each day
    second_medium: str = ""  # a folder, or "卷标：NAME" for a disk that comes and goes
    blocks_capture: bool = False  # keep the windows out of screenshots, where the system can
    marks_copies: bool = True  # a watermark on copies of an issue with a grade or numbers
    watermark: str = ""  # its words; "" takes the grade
    second_days: int = 7  # after so many without the second medium a warning


SCALES = (100, 115, 130, 150, 175)
WATCH_SECONDS = (10, 3600)  # the shortest and the longest pause
LOCK_MINUTES = (0, 1, 3, 5, 10, 15, 30, 60)
MOST_KEPT = 366  # of one class of backups


def load(path: Path) -> Settings:
    """Read the settings; a missing file gives the defaults. Raises DeskError on a bad one."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DeskError(
            f"设置文件读不出来：{path}。请把它移走或改名，程序会用默认设置重新开始。"
        ) from error
    return _checked(data, path)


def load_or_default(path: Path) -> Settings:
    """``load`` for those who must go on; what is wrong is told where the window reads them."""
    try:
        return load(path)
    except DeskError:
        return Settings()


def _checked(data: dict[str, object], path: Path) -> Settings:
    known = {field.name: type(getattr(Settings(), field.name)) for field in fields(Settings)}
    try:
        values = {name: known[name](value) for name, value in data.items() if name in known}
        settings = replace(Settings(), **values)
    except (TypeError, ValueError, OverflowError) as error:
        raise DeskError(f"设置文件里有写错的值：{path}。请改正或移走它（{error}）。") from error
    nearest = min(SCALES, key=lambda scale: abs(scale - settings.scale))
    shortest, longest = WATCH_SECONDS
    pause = min(max(settings.watch_seconds, shortest), longest)
    kept = {
        name: min(max(getattr(settings, name), 1), MOST_KEPT)
        for name in ("keep_hours", "keep_days", "keep_weeks", "keep_months", "keep_years")
    }
    return replace(settings, scale=nearest, watch_seconds=pause, **kept)


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all. Raises DeskError when the folder refuses."""
    try:
        write_whole(path, tomli_w.dumps(asdict(settings)).encode())
    except OSError as error:
        raise DeskError(f"设置没有存上：{path} 写不进去。请检查磁盘空间和权限。") from error
