"""Archives (.zip) of any readable files. Nothing is unpacked to disk, so a name is only a name.

Bounds: 50 MB an entry and 200 MB in all, counted as they come out, whatever the archive says.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from desk.errors import NotReadableError
from desk.intake.bounds import MAX_UNPACKED
from desk.intake.document import Enclosed, ReadDocument
from desk.intake.finding import is_leftover
from desk.intake.format import Format
from desk.intake.preflight import MAX_FILE
from desk.intake.zipped import Kind, kind

_CHUNK = 1 << 20
_ENCRYPTED, _UTF8 = 0x1, 0x800
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error),
    *(NotImplementedError, RuntimeError, ValueError),
)


def unpack(data: bytes, name: str) -> Iterator[ReadDocument | Enclosed]:
    """Unpack one file after another; raises NotReadableError when there is nothing to unpack."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise NotReadableError(
            f"“{name}”是不完整或已损坏的压缩包。请让报送单位重新压缩后再发来。"
        ) from error
    with archive:
        entries = [(entry, path) for entry in archive.infolist() if (path := _path(entry))]
        _check(entries, name)
        left = MAX_UNPACKED
        for entry, path in entries:
            enclosed, size = _enclosed(archive, entry, path, left)
            left -= size
            if left <= 0:
                raise NotReadableError(
                    f"“{name}”解压后超过 {MAX_UNPACKED >> 20} MB，后面的没有读，可能是有害文件。"
                    "请先向报送单位核实，或者分成几份再导入。"
                )
            yield enclosed


def _check(entries: list[tuple[zipfile.ZipInfo, str]], name: str) -> None:
    """Refuse an archive without files, and one that needs a password for all of them."""
    if not entries:
        raise NotReadableError(f"“{name}”里没有文件。请让报送单位检查后重新发一份。")
    if all(entry.flag_bits & _ENCRYPTED for entry, _path in entries):
        raise NotReadableError(
            f"“{name}”读不了：压缩包有密码。请向报送单位要密码，解压后再导入里面的稿件。"
        )


def _path(entry: zipfile.ZipInfo) -> str:
    """The folders and name of a file; empty for what is none, or what no clerk meant."""
    raw = _UNPRINTABLE.sub("", _decoded(entry).replace("\\", "/"))
    steps = [step for step in PurePosixPath(raw).parts if step not in {"/", "."}]
    steps = [step for step in steps if not step.endswith(":")]  # a drive
    return "" if entry.is_dir() or not steps or is_leftover(steps) else "/".join(steps)


def _decoded(entry: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: without the UTF-8 flag Chinese systems write GBK."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    stated = _unicode_path(entry.extra)
    if stated:
        return stated
    raw = entry.orig_filename.encode("cp437", "replace")
    for code in ("utf-8", "gb18030"):
        try:
            return raw.decode(code)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _unicode_path(extra: bytes) -> str:
    """The UTF-8 name in an extra field; empty when there is none."""
    place = 0
    while place + 4 <= len(extra):
        field, size = struct.unpack_from("<HH", extra, place)
        if field == _UNICODE_PATH:
            return extra[place + 9 : place + 4 + size].decode("utf-8", "ignore")
        place += 4 + size
    return ""


def _enclosed(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, left: int
) -> tuple[Enclosed, int]:
    """One entry as a file to read, or why it is none; and the bytes that came out."""
    name = PurePosixPath(path).name
    if ".." in PurePosixPath(path).parts:
        said = f"“{path}”的路径指向压缩包外面，没有读入，可能是有害文件。请先向报送单位核实。"
        return Enclosed(name, b"", refusal=said), 0
    if entry.flag_bits & _ENCRYPTED:
        said = f"“{name}”读不了：它在压缩包里有密码。请向报送单位要密码，解压后再导入。"
        return Enclosed(path, b"", refusal=said), 0
    most = min(MAX_FILE, left)
    try:
        data = _stream(archive, entry, most)
    except _BROKEN:
        said = f"“{name}”在压缩包里已损坏，读不出来。请让报送单位重新压缩后再发来。"
        return Enclosed(path, b"", refusal=said), entry.compress_size
    if len(data) > most:
        said = (
            f"“{name}”解压后超过 {MAX_FILE >> 20} MB 的上限，没有读入。请压缩里面的图片后再导入。"
        )
        return Enclosed(path, b"", refusal=said), len(data)
    return Enclosed(path, data), len(data)


def _stream(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack an entry, stopping as soon as more than ``most`` bytes have come out."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while size <= most and (chunk := stream.read(_CHUNK)):
            size += len(chunk)
            chunks.append(chunk)
    return b"".join(chunks)


FORMAT = Format(
    label="压缩包",
    suffixes=(".zip",),
    accepts=lambda data: kind(data) in {Kind.ARCHIVE, Kind.BROKEN},
    unpack=unpack,
)
