"""Templates: one folder each under resources/templates, read and checked."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from desk.errors import DeskError
from desk.layout.fonts import Face
from desk.layout.grid import BODY_SIZE, GRIDS
from desk.paths import RESOURCES

TEMPLATES = RESOURCES / "templates"

T = TypeVar("T")
_ALIGNS = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class StripStyle:
    """A line of 报头 or 报尾; texts name fields in braces, ``[…]`` goes when its field is empty."""

    left: str = ""
    center: str = ""
    right: str = ""
    face: Face = Face.FANG
    size: float = BODY_SIZE
    spacing: float = 0.0  # between characters, in points
    lines: int = 1  # grid lines it takes
    inset: float = 0.0  # in characters from both edges
    red: bool = False
    rule: str = ""  # below it: "" or "red"
    after: int = 0  # blank grid lines


@dataclass(frozen=True, slots=True)
class ContentsStyle:
    """The contents list: ``when`` is always, never or pages (from the second page on)."""

    when: str
    heading: str = "目　录"
    leader: bool = True
    sections: bool = True  # 栏目 names stand in it
    after: int = 0  # blank grid lines


@dataclass(frozen=True, slots=True)
class SectionStyle:
    """A 栏目 heading; ``alone`` prints it also where the issue has only one section."""

    format: str
    face: Face = Face.HEI
    size: float = BODY_SIZE
    align: str = "center"
    before: int = 1
    after: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ItemStyle:
    """An item: its title alone ("block") or leading its only paragraph ("lead")."""

    title: str  # "{title}", "{n}. {title}"
    style: str
    credit: str  # "（{units}供稿）"
    face: Face = Face.TITLE
    size: float = 22.0
    align: str = "center"
    before: int = 1
    after: int = 0
    credit_place: str = "line"  # or "end": after the last character
    credit_align: str = "right"
    credit_face: Face = Face.KAI


@dataclass(frozen=True, slots=True)
class TailStyle:
    """报尾: 报/送/发 lines and the line of names and copies."""

    left: str
    right: str
    size: float = 14.0
    face: Face = Face.FANG


@dataclass(frozen=True, slots=True)
class Template:
    """How a publication's issues look."""

    folder: str
    description: str
    entrypoint: str
    masthead: tuple[StripStyle, ...]
    contents: ContentsStyle
    section: SectionStyle
    item: ItemStyle
    tail: TailStyle
    grid: str = "full"
    note_label: str = "编者按："
    sections: Mapping[str, ItemStyle] = field(default_factory=dict)  # items of a 栏目

    def item_style(self, section: str) -> ItemStyle:
        """How the items of a section look."""
        return self.sections.get(section, self.item)


def template_names(root: Path = TEMPLATES) -> list[str]:
    """The folders that hold a template, in order."""
    return sorted(path.parent.name for path in root.glob("*/template.toml"))


def load_template(folder: str, root: Path = TEMPLATES) -> Template:
    """Read one folder; raises DeskError naming the folder and what is wrong in it."""
    path = root / folder / "template.toml"
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise DeskError(f"找不到刊物模板“{folder}”的template.toml，请检查模板文件夹。") from error
    except tomllib.TOMLDecodeError as error:
        raise DeskError(
            f"刊物模板“{folder}”的template.toml格式有错（{error}），请改正。"
        ) from error
    template = _Reader(folder).template(data)
    if not (root / folder / template.entrypoint).is_file():
        raise DeskError(
            f"刊物模板“{folder}”缺少文件“{template.entrypoint}”（entrypoint），请补上。"
        )
    return template


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the braces of a template's text; ``[…]`` goes when a value in it is empty."""

    def part(match: re.Match[str]) -> str:
        names = re.findall(r"\{(\w+)\}", match[1])
        return match[1] if all(values.get(name) for name in names) else ""

    kept = re.sub(r"\[([^\]]*)\]", part, text)
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], ""), kept)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns tables of one folder's manifest into values, or says what is wrong."""

    folder: str

    def template(self, data: dict[str, Any]) -> Template:
        sections: dict[str, Any] = data.pop("sections", {})
        item: dict[str, Any] = data.get("item", {})
        parsed = dict(data) | {
            "folder": self.folder,
            "masthead": tuple(
                self._value(StripStyle, table, "masthead") for table in data.get("masthead", ())
            ),
            "sections": {
                name: self._value(ItemStyle, item | table, f"sections.{name}")
                for name, table in sections.items()
            },
        }
        for key, kind in _TABLES.items():
            if key in data:
                parsed[key] = self._value(kind, data[key], key)
        template = self._value(Template, parsed, "")
        self._choice("grid", template.grid, tuple(GRIDS))
        self._choice("contents.when", template.contents.when, ("always", "never", "pages"))
        self._choice("section.align", template.section.align, _ALIGNS)
        for strip in template.masthead:
            self._choice("masthead.rule", strip.rule, ("", "red"))
        for style in (template.item, *template.sections.values()):
            self._choice("item.align", style.align, _ALIGNS)
            self._choice("item.credit_align", style.credit_align, _ALIGNS)
            self._choice("item.style", style.style, ("block", "lead"))
            self._choice("item.credit_place", style.credit_place, ("line", "end"))
        return template

    def _value(self, kind: type[T], table: dict[str, Any], place: str) -> T:
        prefix = f"{place}." if place else ""
        known = {item.name: item for item in fields(kind)}  # type: ignore[arg-type]  # a dataclass
        for key in table:
            if key not in known:
                raise DeskError(f"刊物模板“{self.folder}”里有不认识的项“{prefix}{key}”，请改正。")
        for key, item in known.items():
            required = item.default is MISSING and item.default_factory is MISSING
            if required and key not in table:
                raise DeskError(f"刊物模板“{self.folder}”缺少“{prefix}{key}”，请补上。")
        return kind(
            **{
                key: self._plain(prefix + key, value, known[key].type)
                for key, value in table.items()
            }
        )

    def _plain(self, place: str, value: object, kind: object) -> object:
        """A value of the kind that its field asks for; tables are values already."""
        if kind is Face:
            self._choice(place, str(value), tuple(Face))
            return Face(str(value))
        if kind in _WORDS:
            allowed, word = _WORDS[kind]
            if not isinstance(value, allowed) or (isinstance(value, bool) and kind is not bool):
                raise DeskError(f"刊物模板“{self.folder}”的“{place}”应当是{word}，请改正。")
        return value

    def _choice(self, place: str, value: str, choices: tuple[str, ...]) -> None:
        if value not in choices:
            allowed = "、".join(choices)
            raise DeskError(
                f"刊物模板“{self.folder}”的“{place}”不能是“{value}”，只能是{allowed}之一。"
            )


_WORDS: Mapping[Any, tuple[Any, str]] = {
    str: (str, "加引号的文字"),
    float: ((int, float), "数字"),
    int: (int, "整数"),
    bool: (bool, "true或false"),
}
_TABLES: Mapping[str, type[Any]] = {
    "contents": ContentsStyle,
    "section": SectionStyle,
    "item": ItemStyle,
    "tail": TailStyle,
}
