"""The five faces of an official page, found as files when first needed.

A face is the file that the office has set for it, else the official one on this machine, else a
free one that comes with the program. Others stand behind it for the characters that it lacks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desk.errors import DeskError
from desk.layout import own_fonts
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
_SANS = "NotoSansSC-Regular.otf"
_LIGHT = "InfoDeskLentSans-Light.otf"
# Installed families with the characters of GBK, for those that a face lacks; the best first.
_BEHIND: Mapping[Face, tuple[str, ...]] = {
    Face.FANG: ("FangSong", "Zhuque Fangsong (technical preview)", "Zhuque Fangsong"),
    Face.KAI: ("KaiTi", "LXGW WenKai", "AR PL UKai CN"),
    Face.HEI: ("SimHei", "Microsoft YaHei"),
    Face.SONG: ("SimSun",),
    Face.TITLE: ("方正小标宋_GBK",),
}
# The bundled faces that lend characters, as thick as the stand-in: 仿宋 and 楷体 have strokes of
# one thickness, as 黑体 has, only thinner. What is added around them is in em; a white stroke would
# thin them too, but a screen draws none thinner than a pixel, and names would vanish there.
_LENT: Mapping[Face, tuple[str, float]] = {
    Face.FANG: (_LIGHT, 0.0),
    Face.KAI: (_LIGHT, 0.0),
    Face.HEI: (_SANS, 0.0),
    Face.SONG: (_FALLBACK, 0.0),
    Face.TITLE: (_FALLBACK, 0.03),
}
FALLBACK = "fallback"  # the face for what no other draws
GETA = "〓"  # the printers' mark for a character that no face has


class Source(StrEnum):
    """Where a face's file comes from."""

    OWN = "自己设置"
    OFFICIAL = "本机字体"
    BUNDLED = "随程序"


class Advances(dict[str, float]):
    """Character → width in em, read from a font file on first asking; 0 where it has no glyph."""

    def __init__(self, path: Path, index: int) -> None:
        self._place = (path, index)

    @cached_property
    def _read(self) -> tuple[dict[int, str], Mapping[str, tuple[int, int]], int]:
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, loaded on use

        path, index = self._place
        with TTFont(path, fontNumber=index, lazy=True) as font:
            return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm

    def __missing__(self, char: str) -> float:
        glyphs, widths, em = self._read
        glyph = glyphs.get(ord(char))
        self[char] = width = widths[glyph][0] / em if glyph else 0.0
        return width


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face in a file, as Typst names it."""

    family: str
    weight: int
    path: Path
    advances: Advances = field(repr=False, compare=False)
    source: Source = Source.BUNDLED
    name: str = ""  # of the file as the office knows it
    stroke: float = 0.0  # added around its glyphs, in em


@dataclass(frozen=True, slots=True, eq=False)
class Fonts:
    """The faces in use, those behind them, the last fallback, and Typst's own table of all.

    ``troubles`` are sentences on files that were set and can't be used.
    """

    faces: Mapping[Face, FontFile]
    fallback: FontFile
    typst: "typst.Fonts"
    behind: Mapping[Face, tuple[FontFile, ...]] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()

    def advance(self, face: Face, char: str) -> float:
        """The width in em of a character as it will be drawn."""
        return self.drawn_by(face, char).advances[char] or self.fallback.advances[GETA]

    def drawn_by(self, face: Face, char: str) -> FontFile:
        """The file that draws a character: the face, one behind it, or the last fallback."""
        own = self.faces[face]
        if own.advances[char]:
            return own
        behind = (file for file in self.behind.get(face, ()) if file.advances[char])
        return next(behind, self.fallback)

    def falls_back(self, face: Face, char: str) -> bool:
        """Whether the face itself lacks the character."""
        return not self.faces[face].advances[char]

    def missing_glyphs(self, text: str, face: Face = Face.FANG) -> tuple[str, str]:
        """Characters that no face has, and characters that another face draws."""
        lacking = [char for char in dict.fromkeys(text) if self.falls_back(face, char)]
        nowhere = "".join(char for char in lacking if not self.drawn_by(face, char).advances[char])
        return nowhere, "".join(char for char in lacking if char not in nowhere)

    def key(self, face: Face, char: str) -> str:
        """The name of the file that draws a character, as in ``files``."""
        if self.faces[face].advances[char]:
            return str(face)
        behind = enumerate(self.behind.get(face, ()))
        return next((f"{face}{at}" for at, file in behind if file.advances[char]), FALLBACK)

    @property
    def files(self) -> dict[str, FontFile]:
        """Every file by the name that pages give it."""
        named = {str(face): file for face, file in self.faces.items()}
        for face, behind in self.behind.items():
            named |= {f"{face}{at}": file for at, file in enumerate(behind)}
        return named | {FALLBACK: self.fallback}


@lru_cache(maxsize=1)
def bundled_fonts() -> Fonts:
    """The free faces that come with the program: equal pages on every machine."""
    table = _table(include_system=False)
    return resolve(table, table.fonts(), use_installed=False)


def installed_fonts() -> Fonts:
    """The office's own files, else the official faces of this machine, else the bundled ones."""
    return _installed(*own_fonts.in_use())


