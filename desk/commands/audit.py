"""`audit`: the trail on paper or on the screen, and whether all of it is there."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from desk.audit import LEAVING, AuditQuery
from desk.audit_check import check_trail, known_heads
from desk.audit_lines import AuditLine, lines_of
from desk.auditing import By, note
from desk.commands.context import OK, REFUSED, Context, complain, say, say_json, show
from desk.errors import DeskError
from desk.jobs import finish
from desk.office_clock import office_time
from desk.reports.list_sheet import list_workbook
from desk.store import Store

_HEADINGS = ("时间", "姓名", "操作", "涉及", "内容")
_KEYS = ("when", "who", "action", "concerns", "detail")
_FORMULA = tuple("=+-@\t\r")  # a cell that begins so would be reckoned by the program that opens it


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
    when = f"{office_time(record.when):%Y-%m-%d %H:%M:%S}"
    return when, record.who, record.action, one.concerns, " ".join(record.detail.split())


def _write(store: Store, path: Path, lines: Sequence[AuditLine], by: By) -> None:
    rows = [_texts(one) for one in lines]
    if path.suffix.lower() == ".xlsx":
        data = list_workbook("操作记录", _HEADINGS, rows)
    elif path.suffix.lower() == ".csv":
        data = _as_csv(rows)
    else:
        raise DeskError(f"不认识“{path.suffix}”这种文件。请把文件名写成 .xlsx 或 .csv。")
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(data)
    partial.replace(path)
    with store.begin() as work:
        note(work, by, "导出操作记录", "audit", f"{path}，{len(rows)} 条")


def _as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_HEADINGS)
    writer.writerows(
        [f"'{one}" if one.startswith(_FORMULA) else one for one in row] for row in rows
    )
    return file.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
