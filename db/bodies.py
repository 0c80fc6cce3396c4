"""Bodies as JSON text, the same back and forth."""

import json
import re
from collections.abc import Callable
from typing import Any, assert_never

from desk.body import Block, Body, Level, Paragraph, Picture, Run, Size, Table

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
    source = {"source": block.source} if block.source else {}
    match block:
        case Paragraph(runs, level):
            runs_of = [[run.text, int(run.bold)] for run in runs]
            return {"p": runs_of, "level": int(level), **source}
        case Table(rows, header_rows, caption):
            return {"t": rows, "header": header_rows, "caption": caption, **source}
        case Picture(digest, width, height, caption):
            size = {} if block.size is Size.WIDE else {"size": block.size.value}
            about = {"width": width, "height": height, "caption": caption}
            return {"i": digest, **about, **size, **source}
        case _:
            assert_never(block)


def _paragraph(item: dict[str, Any]) -> Paragraph:
    runs = tuple(Run(text, bool(bold)) for text, bold in item["p"])
    return Paragraph(runs, Level(item["level"]), item.get("source", 0))


def _table(item: dict[str, Any]) -> Table:
    rows = tuple(tuple(row) for row in item["t"])
    return Table(rows, item["header"], item["caption"], item.get("source", 0))


def _picture(item: dict[str, Any]) -> Picture:
    size = Size(item.get("size", Size.WIDE))
    source = item.get("source", 0)
    return Picture(item["i"], item["width"], item["height"], item["caption"], source, size)


_READERS: dict[str, Callable[[dict[str, Any]], Block]] = {
    "p": _paragraph,
    "t": _table,
    "i": _picture,
}


def _unpack(item: dict[str, Any]) -> Block:
    return _READERS[next(iter(item))](item)
