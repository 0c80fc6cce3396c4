"""`bulletin`: the bulletin of a period as files, without a window."""

from datetime import datetime
from pathlib import Path

from desk.bulletins.making import ready
from desk.commands.context import OK, Context, complain, say, show
from desk.commands.meeting import period_of
from desk.jobs import finish
from desk.leaving import Leaving, Way, write_file
from desk.office_clock import OFFICE_CLOCK
from desk.surveys.surveying import surveying


def bulletin(context: Context) -> int:
    """Write the kept bulletin of a period, else a fresh one, as PDF and .docx."""
    folder, today = Path(context.options.out), datetime.now(OFFICE_CLOCK).date()
    with context.store() as store:
        period = period_of(store, context.options.period)
        office = context.settings.office
        job = surveying(store, period.first, period.last, office=office, today=today)
        made = ready(store, finish(job, show))
        folder.mkdir(parents=True, exist_ok=True)
        pdf, docx = made.files()
        for suffix, data in ((".docx", docx), (".pdf", pdf)):
            path = folder / f"{period.key} 通报{suffix}"
            gone = Leaving(Way.FILE, path.stem, path.name)
            write_file(store, gone, path, data, by=context.by)
            say(str(path))
    for sentence in made.warnings:
        complain(sentence)
    return OK
