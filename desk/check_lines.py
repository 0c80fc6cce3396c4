"""Use case: check texts that come one a line as JSON (the contract of ``check --jsonl``)."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from desk.checks.engine import check
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Finding
from desk.drafts import Kind
from desk.errors import DeskError


def json_of(finding: Finding) -> dict[str, Any]:
    """A finding as the contract of ``check --jsonl`` has it."""
    return {
        "rule": finding.rule,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "severity": finding.severity.value,
        "message": finding.message,
        "fix": finding.fix,
    }


def _stop(error: DeskError) -> None:
    raise error


def check_lines(lines: Iterable[str], refuse: Callable[[DeskError], None] = _stop) -> Iterator[str]:
    """Check one draft a line and yield one JSON line for each, in order; empty lines are skipped.

    ``refuse`` gets an error for each line that is no JSON object, has no ``id`` or a wrong value;
    when it returns, the other lines are checked all the same.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                record = _record(line, number)
                manuscript = _manuscript(record, number)
            except DeskError as error:
                refuse(error)
                continue
            findings = [json_of(finding) for finding in check(manuscript)]
            answer = json.dumps({"id": record["id"], "findings": findings}, ensure_ascii=False)
            yield answer.encode("utf-8", "backslashreplace").decode("utf-8")


def _record(line: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        message = f"第{number}行不是有效的JSON，请检查这一行的引号、逗号和括号后重试。"
        raise DeskError(message) from error
    if not isinstance(record, dict):
        raise DeskError(f"第{number}行不是一个JSON对象，请每行写一篇稿件，用花括号括起来。")
    if record.get("id") is None:
        raise DeskError(f"第{number}行没有“id”，请给每篇稿件写上编号。")
    return record


def _manuscript(record: dict[str, Any], number: int) -> Manuscript:
    meta = record.get("meta") or {}
    if not isinstance(meta, dict):
        raise DeskError(f"第{number}行的“meta”不是一个JSON对象，请用花括号括起来。")
    body, fragment = _text(record, "body", number), _text(record, "text", number)
    return Manuscript(
        title=_text(record, "title", number),
        body=body or fragment,
        kind=next((kind for kind in Kind if kind.value == record.get("kind")), None),
        report_date=_date(meta, "report_date", number),
        event_date=_date(meta, "event_date", number),
        units=_units(meta, number),
        is_fragment=bool(fragment) and not body,
    )


def _text(record: dict[str, Any], key: str, number: int) -> str:
    value = record.get(key) or ""
    if not isinstance(value, str):
        raise DeskError(f"第{number}行的“{key}”不是文字，请写成带引号的字符串。")
    return value


def _date(meta: dict[str, Any], key: str, number: int) -> date | None:
    value = _text(meta, key, number)
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError as error:
        message = f"第{number}行的“{key}”不是日期，请写成“2026-03-05”的样子。"
        raise DeskError(message) from error


def _units(meta: dict[str, Any], number: int) -> tuple[str, ...]:
    value = meta.get("unit")
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    name = _text(meta, "unit", number)
    return (name,) if name else ()
