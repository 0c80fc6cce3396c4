"""The one file of a backup (.infodesk): a stored ZIP with a manifest of every member's SHA-256.

Nothing is compressed: the store's pages are encrypted, and a member that grows when it is taken
out cannot be.
"""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo, is_zipfile

from desk.backups.backup import Reason
from desk.errors import NotReadableError
from desk.jobs import Job, Progress
from desk.office_clock import is_moment
from desk.steady import Steady

STORE, KEY = "desk.db", "desk.key"
FILES = ("settings.toml", "window.ini")
FOLDERS = ("templates", "fonts")
_MANIFEST = "manifest.json"
_FORMAT = 1
_CHUNK = 1 << 20  # with 4 MB the window was up to 125 ms late, and it took longer
_LONGEST_MANIFEST = 4 << 20  # bytes
_LONGEST_KEY = 1 << 16
_MOST_MEMBERS = 20_000
_HIGHEST = 1 << 53  # no store counts so far; what claims to would spoil the count for ever
_EPOCH = (1980, 1, 1, 0, 0, 0)

Opening = Callable[[], IO[bytes]]


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a package."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds, in figures that two copies of it share."""

    schema: int
    counts: Mapping[str, int]  # records by table
    ledger: str  # a digest of every month's and unit's facts
    pages: str  # a digest of the frozen files of all released issues
    audit: tuple[int, str]  # the trail's length and digest


