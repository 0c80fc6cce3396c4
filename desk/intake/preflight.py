"""Check a .docx before anything parses it: bombs, entities, odd names, encryption.

Limits as measured in domain/platform.md section 5. Nothing is unpacked to disk.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from desk.errors import NotReadableError
from desk.intake import magic
from desk.intake.remarks import MACROS

MAX_FILE = 50 << 20
MAX_NAME = 200
_OLE_SUFFIXES = (".doc", ".wps", ".dot", ".wpt", ".msg")
_MAX_PARTS = 2_000
_MAX_PART = 64 << 20
_MAX_XML = 32 << 20
_MAX_TOTAL = 200 << 20
_MAX_RATIO = 200
_MAX_TAGS = 400_000
_RATIO_FROM = 1 << 20  # a small part may well shrink a thousandfold
_MAX_LINKS = 2 << 20  # a list of relations; it costs more than its length
CHUNK = 256 << 10  # small, so that a bomb is known before all of it is unpacked
_LONG_TAG, _MAX_ATTRIBUTES = 4_096, 400
_MAX_DEPTH = 2_000  # elements opened and not closed within a chunk
_ATTRIBUTE = re.compile(rb"=[\s\0]*[\"']")
_FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")
_XML = (".xml", ".rels")
_OTHER_PACKAGES = (
    ("xl/", "Excel 表格", "请把稿件文字放进 Word 文档，另存为 .docx，再重新导入"),
    ("ppt/", "PowerPoint 演示文稿", "请把稿件文字放进 Word 文档，另存为 .docx，再重新导入"),
    ("META-INF/manifest.xml", "OpenDocument 文档", "请用 WPS 打开后另存为 .docx，再重新导入"),
    ("Doc_", "OFD 版式文件", "请向报送单位要可编辑的 Word 稿"),
    ("OFD.xml", "OFD 版式文件", "请向报送单位要可编辑的 Word 稿"),
)
_SEND_AGAIN = "请让报送单位用 Word 或 WPS 重新保存一份再发来"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a checked .docx by name, and what the check noticed."""

    parts: dict[str, bytes]
    notes: tuple[str, ...]


def check_name(name: str) -> None:
    """Refuse a file name that the list and the store cannot show in full."""
    if len(name) > MAX_NAME:
        raise NotReadableError(
            f"“{name[:20]}…”的文件名有 {len(name)} 个字，太长了（最多 {MAX_NAME} 个字）。"
            "请把文件改成短一些的名字再导入。"
        )


def check_size(size: int, name: str) -> None:
    """Refuse an empty file and one above 50 MB."""
    if not size:
        raise NotReadableError(f"“{name}”是空文件（0 字节），没有内容。请让报送单位重新发一份。")
    if size > MAX_FILE:
        raise NotReadableError(
            f"“{name}”有 {size / (1 << 20):.0f} MB，超过 50 MB 的上限。请压缩里面的图片后再导入。"
        )


