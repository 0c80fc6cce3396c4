"""Font files that the office has set for a face: copies in a folder of the data folder.

The folder in use is a state of the process: ``use`` says once, at the start, where it lies.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import DeskError
from desk.whole_file import write_whole

if TYPE_CHECKING:
    from desk.layout.fonts import Face

SUFFIXES = (".ttf", ".otf", ".ttc")
_RECORD = "chosen.json"
_BASICS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而"
    "方后多定行学法所民得经信息报送县区乡镇办公室，。、；：？！“”（）《》—…0123456789%"
)
_NOT_EMBEDDABLE, _BITMAPS_ONLY = 0x0002, 0x0200  # fsType of OS/2
_LARGEST = 100_000_000  # bytes


@dataclass(frozen=True, slots=True)
class OwnFont:
    """The file set for a face, and its name before it was copied."""

    path: Path
    name: str


@dataclass(slots=True)
class _Folder:
    path: Path | None = None


_IN_USE = _Folder()


def use(folder: Path | None) -> None:
    """Take the office's own files from a folder from now on; None takes none."""
    _IN_USE.path = folder


def in_use() -> tuple[Path | None, int]:
    """The folder, and a number that changes with what is set in it."""
    folder = _IN_USE.path
    try:
        return folder, (folder / _RECORD).stat().st_mtime_ns if folder else 0
    except OSError:
        return folder, 0


def own_fonts(folder: Path) -> Mapping[str, OwnFont]:
    """The files set in a folder by their faces; a record that can't be read sets none."""
    try:
        record = json.loads((folder / _RECORD).read_text("utf-8"))
        return {
            face: OwnFont(folder / Path(one["file"]).name, one["name"])
            for face, one in record.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def set_font(folder: Path, face: "Face", source: Path) -> None:
    """Copy a font file for a face; raises DeskError where it can't print official pages."""
    check_font(source)
    before = own_fonts(folder)
    try:
        data = source.read_bytes()
        target = folder / f"{face.name}-{sha256(data).hexdigest()[:8]}{source.suffix.lower()}"
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)
        put_back(folder, {**before, str(face): OwnFont(target, source.name)})
    except OSError as error:
        raise DeskError(
            f"字体文件“{source.name}”复制不到数据文件夹，请检查磁盘是否已满、文件夹是否可写。"
        ) from error
    # the last one stays for 撤销
    kept = {target.name, before[face].path.name} if face in before else {target.name}
    for old in folder.glob(f"{face.name}-*"):
        if old.name not in kept:
            old.unlink(missing_ok=True)


def unset_font(folder: Path, face: "Face") -> None:
    """Take the official or bundled file for a face again."""
    put_back(folder, {one: own for one, own in own_fonts(folder).items() if one != face})


def put_back(folder: Path, chosen: Mapping[str, OwnFont]) -> None:
    """Let a folder's files be set as they were."""
    record = {str(face): {"file": one.path.name, "name": one.name} for face, one in chosen.items()}
    write_whole(folder / _RECORD, json.dumps(record, ensure_ascii=False).encode())


def check_font(path: Path) -> None:
    """Raise DeskError where a file is no font, lacks Chinese, or may not go into a PDF."""
    if path.suffix.lower() not in SUFFIXES:
        raise DeskError(f"“{path.name}”不是字体文件，请选.ttf、.otf或.ttc文件。")
    try:
        size = path.stat().st_size
    except OSError as error:
        raise DeskError(f"字体文件“{path.name}”打不开，请检查它还在不在。") from error
    if size > _LARGEST:
        raise DeskError(f"字体文件“{path.name}”超过100兆，请换一个。")
    try:
        fault = _fault(path)
    except Exception as error:
        raise DeskError(f"“{path.name}”已损坏或不是字体文件，请换一个。") from error
    if fault:
        raise DeskError(f"字体“{path.name}”{fault}，请换一个。")


def _fault(path: Path) -> str:
    """What keeps a readable font from official pages; "" where nothing does."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, loaded on use

    with path.open("rb") as file, TTFont(file, fontNumber=0, lazy=True) as font:
        glyphs = font.getBestCmap()
        lacking = "".join(char for char in _BASICS if ord(char) not in glyphs)
        rights = font["OS/2"].fsType if "OS/2" in font else 0
        _ = font["hmtx"].metrics, font["head"].unitsPerEm
        if lacking:
            return f"缺少常用字（{lacking[:8]}…），印不了公文"
        if not {"glyf", "CFF ", "CFF2"} & set(font.keys()):
            return "只有点阵，没有轮廓"
        if rights & 0x000F == _NOT_EMBEDDABLE or rights & _BITMAPS_ONLY:
            return "不允许嵌入文件，印不进PDF"
    return ""
