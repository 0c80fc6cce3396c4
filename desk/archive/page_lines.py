"""Find the items of an issue again in the text of its pages."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

_FOLIO = re.compile(r"[—－-]\s*\d+\s*[—－-]")  # — 3 —
_TAIL = re.compile(r"(?:报|送|发|主送|抄送|编辑|责任编辑)\s*：")
_NUMBER = re.compile(r"^[◆★●■]?(?:[（(]?(?:\d+|[一二三四五六七八九十百]+)[)）．.、])?")
_LEADERS = re.compile(r"[…．.·]+\d*$|\d+$")  # what follows a title in the contents list
_FRAMES = "【】〔〕[]·◆★●　 "
_TITLE_LINES = 4
_Place = tuple[int, int, str]  # lines from and up to, and what runs on behind a title


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and its page, from 1."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was printed under a title: the page of the title, the text, where pages turn in it."""

    page: int
    text: str
    turns: tuple[int, ...]


def lines_of(pages: Iterable[str]) -> list[Line]:
    """The lines of pages without their numbers and empty lines."""
    return [
        Line(number, line.strip())
        for number, page in enumerate(pages, start=1)
        for line in page.splitlines()
        if line.strip() and not _FOLIO.fullmatch(line.strip())
    ]


def stretches(
    lines: Sequence[Line], titles: Sequence[str], headings: Collection[str]
) -> list[Stretch | None]:
    """What stands under each title, None where it is not found; titles stand in printing order.

    ``headings`` of sections and what is printed at the foot belong to no item.
    """
    places: list[_Place | None] = []
    limit = len(lines)
    for title in reversed(titles):
        found = _find(lines[:limit], title)
        places.insert(0, found)
        limit = found[0] if found else limit
    last = next((place[1] for place in reversed(places) if place), 0)
    starts = [place[0] for place in places if place] + [_foot(lines, last)]
    found_stretches: list[Stretch | None] = []
    for place in places:
        if place is None:
            found_stretches.append(None)
            continue
        end = next(start for start in starts if start > place[0])
        begun, behind, rest = place
        first = [Line(lines[behind - 1].page, rest)] if rest else []
        under = [*first, *lines[behind:end]]
        found_stretches.append(_stretch(lines[begun].page, under, headings))
    return found_stretches


def joined(parts: Iterable[str]) -> str:
    """Lines as running text: a blank only where two latin words would meet."""
    text = ""
    for part in parts:
        text += f" {part}" if _meet(text, part) else part
    return text


def _meet(text: str, part: str) -> bool:
    ends = text[-1:] + part[:1]
    return bool(text and part) and ends.isascii() and ends.isalnum()


def _find(lines: Sequence[Line], title: str) -> _Place | None:
    """The last place where a title stands alone, else the first one where it begins a line.

    The last, as a contents list may name it before.
    """
    wanted = _bare(title)
    alone: _Place | None = None
    run_on: _Place | None = None
    for at in range(len(lines)):
        for end, rest in _matches(lines, wanted, at):
            if rest:
                run_on = run_on or (at, end, rest)
            else:
                alone = (at, end, "")
    return alone or run_on


def _matches(lines: Sequence[Line], wanted: str, at: int) -> Iterator[tuple[int, str]]:
    """Where a title that begins with a line ends, its number left out or not."""
    first = _bare(lines[at].text)
    for begun in {first, _NUMBER.sub("", first)}:
        if not begun or not (wanted.startswith(begun) or begun.startswith(wanted)):
            continue
        held = begun
        for end in range(at + 1, min(at + _TITLE_LINES, len(lines)) + 1):
            held += _bare(lines[end - 1].text) if end > at + 1 else ""
            if held.startswith(wanted):
                if not _LEADERS.match(held[len(wanted) :]):
                    yield end, held[len(wanted) :]
                break


def _foot(lines: Sequence[Line], start: int) -> int:
    """Where the foot of the last page begins, behind a line."""
    last = lines[-1].page if lines else 0
    for at in range(start, len(lines)):
        if lines[at].page == last and _TAIL.match(lines[at].text):
            return at
    return len(lines)


def _stretch(page: int, lines: Sequence[Line], headings: Collection[str]) -> Stretch:
    kept = list(lines)
    if kept and kept[-1].text.strip(_FRAMES) in headings:
        kept.pop()
    return Stretch(page, joined(line.text for line in kept), tuple(_turns(page, kept)))


def _turns(page: int, lines: Iterable[Line]) -> Iterator[int]:
    """Where in the joined text another page begins."""
    text, now = "", page
    for line in lines:
        while now < line.page:
            now += 1
            yield len(text)
        text = joined((text, line.text))


def _bare(text: str) -> str:
    return "".join(text.split())
