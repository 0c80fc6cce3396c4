"""The manual's list of names is the registry's."""

import re

from desk.bulletins.values import TOPICS
from desk.paths import RESOURCES

PAGE = RESOURCES / "manual" / "05l-bulletin-words.md"


def test_the_manual_lists_every_name_as_the_registry_tells_it():
    text = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    listed = [row for row in rows if row[0] not in ("名称", "---")]
    assert listed == [
        (one.name, one.about + "（成段）" * one.several, one.example)
        for topic in TOPICS
        for one in topic.entries
    ]
    assert re.findall(r"^### (.+)$", text, re.MULTILINE) == [one.title for one in TOPICS]
