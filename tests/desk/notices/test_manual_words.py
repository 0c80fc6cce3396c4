"""The manual's list of the names of letters is the registry's."""

import re

from desk.notices.named.rest import TOPIC
from desk.notices.values import UNIT_ENTRIES
from desk.paths import RESOURCES

PAGE = RESOURCES / "manual" / "05k-letters.md"


def test_the_manual_lists_every_name_as_the_registry_tells_it():
    text = PAGE.read_text(encoding="utf-8").partition("## 写法")[2]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    assert [row for row in rows if row[0] not in ("名称", "---")] == [
        (one.name, one.about + "（成段）" * one.several)
        for one in (*UNIT_ENTRIES.values(), *TOPIC.entries)
    ]
