"""Publications as the data files that come with the program describe them."""

from collections.abc import Mapping
from typing import Any

from desk.publications import (
    Numbering,
    Publication,
    Recipient,
    Retention,
    Rhythm,
    Schedule,
    Section,
    Tier,
    Way,
)


def publication_from(entry: Mapping[str, Any]) -> Publication:
    """The publication of a table; what it leaves out is as in any new one."""
    schedule = entry.get("schedule", {})
    return Publication(
        entry["name"],
        tuple(Section(name, position) for position, name in enumerate(entry["sections"])),
        template=entry.get("template", ""),
        tier=Tier(entry.get("tier", Tier.OWN)),
        copies=entry.get("copies", 0),
        send_to=tuple(entry.get("send_to", ())),
        results_only=entry.get("results_only", False),
        readers=entry.get("readers", ""),
        mark=entry.get("mark", ""),
        controlled=entry.get("controlled", False),
        retention=Retention(entry.get("retention", Retention.PERMANENT)),
        schedule=Schedule(
            Rhythm(schedule.get("rhythm", Rhythm.NONE)), tuple(schedule.get("days", ()))
        ),
        numbering=Numbering(**entry.get("numbering", {})),
        recipients=tuple(
            Recipient(Way(way), name, copies) for way, name, copies in entry.get("recipients", ())
        ),
    )
