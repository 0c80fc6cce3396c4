"""Which stretches of a text are not the author's own prose: titles, quotations, addresses."""

import re
from collections.abc import Iterable
from functools import lru_cache

Span = tuple[int, int]

HAN = "〇\u3400-\u4dbf\u4e00-\u9fff"
BLANK = "\x00"  # stands for a masked character, so that offsets stay and no pattern matches

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[!-~]+|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
_STRAIGHT = re.compile(r'"[^"\n]*"')
_SPEECH = re.compile(r"(?:说|说道|表示|写道)[：:](?![“\"])[^。！？\n]*")
_STOP = re.compile(r"[。！？\n]|$")


def addresses(text: str) -> list[Span]:
    """Web and mail addresses, without the marks that follow them."""
    return [
        (match.start(), match.start() + len(match[0].rstrip(",.;:!?)")))
        for match in _ADDRESS.finditer(text)
    ]


def enclosed(text: str, opener: str, closer: str) -> list[Span]:
    """Outermost stretches between two marks, marks included.

    An opener without its closer reaches to the end of its line where it begins a quotation
    that may run over several paragraphs, else to the end of its sentence.
    """
    spans: list[Span] = []
    if opener not in text:
        return spans
    start, depth = 0, 0
    for match in re.finditer(f"[{opener}{closer}\n]", text):
        place, sign = match.start(), match[0]
        if sign == opener:
            start, depth = (start, depth + 1) if depth else (place, 1)
        elif sign == closer and depth:
            depth -= 1
            if not depth:
                spans.append((start, place + 1))
        elif sign == "\n" and depth:
            spans.append((start, _reach(text, start)))
            depth = 0
    if depth:
        spans.append((start, _reach(text, start)))
    return spans


def _reach(text: str, opener: int) -> int:
    """Where a quotation that is never closed is taken to end."""
    before = text[:opener].rstrip(" \u3000")
    if not before or before[-1] in "：:\n":
        line_end = text.find("\n", opener)
        return len(text) if line_end < 0 else line_end
    stop = _STOP.search(text, opener)
    return stop.start() if stop else len(text)


def own_prose(text: str) -> str:
    """The text with works, quotations, reported speech and addresses blanked out."""
    return "\n".join(map(_own_line, text.split("\n")))


def printed_prose(text: str) -> str:
    """The text with only web and mail addresses blanked out."""
    return "\n".join(map(_printed_line, text.split("\n")))


@lru_cache(maxsize=4096)
def _own_line(line: str) -> str:
    return blanked(line, foreign(line))


@lru_cache(maxsize=4096)
def _printed_line(line: str) -> str:
    return blanked(line, addresses(line))


def foreign(text: str) -> list[Span]:
    """All that wording rules must not read: works, quotations, reported speech, addresses."""
    spans = addresses(text) + enclosed(text, "《", "》") + enclosed(text, "“", "”")
    spans += [match.span() for match in _STRAIGHT.finditer(text)]
    return spans + [match.span() for match in _SPEECH.finditer(text)]


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans blanked out, equally long."""
    signs = list(text)
    for start, end in spans:
        signs[start:end] = BLANK * (end - start)
    return "".join(signs)
