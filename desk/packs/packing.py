"""Use case: write the meeting pack of a period in one action (会议材料)."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.auditing import By, note
from desk.bulletins.making import ready
from desk.jobs import Job
from desk.notices.printing import meeting_wordings
from desk.packs.manifest import MANIFEST, README, SUMS, Filled, manifest, readme, warnings
from desk.packs.part import Files, Material, Part
from desk.packs.parts import PARTS
from desk.packs.side_work import made_beside, processes
from desk.store import Store
from desk.surveys.surveying import surveying
from desk.whole_folder import Written, checked, put, safe_name, sums_file, whole_folder

ALL = frozenset(part.key for part in PARTS)


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written and read again; ``warnings`` are sentences on its figures."""

    folder: Path
    files: tuple[Written, ...]
    warnings: tuple[str, ...]


def pack(
    store: Store,
    days: tuple[date, date],
    folder: Path,
    *,
    office: str,
    by: By,
    wanted: Container[str] = ALL,
) -> Job[Packed]:
    """Write the wanted parts into a folder that is not there yet, with manifest and checksums.

    All parts are made of one survey. Cancelled, the folder is removed again. Raises DeskError
    where the folder is there or a file reads back otherwise than it was written.
    """
    first, last = days
    today = by.today
    parts = [part for part in PARTS if part.key in wanted]
    with whole_folder(folder) as half, processes(len(parts)) as pool:
        survey = yield from surveying(store, first, last, office=office, today=today)
        material = Material(
            survey, f"{by.who} {today} 制", ready(store, survey), meeting_wordings(store)
        )
        made = yield from made_beside(pool, parts, material)
        filled = [_filled(half, *pair) for pair in zip(parts, made, strict=True)]
        files = tuple(_own_papers(half, material, filled))
        yield from checked(half, files)
    told = f"{survey.stretch.name} {len(files)} 个文件 {folder}"
    with store.begin() as work:
        note(work, by, "导出会议材料", f"pack:{material.label}", told)
    return Packed(folder, files, warnings(material))


def _filled(folder: Path, part: Part, files: Files) -> Filled:
    written = (put(folder, f"{part.folder}/{safe_name(name)}", data) for name, data in files)
    return Filled(part, tuple(written))


def _own_papers(folder: Path, material: Material, filled: list[Filled]) -> Iterator[Written]:
    """All files of the parts, and the readme, manifest and checksums that tell of them."""
    parts = [one for one in filled if one.files]
    files = [file for one in parts for file in one.files]
    files.append(put(folder, README, readme(material, parts)))
    files.append(put(folder, MANIFEST, manifest(material, parts)))
    yield from files
    put(folder, SUMS, sums_file(files))
