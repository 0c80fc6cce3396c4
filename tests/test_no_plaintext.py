"""Nothing of a draft can be read on the disk without the key, whatever was done."""

import io
import os
import subprocess
import sys
import zlib
from pathlib import Path

import docx
import pytest
from PIL import Image

from tests.samples.leaks import KEEPING, found
from tests.samples.real_work import SECRETS, TYPED

ROOT = Path(__file__).parents[1]
WORDS = (*SECRETS, TYPED)
OFFICE = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
cp "$3" "$TMPDIR/lu.tmp"
cp "$3" "$2/in.docx"
"""
CONVERT = """
import sys
from desk.intake.converter import to_docx
print(to_docx(sys.argv[1].encode(), ".doc").decode())
"""


def document(path: Path, title: str) -> Path:
    """A draft with its words in title, text and table, and a picture."""
    made = docx.Document()
    made.add_paragraph().add_run(title).bold = True
    made.add_paragraph(f"7月14日，县水务局组织{SECRETS[1]}，发现隐患35处，已恢复供水。")
    made.add_table(1, 1).cell(0, 0).text = SECRETS[2]
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "#aa2211").save(picture, "PNG")
    picture.seek(0)
    made.add_picture(picture)
    made.save(str(path))
    return path


@pytest.fixture
def around(tmp_path, monkeypatch):
    """The folders a program may write to, each below the test's own; what is removed is kept."""
    places = {
        "HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "home/cache", "KEPT_IN": "kept",
        "XDG_CONFIG_HOME": "home/config", "XDG_DATA_HOME": "home/share", "MPLCONFIGDIR": "home/mpl",
        "XDG_RUNTIME_DIR": "run", "XDG_STATE_HOME": "home/state",
    }  # fmt: skip
    for name, place in places.items():
        folder = tmp_path / "around" / place
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(name, str(folder))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(KEEPING, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(hooks), str(ROOT))))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return tmp_path / "around"


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - ours


def test_after_real_work_and_a_kill_no_text_of_a_draft_is_on_the_disk(tmp_path, around):
    sent, out = tmp_path / "sent", tmp_path / "out"
    sent.mkdir()
    out.mkdir()
    files = [document(sent / f"{n}.docx", SECRETS[0] + word) for n, word in enumerate(("一", "二"))]
    done = run("-m", "tests.samples.real_work", around / "data", out, *files)
    assert (done.returncode, done.stdout) == (-9, "typed\n"), done.stderr
    assert {word for _file, word in found([out], WORDS)} == set(SECRETS)  # what left on purpose
    assert found([around], WORDS) == set()
    assert "ValueError" in (around / "data" / "log.txt").read_text(encoding="utf-8")


def test_a_document_for_another_program_lies_in_a_private_folder_and_is_wiped(
    tmp_path, around, monkeypatch
):
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "soffice").write_text(OFFICE, encoding="utf-8")
    (programs / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    done = run("-c", CONVERT, SECRETS[0])
    assert done.stdout.strip() == SECRETS[0]
    assert any(one.stat().st_size for one in (around / "kept").iterdir())  # it was watched
    assert found([around], WORDS) == set()


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_the_search_sees_what_is_written_packed_or_removed(around, code):
    raw = TYPED.encode(code)
    (around / "a").write_bytes(b"\1" + raw)
    (around / "b").write_bytes(b"%PDF stream\n" + zlib.compress(raw))
    gone = around / "tmp" / "gone"
    run("-c", f"import os; open({str(gone)!r}, 'wb').write({raw!r}); os.remove({str(gone)!r})")
    assert not gone.exists()
    assert len(found([around], WORDS)) == 3
