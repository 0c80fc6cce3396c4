"""`charts` and `pack`: what the meeting needs, without a window."""

from datetime import datetime
from pathlib import Path

from desk.closings.periods import Closable, find
from desk.commands.context import OK, Context, complain, say, say_json, show
from desk.jobs import finish
from desk.leaving import Leaving, Way, write_file
from desk.office_clock import OFFICE_CLOCK
from desk.packs.packing import pack
from desk.reports.charts.catalogue import CHARTS, chart_of
from desk.reports.charts.chart import Paper
from desk.reports.charts.files import chart_files
from desk.store import Store
from desk.surveys.surveying import surveying

PAPERS = {
    "across": Paper.ACROSS,
    "upright": Paper.UPRIGHT,
    "16:9": Paper.WIDE,
    "4:3": Paper.CLASSIC,
}
_DPI = 200


def period_of(store: Store, text: str) -> Closable:
    """The period typed as 2026, 2026H1, 2026Q3 or 2026-07; raises DeskError."""
    with store.read() as work:
        return find(work.catalogue.schemes(), text)


def charts(context: Context) -> int:
    """Write the charts of a period: a picture of each page, and all of them as one PDF."""
    options = context.options
    chosen = [chart_of(key) for key in options.chart] if options.chart else CHARTS
    folder, today = Path(options.out), datetime.now(OFFICE_CLOCK).date()
    with context.store() as store:
        period = period_of(store, options.period)
        job = surveying(
            store, period.first, period.last, office=context.settings.office, today=today
        )
        survey = finish(job, show)
        folder.mkdir(parents=True, exist_ok=True)
        for fmt in ("png", "pdf"):
            drawing = chart_files(survey, chosen, PAPERS[options.paper], fmt, _DPI, period.key)
            for name, data in finish(drawing, show):
                gone = Leaving(Way.FILE, Path(name).stem, name)
                write_file(store, gone, folder / name, data, by=context.by)
                say(str(folder / name))
    return OK


def pack_meeting(context: Context) -> int:
    """Write the meeting pack of a period into a folder that is not there yet."""
    options = context.options
    folder = Path(options.out).absolute()
    with context.store() as store:
        period = period_of(store, options.period)
        job = pack(
            store,
            (period.first, period.last),
            folder,
            office=context.settings.office,
            by=context.by,
        )
        done = finish(job, show)
    for warning in done.warnings:
        complain(warning)
    if options.json:
        files = [{"file": one.path, "bytes": one.size, "sha256": one.digest} for one in done.files]
        say_json({"folder": str(done.folder), "warnings": list(done.warnings), "files": files})
    else:
        say(f"{done.folder}：已核对 {len(done.files)} 个文件")
    return OK
