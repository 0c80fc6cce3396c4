"""`units import`, `quota import`, `ledger import`: tables from Excel and old records."""

from pathlib import Path

from desk.commands.context import OK, Context, say
from desk.importing.ledger import import_ledger
from desk.importing.outcome import Imported
from desk.importing.quotas import import_quotas
from desk.importing.units import import_units


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
    """Take an old ledger; ``--map`` names its headers."""
    by = context.by
    mapping = Path(context.options.map) if context.options.map else None
    with context.store() as store:
        taken = import_ledger(store, _file(context), who=by.who, now=by.now, mapping=mapping)
    return _told(taken)


def _file(context: Context) -> Path:
    return Path(context.options.file)


def _told(taken: Imported) -> int:
    for message in taken.messages:
        say(message)
    return OK
