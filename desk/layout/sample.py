"""The sample issue that lies in every template's folder."""

import tomllib
from pathlib import Path
from typing import Any

from desk.body import Body, Table, plain
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.templates import TEMPLATES


def sample_issue(folder: str, root: Path = TEMPLATES) -> IssueContent:
    """Read a template's sample.toml."""
    data = tomllib.loads((root / folder / "sample.toml").read_text("utf-8"))
    return IssueContent(
        template=folder,
        sections=tuple(_section(table, at) for at, table in enumerate(data.pop("sections"))),
        note=plain(data.pop("note", "")),
        send_to=tuple(data.pop("send_to")),
        **data,
    )


def _section(table: dict[str, Any], number: int) -> SectionContent:
    items = tuple(_item(item, f"{number}.{at}") for at, item in enumerate(table["items"]))
    return SectionContent(table["name"], items)


def _item(table: dict[str, Any], key: str) -> ItemContent:
    blocks = plain(table["text"]).blocks
    if "table" in table:
        rows = tuple(tuple(row) for row in table["table"]["rows"])
        blocks += (Table(rows, caption=table["table"]["caption"]),)
    return ItemContent(table["title"], Body(blocks), tuple(table["units"]), key)
