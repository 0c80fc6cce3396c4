"""Break a paragraph into lines by GB/T 15834-2011 5.1: no squeezing, no hanging marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Also written into the .docx, so that Word and WPS break by the same list.
NO_START = (
    "!%),.:;?]}¢°·ˇ―’”…—‰′″℃℉、。〃々〉》」』】〕〗〞！＂％＇），．：；？］｀｜｝～￠"
    "㎡㎏㎎㎞㎝㎜㎥㏄㎢㎖²³"
)
NO_END = "$([{£¥‘“〈《「『【〔〖〝＄（［｛￡￥№±−＋－"

_TOKEN = re.compile(r"[!-~][!-~°²³]*|.", re.DOTALL)  # 36°C and 20km² are words too
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    width: float
    after: float  # of its width, what it loses at the end of a line
    no_start: bool
    no_end: bool
    space: bool


def break_lines(
    text: str,
    widths: Sequence[float],
    first: float,
    rest: float,
    trackings: Sequence[float] = (),
) -> list[tuple[int, int]]:
    """Cut a text into lines ``[start, end)`` no wider than ``first``, then ``rest``.

    ``widths`` holds one width a character, with the tracking that it loses at the end of a line.
    A space hangs over the end of its line.
    A forbidden start or end stands only where the line would otherwise be empty.
    """
    tokens = _tokens(text, widths, min(first, rest), trackings or (0.0,) * len(text))
    lines: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        end = _line_end(tokens, at, rest if lines else first)
        lines.append((tokens[at].start, tokens[end - 1].end))
        at = end
    return lines


def whole_words(text: str) -> set[int]:
    """The places where a text may be cut without cutting a word or a number."""
    inside = (range(one.start() + 1, one.end()) for one in _TOKEN.finditer(text))
    return set(range(len(text) + 1)).difference(*inside)


def _line_end(tokens: list[_Token], at: int, limit: float) -> int:
    """The index of the token that begins the next line."""
    used = 0.0
    full = at
    while full < len(tokens):
        token = tokens[full]
        used += token.width
        if used - token.after > limit + _SLACK and not token.space and full > at:
            break
        full += 1
    if full == len(tokens):
        return full
    legal = full
    while legal > at and (tokens[legal].no_start or tokens[legal - 1].no_end):
        legal -= 1
    return legal if legal > at else full


def _tokens(
    text: str, widths: Sequence[float], limit: float, trackings: Sequence[float]
) -> list[_Token]:
    """Words and numbers stay whole; other characters are tied only by what may begin a line."""
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        whole = end - start == 1 or sum(widths[start:end]) <= limit
        cuts = [(start, end)] if whole else [(at, at + 1) for at in range(start, end)]
        tokens += [_token(text, widths, cut, trackings[cut[1] - 1]) for cut in cuts]
    return tokens


def _token(text: str, widths: Sequence[float], cut: tuple[int, int], after: float) -> _Token:
    start, end = cut
    space = text[start] == " "
    return _Token(
        start,
        end,
        sum(widths[start:end]),
        after,
        no_start=space or text[start] in NO_START,
        no_end=text[end - 1] in NO_END,
        space=space,
    )
