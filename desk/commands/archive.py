"""`issue export --year 2026 --out DIR`: a year of issues as a folder for the archives."""

from pathlib import Path

from desk.archive.exporting import export_year
from desk.commands.context import OK, Context, complain, say, say_json, show
from desk.jobs import finish


def export(context: Context) -> int:
    """Write the folder, which must not be there yet, and say what was checked."""
    folder, year = Path(context.options.out).absolute(), context.options.year
    with context.store() as store:
        job = export_year(store, year, folder, context.settings.office, by=context.by)
        done = finish(job, show)
    for name in done.left_out:
        complain(f"{name}没有定版文件，没有导出。")
    if context.options.json:
        say_json({"folder": str(done.folder), "issues": done.issues, "files": done.files})
    else:
        say(f"{done.folder}：{done.issues} 期，已核对 {done.files} 个文件")
    return OK
