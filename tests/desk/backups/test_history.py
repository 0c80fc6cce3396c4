"""What this PC knows of its backups costs nothing where it was damaged."""

import pytest

from desk.backups.history import History, load


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"rehearsals": [1], "seen": null, "written": null}',
        '{"rehearsals": [], "seen": "2026-01-01T00:00:00", "written": null}',
        '{"rehearsals": [], "seen": 5, "written": null}',
    ],
)
def test_a_damaged_file_counts_as_none(tmp_path, text):
    (tmp_path / "history.json").write_text(text, "utf-8")
    assert load(tmp_path) == History()
