"""`units import`, `quota import`: tables from Excel; `ledger import`, `list`, `undo`: the past."""

from dataclasses import asdict
from pathlib import Path

from desk.commands.context import OK, REFUSED, Context, say, say_json, show
from desk.importing.batches import Batch
from desk.importing.ledger import look_through, place_of, read_book, take
from desk.importing.outcome import Imported
from desk.importing.past.guide import PLAIN, Guide
from desk.importing.past.guide_file import load_guide
from desk.importing.past.hints import hints
from desk.importing.past.rehearsal import Book
from desk.importing.past.report import State, summary
from desk.importing.quotas import import_quotas
from desk.importing.undoing import batches as all_batches
from desk.importing.undoing import undo_import
from desk.importing.units import import_units
from desk.jobs import finish
from desk.office_clock import minute_words
from desk.store import Store


def units(context: Context) -> int:
    """Take the registry of units."""
    by = context.by
    with context.store() as store:
        return _told(import_units(store, _file(context), who=by.who, now=by.now))


def quotas(context: Context) -> int:
    """Take the year's quotas."""
    by = context.by
    with context.store() as store:
        return _told(import_quotas(store, _file(context), who=by.who, now=by.now))


def ledger(context: Context) -> int:
    """Take an old ledger; ``--map`` says how to read it, ``--dry-run`` only goes through it."""
    options = context.options
    guide = load_guide(Path(options.map)) if options.map else PLAIN
    book = read_book(_file(context))
    with context.store() as store:
        if options.dry_run:
            return _rehearse(store, book, guide, context)
        taken = finish(take(store, book, guide, by=context.by), show)
    if options.json:
        say_json({"file": book.name, "rows": taken.count, "messages": taken.messages})
        return OK
    return _told(taken)


def undo(context: Context) -> int:
    """Take a batch back."""
    with context.store() as store:
        taken = undo_import(store, context.options.number, by=context.by)
    if context.options.json:
        say_json({"facts": taken.count, "messages": taken.messages})
        return OK
    return _told(taken)


def batches(context: Context) -> int:
    """List what was imported, the newest first."""
    with context.store() as store:
        found = all_batches(store)
    if context.options.json:
        say_json([_batch(one) for one in found])
        return OK
    for one in found:
        when = minute_words(one.when)
        say(f"{one.id}\t{when}\t{one.who}\t{one.sort}\t{one.state}\t“{one.name}”{one.detail}")
    if not found:
        say("还没有导入过旧台账。")
    return OK


def _rehearse(store: Store, book: Book, guide: Guide, context: Context) -> int:
    found, lines = finish(look_through(store, book, guide, by=context.by), show)
    if context.options.json:
        rows = [asdict(line) for line in lines]
        say_json({"file": book.name, "rows": rows, "messages": list(hints(found))})
    else:
        for line in lines:
            say("\t".join((place_of(line), line.state, line.what, line.books, line.remark)))
        for words in hints(found):
            say(words)
        say(f"“{book.name}”试导入：{summary(lines) or '没有一行数据'}。什么也没有记。")
    is_wrong = not found.rows or any(line.state is State.WRONG for line in lines)
    return REFUSED if is_wrong else OK


def _batch(one: Batch) -> dict[str, object]:
    return {
        "number": one.id,
        "file": one.name,
        "kind": one.sort,
        "when": one.when.isoformat(),
        "who": one.who,
        "rows": one.rows,
        "facts": one.facts,
        "undone": one.undone.isoformat() if one.undone else None,
    }


def _file(context: Context) -> Path:
    return Path(context.options.file)


def _told(taken: Imported) -> int:
    for message in taken.messages:
        say(message)
    return OK
