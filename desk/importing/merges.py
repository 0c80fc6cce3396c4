"""Merged cells of a workbook, which openpyxl doesn't tell of a sheet it only reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from xml.sax.saxutils import unescape
from zipfile import ZipFile

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_LINK = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\""
)
_LETTERS = 26
_MOST = 20_000  # cells that one merge may cover


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of cells that shows one value; rows and columns count from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


def merges(data: bytes) -> dict[str, list[Merge]]:
    """The merged cells of each sheet, by its name; nothing for sheets whose part isn't found."""
    with ZipFile(BytesIO(data)) as package:
        names = set(package.namelist())
        links = {one["Id"]: one.get("Target", "") for one in _of(package, names, _LINKS, _LINK)}
        found = {}
        for sheet in _of(package, names, _BOOK, _SHEET):
            target = links.get(sheet.get("r:id", ""), "")
            part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            if part in names:
                found[unescape(sheet["name"], {"&quot;": '"', "&apos;": "'"})] = list(
                    _merges(package.read(part))
                )
    return found


def _of(
    package: ZipFile, names: set[str], part: str, pattern: "re.Pattern[str]"
) -> Iterator[dict[str, str]]:
    text = package.read(part).decode("utf-8", "replace") if part in names else ""
    for found in pattern.finditer(text):
        given = {key: one or other for key, one, other in _ATTRIBUTE.findall(found[1])}
        if "name" in given or "Id" in given:
            yield given


def _merges(data: bytes) -> Iterator[Merge]:
    for found in _MERGE.finditer(data):
        left, top, right, bottom = (part.decode() for part in found.groups())
        one = Merge(int(top) - 1, _column(left), int(bottom) - 1, _column(right))
        if 0 < (one.bottom - one.top + 1) * (one.right - one.left + 1) <= _MOST:
            yield one


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
