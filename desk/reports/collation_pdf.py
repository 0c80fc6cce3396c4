"""对照稿 as A4 pages to print."""

from desk.comparison.model import Fate, Pieces, Sort
from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.paths import RESOURCES
from desk.reports.collation import LEGEND, Collation, Part, parts
from desk.reports.typeset import typeset

_TEMPLATE = RESOURCES / "collation" / "collation.typ"
_SORTS = {Sort.KEPT: "kept", Sort.GONE: "gone", Sort.COME: "come"}
_FACES = {"title": Face.TITLE, "body": Face.FANG, "heading": Face.HEI, "detail": Face.KAI}


def collation_pdf(collation: Collation, fonts: Fonts | None = None) -> bytes:
    """Print two versions laid over one another; equal input gives equal bytes."""
    data = {
        "office": collation.office,
        "head": collation.head,
        "legend": LEGEND,
        "title": _pieces(collation.comparison.title),
        "parts": [_part(one) for one in parts(collation)],
    }
    return typeset(_TEMPLATE, _FACES, data, collation.day, fonts or installed_fonts())


def _pieces(pieces: Pieces) -> list[list[str]]:
    return [[_SORTS[one.sort], one.text] for one in pieces]


def _part(part: Part) -> dict[str, object]:
    grid = part.grid
    rows = grid.rows if grid else ()
    columns = grid.columns if grid else ()
    return {
        "tag": part.tag,
        "level": int(part.level),
        "centred": part.is_centred,
        "lines": [_pieces(line) for line in part.lines],
        "columns": len(columns),
        "header": sum(row.is_header for row in rows),
        "cells": [
            {"pieces": _pieces(cell), "fate": _fate(row.fate, column, cell)}
            for row in rows
            for cell, column in zip(row.cells, columns, strict=True)
        ],
    }


def _fate(row: Fate, column: Fate, cell: Pieces) -> str:
    """What became of a cell, by its row, its column, itself."""
    is_changed = any(one.sort is not Sort.KEPT for one in cell)
    return "same" if (row, column, is_changed) == (Fate.SAME, Fate.SAME, False) else "changed"
