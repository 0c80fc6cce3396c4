"""The sample issue that lies in every template's folder."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from desk.body import Body, Table, plain
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.templates import SAMPLE, TomlFile
from desk.layout.toml_lines import Path as Place

_ISSUE: Mapping[str, type] = {
    "name": str,
    "number": int,
    "total": int,
    "day": date,
    "issuer": str,
    "sections": list,
    "send_to": list,
    "secrecy": str,
    "copy_number": str,
    "note": str,
    "note_label": str,
    "instruction": str,
    "instruction_label": str,
    "series": str,
    "correction": str,
    "editors": str,
    "reviewer": str,
    "signer": str,
    "copies": int,
    "contents_list": bool,
}
_NEEDED = ("name", "number", "total", "day", "issuer", "sections", "send_to")
_SECTION: Mapping[str, type] = {"name": str, "heading": str, "items": list}
_ITEM: Mapping[str, type] = {"title": str, "text": str, "units": list, "table": dict}
_TABLE: Mapping[str, type] = {"caption": str, "rows": list}
_WORDS: Mapping[type, str] = {
    str: "加引号的文字",
    int: "整数",
    bool: "true或false",
    date: "不加引号的日期，如2026-11-21",
    list: "方括号里的一串",
    dict: "一节",
}


def read_sample(folder: str, home: Path) -> IssueContent:
    """Read the sample.toml of the template of that name in its folder.

    Raises DeskError with the line of what is wrong in it.
    """
    file = TomlFile.read(folder, home / SAMPLE)
    data = _checked(file, file.tables, (), (_ISSUE, _NEEDED))
    sections = data.pop("sections")
    lines = [_line(file, line, ("send_to",)) for line in data.pop("send_to")]
    return IssueContent(
        template=folder,
        sections=tuple(_section(file, table, at) for at, table in enumerate(sections)),
        note=plain(data.pop("note", "")),
        instruction=plain(data.pop("instruction", "")),
        send_to=tuple(lines),
        **data,
    )


def _section(file: TomlFile, table: dict[str, Any], number: int) -> SectionContent:
    place = ("sections", number)
    data = _checked(file, table, place, (_SECTION, ("name", "items")))
    items = tuple(
        _item(file, item, (*place, "items", at), f"{number}.{at}")
        for at, item in enumerate(data["items"])
    )
    return SectionContent(data["name"], items, data.get("heading", ""))


def _item(file: TomlFile, table: dict[str, Any], place: Place, key: str) -> ItemContent:
    data = _checked(file, table, place, (_ITEM, ("title", "text", "units")))
    blocks = plain(data["text"]).blocks
    if "table" in data:
        inner = (*place, "table")
        shown = _checked(file, data["table"], inner, (_TABLE, ("caption", "rows")))
        rows = tuple(
            tuple(_line(file, cell, (*inner, "rows")) for cell in row) for row in shown["rows"]
        )
        if len({len(row) for row in rows}) != 1:
            raise file.wrong((*inner, "rows"), "表格每一行的格数要一样多，请改正。")
        blocks += (Table(rows, caption=shown["caption"]),)
    units = tuple(_line(file, unit, (*place, "units")) for unit in data["units"])
    return ItemContent(data["title"], Body(blocks), units, key)


def _line(file: TomlFile, value: object, place: Place) -> str:
    if not isinstance(value, str):
        raise file.wrong(place, f"“{place[-1]}”里每一项都应当是加引号的文字，请改正。")
    return value


def _checked(
    file: TomlFile,
    table: object,
    place: Place,
    wanted: tuple[Mapping[str, type], tuple[str, ...]],
) -> dict[str, Any]:
    """A table whose keys are known, of the right kinds, and complete."""
    known, needed = wanted
    if not isinstance(table, dict):
        raise file.wrong(place, "这里应当是一节，请照着随程序带的模板改。")
    for key, value in table.items():
        if key not in known:
            raise file.wrong((*place, key), f"不认识“{key}”，请改正或删去。")
        if type(value) is not known[key]:
            raise file.wrong((*place, key), f"“{key}”应当是{_WORDS[known[key]]}，请改正。")
    for key in needed:
        if key not in table:
            raise file.wrong(place, f"缺少“{key}”，请补上。")
    return dict(table)
