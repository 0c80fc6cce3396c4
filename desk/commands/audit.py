"""`audit`: the trail on paper or on the screen, and whether all of it is there."""

from collections.abc import Sequence
from pathlib import Path

from desk.audit import LEAVING, AuditQuery
from desk.audit_check import check_trail, known_heads
from desk.audit_lines import AuditLine, lines_of
from desk.auditing import By
from desk.commands.context import OK, REFUSED, Context, complain, say, say_json, show
from desk.errors import DeskError
from desk.jobs import finish
from desk.leaving import Leaving, Way, write_file
from desk.office_clock import second_words
from desk.reports.list_sheet import list_workbook
from desk.reports.plain_csv import csv_bytes
from desk.store import Store

_HEADINGS = ("时间", "姓名", "操作", "涉及", "内容")
_KEYS = ("when", "who", "action", "concerns", "detail")


def audit(context: Context) -> int:
    """List, write or check the trail."""
    options = context.options
    with context.store() as store:
        if options.verify:
            return _verify(store)
        with store.read() as work:
            lines = lines_of(work, work.audit.ids(_query(context)))
        if options.out:
            _write(store, Path(options.out), lines, context.by)
    if options.json:
        say_json([dict(zip(_KEYS, _texts(one), strict=True)) for one in lines])
    elif options.out:
        say(f"{len(lines)} 条操作记录已写入 {options.out}")
    else:
        for one in lines:
            say("\t".join(_texts(one)))
    return OK


def _query(context: Context) -> AuditQuery:
    options = context.options
    return AuditQuery(
        options.first,
        options.last,
        options.who or "",
        beginnings=LEAVING if options.leaving else (),
        words=options.words or "",
    )


def _verify(store: Store) -> int:
    found = finish(check_trail(store, known_heads(store)), show)
    (complain if found.faults else say)(found.words)
    return REFUSED if found.faults else OK


def _texts(one: AuditLine) -> tuple[str, ...]:
    record = one.record
    when = second_words(record.when)
    return when, record.who, record.action, one.concerns, " ".join(record.detail.split())


def _write(store: Store, path: Path, lines: Sequence[AuditLine], by: By) -> None:
    rows = [_texts(one) for one in lines]
    if path.suffix.lower() == ".xlsx":
        data = list_workbook("操作记录", _HEADINGS, rows)
    elif path.suffix.lower() == ".csv":
        data = csv_bytes([_HEADINGS, *rows])
    else:
        raise DeskError(f"不认识“{path.suffix}”这种文件。请把文件名写成 .xlsx 或 .csv。")
    gone = Leaving(Way.FILE, f"操作记录 {len(rows)} 条", path.name)
    write_file(store, gone, path, data, by=by)
