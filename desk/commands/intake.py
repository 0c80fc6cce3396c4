"""`import` and `check`: files into the inbox, and the check engine on files or lines."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from desk.body import Table
from desk.check_lines import check_lines, json_of
from desk.checking import office_of
from desk.checks.engine import check as run_checks
from desk.checks.manuscript import Manuscript
from desk.checks.office import Office, any_office
from desk.checks.rule import Severity
from desk.commands.context import OK, REFUSED, Context, complain, parse_day, say, say_json, show
from desk.errors import DeskError, NotReadableError, sentence_of
from desk.intake.finding import Source, find
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Names
from desk.intake.understanding import Understanding, Understood
from desk.intake.worker import GaveUp, Reader
from desk.jobs import finish
from desk.office_clock import moment_at
from desk.receiving import outcomes_json, receive
from desk.units import Unit


def receive_files(context: Context) -> int:
    """Take files and folders into the inbox; 1 when one of them was refused."""
    paths = [Path(one) for one in context.options.paths]
    by, ceiling = context.by, context.settings.ceiling
    with context.store() as store:
        job = receive(store, paths, by=by, received=_received(context), ceiling=ceiling)
        outcomes = finish(job, show)
        with store.read() as work:
            units = work.registry.units()
    if context.options.json:
        say_json(outcomes_json(outcomes, units))
    for outcome in outcomes:
        if not outcome.accepted:
            complain(outcome.message)
        elif not context.options.json:
            say(f"{outcome.file}\t{outcome.message}")
    return OK if all(outcome.accepted for outcome in outcomes) else REFUSED


def _received(context: Context) -> datetime | None:
    """Noon of the day typed, in this place's time."""
    if not context.options.received:
        return None
    return moment_at(parse_day(context.options.received), time(12))


def check(context: Context) -> int:
    """Check files, or one draft a line; 1 when errors remain or something could not be read."""
    options = context.options
    if options.jsonl:
        return _check_jsonl(Path(options.jsonl))
    refused = _Refused()
    results = list(_check_files(context, refused))
    if options.json:
        say_json(results)
    else:
        for result in results:
            for one in result["findings"]:
                say(f"{result['file']}\t{one['rule']}\t{one['field']}\t{one['message']}")
    return _judged(sum(_has_errors(result) for result in results), refused.count)


@dataclass(slots=True)
class _Refused:
    """Complains of what cannot be read, and counts it."""

    count: int = 0

    def __call__(self, error: DeskError) -> None:
        complain(str(error))
        self.count += 1


def _check_jsonl(path: Path) -> int:
    faulty, refused = 0, _Refused()
    with path.open(encoding="utf-8-sig") as lines:
        try:
            for answer in check_lines(lines, refused):
                say(answer)
                faulty += _has_errors(json.loads(answer))
        except UnicodeDecodeError as error:
            message = f"“{path}”不是UTF-8编码的文本，请另存为UTF-8后重试。"
            raise NotReadableError(message) from error
    return _judged(faulty, refused.count)


def _has_errors(result: dict[str, Any]) -> bool:
    return any(one["severity"] == Severity.ERROR for one in result["findings"])


def _judged(faulty: int, refused: int) -> int:
    if faulty:
        complain(f"有 {faulty} 篇还有错误。")
    return REFUSED if faulty or refused else OK


def _check_files(context: Context, refuse: Callable[[DeskError], None]) -> Iterator[dict[str, Any]]:
    """Check each text of each file; ``refuse`` gets an error for each that cannot be read."""
    units, office = _known(context)
    full_names = {unit.id: unit.name for unit in units}
    today = context.by.today
    with Reader(Understanding(Names(units), today)) as reader:
        for source in find([Path(one) for one in context.options.files]):
            for answer in _read(reader, source):
                try:
                    name, found = _found(answer)
                except NotReadableError as error:
                    refuse(error)
                    continue
                inside = "" if name == source.path.name else f"：{name}"
                findings = [
                    json_of(one) for one in run_checks(_manuscript(found, full_names, office))
                ]
                yield {"file": f"{source.path}{inside}", "findings": findings}


def _read(reader: Reader[Understood], source: Source) -> Iterator[Understood | GaveUp]:
    """What a file holds, or the sentence why it holds nothing."""
    if source.refusal:
        yield GaveUp(source.refusal)
        return
    try:
        content = source.path.read_bytes()
    except OSError as error:
        yield GaveUp(sentence_of(error))
        return
    yield from reader.read(content, source.path.name)


def _found(answer: Understood | GaveUp) -> tuple[str, Recognised]:
    """The part's name and what it says; raises NotReadableError where it says nothing."""
    if isinstance(answer, GaveUp):
        raise NotReadableError(answer.sentence)
    if isinstance(answer.found, str):
        raise NotReadableError(answer.found)
    return answer.part.name, answer.found


def _manuscript(found: Recognised, full_names: dict[int, str], office: Office) -> Manuscript:
    return Manuscript(
        title=found.title or "",
        body=found.body.text,
        kind=found.kind,
        report_date=found.report_date,
        event_date=found.event_date,
        units=tuple(full_names[unit_id] for unit_id in found.unit_ids),
        tables=tuple(block for block in found.body.blocks if isinstance(block, Table)),
        office=office,
    )


def _known(context: Context) -> tuple[list[Unit], Office]:
    """The registry and the office's rules, where there is a store; none is made for a look."""
    if not context.paths.store.exists():
        return [], any_office()
    with context.store() as store, store.read() as work:
        return work.registry.units(), office_of(work)
