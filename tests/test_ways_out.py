"""No way out of the program goes past the export register."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_WRITERS = {"write_bytes", "write_text", "print_", "print_pdf", "setMimeData"}
_CLIPBOARD = {"setText", "setImage"}
_KNOWN = {  # file: why it may
    "ui/leaving.py": "the way out itself",
    "ui/editor/failing.py": "rescues a text while the store cannot be written",
    "ui/editor/table_grid.py": "cells of the table that is being edited",
    "ui/crash_dialog.py": "the crash log holds no text of a draft",
    "ui/locking/sheet.py": "draws a page in memory",
    "ui/life/page.py": "prints inside desk.leaving.hand_out",
    "ui/tour/driver.py": "the tour's screenshots",
    "ui/tour/steps.py": "the tour's own files",
}


def ways_out(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            held = ast.unparse(node.func)
            if name in _WRITERS or (name in _CLIPBOARD and "clipboard()" in held):
                yield held


def test_every_way_out_of_the_window_or_the_command_line_is_registered():
    files = [*ROOT.glob("ui/**/*.py"), *ROOT.glob("desk/commands/*.py")]
    found = {str(one.relative_to(ROOT)) for one in files if any(ways_out(one))}
    assert found - {"desk/commands/demo.py"} == set(_KNOWN)
