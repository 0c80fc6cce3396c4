"""One sample of each format, read and recognised; and what is left of it after damage."""

import random
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from desk.errors import NotReadableError
from desk.intake.reading import known_formats, read
from desk.intake.recognition.recognise import recognise

TABLE = tomllib.loads((Path(__file__).parent / "samples.toml").read_text(encoding="utf-8"))
EXPECTED = {file: item for item in TABLE["sample"] for file in item["files"]}
DAMAGED = 150  # copies of each sample


@pytest.mark.parametrize("file", EXPECTED)
def test_a_sample_is_read_and_recognised(file, sample, names, now, without_office):
    document = read(sample(file), file)
    found = recognise(document, names, name=Path(file).suffix, near=now.date())
    expected = EXPECTED[file]
    assert (found.title, found.unit_ids) == (expected["title"], (1,))
    assert (found.author, list(found.captions)) == (expected.get("author"), expected["captions"])
    begins = expected["begins"]
    shown = [
        item.text[: len(start)] for item, start in zip(found.body.paragraphs, begins, strict=False)
    ]
    assert (shown, len(found.body.paragraphs)) == (begins, len(begins))


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A copy with bytes changed, doubled or cut off."""
    copy = bytearray(data)
    for _change in range(chance.choice([1, 3, 10, 100])):
        place = chance.randrange(len(copy))
        copy[place] = chance.choice([0, 255, chance.randrange(256), copy[place] ^ 1])
    if chance.random() < 0.2:
        place, size = chance.randrange(len(copy)), chance.randrange(40)
        copy[place:place] = copy[:size]
    return bytes(copy[: chance.randrange(len(copy))] if chance.random() < 0.2 else copy)


@pytest.mark.parametrize("file", EXPECTED)
def test_a_damaged_sample_gives_a_document_or_a_sentence(file, sample, without_office):
    chance = random.Random(file)  # noqa: S311 - the same damage each time
    data = sample(file)
    reader = next(item for item in known_formats() if Path(file).suffix in item.suffixes)
    for _copy in range(DAMAGED):
        with suppress(NotReadableError):
            reader.read(damaged(data, chance), file)
