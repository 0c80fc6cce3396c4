"""Use case: take files into the inbox."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from desk.auditing import By, note
from desk.body import Body, Paragraph, Picture, Run, Table
from desk.drafts import Channel, Draft, DraftRow, Original, Secrecy, Urgency
from desk.errors import DeskError, NotReadableError, StoreError
from desk.intake.document import ReadDocument
from desk.intake.finding import Source, find
from desk.intake.preflight import check_name, check_size
from desk.intake.recognition.recognise import recognise
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Names
from desk.intake.worker import Reader
from desk.jobs import Job, Progress
from desk.store import Store, Work
from desk.submissions import book_submission
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a sentence, and its drafts where it was accepted."""

    file: Path
    accepted: bool
    message: str
    draft_ids: tuple[int, ...] = ()
    recognised: tuple[Recognised, ...] = ()


@dataclass(frozen=True, slots=True)
class _Arrival:
    """How a batch came; drafts marked above ``ceiling`` are refused."""

    received: datetime
    channel: Channel = Channel.FILE
    ceiling: Secrecy = Secrecy.INTERNAL

    @property
    def day(self) -> date:
        """The local day of arrival."""
        return self.received.astimezone().date()


@dataclass(frozen=True, slots=True)
class _File:
    """A file whose bytes are in memory."""

    path: Path
    folder: str
    name: str
    data: bytes
    digest: str  # SHA-256 of the bytes


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
    door = _Door(store, _Arrival(received or by.now, channel, ceiling), by)
    with Reader() as reader:
        opened = _open(sources[0], reader) if sources else ""
        for place, source in enumerate(sources):
            yield Progress(place, len(sources), source.path.name)
            file, answer = opened, _answer(opened, reader)
            if place + 1 < len(sources):  # the process reads on while the store writes
                opened = _open(sources[place + 1], reader)
            outcomes.append(_outcome(door, source.path, file, answer, outcomes, len(sources)))
    yield Progress(len(sources), len(sources), "")
    return outcomes


def _open(source: Source, reader: Reader) -> _File | str:
    """Load a file and send it to be read; a sentence where that cannot be done."""
    name = source.path.name.encode("utf-8", "replace").decode("utf-8")
    try:
        if not source.refusal:
            check_name(name)
            check_size(source.path.stat().st_size, name)
            data = source.path.read_bytes()
            file = _File(source.path, source.folder, name, data, sha256(data).hexdigest())
            reader.send(file.data, name)
            return file
    except NotReadableError as refusal:
        return str(refusal)
    except OSError:
        return f"“{name}”打不开。请检查是否有权限读取、是否正被别的程序占用，再重新导入。"
    return source.refusal


def _answer(file: _File | str, reader: Reader) -> ReadDocument | str:
    """What the reader makes of a file that was sent; a sentence when it refuses."""
    if isinstance(file, str):
        return file
    try:
        return reader.receive(file.name)
    except NotReadableError as refusal:
        return str(refusal)


def _outcome(
    door: "_Door",
    path: Path,
    file: _File | str,
    answer: ReadDocument | str,
    done: list[Outcome],
    total: int,
) -> Outcome:
    """Keep one file; a store that cannot write ends the batch with the number kept so far."""
    if isinstance(file, str) or isinstance(answer, str):
        return Outcome(path, accepted=False, message=str(answer))
    try:
        return door.keep(file, answer)
    except StoreError as error:
        kept = sum(outcome.accepted for outcome in done)
        raise StoreError(
            f"{error}这次导入停在“{file.name}”：已登记 {kept} 份，"
            f"还有 {total - len(done)} 个文件没有处理，问题解决后重新导入即可。"
        ) from error
    except DeskError as refusal:
        return Outcome(path, accepted=False, message=f"“{file.name}”没有登记：{refusal}")


class _Door:
    """Writes what was read into the store, one unit of work a file."""

    def __init__(self, store: Store, arrival: _Arrival, by: By) -> None:
        with store.read() as work:
            units = work.registry.units()
        self._store = store
        self._arrival = arrival
        self._by = by
        self._units = {unit.id: unit for unit in units}
        self._names = Names(sorted(units, key=lambda unit: not unit.active))

    def keep(self, file: _File, document: ReadDocument) -> Outcome:
        """Recognise and store one file, or refuse it with nothing kept."""
        found = recognise(
            document, self._names, name=file.name, folder=file.folder, near=self._arrival.day
        )
        if _grade(found.secrecy) > _grade(self._arrival.ceiling):
            return Outcome(file.path, accepted=False, message=self._too_secret(file, found))
        with self._store.begin() as work:
            twin = work.drafts.with_digest(file.digest)
            if twin is not None:
                return Outcome(file.path, accepted=False, message=_same_as(file, twin))
            draft = self._store_draft(work, file, document, found)
        message = self._accepted(draft, found)
        return Outcome(
            file.path, accepted=True, message=message, draft_ids=(draft.id,), recognised=(found,)
        )

    def _store_draft(
        self, work: Work, file: _File, document: ReadDocument, found: Recognised
    ) -> Draft:
        work.files.put(file.data, file.name)
        for number, data in enumerate(document.pictures.values(), start=1):
            work.files.put(data, f"{file.name} 图{number}")
        draft = work.drafts.add(self._draft(file, found), self._by.who)
        book_submission(work, draft)
        note(work, self._by, "登记来稿", f"draft:{draft.id}", file.name)
        return draft

    def _draft(self, file: _File, found: Recognised) -> Draft:
        """The draft a recognised document becomes; without a title it takes the file's name."""
        untitled = () if found.title else ("没有找到标题，暂用文件名，请改正。",)
        body = _with_footnotes(found)
        return Draft(
            title=found.title or Path(file.name).stem,
            body=body,
            original=Original(file.name, file.digest, body),
            received=self._arrival.received,
            channel=self._arrival.channel,
            unit_ids=found.unit_ids,
            author=found.author or "",
            phone=found.phone or "",
            approver=found.approver or "",
            event_date=found.event_date,
            report_date=found.report_date,
            kind=found.kind,
            urgency=found.urgency or Urgency.NORMAL,
            secrecy=found.secrecy or Secrecy.NONE,
            notes=(*untitled, *found.notes),
        )

    def _accepted(self, draft: Draft, found: Recognised) -> str:
        units = "、".join(self._units[unit_id].short for unit_id in draft.unit_ids)
        notes = "".join(draft.notes if not found.title else found.notes)
        return f"已登记“{draft.title}”（{units or '单位待定'}）。{notes}"

    def _too_secret(self, file: _File, found: Recognised) -> str:
        return (
            f"“{file.name}”标有“{found.secrecy}”，超过本机允许的“{self._arrival.ceiling}”，"
            "没有读入，也没有留下任何内容。请立即从本机删除该文件，"
            "改在符合保密要求的涉密计算机上处理，并向保密员报告。"
        )


def _grade(secrecy: Secrecy | None) -> int:
    """How high a mark stands; nothing marked is the lowest."""
    return list(Secrecy).index(secrecy or Secrecy.NONE)


def _same_as(file: _File, twin: DraftRow) -> str:
    day = twin.received.astimezone().date()
    return (
        f"“{file.name}”与 {day.year}年{day.month}月{day.day}日收到的“{twin.title}”"
        "内容完全相同，没有重复登记。"
    )


def _with_footnotes(found: Recognised) -> Body:
    """The running text with the footnotes as paragraphs at its end."""
    notes = (
        Paragraph((Run(f"注{number}：{text}"),))
        for number, text in enumerate(found.footnotes, start=1)
    )
    return Body((*found.body.blocks, *notes))


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
