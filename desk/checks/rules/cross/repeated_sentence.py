"""X01: a sentence or paragraph stands twice in the text."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN, Span
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Place, Rule, Severity
from desk.checks.whole import Whole

_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十]{1,3}[，、]|[（(]?[一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.．、](?!\d)|[①-⑳]|首先|其次|再次|最后|同时|另外|此外)"
)
_UNSAID = re.compile(rf"[^{HAN}\dA-Za-z.%％·/]+")
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十两百千万亿半]")
_LEAST = 12  # characters of a sentence: shorter ones are headings and set phrases
_LEAST_ALIKE = 28  # of one that is told again in other words
_ALIKE = 90


def judge(whole: Whole) -> Iterator[Hit]:
    """Find sentences told before, word for word or nearly so; the later one goes."""
    body = whole.body
    told: list[str] = []
    known: dict[str, Span] = {}
    for start, end in _sentences(body):
        key = _UNSAID.sub("", body.text[start:end])
        before = known.get(key) or _alike(key, told, known)
        if len(key) < _LEAST:
            continue
        if before is None:
            known[key] = (start, end)
            told.append(key)
            continue
        yield _hit(whole, before, (start, end), is_same=key in known)


def _sentences(body: Passage) -> Iterator[Span]:
    for start, end in body.sentences:
        if body.text[end - 1] != "：":
            yield start + _numbering(body.text[start:end]), end


def _numbering(sentence: str) -> int:
    number = _NUMBERING.match(sentence)
    return number.end() if number else 0


def _alike(key: str, told: list[str], known: dict[str, Span]) -> Span | None:
    """The sentence before that differs in a few characters, but in no figure and no word."""
    if len(key) < _LEAST_ALIKE:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, loaded on use
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - as above

    for other, _score, _place in process.extract(
        key, told, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3
    ):
        steps = Levenshtein.opcodes(other, key)
        names_another = any(
            step.tag == "replace" and step.dest_end - step.dest_start > 1 for step in steps
        )
        if not names_another and _FIGURE.findall(other) == _FIGURE.findall(key):
            return known[other]
    return None


def _hit(whole: Whole, before: Span, span: Span, *, is_same: bool) -> Hit:
    text, (start, end) = whole.body.text, span
    shown = text[before[0] : before[1]][:12]
    message = f"这句话与前文“{shown}……”{'重复' if is_same else '几乎相同'}，请删去一处。"
    operands = (Place(whole.running, *before),)
    is_closed = text[end - 1] in "。！？" and text[before[1] - 1] in "。！？"
    begins = start == 0 or text[start - 1] in "。！？；\n"
    fix = "" if is_same and is_closed and begins else None
    return Hit(start, end, message, fix, operands=operands)


RULE = Rule(
    code="X01",
    name="重复段句",
    severity=Severity.WARNING,
    summary="同一句话、同一段话在一篇里只说一次。",
    reason="多处拷贝、合编时容易把一句话留下两遍。",
    source="编辑通则：不重复",
    bad="8月，全县新建充电桩126个，覆盖18个乡镇。群众反映良好。8月，全县新建充电桩126个，覆盖18个乡镇。",
    good="8月，全县新建充电桩126个，覆盖18个乡镇。9月，全县新建充电桩95个，覆盖16个乡镇。",
    judge=judge,
    needs=Need.TOGETHER,
)
