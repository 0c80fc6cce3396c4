"""Compare two texts character by character, in pieces that read as words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desk.comparison.model import Piece, Pieces, Sort

# A figure is one thing: 12.4% that becomes 12.9% is read as a whole.
_FINE = re.compile(r"\d+(?:[.,]\d+)*[%％‰]?|[A-Za-z]+|.", re.DOTALL)
_COARSE = re.compile(r"[^。；\n]*[。；\n]|[^。；\n]+")
_MOST_CELLS = 3 * 10**8  # of the matrix behind a comparison, a bit each
_SLIGHT = 6  # characters between two changes that may go with them
_LEAST_CORE = 3  # characters that a change may leave in its middle
_MOST_SEARCHED = 40_000  # pairs of characters, for such a middle
_STOPS = frozenset("。；！？\n")
_BREAKS = frozenset("，、：”）》")
_FARTHEST = 80  # characters a change is slid to a better place
_OPENING = frozenset("（“《")


@dataclass(slots=True)
class _Edit:
    """A change, and what is kept before it."""

    kept: str
    gone: str
    come: str

    @property
    def weight(self) -> int:
        return max(len(self.gone), len(self.come))


def compare_texts(old: str, new: str) -> Pieces:
    """The pieces of two texts; a change has what went before what came."""
    if old == new:
        return (Piece(Sort.KEPT, old),) if old else ()
    edits, rest = _edits(old, new)
    edits = [part for edit in _clean(edits) for part in _parted(edit)]
    rest = _slide(edits, rest)
    return tuple(_pieces(edits, rest))


def _edits(old: str, new: str) -> tuple[list[_Edit], str]:
    """The smallest change, and what is kept after it."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - heavy, loaded on use

    found: list[_Edit] = []
    kept = ""
    left, right = _tokens(old, new)
    for code in Indel.opcodes(left, right):
        gone = "".join(left[code.src_start : code.src_end])
        come = "".join(right[code.dest_start : code.dest_end])
        if code.tag == "equal":
            kept += come
            continue
        if found and not kept:
            found[-1].gone += gone
            found[-1].come += come
        else:
            found.append(_Edit(kept, gone, come))
            kept = ""
    return found, kept


def _tokens(old: str, new: str) -> tuple[Sequence[str], Sequence[str]]:
    """Both texts cut as finely as can be compared in time."""
    for cut in (_FINE, _COARSE):
        tokens = cut.findall(old), cut.findall(new)
        if len(tokens[0]) * len(tokens[1]) <= _MOST_CELLS:
            return tokens
    return [old], [new]


def _clean(edits: list[_Edit]) -> list[_Edit]:
    """Let a few kept characters between larger changes go with them."""
    found: list[_Edit] = []
    for edit in edits:
        while found and _is_slight(found[-1], edit):
            before = found.pop()
            gone, come = (before.gone + edit.kept + edit.gone, before.come + edit.kept + edit.come)
            edit = _trimmed(_Edit(before.kept, gone, come))  # noqa: PLW2901 - it grows
        found.append(edit)
    return found


def _is_slight(before: _Edit, edit: _Edit) -> bool:
    length = len(edit.kept)
    if length > min(_SLIGHT, before.weight, edit.weight):
        return False
    return not _STOPS & set(edit.kept)


def _trimmed(edit: _Edit) -> _Edit:
    """A change without the beginning that both its sides share."""
    most = min(len(edit.gone), len(edit.come))
    head = next((at for at in range(most) if edit.gone[at] != edit.come[at]), most)
    return _Edit(edit.kept + edit.gone[:head], edit.gone[head:], edit.come[head:])


def _parted(edit: _Edit) -> Iterator[_Edit]:
    """A change around the words that make up much of its shorter side."""
    gone, come = _FINE.findall(edit.gone), _FINE.findall(edit.come)
    size = min(len(gone), len(come))
    if size >= _LEAST_CORE and len(gone) * len(come) <= _MOST_SEARCHED:
        core = SequenceMatcher(None, gone, come, autojunk=False).find_longest_match()
        if core.size >= max(_LEAST_CORE, size // 3):
            end, close = core.a + core.size, core.b + core.size
            yield _Edit(edit.kept, "".join(gone[: core.a]), "".join(come[: core.b]))
            core_text = "".join(gone[core.a : end])
            yield _Edit(core_text, "".join(gone[end:]), "".join(come[close:]))
            return
    yield edit


def _slide(edits: list[_Edit], rest: str) -> str:
    """Move what only came or only went to where a sentence or word begins; returns the rest."""
    for at, edit in enumerate(edits):
        if bool(edit.gone) == bool(edit.come):
            continue
        after = edits[at + 1].kept if at + 1 < len(edits) else rest
        edit.kept, text, after = _slid(edit.kept, edit.gone or edit.come, after)
        edit.gone, edit.come = (text, "") if edit.gone else ("", text)
        if at + 1 < len(edits):
            edits[at + 1].kept = after
        else:
            rest = after
    return rest


def _slid(before: str, text: str, after: str) -> tuple[str, str, str]:
    whole, begin, length = before + text + after, len(before), len(text)
    first = last = begin
    while first and begin - first < _FARTHEST and whole[first - 1] == whole[first - 1 + length]:
        first -= 1
    end = len(whole) - length
    while last < end and last - begin < _FARTHEST and whole[last] == whole[last + length]:
        last += 1
    best = max(
        range(first, last + 1),
        key=lambda at: (_seam(whole, at) + _seam(whole, at + length), -abs(at - begin)),
    )
    return whole[:best], whole[best : best + length], whole[best + length :]


def _seam(text: str, at: int) -> int:
    """How well a text may be parted before a character."""
    if at in (0, len(text)) or text[at - 1] in _STOPS:
        return 6
    if text[at - 1] in _BREAKS or text[at] in _OPENING:
        return 3
    if (
        text[at - 1].isalnum()
        and text[at - 1].isascii()
        and text[at].isalnum()
        and text[at].isascii()
    ):
        return -9
    return 0


def _pieces(edits: Sequence[_Edit], rest: str) -> Iterator[Piece]:
    gone = come = ""
    for edit in edits:
        if edit.kept:
            yield from _change(gone, come)
            yield Piece(Sort.KEPT, edit.kept)
            gone = come = ""
        gone += edit.gone
        come += edit.come
    yield from _change(gone, come)
    if rest:
        yield Piece(Sort.KEPT, rest)


def _change(gone: str, come: str) -> Iterator[Piece]:
    if gone:
        yield Piece(Sort.GONE, gone)
    if come:
        yield Piece(Sort.COME, come)
