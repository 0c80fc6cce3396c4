"""Use case: take files into the inbox."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from desk.auditing import By
from desk.body import Picture, Table
from desk.drafts import Channel, Secrecy
from desk.errors import DeskError, NotReadableError, StoreError
from desk.intake.finding import Source, find
from desk.intake.preflight import check_name, check_size
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Names
from desk.intake.understanding import Understanding, Understood
from desk.intake.worker import GaveUp, Reader
from desk.jobs import Job, Progress
from desk.keeping import Arrival, File, Keeper, Outcome
from desk.store import Store
from desk.units import Unit

_Answers = list[Understood | GaveUp]


def receive(
    store: Store,
    paths: Sequence[Path],
    *,
    by: By,
    received: datetime | None = None,
    channel: Channel = Channel.FILE,
    ceiling: Secrecy = Secrecy.INTERNAL,
) -> Job[list[Outcome]]:
    """Take files and folders in, each in a unit of work of its own; one outcome a file.

    Closing the job keeps the files already taken. A StoreError stops it and says how many.
    """
    sources = find(paths)
    outcomes: list[Outcome] = []
    arrival = Arrival(received or by.now, channel, ceiling)
    with store.read() as work:
        units = work.registry.units()
    keeper = Keeper(store, arrival, by, units)
    names = Names(sorted(units, key=lambda unit: not unit.active))
    with Reader(Understanding(names, arrival.day)) as reader:
        opened = _open(sources[0], reader) if sources else None
        for place, source in enumerate(sources):
            step = Progress(place, len(sources), source.path.name)
            yield step
            file, answers = opened, []
            if isinstance(file, File):
                answers = yield from _answers(reader, step)
            if place + 1 < len(sources):  # the process reads on while the store writes
                opened = _open(sources[place + 1], reader)
            if isinstance(file, File):
                file = _kept(keeper, file, answers, outcomes, len(sources))
            outcomes += [file] if file else []
    yield Progress(len(sources), len(sources), "")
    return outcomes


def _open(source: Source, reader: Reader[Understood]) -> File | Outcome:
    """Load a file and send it to be read; what becomes of it where that cannot be done."""
    name = source.path.name.encode("utf-8", "replace").decode("utf-8")
    if source.refusal:
        return Outcome.refused(source.path, source.refusal, can_retry=True)
    try:
        check_name(name)
        check_size(source.path.stat().st_size, name)
        data = source.path.read_bytes()
    except NotReadableError as refusal:
        return Outcome.refused(source.path, str(refusal))
    except OSError:
        said = f"“{name}”打不开。请检查是否有权限读取、是否正被别的程序占用，再重新导入。"
        return Outcome.refused(source.path, said, can_retry=True)
    reader.send(data, name, f"{source.folder}/{source.path.stem}")
    return File(source.path, source.folder, name, data, sha256(data).hexdigest())


def _answers(reader: Reader[Understood], step: Progress) -> Job[_Answers]:
    """All that the reader makes of the file that was sent, told as it comes."""
    answers: _Answers = []
    for answer in reader.receive():
        if answers:
            inner = answer.name if isinstance(answer, Understood) else ""
            yield Progress(step.done, step.total, f"{step.text}：{inner}")
        answers.append(answer)
    return answers


def _kept(
    keeper: Keeper, file: File, answers: _Answers, done: Sequence[Outcome], total: int
) -> Outcome:
    """Keep one file; a store that cannot write ends the batch with the number kept so far."""
    try:
        return keeper.keep(file, answers)
    except StoreError as error:
        kept = sum(len(outcome.draft_ids) for outcome in done)
        raise StoreError(
            f"{error}这次导入停在“{file.name}”：已登记 {kept} 份，"
            f"还有 {total - len(done)} 个文件没有处理，问题解决后重新导入即可。"
        ) from error
    except DeskError as refusal:
        return Outcome.refused(file.path, f"“{file.name}”没有登记：{refusal}")


def outcomes_json(outcomes: Iterable[Outcome], units: Iterable[Unit]) -> list[dict[str, object]]:
    """The outcomes as ``import --json`` prints them (design §7); tables as rows of cells."""
    names = {unit.id: unit.name for unit in units}
    return [
        {
            "file": str(outcome.file),
            "outcome": "ok" if outcome.accepted else "refused",
            "message": outcome.message,
            "drafts": [_draft_json(found, names) for found in outcome.recognised],
        }
        for outcome in outcomes
    ]


def _draft_json(found: Recognised, names: dict[int, str]) -> dict[str, object]:
    blocks = found.body.blocks
    return {
        "title": found.title,
        "units": [names[unit_id] for unit_id in found.unit_ids] or None,
        "author": found.author,
        "phone": found.phone,
        "approver": found.approver,
        "event_date": found.event_date and found.event_date.isoformat(),
        "report_date": found.report_date and found.report_date.isoformat(),
        "kind": found.kind,
        "secrecy": found.secrecy,
        "urgency": found.urgency,
        "tables": [[list(row) for row in item.rows] for item in blocks if isinstance(item, Table)],
        "pictures": [item.digest for item in blocks if isinstance(item, Picture)],
        "captions": list(found.captions),
        "footnotes": list(found.footnotes),
        "body": found.body.text,
    }
