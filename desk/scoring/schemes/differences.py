"""What differs between two schemes, in the office's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from desk.publications import Publication
from desk.scoring.clauses.clause import Clause
from desk.scoring.figures import printed
from desk.scoring.scheme import TABLES, Scheme
from desk.scoring.schemes.changes import head_changes
from desk.scoring.wording.rows import in_words

HEAD, GRID, CLASSES, WINDOWS = "基本情况", "采用分值", "刊物类别", "周期"


class Change(StrEnum):
    """What became of a row."""

    ADDED = "增加"
    GONE = "去掉"
    CHANGED = "改动"
    MOVED = "移动"


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that differs; ``before`` and ``after`` are "" where there is none."""

    table: str
    change: Change
    before: str
    after: str


def differences(
    old: Scheme, new: Scheme, publications: Sequence[Publication]
) -> tuple[Difference, ...]:
    """What the new scheme says differently, table by table."""
    found = [
        Difference(HEAD, Change.CHANGED, f"{label}：{before}", f"{label}：{after}")
        for label, before, after in head_changes(old, new)
    ]
    found += _keyed(GRID, _grid(old, publications), _grid(new, publications))
    found += _keyed(CLASSES, _classes(old), _classes(new))
    found += _keyed(WINDOWS, _windows(old), _windows(new))
    for kind in TABLES:
        found += _of_rows(kind.table, _rows(old, kind), _rows(new, kind))
    return tuple(found)


def _keyed(table: str, before: dict[str, str], after: dict[str, str]) -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key, ""), after.get(key, "")
        if was != now:
            yield _difference(table, was, now)


def _difference(table: str, was: str, now: str) -> Difference:
    change = Change.CHANGED if was and now else Change.ADDED if now else Change.GONE
    return Difference(table, change, was, now)


def _grid(scheme: Scheme, publications: Sequence[Publication]) -> dict[str, str]:
    held = {one.id: one for one in publications}
    told = {}
    for rule in scheme.rules:
        publication = held.get(rule.publication_id)
        section = publication.section(rule.section_id) if publication else None
        place = f"《{publication.name if publication else rule.publication_id}》"
        place += f"“{section.name}”" if section else ""
        composite = "" if rule.composite is None else f"，综合 {printed(rule.composite)} 分"
        told[place] = f"{place}{printed(rule.points)} 分{composite}"
    return told


def _classes(scheme: Scheme) -> dict[str, str]:
    return {one.publication: f"《{one.publication}》属于“{one.name}”" for one in scheme.carriers}


def _windows(scheme: Scheme) -> dict[str, str]:
    return {
        f"{one.span}{one.name}": f"{one.span}“{one.name}”：{day_words(one.first)}"
        f"到{day_words(one.last)}"
        for one in scheme.windows
    }


def day_words(day: tuple[int, int]) -> str:
    """A day of any year: 7月1日."""
    return f"{day[0]}月{day[1]}日"


def _rows(scheme: Scheme, kind: type[Clause]) -> list[Clause]:
    return [one for one in scheme.clauses if type(one) is kind]


def _of_rows(table: str, old: list[Clause], new: list[Clause]) -> Iterator[Difference]:
    gone: list[Clause] = []
    come: list[Clause] = []
    for tag, first, last, start, stop in SequenceMatcher(
        a=list(map(repr, old)), b=list(map(repr, new)), autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and last - first == stop - start:
            for was, now in zip(old[first:last], new[start:stop], strict=True):
                yield Difference(table, Change.CHANGED, _told(was), _told(now))
        else:
            gone += old[first:last]
            come += new[start:stop]
    yield from _apart(table, gone, come)


def _apart(table: str, gone: list[Clause], come: list[Clause]) -> Iterator[Difference]:
    for one in gone:
        if one in come:
            come.remove(one)
            yield Difference(table, Change.MOVED, _told(one), _told(one))
        else:
            yield Difference(table, Change.GONE, _told(one), "")
    for one in come:
        yield Difference(table, Change.ADDED, "", _told(one))


def _told(clause: Clause) -> str:
    code = f"{clause.code}　" if clause.code else ""
    source = f"（依据：{clause.source}）" if clause.source else ""
    return f"{code}{in_words(clause)}{source}"
