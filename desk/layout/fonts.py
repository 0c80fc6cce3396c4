"""The five faces of an official page, found as files when first needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import DeskError
from desk.paths import RESOURCES

if TYPE_CHECKING:
    import typst


class Face(StrEnum):
    """A face by the office's own word for it."""

    FANG = "仿宋"
    KAI = "楷体"
    HEI = "黑体"
    SONG = "宋体"
    TITLE = "小标宋"


OFFICIAL: Mapping[Face, str] = {
    Face.FANG: "仿宋_GB2312",
    Face.KAI: "楷体_GB2312",
    Face.HEI: "黑体",
    Face.SONG: "宋体",
    Face.TITLE: "方正小标宋简体",
}

# Family names inside the installed files, the best first.
_INSTALLED: Mapping[Face, tuple[str, ...]] = {
    Face.FANG: ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋"),
    Face.KAI: ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体"),
    Face.HEI: ("SimHei", "黑体"),
    Face.SONG: ("SimSun", "宋体"),
    Face.TITLE: ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
}
_BUNDLED: Mapping[Face, str] = {
    Face.FANG: "FandolFang-Regular.otf",
    Face.KAI: "FandolKai-Regular.otf",
    Face.HEI: "FandolHei-Regular.otf",
    Face.SONG: "FandolSong-Regular.otf",
    Face.TITLE: "FandolSong-Bold.otf",
}
_FALLBACK = "NotoSerifSC-Regular.otf"
GETA = "〓"  # the printers' mark for a character that no face has


class Advances(dict[str, float]):
    """Character → width in em, read from a font file on first asking; 0 where it has no glyph."""

    def __init__(self, path: Path, index: int) -> None:
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, loaded on use

        with TTFont(path, fontNumber=index, lazy=True) as font:
            self._glyphs: dict[int, str] = font.getBestCmap()
            self._widths = font["hmtx"].metrics
            self._em: int = font["head"].unitsPerEm

    def __missing__(self, char: str) -> float:
        glyph = self._glyphs.get(ord(char))
        self[char] = width = self._widths[glyph][0] / self._em if glyph else 0.0
        return width


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face in a file, as Typst names it."""

    family: str
    weight: int
    path: Path
    advances: Advances = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Fonts:
    """The faces in use, the face for characters they lack, and Typst's own table of them."""

    faces: Mapping[Face, FontFile]
    fallback: FontFile
    typst: "typst.Fonts"

    def advance(self, face: Face, char: str) -> float:
        """The width in em of a character as it will be drawn."""
        own = self.faces[face].advances[char] or self.fallback.advances[char]
        return own or self.fallback.advances[GETA]

    def falls_back(self, face: Face, char: str) -> bool:
        """Whether the face itself lacks the character."""
        return not self.faces[face].advances[char]

    def missing_glyphs(self, text: str, face: Face = Face.FANG) -> tuple[str, str]:
        """Characters that no face has, and characters that the fallback face draws."""
        lacking = [char for char in dict.fromkeys(text) if self.falls_back(face, char)]
        nowhere = "".join(char for char in lacking if not self.fallback.advances[char])
        return nowhere, "".join(char for char in lacking if char not in nowhere)


@lru_cache(maxsize=1)
def bundled_fonts() -> Fonts:
    """The free faces that come with the program: equal pages on every machine."""
    table = _table(include_system=False)
    return resolve(table, table.fonts(), use_installed=False)


@lru_cache(maxsize=1)
def installed_fonts() -> Fonts:
    """The official faces where this machine has them, else the bundled ones."""
    table = _table(include_system=True)
    return resolve(table, table.fonts(), use_installed=True)


def resolve(
    table: "typst.Fonts", infos: "Iterable[typst.FontInfo]", *, use_installed: bool
) -> Fonts:
    """Choose a file for every face from Typst's list; raises DeskError where one is gone."""
    infos = list(infos)
    by_family = {info.family: info for info in infos if info.style == "normal"}
    by_file = {Path(info.path).name: info for info in infos if info.path}
    chosen: dict[Face, FontFile] = {}
    for face, file in _BUNDLED.items():
        names = _INSTALLED[face] if use_installed else ()
        found = next((by_family[name] for name in names if name in by_family), None)
        chosen[face] = _file(found or by_file.get(file), file)
    return Fonts(chosen, _file(by_file.get(_FALLBACK), _FALLBACK), table)


def _file(info: "typst.FontInfo | None", name: str) -> FontFile:
    if info is None or info.path is None:
        raise DeskError(f"字体文件“{name}”不在程序文件夹里，请重新安装程序。")
    path = Path(info.path)
    return FontFile(info.family, info.weight, path, Advances(path, info.index))


def _table(*, include_system: bool) -> "typst.Fonts":
    import typst  # noqa: PLC0415 - heavy, loaded on use

    spec = find_spec("pylopdf_fonts_zh_cn")
    folders = [RESOURCES / "fonts"]
    if spec is not None and spec.origin:
        folders.append(Path(spec.origin).parent)
    return typst.Fonts(
        include_system_fonts=include_system,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )
