"""The program opens no network socket; what would open one dies at once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "县教育局检查校园安全\n7月14日，县教育局对全县86所学校开展安全检查，发现并整改隐患35处。"
PAGES = """
import sys
from pathlib import Path
from PySide6.QtPrintSupport import QPrinterInfo
from desk.paths import Paths
from desk.settings import Settings
from main import open_store
from ui.app import create_application
from ui.desktop import open_window
from ui.pages import PAGES

app = create_application(100)
paths = Paths(Path(sys.argv[1]))
window = open_window(open_store(paths), paths, Settings())
window.show()
for place, _build in PAGES:
    window.show_page(place.key)
    while window.session.worker.busy:
        app.processEvents()
window.lock  # listens to the desktop's buses
window.open_manual("settings")
QPrinterInfo.availablePrinterNames()
app.processEvents()
window.close()
print(len(PAGES), "pages")
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the filter")


def offline(*arguments):
    """Run our Python with these arguments where a network socket is death."""
    command = [sys.executable, "-m", "tests.samples.offline", sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - ours


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"])
def test_the_filter_kills_what_opens_a_socket(family):
    assert offline("-c", f"import socket; socket.socket(socket.{family}, 2)").returncode == -31


def test_the_filter_reaches_the_children_and_spares_local_sockets():
    child = "import subprocess as s, sys; sys.exit(s.call([sys.executable, '-c', %r]) == -31)"
    assert offline("-c", child % "import socket; socket.socket()").returncode == 1
    assert offline("-c", child % "import socket; socket.socket(socket.AF_UNIX)").returncode == 0


def test_drafts_come_in_and_are_found_checked_and_backed_up_offline(tmp_path):
    draft, data = tmp_path / "检查.txt", tmp_path / "data"
    draft.write_text(TEXT, encoding="utf-8")
    main = ("main.py", "--data", data)
    taken = json.loads(offline(*main, "import", draft, "--json").stdout)
    assert [one["outcome"] for one in taken] == ["ok"]
    assert "校园安全" in offline(*main, "search", "校园").stdout
    assert offline(*main, "backup").returncode == 0
    assert offline(*main, "verify").returncode == 0


def test_every_page_of_the_window_opens_offline(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    shown = offline("-c", PAGES, tmp_path / "data")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.endswith("pages\n")
