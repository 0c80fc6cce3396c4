"""Bodies as JSON text, the same back and forth."""

import json
import re
from collections.abc import Callable
from typing import Any, assert_never

from desk.body import Block, Body, Level, Paragraph, Picture, Run, Table

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(body: Body) -> str:
    """A body as compact JSON, one object a block."""
    return dump([_pack(block) for block in body.blocks])


def from_json(text: str) -> Body:
    """The body that ``to_json`` wrote."""
    return Body(tuple(_unpack(item) for item in json.loads(text)))


def dump(value: object) -> str:
    """Compact JSON that any database can keep: half an emoji from a paste is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(value) if _LONE_SURROGATE.search(text) else text


def _pack(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs, level):
            return {"p": [[run.text, int(run.bold)] for run in runs], "level": int(level)}
        case Table(rows, header_rows, caption):
            return {"t": rows, "header": header_rows, "caption": caption}
        case Picture(digest, width, height, caption):
            return {"i": digest, "width": width, "height": height, "caption": caption}
        case _:
            assert_never(block)


def _paragraph(item: dict[str, Any]) -> Paragraph:
    return Paragraph(tuple(Run(text, bool(bold)) for text, bold in item["p"]), Level(item["level"]))


def _table(item: dict[str, Any]) -> Table:
    return Table(tuple(tuple(row) for row in item["t"]), item["header"], item["caption"])


def _picture(item: dict[str, Any]) -> Picture:
    return Picture(item["i"], item["width"], item["height"], item["caption"])


_READERS: dict[str, Callable[[dict[str, Any]], Block]] = {
    "p": _paragraph,
    "t": _table,
    "i": _picture,
}


def _unpack(item: dict[str, Any]) -> Block:
    return _READERS[next(iter(item))](item)
