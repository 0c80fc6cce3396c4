"""What can be searched of a draft, what a query asks for, and where a draft answers it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from desk.body import Body, Paragraph, Picture, Table
from desk.drafts import Draft, Kind, Status
from desk.folding import fold, folded

Span = tuple[int, int]
_WIDTH = 64  # characters of an excerpt
_SHOWN = 2  # excerpts of a draft
_LEAD = 10  # of them before the first hit
_ISSUE = re.compile(
    r"《?(?P<name>.*?)》?(?:(?P<year>\d{4})年)?(?P<total>总)?第(?P<number>\d{1,6})期"
)


class Field(StrEnum):
    """Where in a draft something was found."""

    TITLE = "标题"
    TEXT = "正文"
    TABLE = "表格"
    CAPTION = "图表名"
    AUTHOR = "作者"
    PHONE = "电话"
    APPROVER = "审核人"
    TOPIC = "选题"
    REMARK = "补充说明"
    SIGNED = "署名"
    FILE = "文件名"
    ORIGINAL = "原稿"
    UNIT = "单位"
    ISSUE = "刊期"


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a draft that can be searched."""

    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a part, from its character ``at``; spans count the piece's own characters."""

    field: Field
    text: str
    spans: tuple[Span, ...]
    at: int = 0
    is_cut: bool = False  # the part goes on behind the piece


@dataclass(frozen=True, slots=True)
class IssueName:
    """The issues a word names: 第12期, 政务信息2026年第12期, 总第120期; "" and 0 are any."""

    number: int
    is_total: bool
    publication: str = ""
    year: int = 0

    @classmethod
    def of(cls, word: str) -> "IssueName | None":
        """What a word in normal form names, None where it names no issue."""
        found = _ISSUE.fullmatch(word)
        if not found:
            return None
        year = int(found["year"] or 0)
        return cls(int(found["number"]), bool(found["total"]), found["name"], year)


@dataclass(frozen=True, slots=True)
class Facets:
    """How many drafts answer a query, and how many each choice of a facet would leave.

    A facet's own choice is left out of its counts, so that another can be made beside it.
    """

    total: int
    statuses: Mapping[Status, int]
    kinds: Mapping[Kind, int]
    years: Mapping[int, int]  # of arrival
    units: Mapping[int, int]
    publications: Mapping[int, int]


def words_of(query: str) -> list[str]:
    """The words of a query in normal form, each once; all of them must be found."""
    return list(dict.fromkeys(fold(query).split()))


def parts_of(draft: Draft) -> Iterator[Part]:
    """Everything of a draft that can be searched; of the original only what differs."""
    yield Part(Field.TITLE, draft.title)
    shown = list(_lines(draft.body))
    yield from shown
    yield from _particulars(draft)
    known = {part.text for part in shown} | {draft.title}
    for part in _lines(draft.original.body):
        if part.text not in known:
            yield Part(Field.ORIGINAL, part.text)


def _particulars(draft: Draft) -> Iterator[Part]:
    fields = (
        (Field.AUTHOR, draft.author),
        (Field.PHONE, draft.phone),
        (Field.APPROVER, draft.approver),
        (Field.TOPIC, "\n".join(draft.topics)),
        (Field.REMARK, draft.remark),
        (Field.SIGNED, draft.signed_as),
        (Field.FILE, draft.original.name),
    )
    for field, text in fields:
        if text:
            yield Part(field, text)


def _lines(body: Body) -> Iterator[Part]:
    for block in body.blocks:
        match block:
            case Paragraph():
                yield Part(Field.TEXT, block.text)
            case Table(rows, _, caption):
                yield Part(Field.CAPTION, caption)
                yield from (Part(Field.TABLE, "\t".join(row)) for row in rows)
            case Picture():
                yield Part(Field.CAPTION, block.caption)


def spans_of(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where words in normal form stand in a text, in its own characters; touching ones joined."""
    normal = fold(text)
    here = [word for word in words if word in normal]
    if not here:
        return ()
    place = folded(text)
    found: list[Span] = []
    for start, end in sorted(_places(place.text, here)):
        begin, close = place.starts[start], place.ends[end - 1]
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], close))
        else:
            found.append((begin, close))
    return tuple(found)


def _places(text: str, words: Iterable[str]) -> Iterator[Span]:
    for word in words:
        start = text.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = text.find(word, start + 1)


def passages(draft: Draft, query: str, beside: Sequence[Part] = ()) -> list[Passage]:
    """The pieces of a draft that show the words of a query best, the title's left out.

    ``beside`` are names of its units and issues, which are searched too. Where only the title has
    the words, or there are none, the text's beginning stands alone.
    """
    words = words_of(query)
    held = [(part, _held(part, words)) for part in (*parts_of(draft), *beside) if part.text]
    titled = {word for part, has in held if part.field is Field.TITLE for word in has}
    chosen: list[tuple[Part, set[str]]] = []
    rest = [pair for pair in held if _shows_more(*pair, titled)]
    missing = set(words)
    while rest and len(chosen) < _SHOWN:
        best = max(rest, key=partial(_worth, missing=missing, titled=titled))
        if chosen and not best[1] & missing:
            break
        rest.remove(best)
        chosen.append(best)
        missing -= best[1]
    found = [_excerpt(part, has) for part, has in chosen]
    return found or [_beginning(part) for part, _ in held if part.field is Field.TEXT][:1]


def _shows_more(part: Part, has: set[str], titled: set[str]) -> bool:
    """Whether a part is worth a line beside the title: a file's name often says the same."""
    running = part.field in (Field.TEXT, Field.TABLE, Field.CAPTION)
    return part.field is not Field.TITLE and bool(has if running else has - titled)


def _held(part: Part, words: Iterable[str]) -> set[str]:
    """The words that a part holds, or names an issue by."""
    normal = fold(part.text)
    found = {word for word in words if word in normal}
    if part.field is Field.ISSUE:
        named = ((word, IssueName.of(word)) for word in words)
        found |= {word for word, name in named if name and f"第{name.number}期" in normal}
    return found


def _worth(pair: tuple[Part, set[str]], missing: set[str], titled: set[str]) -> tuple[int, int]:
    """How much a part shows that no other does; what the title shows already counts less."""
    new = pair[1] & missing
    return len(new - titled), len(new)


def _excerpt(part: Part, words: Iterable[str]) -> Passage:
    """The piece of a part that holds most of its hits."""
    text = part.text.replace("\t", "　").replace("\n", "　")
    spans = spans_of(text, words)
    start = max(spans, key=lambda span: _within(spans, span[0]))[0] if spans else 0
    start = max(0, min(start - _LEAD, len(text) - _WIDTH))
    end = min(len(text), start + _WIDTH)
    kept = [(max(first, start), min(last, end)) for first, last in spans]
    inside = tuple((first - start, last - start) for first, last in kept if first < last)
    return Passage(part.field, text[start:end], inside, start, end < len(text))


def _within(spans: Sequence[Span], start: int) -> int:
    """How many characters of hits an excerpt shows that begins with the hit at ``start``."""
    return sum(last - first for first, last in spans if start <= first and last <= start + _WIDTH)


def _beginning(part: Part) -> Passage:
    return Passage(part.field, part.text[:_WIDTH], (), 0, len(part.text) > _WIDTH)
