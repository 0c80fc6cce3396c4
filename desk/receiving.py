"""Use case: take files into the inbox."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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
from desk.intake.understanding import Understanding, Understood
from desk.intake.worker import GaveUp, Reader
from desk.jobs import Job, Progress
from desk.keeping import Arrival, File, Keeper, Outcome, Reading
from desk.matching import PORTION, Matcher, compared, matcher
from desk.store import Store
from desk.units import Unit

_Answers = list[Understood | GaveUp]
_LARGEST_GROUP = 8  # files written together; the disk is waited for once
_MOST_BYTES = 16 << 20  # of a group's files, and of those read ahead


def receive(  # noqa: PLR0913 - one keyword for each way in which a batch may differ
    store: Store,
    paths: Sequence[Path],
    *,
    by: By,
    received: datetime | None = None,
    channel: Channel = Channel.FILE,
    ceiling: Secrecy = Secrecy.INTERNAL,
    stamps: Mapping[Path, str] | None = None,
    outcomes: list[Outcome] | None = None,
) -> Job[list[Outcome]]:
    """Take files and folders in; one outcome a file.

    Files are written in small groups, the first alone; a file is kept whole or not at all.
    What was written is compared with all others while the next files are read. Closing the job
    keeps the groups already written; those not yet compared are with the next batch.
    A store that cannot write ends it: the files left are refused, the first one says where it
    stopped; where none was taken it raises StoreError. ``outcomes`` is filled on the way, so that
    whoever closes the job has them.
    ``stamps`` are those of files in the watched folder, which are remembered as taken.
    """
    sources = find(paths)
    keeper = Keeper(store, Arrival(received or by.now, channel, ceiling), by)
    batch = _Batch(store, keeper, [] if outcomes is None else outcomes)
    try:
        yield from _take(sources, batch, keeper, stamps or {})
    except StoreError as error:
        left = sources[len(batch.outcomes) :]
        if not left:
            raise
        batch.outcomes += _stopped(batch.outcomes, left, error)
    return batch.outcomes


def _take(
    sources: Sequence[Source], batch: "_Batch", keeper: Keeper, stamps: Mapping[Path, str]
) -> Job[None]:
    with Reader(Understanding(keeper.names, keeper.day)) as reader:
        ahead: deque[File | Outcome] = deque()
        for place, source in enumerate(sources):
            step = Progress(place, len(sources), source.path.name)
            yield step
            _read_ahead(ahead, sources[place:], reader)
            one = ahead.popleft()
            if isinstance(one, File):
                answers = yield from _answers(reader, step)
                stamp = stamps.get(source.path, "")
                yield from batch.add(Reading(one, answers, stamp), step)
            else:
                yield from batch.add(one, step)
    end = Progress(len(sources), len(sources), "")
    yield from batch.write(end)
    yield from batch.compare(replace(end, text="查找相似来稿"))
    yield end


def _stopped(
    done: Sequence[Outcome], left: Sequence[Source], error: StoreError
) -> Iterator[Outcome]:
    """The files that a store left which cannot write; raises StoreError where it wrote none."""
    kept = sum(len(outcome.draft_ids) for outcome in done)
    said = (
        f"{error}这次导入停在“{_name(left[0])}”：已登记 {kept} 份，"
        f"还有 {len(left)} 个文件没有处理，问题解决后重新导入即可。"
    )
    if not kept:
        raise StoreError(said) from error
    for source in left:
        yield Outcome.refused(source.path, said, can_retry=True)
        said = "前面的文件没能写入，这个文件没有处理。问题解决后重新导入即可。"


class _Batch:
    """Collects what was read and writes it in groups of 1, 2, 4, 8 and again 8 files."""

    def __init__(self, store: Store, keeper: Keeper, outcomes: list[Outcome]) -> None:
        self.outcomes = outcomes
        self._store = store
        self._keeper = keeper
        self._matcher: Matcher | None = None  # known once a draft is to be compared
        self._waiting: list[Reading | Outcome] = []
        self._size = 1

    def add(self, one: Reading | Outcome, step: Progress) -> Job[None]:
        """Take what became of the next file; writes when the group is full."""
        self._waiting.append(one)
        size = sum(len(one.file.data) for one in self._waiting if isinstance(one, Reading))
        if len(self._waiting) >= self._size or size >= _MOST_BYTES:
            yield from self.write(step)
            self._size = min(self._size * 2, _LARGEST_GROUP)
            if len(self._keeper.fresh) >= PORTION:
                yield from self.compare(step)

    def write(self, step: Progress) -> Job[None]:
        """Write what waits."""
        readings = [one for one in self._waiting if isinstance(one, Reading)]
        kept = iter((yield from self._kept(readings, step)) if readings else [])
        self.outcomes += [one if isinstance(one, Outcome) else next(kept) for one in self._waiting]
        self._waiting = []

    def compare(self, step: Progress) -> Job[None]:
        """Find what the drafts written so far look like."""
        fresh = self._keeper.fresh
        if fresh and not self._matcher:
            self._matcher = yield from matcher(self._store, leaving=[one.id for one in fresh])
            yield from compared(self._store, self._matcher, self._matcher.late)
        while self._matcher and fresh:
            yield step
            self._matcher.compare(fresh[:PORTION])
            del fresh[:PORTION]

    def _kept(self, readings: Sequence[Reading], step: Progress) -> Job[list[Outcome]]:
        """Keep a group, or each file by itself where one of them cannot be kept."""
        try:
            return (yield from self._keeper.keep(readings, step))
        except StoreError:
            raise
        except DeskError as refusal:
            if len(readings) == 1:
                file = readings[0].file
                return [Outcome.refused(file.path, f"“{file.name}”没有登记：{refusal}")]
            alone: list[Outcome] = []
            for one in readings:  # so that the others are kept
                alone += yield from self._kept([one], step)
            return alone


def _read_ahead(
    ahead: deque[File | Outcome], sources: Sequence[Source], reader: Reader[Understood]
) -> None:
    """Open the next files, so that the process reads on while the store writes."""
    size = sum(len(one.data) for one in ahead if isinstance(one, File))
    for source in sources[len(ahead) : _LARGEST_GROUP + 1]:
        if ahead and size >= _MOST_BYTES:
            return
        ahead.append(_open(source, reader))
        size += len(one.data) if isinstance(one := ahead[-1], File) else 0


def _open(source: Source, reader: Reader[Understood]) -> File | Outcome:
    """Load a file and send it to be read; what becomes of it where that cannot be done."""
    name = _name(source)
    if source.refusal:
        return Outcome.refused(source.path, source.refusal, can_retry=True)
    try:
        check_name(name)
        check_size(source.path.stat().st_size, name)
        data = source.path.read_bytes()
    except NotReadableError as refusal:
        return Outcome.refused(source.path, str(refusal))
    except FileNotFoundError:
        said = f"找不到“{name}”，它可能刚被移走、改名或删除。请检查后再重新导入。"
        return Outcome.refused(source.path, said, can_retry=True)
    except OSError:
        said = f"“{name}”打不开。请检查是否有权限读取、是否正被别的程序占用，再重新导入。"
        return Outcome.refused(source.path, said, can_retry=True)
    reader.send(data, name, f"{source.folder}/{source.path.stem}")
    return File(source.path, source.folder, name, data, sha256(data).hexdigest())


def _name(source: Source) -> str:
    """A file's name as it can be shown, whatever bytes are in it."""
    return source.path.name.encode("utf-8", "replace").decode("utf-8")


def _answers(reader: Reader[Understood], step: Progress) -> Job[_Answers]:
    """All that the reader makes of the file that was sent, told as it comes."""
    answers: _Answers = []
    for answer in reader.receive():
        if answers:
            inner = answer.name if isinstance(answer, Understood) else ""
            yield Progress(step.done, step.total, f"{step.text}：{inner}")
        answers.append(answer)
    return answers


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
