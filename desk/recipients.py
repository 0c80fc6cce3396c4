"""发送范围: recipients as they are typed, pasted from a table, or named in the 报尾."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desk.publications import Recipient, Way

_WAYS = {
    "报": Way.REPORT, "呈报": Way.REPORT, "主报": Way.REPORT, "抄报": Way.REPORT,
    "送": Way.SEND, "主送": Way.SEND, "抄送": Way.SEND,
    "发": Way.ISSUE, "印发": Way.ISSUE, "下发": Way.ISSUE,
}  # fmt: skip
_HEAD = re.compile(rf"\s*({'|'.join(sorted(_WAYS, key=len, reverse=True))})\s*[：:]\s*")
_NAMES = re.compile(r"[、，,；;。\s]+(?![^（(]*[）)])")  # what stands in brackets belongs together
_COPIES = re.compile(r"\s*([0-9]{1,4})\s*份?\s*")


def named_in(lines: Iterable[str]) -> tuple[Recipient, ...]:
    """The recipients in lines of the 报尾; a line without 报, 送 or 发 goes on with the last."""
    found: dict[tuple[Way, str], Recipient] = {}
    way = Way.ISSUE
    for line in lines:
        head = _HEAD.match(line)
        way = _WAYS[head[1]] if head else way
        for name in _NAMES.split(line[head.end() :] if head else line):
            if name:
                found.setdefault((way, name), Recipient(way, name))
    return tuple(found.values())


def with_missing(present: Sequence[Recipient], named: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Those present as they are, then those named who are not among them."""
    held = {(one.way, one.name) for one in present}
    return (*present, *(one for one in named if (one.way, one.name) not in held))


def pasted(text: str) -> tuple[Recipient, ...]:
    """Rows of a table: 报/送/发, name and copies in any order; without them 发 and one copy."""
    return tuple(one for line in text.splitlines() for one in _from_row(line.split("\t")))


def _from_row(cells: Sequence[str]) -> Iterator[Recipient]:
    """One recipient; none where the row has no name or is a heading."""
    made = Recipient(Way.ISSUE, "")
    for cell in (one.strip() for one in cells):
        copies = _COPIES.fullmatch(cell)
        if cell.rstrip("：:") in _WAYS:
            made = replace(made, way=_WAYS[cell.rstrip("：:")])
        elif copies:
            made = replace(made, copies=int(copies[1]))
        elif cell and not made.name:
            made = replace(made, name=cell)
    if made.name and made.name not in _HEADINGS:
        yield made


_HEADINGS = ("单位", "名称", "发送单位", "单位或职务", "方式", "报送发")


def copies_for(recipients: Iterable[Recipient]) -> int:
    """How many copies all of them get."""
    return sum(one.copies for one in recipients)
