"""The order of an issue's entries: move, put in, take out. Pure; entries stand by section."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from desk.issues import Entry


def moved(
    entries: Sequence[Entry], sections: Sequence[int], chosen: Collection[int], step: int
) -> list[Entry]:
    """The entries with the chosen drafts one place up (-1) or down (1), into other sections too.

    What stands together stays together; nothing moves past the first or the last place.
    """
    line = [*_line(entries, sections)][::-step]
    for at in range(1, len(line)):
        before, here = line[at - 1], line[at]
        is_chosen = isinstance(here, Entry) and here.draft_id in chosen
        is_free = not isinstance(before, Entry) or before.draft_id not in chosen
        if is_chosen and is_free and not (step < 0 and at == 1):
            line[at - 1], line[at] = here, before
    return [*_entries(line[::-step])]


def placed(
    entries: Sequence[Entry],
    sections: Sequence[int],
    new: Sequence[Entry],
    place: tuple[int, int],
) -> list[Entry]:
    """The entries with others at a place: a section and a position in it.

    Those that stand in the issue already come from there.
    """
    section_id, position = place
    ids = {one.draft_id for one in new}
    put = [replace(one, section_id=section_id) for one in new]
    found: list[Entry] = []
    for section in sections:
        own = [one for one in entries if one.section_id == section]
        at = position if section == section_id else 0
        parts = [[one for one in part if one.draft_id not in ids] for part in (own[:at], own[at:])]
        found += [*parts[0], *(put if section == section_id else ()), *parts[1]]
    return found


def without(entries: Sequence[Entry], chosen: Collection[int]) -> list[Entry]:
    """The entries without those of the chosen drafts."""
    return [one for one in entries if one.draft_id not in chosen]


def _line(entries: Sequence[Entry], sections: Sequence[int]) -> Iterator[Entry | int]:
    """All sections one after another, each with its entries behind it."""
    for section in sections:
        yield section
        yield from (one for one in entries if one.section_id == section)


def _entries(line: Sequence[Entry | int]) -> Iterator[Entry]:
    section = 0
    for one in line:
        if isinstance(one, Entry):
            yield replace(one, section_id=section)
        else:
            section = one