@dataclass(frozen=True, slots=True)
class Label:
    """When, why and by which version of the program a package was written."""

    taken: datetime
    reason: Reason
    program: str
    is_locked: bool  # its key is wrapped by the office's password
    number: int = 0  # see Backup


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package tells of itself."""

    label: Label
    contents: Contents
    members: Mapping[str, Member]


_UNREADABLE = (
    *(BadZipFile, EOFError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    RecursionError,
)


def is_package(path: Path) -> bool:
    """Whether a file is a ZIP, which a package is as long as it is not sealed."""
    return is_zipfile(path)


def gathered(data: Path) -> list[tuple[str, Path]]:
    """The files beside the store that belong to the office, by their names in a package."""
    found = [(name, data / name) for name in FILES if (data / name).is_file()]
    for folder in FOLDERS:
        files = (path for path in sorted((data / folder).rglob("*")) if path.is_file())
        found += [(path.relative_to(data).as_posix(), path) for path in files]
    return found


def pack(
    target: Path, files: Sequence[tuple[str, Path]], label: Label, contents: Contents
) -> Job[Manifest]:
    """Write a package and bring it to the disk; the hashes are those of the bytes written."""
    total = sum(path.stat().st_size for _name, path in files)
    sources: list[tuple[str, Opening]] = [(name, partial(_reading, path)) for name, path in files]
    return (yield from _packed(target, sources, Manifest(label, contents, {}), total))


def with_key(package: Path, target: Path, key: str) -> Job[Manifest]:
    """Write a package anew with its store's key wrapped, as the text of a key file has it.

    Raises NotReadableError for one that is not whole.
    """
    with _opened(package) as archive:
        former = _manifest(archive, package)
        names = [name for name in former.members if name != KEY]
        sources: list[tuple[str, Opening]] = [(one, partial(archive.open, one)) for one in names]
        sources.insert(1, (KEY, partial(BytesIO, key.encode())))
        label = replace(former.label, is_locked=True)
        total = sum(one.size for one in former.members.values())
        try:
            made = yield from _packed(target, sources, replace(former, label=label), total)
        except (BadZipFile, EOFError) as error:
            raise _damaged(package, "它读不完整") from error
    if any(made.members[name] != former.members[name] for name in names):
        raise _damaged(package, "它与清单上的校验值不符")
    return made


def key_of(package: Path) -> str:
    """The text of the key file in a package. Raises NotReadableError."""
    with _opened(package) as archive:
        if _manifest(archive, package).members[KEY].size > _LONGEST_KEY:
            raise _damaged(package, "里面的密钥文件不是本软件写的")
        try:
            return archive.read(KEY).decode("utf-8", "replace")
        except (BadZipFile, EOFError) as error:
            raise _damaged(package, "里面的密钥文件读不完整") from error


def _reading(path: Path) -> IO[bytes]:
    return path.open("rb")


def _packed(
    target: Path, sources: Sequence[tuple[str, Opening]], told: Manifest, total: int
) -> Job[Manifest]:
    members, done = dict[str, Member](), 0
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)  # has the key
    with os.fdopen(handle, "wb") as file:
        steady = Steady(file)
        with ZipFile(file, "w", ZIP_STORED) as archive:
            for name, opening in sources:
                sink = archive.open(_entry(name), "w", force_zip64=True)
                with opening() as source, sink:
                    digest, size = hashlib.sha256(), 0
                    while chunk := source.read(_CHUNK):
                        digest.update(chunk)
                        sink.write(chunk)
                        steady.wrote(len(chunk))
                        size += len(chunk)
                        yield Progress(done + size, total, "正在写备份")
                members[name] = Member(size, digest.hexdigest())
                done += size
            manifest = replace(told, members=members)
            archive.writestr(_entry(_MANIFEST), _to_json(manifest))
        file.flush()
        os.fsync(file.fileno())
    return manifest


def read_manifest(package: Path) -> Manifest:
    """What a package tells of itself, checked against its list. Raises NotReadableError."""
    with _opened(package) as archive:
        return _manifest(archive, package)


def check(package: Path, text: str = "正在核对备份") -> Job[Manifest]:
    """Read every member and compare its hash. Raises NotReadableError."""
    with _opened(package) as archive:
        manifest = _manifest(archive, package)
        yield from _read_all(archive, manifest, package, None, text)
    return manifest


def unpack(package: Path, folder: Path) -> Job[Manifest]:
    """Take every member out into an empty folder, hashes compared, on the disk at the end."""
    with _opened(package) as archive:
        manifest = _manifest(archive, package)
        yield from _read_all(archive, manifest, package, folder, "正在取出备份")
    return manifest


def _read_all(
    archive: ZipFile, manifest: Manifest, package: Path, folder: Path | None, text: str
) -> Job[None]:
    total = sum(one.size for one in manifest.members.values())
    done = 0
    for name, member in manifest.members.items():
        for step in _read(archive, name, member, package, folder):
            done += step
            yield Progress(done, total, text)


def _read(
    archive: ZipFile, name: str, member: Member, package: Path, folder: Path | None
) -> Iterator[int]:
    """Read one member, and write it where a folder is given; yields the bytes of each step."""
    digest, sink = hashlib.sha256(), None if folder is None else _sink(folder, name)
    steady = Steady(sink) if sink else None
    try:
        with archive.open(name) as source:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                if sink and steady:
                    sink.write(chunk)
                    steady.wrote(len(chunk))
                yield len(chunk)
        if sink:
            sink.flush()
            os.fsync(sink.fileno())
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged(package, f"里面的“{name}”读不完整") from error
    finally:
        if sink:
            sink.close()
    if digest.hexdigest() != member.sha256:
        raise _damaged(package, f"里面的“{name}”与清单上的校验值不符")


def _sink(folder: Path, name: str) -> IO[bytes]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = 0o600 if name == KEY else 0o644
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode), "wb")


def _opened(package: Path) -> ZipFile:
    try:
        return ZipFile(package)
    except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:  # a place before the start
            raise
        raise _damaged(package, "它不是备份，或者没有复制完整") from error


def _manifest(archive: ZipFile, package: Path) -> Manifest:
    """Read the manifest, and refuse an archive that is not exactly what it lists."""
    entries = archive.infolist()
    named = {one.filename: one for one in entries}
    if len(entries) > _MOST_MEMBERS or len(named) != len(entries):
        raise _damaged(package, "它不是本软件写的备份")
    own = named.pop(_MANIFEST, None)
    if own is None or own.file_size > _LONGEST_MANIFEST or not _is_plain(own):
        raise _damaged(package, "里面没有清单，不是本软件写的备份")
    try:
        manifest = _from_json(archive.read(own))
    except _UNREADABLE as error:
        raise _damaged(package, "里面的清单读不出来") from error
    for name, member in manifest.members.items():
        entry = named.pop(name, None)
        if entry is None:
            raise _damaged(package, f"里面少了“{name}”")
        if not _is_ours(name) or not _is_plain(entry) or entry.file_size != member.size:
            raise _damaged(package, f"里面的“{name}”与清单不符")
    if named or not {STORE, KEY} <= manifest.members.keys():
        raise _damaged(package, "里面的文件与清单对不上")
    return manifest


def _is_plain(entry: ZipInfo) -> bool:
    """Whether a member is stored as it is: it cannot grow, and needs no password."""
    stored = entry.compress_type == ZIP_STORED and entry.compress_size == entry.file_size
    return stored and not entry.flag_bits & 1 and entry.header_offset >= 0


def _is_ours(name: str) -> bool:
    """Whether a name may be taken out: one of ours, and inside the folder on every system."""
    if name in {STORE, KEY, *FILES}:
        return True
    parts = PurePosixPath(name).parts
    inside = len(parts) > 1 and parts[0] in FOLDERS and "/".join(parts) == name
    return inside and not any(part == ".." or set(part) & set('\\:*?"<>|\0') for part in parts)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.external_attr = 0o600 << 16
    return entry


def _to_json(manifest: Manifest) -> str:
    value = {"format": _FORMAT, **asdict(manifest)}
    return json.dumps(value, ensure_ascii=False, indent=1, default=datetime.isoformat)


def _from_json(text: bytes) -> Manifest:
    value: dict[str, Any] = json.loads(text)
    if value["format"] > _FORMAT:
        raise NotReadableError(
            "这个备份是更新版本的软件写的，本软件读不了，现有数据没有改动。请安装新版本后再试。"
        )
    members = {
        str(name): Member(int(one["size"]), str(one["sha256"]))
        for name, one in value["members"].items()
    }
    return Manifest(_label(value["label"]), _contents(value["contents"]), members)


def _label(value: dict[str, Any]) -> Label:
    taken, reason = datetime.fromisoformat(value["taken"]), Reason(value["reason"])
    number = int(value.get("number", 0))
    if not is_moment(taken) or not 0 <= number < _HIGHEST:
        raise ValueError(number)
    return Label(taken, reason, str(value["program"]), bool(value["is_locked"]), number)


def _contents(value: dict[str, Any]) -> Contents:
    length, digest = value["audit"]
    counts = {str(name): int(count) for name, count in value["counts"].items()}
    figures = str(value["ledger"]), str(value["pages"])
    return Contents(int(value["schema"]), counts, *figures, (int(length), str(digest)))


def _damaged(package: Path, why: str) -> NotReadableError:
    return NotReadableError(f"“{package.name}”不能用：{why}。现有数据没有改动，请换一个备份再试。")


_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would turn line ends into others
