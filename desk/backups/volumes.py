"""The second medium: a folder, or a disk that comes and goes, known by its label."""

import ctypes
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

LABEL = "卷标："  # before a volume's label in the settings
FOLDER = "信息编报台备份"  # made on a volume that is known by its label
_MOUNTS = Path("/proc/self/mounts")
_LABELS = Path("/dev/disk/by-label")
_PLACES = ("/media/", "/run/media/", "/mnt/")
_REMOVABLE, _FIXED = 2, 3  # of GetDriveTypeW
_NAME_CHARACTERS = 261


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted disk that may carry backups."""

    label: str  # "" where it has none
    root: Path


def place_of(medium: str, volumes: Iterable[Volume]) -> Path | None:
    """Where backups go on a medium as it is set; None while it is not there.

    A folder's own last part may be missing, its parent may not: the mount point of a disk that was
    pulled out is often still there, and what is written there would fill the wrong disk.
    """
    if not medium.startswith(LABEL):
        folder = Path(medium)
        return folder if medium and folder.is_absolute() and folder.parent.is_dir() else None
    wanted = medium.removeprefix(LABEL).strip()
    roots = [one.root for one in volumes if wanted and one.label == wanted]
    return roots[0] / FOLDER if len(roots) == 1 else None


def is_same_disk(one: Path, other: Path) -> bool:
    """Whether two places are lost together, as far as the system tells."""
    first, second = _nearest(one), _nearest(other)
    return first.stat().st_dev == second.stat().st_dev


def mounted() -> list[Volume]:
    """The disks of this PC that may carry backups."""
    if sys.platform == "win32":
        return _drives()
    return linux_volumes(_mount_lines(), _labels())


def linux_volumes(mounts: Iterable[str], labels: dict[str, str]) -> list[Volume]:
    """Volumes from the lines of /proc/self/mounts and labels by device."""
    return list(_linux(mounts, labels))


def _linux(mounts: Iterable[str], labels: dict[str, str]) -> Iterable[Volume]:
    for line in mounts:
        device, point, *_rest = [*line.split(), "", ""]
        root = _unescaped(point)
        if root.startswith(_PLACES):
            yield Volume(labels.get(os.path.realpath(device), Path(root).name), Path(root))


def _mount_lines() -> Sequence[str]:
    try:
        return _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []


def _labels() -> dict[str, str]:
    """Labels by the device they are of."""
    if not _LABELS.is_dir():
        return {}
    return {os.path.realpath(link): _unescaped(link.name) for link in _LABELS.iterdir()}


def _unescaped(text: str) -> str:
    r"""Mount points escape a blank as \040, labels as \x20, byte for byte of UTF-8."""
    raw = text.encode("utf-8", "surrogateescape").decode("latin-1")
    if "\\" in raw:
        raw = raw.encode("latin-1").decode("unicode_escape")
    return raw.encode("latin-1", "replace").decode("utf-8", "replace")


def _nearest(path: Path) -> Path:
    """The path itself, or the nearest folder above it that is there."""
    return next(one for one in (path, *path.absolute().parents) if one.exists())


def _drives() -> list[Volume]:
    """Windows' drive letters with their labels; not tried on a real one here."""
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # Windows only
    found = []
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        root = f"{letter}:\\"
        if kernel.GetDriveTypeW(root) not in {_REMOVABLE, _FIXED}:
            continue
        label = ctypes.create_unicode_buffer(_NAME_CHARACTERS)
        told = kernel.GetVolumeInformationW(
            root, label, _NAME_CHARACTERS, None, None, None, None, 0
        )
        if told:
            found.append(Volume(label.value, Path(root)))
    return found
