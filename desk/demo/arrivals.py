"""Everything that arrives in the demo's current weeks, in the forms units send it in."""

from datetime import date
from pathlib import Path
from random import Random

from desk.demo.documents import write_files
from desk.demo.manuscripts import current_manuscripts
from desk.demo.packing import pack
from desk.demo.repeats import repeats


def write_arrivals(folder: Path, seed: int, today: date) -> None:
    """Write drafts and repeats into folders of their report days, some packed into others."""
    random = Random(f"{seed}:{today}:documents")  # noqa: S311 - the same files every time
    told = current_manuscripts(seed, today)
    told += repeats(told, random)
    pack(list(zip(told, write_files(folder, told, random), strict=True)))
