"""对照稿 as A4 pages to print."""

import json

from desk.comparison.model import Fate, Pieces, Sort
from desk.layout.fonts import GETA, Face, Fonts, installed_fonts
from desk.layout.pdf import engine
from desk.layout.setting import clean
from desk.paths import RESOURCES
from desk.reports.collation import LEGEND, Collation, Part, parts

_FOLDER = RESOURCES / "collation"
_SORTS = {Sort.KEPT: "kept", Sort.GONE: "gone", Sort.COME: "come"}
_FACES = {"title": Face.TITLE, "body": Face.FANG, "heading": Face.HEI, "detail": Face.KAI}


def collation_pdf(collation: Collation, fonts: Fonts | None = None) -> bytes:
    """Print two versions laid over one another; equal input gives equal bytes."""
    fonts = fonts or installed_fonts()
    page = _Page(fonts)
    data = {
        "faces": {
            name: {"family": fonts.faces[face].family, "weight": fonts.faces[face].weight}
            for name, face in _FACES.items()
        },
        "fallback": fonts.fallback.family,
        "office": page.text(collation.office),
        "head": [[label, page.text(words)] for label, words in collation.head],
        "legend": LEGEND,
        "title": page.pieces(collation.comparison.title),
        "parts": [page.part(one) for one in parts(collation)],
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, _FOLDER).compile(_FOLDER / "collation.typ", inputs, collation.day)


class _Page:
    """Parts as the template takes them, in characters that can be printed."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def text(self, text: str) -> str:
        text = clean(text)
        nowhere = {
            char for face in _FACES.values() for char in self._fonts.missing_glyphs(text, face)[0]
        }
        return text.translate({ord(char): GETA for char in nowhere})

    def pieces(self, pieces: Pieces) -> list[list[str]]:
        return [[_SORTS[one.sort], self.text(one.text)] for one in pieces]

    def part(self, part: Part) -> dict[str, object]:
        grid = part.grid
        rows = grid.rows if grid else ()
        columns = grid.columns if grid else ()
        return {
            "tag": self.text(part.tag),
            "level": int(part.level),
            "centred": part.is_centred,
            "lines": [self.pieces(line) for line in part.lines],
            "columns": len(columns),
            "header": sum(row.is_header for row in rows),
            "cells": [
                {"pieces": self.pieces(cell), "fate": _fate(row.fate, column, cell)}
                for row in rows
                for cell, column in zip(row.cells, columns, strict=True)
            ],
        }


def _fate(row: Fate, column: Fate, cell: Pieces) -> str:
    """What became of a cell, by its row, its column, itself."""
    is_changed = any(one.sort is not Sort.KEPT for one in cell)
    return "same" if (row, column, is_changed) == (Fate.SAME, Fate.SAME, False) else "changed"
