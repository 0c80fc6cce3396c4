"""`today` prints the day's sheet."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from main import main


@pytest.fixture
def run(paths, capsys, office):
    """The verb on an office with a draft that came five hours ago."""
    office.draft("甲稿", received=datetime.now(UTC) - timedelta(hours=5))

    def verb(*options):
        assert main(["--data", str(paths.data), "today", *options]) == 0
        return capsys.readouterr().out

    return verb


def test_what_waits_is_printed(run):
    told = run()
    assert told.startswith("今日办理清单")
    assert "甲稿　—　县教育局　▲ 超 1 小时" in told


def test_what_waits_is_told_as_data(run):
    told = json.loads(run("--json"))
    (draft,) = (one for one in told["duties"] if one["field"] == "来稿")
    assert (draft["text"], draft["state"]) == ("甲稿", "已超时")