@lru_cache(maxsize=1)
def _installed(folder: Path | None, _changed: int) -> Fonts:
    own = own_fonts.own_fonts(folder) if folder else {}
    table = _table(include_system=True, own=folder if own else None)
    return resolve(table, table.fonts(), use_installed=True, own=own)


def resolve(
    table: "typst.Fonts",
    infos: "Iterable[typst.FontInfo]",
    *,
    use_installed: bool,
    own: Mapping[str, own_fonts.OwnFont] = MappingProxyType({}),
) -> Fonts:
    """Choose a file for every face from Typst's list; raises DeskError where one is gone."""
    shelf = _Shelf([info for info in infos if info.path])
    faces: dict[Face, FontFile] = {}
    behind: dict[Face, tuple[FontFile, ...]] = {}
    troubles: list[str] = []
    for face, file in _BUNDLED.items():
        chosen = own.get(face)
        mine = shelf.own(chosen) if chosen else None
        if chosen and mine is None:
            troubles.append(f"给{face}设置的字体“{chosen.name}”打不开了，请在设置里重新选择。")
        first, later = (_INSTALLED[face], _BEHIND[face]) if use_installed else ((), ())
        official, others = (map(shelf.installed, names) for names in (first, later))
        found = filter(None, (mine, *official, shelf.bundled(file), *others))
        faces[face], *spare = {(one.path, one.family): one for one in found}.values()
        behind[face] = (*spare, shelf.lent(face))
    return Fonts(faces, shelf.bundled(_FALLBACK), table, behind, tuple(troubles))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Typst's list of fonts."""

    infos: "list[typst.FontInfo]"

    def own(self, own: own_fonts.OwnFont) -> FontFile | None:
        """The first font of the office's own file."""
        return next(
            (_file(one, Source.OWN, own.name) for one in self.infos if one.path == str(own.path)),
            None,
        )

    def installed(self, family: str) -> FontFile | None:
        """The upright face of a family on this machine."""
        fitting = (one for one in self.infos if one.family == family and one.style == "normal")
        found = next(fitting, None)
        return _file(found, Source.OFFICIAL) if found else None

    def lent(self, face: Face) -> FontFile:
        """The bundled file for what a face lacks."""
        name, stroke = _LENT[face]
        return replace(self.bundled(name), stroke=stroke)

    def bundled(self, name: str) -> FontFile:
        """A file that comes with the program."""
        found = next((one for one in self.infos if Path(one.path or "").name == name), None)
        if found is None:
            raise DeskError(f"字体文件“{name}”不在程序文件夹里，请重新安装程序。")
        return _file(found, Source.BUNDLED)


def _file(info: "typst.FontInfo", source: Source, name: str = "") -> FontFile:
    path = Path(info.path or "")
    advances = _advances(path, info.index)
    return FontFile(info.family, info.weight, path, advances, source, name or path.name)


@lru_cache(maxsize=64)
def _advances(path: Path, index: int) -> Advances:
    return Advances(path, index)


def _table(*, include_system: bool, own: Path | None = None) -> "typst.Fonts":
    import typst  # noqa: PLC0415 - heavy, loaded on use

    spec = find_spec("pylopdf_fonts_zh_cn")
    folders = [own] if own else []  # first: an installed file of the same family must not win
    folders.append(RESOURCES / "fonts")
    if spec is not None and spec.origin:
        folders.append(Path(spec.origin).parent)
    return typst.Fonts(
        include_system_fonts=include_system,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )
