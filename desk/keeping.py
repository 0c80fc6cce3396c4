"""Keep what was read: one unit of work a file, and a sentence about what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any

from desk.auditing import By, note
from desk.clocks import Limits
from desk.commissions.linking import Linker
from desk.dates import full_date
from desk.drafts import Channel, Draft, DraftRow, Original, Secrecy, Urgency
from desk.errors import DeskError, StoreError
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Names
from desk.intake.understanding import Understood
from desk.intake.worker import GaveUp
from desk.jobs import Job, Progress
from desk.office_clock import day_of
from desk.store import Store, Work
from desk.submissions import book_submission
from desk.tidying import tidied
from desk.timing import limits, timed
from desk.watching import key

_LONGEST = {  # what the store holds of each line
    "title": ("标题", 300),
    "author": ("作者", 120),
    "phone": ("电话", 80),
    "approver": ("审核人", 80),
}
_DATES = {"event_date": "事件日期", "report_date": "报送日期"}
_LONGEST_NAME = 255
_LONGEST_SIGNATURE = 120
_NAMED = 5  # drafts of one file that its sentence names
_TOLD = 20  # drafts of one file between two steps of its progress


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a sentence, its drafts, and why some of it was refused.

    It is accepted when any draft was taken; ``can_retry`` when the reason may have passed.
    """

    file: Path
    accepted: bool
    message: str
    draft_ids: tuple[int, ...] = ()
    recognised: tuple[Recognised, ...] = ()
    refusals: tuple[str, ...] = ()
    can_retry: bool = False

    @classmethod
    def refused(cls, file: Path, *sentences: str, can_retry: bool = False) -> "Outcome":
        """A file of which nothing was taken."""
        return cls(
            file,
            accepted=False,
            message="".join(sentences),
            refusals=sentences,
            can_retry=can_retry,
        )


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a batch came; drafts marked above ``ceiling`` are refused."""

    received: datetime
    channel: Channel = Channel.FILE
    ceiling: Secrecy = Secrecy.INTERNAL

    @property
    def day(self) -> date:
        """The local day of arrival."""
        return day_of(self.received)


@dataclass(frozen=True, slots=True)
class File:
    """A file whose bytes are in memory."""

    path: Path
    folder: str
    name: str
    data: bytes
    digest: str  # SHA-256 of the bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """A file and all that its reading gave; ``stamp`` where it lies in the watched folder."""

    file: File
    answers: Sequence[Understood | GaveUp]
    stamp: str = ""


class _RefusedError(DeskError):
    """Why one part of a file gives no draft."""


class Keeper:
    """Writes what was read into the store."""

    def __init__(self, store: Store, arrival: Arrival, by: By) -> None:
        with store.read() as work:
            units = work.registry.units()
            self._limits = limits(work)
            self._linker = Linker(work)
        self._store = store
        self._arrival = arrival
        self._by = by
        self._units = {unit.id: unit for unit in units}
        self.fresh: list[Draft] = []  # kept and not yet compared; whoever compares takes them out
        self.names = Names(sorted(units, key=lambda unit: not unit.active))

    @property
    def day(self) -> date:
        """The local day of arrival."""
        return self._arrival.day

    def keep(self, readings: Sequence[Reading], step: Progress) -> Job[list[Outcome]]:
        """Store the drafts of some files in one unit of work; one outcome a file.

        A file with many drafts tells its progress. Closing the job keeps nothing of these files.
        """
        fresh: list[Draft] = []
        with self._store.begin() as work:
            outcomes: list[Outcome] = []
            for reading in readings:
                outcome = yield from self._keep(work, reading, step, fresh)
                outcomes.append(outcome)
                if reading.stamp and not outcome.can_retry:
                    work.lists.watch(key(reading.file.path), reading.stamp)
        self.fresh += fresh
        return outcomes

    def _keep(
        self, work: Work, reading: Reading, step: Progress, fresh: list[Draft]
    ) -> Job[Outcome]:
        file, answers = reading.file, reading.answers
        secret = self._secret(answers)
        kept: list[tuple[Draft, Recognised]] = []
        refusals: list[str] = []
        writing = _Writing(work, file, self._arrival, self._by, self._limits, self._linker)
        for number, answer in enumerate(answers, start=1):
            if not number % _TOLD:
                yield Progress(step.done, step.total, f"{file.name}：登记第 {number} 篇")
            try:
                kept.append(writing.draft(answer, secret))
            except _RefusedError as refusal:
                refusals.append(str(refusal))
        fresh += [draft for draft, _found in kept]
        said = tuple(dict.fromkeys(refusals))
        can_retry = any(isinstance(answer, GaveUp) and answer.can_retry for answer in answers)
        if not kept:
            return Outcome.refused(file.path, *said, can_retry=can_retry)
        return Outcome(
            file.path,
            accepted=True,
            message=self._accepted(kept) + _left_out(said),
            draft_ids=tuple(draft.id for draft, _found in kept),
            recognised=tuple(found for _draft, found in kept),
            refusals=said,
            can_retry=can_retry,
        )

    def _secret(self, answers: Iterable[Understood | GaveUp]) -> dict[str, Recognised]:
        """What is marked too high, by the digests of all files that hold it."""
        marked = (
            (answer.part.within, answer.found)
            for answer in answers
            if isinstance(answer, Understood) and isinstance(answer.found, Recognised)
        )
        ceiling = _grade(self._arrival.ceiling)
        return {
            digest: found
            for within, found in marked
            if _grade(found.secrecy) > ceiling
            for digest in within
        }

    def _accepted(self, kept: Sequence[tuple[Draft, Recognised]]) -> str:
        if len(kept) == 1:
            draft = kept[0][0]
            return f"已登记{self._named(draft)}。{''.join(draft.notes)}"
        names = "；".join(self._named(draft) for draft, _found in kept[:_NAMED])
        rest = "；等等" if len(kept) > _NAMED else ""
        return f"已登记 {len(kept)} 篇：{names}{rest}。"

    def _named(self, draft: Draft) -> str:
        units = "、".join(self._units[unit_id].short for unit_id in draft.unit_ids)
        answers = self._linker.told.get(draft.id)
        linked = f"，已挂到{answers}" if answers else ""
        return f"“{draft.title}”（{units or '单位待定'}）{linked}"


class _Writing:
    """Writes the drafts of one file in one unit of work."""

    def __init__(
        self,
        work: Work,
        file: File,
        arrival: Arrival,
        by: By,
        limits: Limits,
        linker: Linker,
    ) -> None:
        self._work = work
        self._file = file
        self._arrival = arrival
        self._by = by
        self._bytes = {file.digest: file.data}
        self._twins: dict[str, DraftRow | None] = {}
        self._limits = limits
        self._linker = linker

    def draft(
        self, answer: Understood | GaveUp, secret: dict[str, Recognised]
    ) -> tuple[Draft, Recognised]:
        """Store one draft. Raises _RefusedError with a sentence, and nothing of it is kept."""
        if isinstance(answer, GaveUp):
            raise _RefusedError(answer.sentence)
        part, found = answer.part, answer.found
        if part.data:
            self._bytes[part.digest] = part.data
        if isinstance(found, str):
            raise _RefusedError(found)
        if part.digest in secret:
            raise _RefusedError(_too_secret(part.file, secret[part.digest], self._arrival.ceiling))
        if part.digest not in self._twins:
            self._twins[part.digest] = self._work.drafts.with_digest(part.digest)
        twin = self._twins[part.digest]
        if twin is not None:
            raise _RefusedError(_same_as(part.file, twin))
        return self._stored(answer, found), found

    def _stored(self, answer: Understood, found: Recognised) -> Draft:
        work, part = self._work, answer.part
        try:
            written = timed(_draft(answer, found, self._arrival), self._limits)
            draft = work.drafts.add(written, self._by.who)
        except StoreError:
            raise
        except DeskError as error:
            raise _RefusedError(f"“{answer.name}”没有登记：{error}") from error
        if part.digest in self._bytes:
            work.files.put(self._bytes.pop(part.digest), part.file)
        for number, data in enumerate(answer.pictures.values(), start=1):
            work.files.put(data, f"{answer.name} 图{number}")
        draft = tidied(work, draft, self._by, answer.whole)
        book_submission(work, draft, self._by)
        inside = "" if part.name == self._file.name else f"：{part.name}"
        note(work, self._by, "登记来稿", f"draft:{draft.id}", f"{self._file.name}{inside}")
        return self._linker.link(work, draft, self._by)


def _draft(answer: Understood, found: Recognised, arrival: Arrival) -> Draft:
    """The draft a recognised document becomes; without a title it takes the file's name."""
    notes = [*found.notes] if found.title else ["没有找到标题，暂用文件名，请改正。", *found.notes]
    by_mail = answer.by_mail and arrival.channel is Channel.FILE
    draft = Draft(
        title=found.title or PurePath(answer.name).stem,
        body=answer.body,
        original=Original(answer.name[-_LONGEST_NAME:], answer.part.digest, answer.body),
        received=arrival.received,
        channel=Channel.MAIL if by_mail else arrival.channel,
        unit_ids=found.unit_ids,
        author=found.author or "",
        phone=found.phone or "",
        approver=found.approver or "",
        event_date=found.event_date,
        report_date=found.report_date,
        kind=found.kind,
        urgency=found.urgency or Urgency.NORMAL,
        secrecy=found.secrecy or Secrecy.NONE,
        notes=tuple(notes),
        doubts=found.doubts if found.title else found.doubts | {"title"},
        signed_as=found.signed_as[:_LONGEST_SIGNATURE],
    )
    return _dated(_cut(draft), arrival.day)


def _cut(draft: Draft) -> Draft:
    """The draft with lines that the store can hold; what was cut is noted."""
    cut: dict[str, Any] = {}
    for name, (label, most) in _LONGEST.items():
        text: str = getattr(draft, name)
        if len(text) > most:
            said = f"{label}有 {len(text)} 个字，只留下前 {most} 个字，请对照原稿改短。"
            cut |= {name: text[:most], "notes": (*cut.get("notes", draft.notes), said)}
    return replace(draft, **cut) if cut else draft


def _dated(draft: Draft, day: date) -> Draft:
    """The draft with a doubt and a note where a date lies after the day it came."""
    late = [name for name in _DATES if (getattr(draft, name) or day) > day]
    notes = tuple(f"{_DATES[name]}在收稿日之后，请核对。" for name in late)
    return replace(draft, notes=(*draft.notes, *notes), doubts=draft.doubts | set(late))


def _grade(secrecy: Secrecy | None) -> int:
    """How high a mark stands; nothing marked is the lowest."""
    return list(Secrecy).index(secrecy or Secrecy.NONE)


def _same_as(name: str, twin: DraftRow) -> str:
    day = day_of(twin.received)
    return f"“{name}”与 {full_date(day)}收到的“{twin.title}”内容完全相同，没有重复登记。"


def _too_secret(name: str, found: Recognised, ceiling: Secrecy) -> str:
    return (
        f"“{name}”标有“{found.secrecy}”，超过本机允许的“{ceiling}”，"
        "没有读入，也没有留下任何内容。请立即从本机删除该文件，"
        "改在符合保密要求的涉密计算机上处理，并向保密员报告。"
    )


def _left_out(said: Sequence[str]) -> str:
    """What of an accepted file was refused, and why."""
    return f"另有 {len(said)} 处没有登记：{''.join(said)}" if said else ""
