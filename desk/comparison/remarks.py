"""Changes that are not of characters, in words: weight, level, splits, header rows, pictures."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desk.body import Level, Paragraph, Picture, Table
from desk.comparison.model import Pieces, Sort

_LEVELS = {
    Level.PLAIN: "正文",
    Level.FIRST: "“一、”级",
    Level.SECOND: "“（一）”级",
    Level.THIRD: "“1.”级",
    Level.FOURTH: "“（1）”级",
}
_SHOWN = 12  # characters of an example


def of_paragraphs(
    old: Sequence[Paragraph], new: Sequence[Paragraph], pieces: Pieces
) -> Iterator[str]:
    """What changed beside the characters of a paragraph, or of one that was split or joined."""
    if len(old) != len(new):
        count, others = len(old), len(new)
        yield (
            f"一段分成{others}段"
            if count == 1
            else f"{count}段并成{others if others > 1 else '一'}段"
        )
    if old[0].level is not new[0].level:
        yield f"层级由{_LEVELS[old[0].level]}改为{_LEVELS[new[0].level]}"
    weights = list(_weights(_flags(old), _flags(new), pieces))
    for bold, word in ((True, "加粗"), (False, "取消加粗")):
        texts = [text for is_bold, text in weights if is_bold is bold]
        if texts:
            more = f"等{len(texts)}处" if len(texts) > 1 else ""
            yield f"{word}“{_short(texts[0])}”{more}"


def _flags(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Whether each character is bold, the line feeds between paragraphs too."""
    found: list[bool] = []
    for at, paragraph in enumerate(paragraphs):
        if at:
            found.append(False)
        for run in paragraph.runs:
            found += [run.bold] * len(run.text)
    return found


def _weights(
    old: Sequence[bool], new: Sequence[bool], pieces: Pieces
) -> Iterator[tuple[bool, str]]:
    """The kept words whose weight changed, with their new weight."""
    at = place = 0
    for piece in pieces:
        size = len(piece.text)
        if piece.sort is Sort.KEPT:
            pairs = zip(old[at : at + size], new[place : place + size], piece.text, strict=True)
            for (before, after), same in groupby(pairs, key=lambda one: one[:2]):
                text = "".join(char for *_, char in same).strip()
                if before is not after and text:
                    yield after, text
        at += size if piece.sort is not Sort.COME else 0
        place += size if piece.sort is not Sort.GONE else 0


def of_tables(old: Table, new: Table) -> Iterator[str]:
    """What changed beside the cells of a table."""
    if old.header_rows != new.header_rows:
        yield f"表头由{old.header_rows}行改为{new.header_rows}行"


def of_pictures(old: Picture, new: Picture) -> Iterator[str]:
    """What changed beside the caption of a picture."""
    if old.size is not new.size:
        yield f"图片由{old.size}改为{new.size}"
    if old.caption != new.caption:
        yield "图题有改动"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
