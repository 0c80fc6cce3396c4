"""Templates: one folder each under resources/templates, read and checked."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypeVar

from desk.errors import DeskError
from desk.layout.fonts import Face
from desk.layout.grid import GRIDS
from desk.layout.styles import (
    ContentsStyle,
    InstructionStyle,
    ItemStyle,
    SectionStyle,
    StripStyle,
    TailStyle,
    Template,
)
from desk.layout.toml_lines import Path as Place
from desk.layout.toml_lines import line_of
from desk.paths import RESOURCES

TEMPLATES = RESOURCES / "templates"
MANIFEST, SAMPLE = "template.toml", "sample.toml"

T = TypeVar("T")


def template_names(root: Path = TEMPLATES) -> list[str]:
    """The folders that hold a template, in order."""
    return sorted(path.parent.name for path in root.glob("[!_.]*/template.toml"))


def load_template(folder: str, root: Path = TEMPLATES) -> Template:
    """Read one folder; raises DeskError with the file and the line of what is wrong in it."""
    return read_template(folder, root / folder, root)


def read_template(folder: str, home: Path, root: Path) -> Template:
    """Read the template of that name from ``home``, which lies somewhere under ``root``."""
    source = TomlFile.read(folder, home / MANIFEST)
    return _Reader(source, home, root).template()


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file of a template: its tables, and its text to find lines in."""

    folder: str
    name: str
    text: str
    tables: dict[str, Any]

    @classmethod
    def read(cls, folder: str, path: Path) -> "TomlFile":
        """Read a file of the template of that name. Raises DeskError with its line."""
        where = f"刊物模板“{folder}”的{path.name}"
        try:
            text = path.read_text("utf-8-sig")
        except OSError as error:
            raise DeskError(f"找不到{where}，请检查模板文件夹。") from error
        except UnicodeDecodeError as error:
            raise DeskError(f"{where}不是UTF-8编码，请用UTF-8编码另存。") from error
        try:
            return cls(folder, path.name, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) if found else len(text.splitlines())
            raise DeskError(
                f"{where}第{line}行写得不对，请检查这一行和上一行的引号、括号和等号。"
            ) from error

    def wrong(self, place: Place, fault: str) -> DeskError:
        """The error about a place in the file; ``fault`` says what is wrong and what to do."""
        line = line_of(self.text, place)
        return DeskError(f"刊物模板“{self.folder}”的{self.name}第{line}行：{fault}")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns tables of one folder's manifest into values, or says what is wrong."""

    source: TomlFile
    home: Path
    root: Path

    def template(self) -> Template:
        data = self.source.tables
        known = {item.name for item in fields(Template)} - {"folder", "home", "root"}
        for key in data:
            if key not in known:
                raise self.source.wrong((key,), f"不认识“{key}”，请改正或删去。")
        sections, item = self._table(data, "sections"), self._table(data, "item")
        parsed = dict(data) | {
            "folder": self.source.folder,
            "home": self.home,
            "root": self.root,
            "masthead": tuple(
                self._value(StripStyle, table, ("masthead", at))
                for at, table in enumerate(self._strips(data))
            ),
            "sections": {
                name: self._value(ItemStyle, item | table, ("sections", name))
                for name, table in sections.items()
            },
            "series": self._table(data, "series"),
        }
        for key, kind in _TABLES.items():
            if key in data:
                parsed[key] = self._value(kind, self._table(data, key), (key,))
        return self._value(Template, parsed, ())

    def _table(self, data: dict[str, Any], key: str) -> dict[str, Any]:
        table = data.get(key, {})
        if not isinstance(table, dict):
            raise self.source.wrong((key,), f"“{key}”要写成一节，以[{key}]开头，请改正。")
        return table

    def _strips(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        strips = data.get("masthead", [])
        if not isinstance(strips, list) or not all(isinstance(one, dict) for one in strips):
            raise self.source.wrong(("masthead",), "报头每一行都要以[[masthead]]开头，请改正。")
        return strips

    def _value(self, kind: type[T], table: dict[str, Any], place: Place) -> T:
        known = {item.name: item for item in fields(kind)}  # type: ignore[arg-type]  # a dataclass
        for key in table:
            if key not in known:
                name = dotted((*place, key))
                raise self.source.wrong((*place, key), f"不认识“{name}”，请改正或删去。")
        for key, item in known.items():
            required = item.default is MISSING and item.default_factory is MISSING
            if required and key not in table:
                raise self.source.wrong(place, f"缺少“{dotted((*place, key))}”，请补上。")
        return kind(
            **{
                key: self._plain((*place, key), value, known[key].type)
                for key, value in table.items()
            }
        )

    def _plain(self, place: Place, value: object, kind: object) -> object:
        """A value of the kind that its field asks for; tables are values already."""
        if kind is Face:
            return Face(self._choice(place, value, tuple(Face)))
        if kind not in _WORDS:
            return value
        allowed, word = _WORDS[kind]
        if not isinstance(value, allowed) or (isinstance(value, bool) and kind is not bool):
            raise self.source.wrong(place, f"“{dotted(place)}”应当是{word}，请改正。")
        if kind in (int, float):
            self._number(place, value)
        elif kind is str:
            self._text(place, str(value))
        return value

    def _number(self, place: Place, value: Any) -> None:  # noqa: ANN401 - an int or a float
        least, most = _RANGES[str(place[-1])]
        if not least <= value <= most:
            sentence = f"“{dotted(place)}”要在{least}和{most}之间，请改正。"
            raise self.source.wrong(place, sentence)

    def _text(self, place: Place, value: str) -> None:
        key = str(place[-1])
        if choices := _CHOICES.get(key, _CHOICES.get(dotted(place), ())):
            self._choice(place, value, choices)
        known = _BRACES.get(dotted(place[:1]), _FIELDS)
        for name in re.findall(r"\{([^}]*)\}", value):
            if name not in known:
                allowed = "、".join(f"{{{one}}}" for one in known)
                sentence = f"“{dotted(place)}”里没有{{{name}}}这一项，只能用{allowed}。"
                raise self.source.wrong(place, sentence)

    def _choice(self, place: Place, value: object, choices: tuple[str, ...]) -> str:
        if not isinstance(value, str) or value not in choices:
            allowed = "、".join(choices)
            sentence = f"“{dotted(place)}”不能是“{value}”，只能是{allowed}之一。"
            raise self.source.wrong(place, sentence)
        return value


def dotted(place: Place) -> str:
    """A place as a person writes it; the numbers of arrays are left out."""
    return ".".join(part for part in place if isinstance(part, str))


_WORDS: Mapping[Any, tuple[Any, str]] = {
    str: (str, "加引号的文字"),
    float: ((int, float), "数字"),
    int: (int, "整数"),
    bool: (bool, "true或false"),
}
_TABLES: Mapping[Literal["contents", "instruction", "section", "item", "tail"], type[Any]] = {
    "contents": ContentsStyle,
    "instruction": InstructionStyle,
    "section": SectionStyle,
    "item": ItemStyle,
    "tail": TailStyle,
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "size": (6, 150),
    "spacing": (-10, 100),
    "lines": (1, 10),
    "inset": (0, 10),
    "before": (0, 5),
    "after": (0, 5),
    "reserve": (0, 12),
}
_ALIGNS = ("left", "center", "right")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "grid": tuple(GRIDS),
    "contents.when": ("always", "never", "pages"),
    "align": _ALIGNS,
    "credit_align": _ALIGNS,
    "style": ("block", "lead"),
    "credit_place": ("line", "end"),
    "rule": ("", "red"),
}
_FIELDS = (
    "name",
    "series",
    "correction",
    "number",
    "total",
    "day",
    "issuer",
    "secrecy",
    "copy_number",
    "editors",
    "reviewer",
    "signer",
    "copies",
)
_BRACES: Mapping[str, tuple[str, ...]] = {
    "item": ("title", "n", "cn", "units"),
    "sections": ("title", "n", "cn", "units"),
    "section": ("name", "n", "cn"),
}
