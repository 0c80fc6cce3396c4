"""A released issue as data: what it printed and by which template, as JSON that can be read back.

The same pages can so be made again in another size, or with a copy number, for ever.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from desk.errors import DeskError
from desk.issues import Issue
from desk.layout.content import IssueContent
from desk.layout.shelf import load_template
from desk.layout.styles import Template
from desk.layout.templates import read_template

FORMAT = 1
_SHARED = "_shared"
_TEXTS = (".toml", ".typ")
_SHOWN, _GROUP = 12, 4  # characters of a digest that a person compares


@dataclass(frozen=True, slots=True)
class Frozen:
    """What an issue printed, and the texts of its template by their paths."""

    content: IssueContent
    folder: str
    files: Mapping[str, str]

    def template(self, root: Path) -> Template:
        """Write the template below an empty folder, which must stay while it is in use."""
        for name, text in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return read_template(self.folder, root / self.folder, root)


def freeze(content: IssueContent) -> bytes:
    """The content of an issue and its template as JSON; equal input gives equal bytes."""
    template = load_template(content.template)
    if other := template.series.get(content.series):
        template = load_template(other)
    homes = {template.folder: template.home, _SHARED: template.root / _SHARED}
    files = {
        f"{name}/{path.relative_to(home).as_posix()}": path.read_text("utf-8")
        for name, home in homes.items()
        for path in sorted(home.rglob("*"))
        if path.suffix in _TEXTS
    }
    kept = {"folder": template.folder, "files": files}
    data = {"format": FORMAT, "content": _packed(content), "template": kept}
    return json.dumps(data, ensure_ascii=True, indent=1).encode()


def thaw(data: bytes) -> Frozen:
    """Read what ``freeze`` wrote. Raises DeskError for data of a newer program."""
    held = json.loads(data)
    if held["format"] > FORMAT:
        raise DeskError(
            "这一期是用更新版本的软件印发的，读不出它的数据。请安装新版本的软件后再试。"
        )
    kept = held["template"]
    return Frozen(_read(IssueContent, held["content"]), kept["folder"], kept["files"])


def seal_of(issue: Issue) -> str:
    """The beginning of the digest of its frozen PDF, to compare by eye: 3F2A 9C01 77BE."""
    shown = issue.pdf[:_SHOWN].upper()
    return " ".join(shown[at : at + _GROUP] for at in range(0, len(shown), _GROUP))


def _packed(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        inner = {one.name: _packed(getattr(value, one.name)) for one in fields(value)}
        return {"is": type(value).__name__, **inner}
    if isinstance(value, tuple):
        return [_packed(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _read(kind: Any, data: dict[str, Any]) -> Any:  # noqa: ANN401 - a dataclass, named by a hint
    """A dataclass of that kind; fields that a later program has left out are passed over."""
    values = {
        name: _unpacked(hint, data[name]) for name, hint in _hints(kind).items() if name in data
    }
    return kind(**values)


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - see _read
    return get_type_hints(kind)


def _unpacked(kind: Any, data: Any) -> Any:  # noqa: ANN401 - see _read
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind), data)
    if get_origin(kind) is tuple:
        (each, *_more) = get_args(kind)
        return tuple(_unpacked(each, one) for one in data)
    if is_dataclass(kind):
        return _read(kind, data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return date.fromisoformat(data) if kind is date else data


def _one_of(kinds: tuple[Any, ...], data: Any) -> Any:  # noqa: ANN401 - see _read
    if data is None:
        return None
    named = data.get("is") if isinstance(data, dict) else None
    chosen = [one for one in kinds if one is not type(None)]
    return _unpacked(next((one for one in chosen if one.__name__ == named), chosen[0]), data)