def inspect(data: bytes, name: str, folder: str = "word/") -> Package:
    """Check a .docx and unpack its parts; raises NotReadableError with the true reason.

    ``folder`` is where the package keeps its text: xl/ for a workbook.
    """
    check_size(len(data), name)
    if not data.startswith(magic.ZIP):
        raise _not_word(data, name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, name)
            parts = _unpack(archive, entries, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise NotReadableError(f"“{name}”不完整或已损坏，读不出来。{_SEND_AGAIN}。") from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        raise NotReadableError(f"“{name}”用了读不了的压缩方式。{_SEND_AGAIN}。") from error
    _check_holds(parts, folder, name)
    return Package(parts, tuple(_remarks(parts)))


def _not_word(data: bytes, name: str) -> NotReadableError:
    """Say what a file that is no zip really is."""
    known = magic.nature(data)
    if known and known[0].startswith("有打开密码"):
        return NotReadableError(f"“{name}”读不了：文件有打开密码。{known[1]}。")
    if known and data.startswith(magic.OLE) and name.lower().endswith(_OLE_SUFFIXES):
        return NotReadableError(f"“{name}”不完整或已损坏，读不出来。{_SEND_AGAIN}。")
    if known:
        return NotReadableError(f"“{name}”不是 Word 文档，而是{known[0]}。{known[1]}。")
    if data.startswith(b"PK"):
        return NotReadableError(f"“{name}”是空的或已损坏的压缩包。{_SEND_AGAIN}。")
    return NotReadableError(f"“{name}”不是 Word 文档，内容认不出来。{_SEND_AGAIN}。")


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Check what the archive says of itself before anything is unpacked."""
    if len(entries) > _MAX_PARTS:
        raise dangerous(name, f"里面有 {len(entries)} 个部件，远多于正常文档")
    seen: set[str] = set()
    for entry in entries:
        path = entry.filename.replace("\\", "/")
        if path.lower() in seen:
            raise dangerous(name, "里面有重名的部件")
        seen.add(path.lower())
        if not path or path.startswith("/") or ":" in path or ".." in PurePosixPath(path).parts:
            raise dangerous(name, "里面有指向文件夹外面的部件")
        if entry.flag_bits & 0x1:
            raise NotReadableError(f"“{name}”读不了：压缩包有密码。请去掉密码后另存，再重新导入。")
        _check_declared(entry, name)


def _check_declared(entry: zipfile.ZipInfo, name: str) -> None:
    """Refuse a part that says it is too big or shrinks too well."""
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > _MAX_PART:
        raise dangerous(name, "里面有一个部件解压后超过 64 MB")
    if entry.file_size > _RATIO_FROM and ratio > _MAX_RATIO:
        raise dangerous(name, "里面有一个部件解压后会膨胀几百倍")


def _unpack(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str
) -> dict[str, bytes]:
    """Stream every part, counting the bytes that really come out."""
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        if entry.is_dir():
            continue
        is_xml = entry.filename.lower().endswith(_XML)
        most = _MAX_XML if is_xml else _MAX_PART
        most = _MAX_LINKS if entry.filename.lower().endswith(".rels") else most
        limit = min(most, _MAX_TOTAL - total)
        part = _stream(archive, entry, limit, name, is_xml=is_xml)
        total += len(part)
        if is_xml:
            _check_xml(part, name)
        parts[entry.filename] = part
    return parts


def _stream(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int, name: str, *, is_xml: bool
) -> bytes:
    """Unpack one part, giving up as soon as it passes its limit."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > limit:
                raise dangerous(name, "解压后太大")
            if is_xml:
                check_chunk(chunk, name)
            chunks.append(chunk)
    return b"".join(chunks)


def check_chunk(chunk: bytes, name: str) -> None:
    """Refuse a tag of thousands of attributes, and thousands of elements in one another."""
    tags = chunk.count(b"<")
    if tags - 2 * chunk.count(b"</") - chunk.count(b"/>") > _MAX_DEPTH:
        raise dangerous(name, f"里面的标记一层套一层，超过 {_MAX_DEPTH} 层")
    if chunk.count(b"=") > _MAX_ATTRIBUTES and any(
        len(tag) > _LONG_TAG and len(_ATTRIBUTE.findall(tag)) > _MAX_ATTRIBUTES
        for tag in chunk.split(b"<")  # which stands in no attribute and no text
    ):
        raise dangerous(name, f"里面有一个标记带着 {_MAX_ATTRIBUTES} 个以上的属性")


def _check_xml(part: bytes, name: str) -> None:
    """Refuse what only an attack needs: entities, and hundreds of thousands of tags."""
    if len(part) > _MAX_TAGS and part.count(b"<") > _MAX_TAGS:
        raise dangerous(name, f"一个部件里的标记超过 {_MAX_TAGS // 10_000} 万个")
    codes = ("utf-16-le", "utf-16-be") if b"\0" in part[:4] else ("ascii",)
    if any(word.encode(code) in part for word in _FORBIDDEN for code in codes):
        raise dangerous(name, "里面有文档类型或实体声明，正常的 Word 文档不会有")


def _check_holds(parts: dict[str, bytes], folder: str, name: str) -> None:
    """Refuse a zip that is something else than the document it should be."""
    if any(part.startswith(folder) and part.endswith(".xml") for part in parts):
        return
    for prefix, what, advice in _OTHER_PACKAGES:
        if any(part.startswith(prefix) for part in parts):
            raise NotReadableError(f"“{name}”不是 Word 文档，而是{what}。{advice}。")
    if "[Content_Types].xml" in parts:
        raise NotReadableError(f"“{name}”里没有正文部件，可能已损坏。{_SEND_AGAIN}。")
    raise NotReadableError(f"“{name}”不是 Word 文档，而是 ZIP 压缩包。请先解压，再导入里面的稿件。")


def _remarks(parts: dict[str, bytes]) -> list[str]:
    """Note what is left out on purpose: macros and links that lead outside."""
    notes = []
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        notes.append(MACROS)
    rels = (part for name, part in parts.items() if name.endswith(".rels"))
    if any(_leads_outside(part) for part in rels):
        notes.append("文件里有指向外部的模板或对象，没有打开。")
    return notes


def _leads_outside(rels: bytes) -> bool:
    """Whether a part loads something from elsewhere; an ordinary hyperlink does not."""
    return any(
        b'TargetMode="External"' in relation and b"/hyperlink" not in relation
        for relation in rels.split(b"<Relationship ")
    )


def dangerous(name: str, why: str) -> NotReadableError:
    """The refusal of a file built to do harm, or broken like one."""
    return NotReadableError(
        f"“{name}”没有读入：{why}，可能是有害文件。请先向报送单位核实，让对方重新保存一份再发来。"
    )
