"""P18: a paragraph that ends without a full stop."""

import re
from collections.abc import Iterator, Sequence

from desk.checks.masks import HAN, Span
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_SHORTEST = 40
_LONGEST_LINE = 56  # a wrapped line is no longer
_CONTEXT = 8  # characters around the end by which a word is seen
_LIKE = 3  # lines of one width differ by so much
_OPEN_END = re.compile(rf"[{HAN}\d%％℃”》]$")
_SENTENCE = re.compile(r"[，。；]")
_HEADING = re.compile(
    r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.．、]|第[一二三四五六七八九十]+[章节])"
)
_LABEL = re.compile(
    r"[ \u3000]*(?:附件?|注|抄送|报送|发送|主送|抄报|分送|出席|列席|参加|签发|编辑|责任编辑|校对"
    r"|来源|联系人|联系电话|单位|图|表|资料来源)"
    r"[\d一二三四五六七八九十]{0,2}[：: ]"
)
_ITEM = re.compile(r"[ \u3000]*(?:[—\-•·●◆■▪]|[a-zA-Z][.)])")

_NUMBER = re.compile(r"^[ \u3000]*\d{0,2}[、.．]?")


def check(text: Passage) -> Iterator[Hit]:
    """Find long paragraphs of sentences; headings, labels, lists and broken lines left out."""
    places = [(start, start + len(text.text[start:end].rstrip())) for start, end in text.paragraphs]
    places = [span for span in places if text.text[span[0] : span[1]].strip()]
    unmarked = [span for span in places if _OPEN_END.search(text.text, *_tail(span))]
    found = [
        (start, end)
        for start, end in unmarked
        if len(text.text[start:end].strip()) > _SHORTEST
        and _is_running(text, start, end)
        and not _is_wrapped((start, end), unmarked, places)
    ]
    if any(_is_cut(text.text, span, places) for span in found):
        return  # a text that came apart, its paragraphs are none
    for _start, end in found:
        yield Hit(end - 1, end, "段末缺句号。", f"{text.text[end - 1]}。")


def _tail(span: Span) -> Span:
    return span[1] - 1, span[1]


def _is_running(text: Passage, start: int, end: int) -> bool:
    """Whether a paragraph is made of sentences."""
    line = text.text[start:end]
    if _LABEL.match(line) or _ITEM.match(line) or re.search(r"[。！？…]”$", line):
        return False
    own = text.own[start:end]
    return "。" in own if _HEADING.match(line) else bool(_SENTENCE.search(own))


def _is_wrapped(span: Span, unmarked: Sequence[Span], places: Sequence[Span]) -> bool:
    """Whether the paragraph is one line of several that were broken at one width."""
    width = span[1] - span[0]
    if span == places[-1] or width > _LONGEST_LINE:
        return False
    return any(other != span and abs(other[1] - other[0] - width) <= _LIKE for other in unmarked)


def _is_cut(text: str, span: Span, places: Sequence[Span]) -> bool:
    """Whether a word runs on from the end of a paragraph into the next one."""
    from desk.checks.words import words_in  # noqa: PLC0415 - heavy, loaded on use

    following = next((start for start, _end in places if start > span[0]), None)
    if following is None:
        return False
    head = _NUMBER.sub("", text[following : following + _CONTEXT])
    tail = text[max(span[0], span[1] - _CONTEXT) : span[1]]
    return any(start < len(tail) < end for start, end in words_in(tail + head).items())


RULE = Rule(
    code="P18",
    name="段末缺句号",
    severity=Severity.WARNING,
    summary="段落末尾用句号。",
    reason="一句话说完要有句末点号；标题、名单和断行除外。",
    source="GB/T 15834—2011 4.1",
    bad="9月以来，云岭县组织干部326人对12个乡镇的地质灾害隐患点逐一排查，发现并整改问题48个，转移群众62人",
    good="9月以来，云岭县组织干部326人对12个乡镇的地质灾害隐患点逐一排查，发现并整改问题48个，转移群众62人。",
    check=check,
    needs=Need.BODY,
    by_paragraph=False,
)
