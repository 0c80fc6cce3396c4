"""Fill a store with ten years of an office: python -m tests.bench.office DIR [--drafts 50000].

A tenth as many issues and as many adoptions as drafts. The texts are the demo's stories with new
figures; the rows go straight through the store protocol in big units of work. `office_of(size)`
keeps one filled folder of each size under build/.
"""

import argparse
import hashlib
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from db.store import SqlStore
from desk.auditing import By
from desk.body import Body, plain
from desk.demo.founding import found
from desk.demo.manuscripts import Manuscript, tell
from desk.demo.registry import demo_office
from desk.demo.stories import stories
from desk.demo.workdays import clock, is_workday
from desk.drafts import Draft, Original, Status
from desk.facts import Fact, FactKind
from desk.issues import Entry, Issue, IssueStatus
from desk.matching import sketch_of
from desk.paths import Paths
from desk.publications import Publication
from desk.store import Work

TODAY = date(2026, 11, 20)
DRAFTS = 50_000
_YEARS = 10
_BATCH = 1_000  # drafts of a unit of work
_TEXTS = 4_000  # different texts; the rest repeats them under new titles and days
_DRAFTS_AN_ISSUE = 10
_ADOPTED = 5  # drafts that each issue prints
_DONE = (Status.REJECTED, Status.FILED, Status.RETURNED)
_OPEN = (Status.NEW, Status.EDITING, Status.SUBMITTED, Status.READY)
_IN_HAND = timedelta(14)
_FOLDER = Path("build") / "offices"


@dataclass(frozen=True, slots=True)
class Registered:
    """What the drafts refer to."""

    units: dict[str, int]  # ids by short name
    publications: tuple[Publication, ...]


def office_of(drafts: int = DRAFTS, folder: Path = _FOLDER) -> Paths:
    """The data folder of an office of that size, made on first use."""
    paths = Paths(folder / str(drafts))
    done = paths.data / "filled"
    if not done.exists():
        shutil.rmtree(paths.data, ignore_errors=True)
        fill(paths, drafts)
        done.write_text(f"{drafts}\n", encoding="utf-8")
    return paths


def fill(paths: Paths, drafts: int) -> None:
    """Write an office of so many drafts into an empty data folder."""
    random = Random(drafts)  # noqa: S311 - the same office every time
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 1, tzinfo=UTC)
    store = SqlStore.open(paths, clock=lambda: now)
    found(store, TODAY, by=By("基准", now))
    with store.read() as work:
        units = {unit.short: unit.id for unit in work.registry.units()}
        publications = tuple(one for one in work.catalogue.publications() if one.template)
    registered = Registered(units, publications)
    texts = _texts(min(drafts, _TEXTS), random)
    days = _days(drafts)
    for start in range(0, drafts, _BATCH):
        with store.begin() as work:
            batch = range(start, min(start + _BATCH, drafts))
            _write(work, [(n, days[n], texts[n % len(texts)]) for n in batch], registered)
        print(f"\r{batch.stop}/{drafts}", end="", file=sys.stderr)  # noqa: T201 - a tool that talks
    print(file=sys.stderr)  # noqa: T201
    store.close()


def _days(count: int) -> list[date]:
    """The day of each draft: ten years of working days, evenly filled."""
    first = TODAY - timedelta(365 * _YEARS)
    every = [first + timedelta(offset) for offset in range(365 * _YEARS + 1)]
    working = [day for day in every if is_workday(day)]
    return [working[number * len(working) // count] for number in range(count)]


def _texts(count: int, random: Random) -> list[tuple[Manuscript, Body]]:
    told = stories()
    texts = []
    for number in range(count):
        story = told[number % len(told)]
        written = tell(story, random.choice(story.tellers), TODAY, random)
        texts.append((written, plain("\n".join(written.paragraphs))))
    return texts


def _write(
    work: Work, batch: Sequence[tuple[int, date, tuple[Manuscript, Body]]], known: Registered
) -> None:
    """Add a batch of drafts, the issues that print half of them, and what both earn."""
    saved = [
        work.drafts.add(_draft(number, day, text, known), "基准") for number, day, text in batch
    ]
    work.likenesses.put_sketches({draft.id: sketch_of(draft) for draft in saved})
    numbers = [number for number, _, _ in batch]
    facts = [fact for draft in saved for fact in _facts(draft, FactKind.SUBMISSION)]
    for start in range(0, len(saved), _DRAFTS_AN_ISSUE):
        printed = saved[start : start + _ADOPTED]
        facts += _release(work, numbers[start] // _DRAFTS_AN_ISSUE, printed, known)
    work.ledger.add(facts)


def _draft(number: int, day: date, text: tuple[Manuscript, Body], known: Registered) -> Draft:
    written, body = text
    title = f"{written.title}（{number}）"
    return Draft(
        title=title,
        body=body,
        original=Original(f"{title}.docx", hashlib.sha256(title.encode()).hexdigest(), body),
        received=clock(day, 8 + number % 9, number % 60),
        unit_ids=tuple(known.units[unit] for unit in written.units),
        author=written.author,
        phone=written.phone,
        approver=written.approver,
        event_date=day,
        report_date=day,
        kind=written.kind,
        status=_status(number, day),
    )


def _status(number: int, day: date) -> Status:
    """Half of the drafts are printed; the others are done with, but for the last days' ones."""
    if number % _DRAFTS_AN_ISSUE < _ADOPTED:
        return Status.RELEASED
    return _DONE[number % len(_DONE)] if TODAY - day > _IN_HAND else _OPEN[number % len(_OPEN)]


def _release(work: Work, place: int, drafts: Sequence[Draft], known: Registered) -> Iterator[Fact]:
    publication = known.publications[place % len(known.publications)]
    entry = next(one for one in demo_office().publications if one.name == publication.name)
    day = drafts[0].received.date()
    section = publication.sections[place % len(publication.sections)].id
    issue = work.issues.save(
        Issue(
            publication.id,
            place + 1,
            place + 1,
            entry.issue_day(day),
            tuple(Entry(draft.id, section) for draft in drafts),
            IssueStatus.RELEASED,
            released=drafts[0].received,
        )
    )
    for draft in drafts:
        for fact in _facts(draft, FactKind.ADOPTION):
            yield replace(
                fact,
                day=issue.day,
                source=f"issue:{issue.id}",
                publication_id=publication.id,
                section_id=section,
                issue_number=str(issue.number),
            )


def _facts(draft: Draft, kind: FactKind) -> Iterator[Fact]:
    """One fact for each unit behind a draft."""
    for unit_id in draft.unit_ids:
        day = draft.received.date()
        yield Fact(kind, day, unit_id, draft.title, f"draft:{draft.id}", shares=len(draft.unit_ids))


def main() -> None:
    """Fill the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Fill a store with ten years of an office.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--drafts", type=int, default=DRAFTS)
    options = parser.parse_args()
    begun = time.perf_counter()
    fill(Paths(options.folder), options.drafts)
    print(f"{time.perf_counter() - begun:.1f} s")  # noqa: T201


if __name__ == "__main__":
    main()
