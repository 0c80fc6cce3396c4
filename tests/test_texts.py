"""Every text the clerk reads has the points of Chinese: our own rule P01, on ourselves."""

import ast
import re
from pathlib import Path

import pytest

from desk.checks.engine import check
from desk.checks.manuscript import Manuscript
from ui.pages import PAGES

ROOT = Path(__file__).resolve().parents[1]
HAN = re.compile(r"[\u4e00-\u9fff]")
VALUE = "某"  # stands for a value in an f-string
PATTERN = re.compile(  # no text for reading
    r"\\[A-Za-z]|\[\^|\]\+|\(\?|\.\*|\)\?|\||;;|\(\*|\" = \"|\]\("
)
TOML = re.compile(r"[\[{\"].*[\]}\"]", re.DOTALL)  # a value as it stands in a scheme's file
KEY = re.compile(r"[a-z_]+(:[^:，。\s]+){1,2}")  # of a column: tier:市级:count, never shown
# Words the readers look for and texts made faulty on purpose are not shown to anybody.
NOT_SHOWN = ("desk/checks/", "desk/demo/", "desk/intake/", "desk/layout/drawing.py")

SOURCES = sorted(
    path
    for folder in ("ui", "desk", "db", "resources/setup")
    for path in (ROOT / folder).rglob("*.py")
    if not path.relative_to(ROOT).as_posix().startswith(NOT_SHOWN)
)
CHAPTERS = sorted((ROOT / "resources" / "manual").glob("*.md"))


def docstrings(tree):
    """The constants that are docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield id(first.value)


def texts_of(tree):
    """The Chinese texts of a module with their lines."""
    skipped = set(docstrings(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in ast.walk(node) if part is not node}
            parts = [p.value if isinstance(p, ast.Constant) else VALUE for p in node.values]
            if HAN.search("".join(map(str, parts)).replace(VALUE, "")):
                yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in skipped:
            yield node.lineno, str(node.value)


def half_width(text):
    """What rule P01 finds in a text."""
    if not HAN.search(text) or PATTERN.search(text) or TOML.fullmatch(text) or KEY.fullmatch(text):
        return []
    text = re.sub(r"`[^`]*`", "", text)  # what is to be typed
    text = re.sub(r"<[^>]+>", "", text).replace(f"{VALUE}.{VALUE}", VALUE)  # tags, file names
    found = check(Manuscript(body=text, is_fragment=True))
    return [one.message for one in found if one.rule == "P01"]


def test_the_rule_finds_what_it_is_for():
    assert half_width("请检查文件,然后重试。")
    assert half_width("设置(下次启动生效)")
    assert not half_width("设置（下次启动生效），Ctrl+K 查找。")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_texts_in_the_program_have_full_width_points(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    faulty = [(line, text) for line, text in texts_of(tree) if half_width(text)]
    assert faulty == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.name)
def test_the_manual_has_full_width_points(path):
    prose = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [line for line in prose.splitlines() if half_width(line)] == []


def test_there_is_a_chapter_for_every_page():
    chapters = {path.stem.partition("-")[2] for path in CHAPTERS}
    assert {place.key for place, _ in PAGES} <= chapters
