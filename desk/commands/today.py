"""`today`: what is due now, as text or JSON."""

from desk.agenda.looking import look
from desk.agenda.machine import machine_of
from desk.agenda.sheet import day_sheet, sheet_json, sheet_text
from desk.commands.context import OK, Context, say, say_json
from desk.timing import calendar_of


def today(context: Context) -> int:
    """Print the day's sheet."""
    by = context.by
    with context.store() as store:
        seen = look(store, by.now, machine_of(context.paths))
        with store.read() as work:
            register = day_sheet(seen, by.now, calendar_of(work), by.who)
    if context.options.json:
        say_json(sheet_json(seen, by.now))
    else:
        for line in sheet_text(register):
            say(line)
    return OK
