"""The end of a draft: signature block, contact lines, and the signature in brackets."""

import re

from desk.body import Run
from desk.intake.document import Line
from desk.intake.recognition.byline import Byline, byline, parted
from desk.intake.recognition.captions import Item
from desk.intake.recognition.evidence import Evidence
from desk.intake.recognition.label_words import Label
from desk.intake.recognition.labels import Labelled, labels, strange_label
from desk.intake.recognition.spans import cut

_DEEPEST = 14  # lines a signature block may have
_LONGEST = 80
_SHORT = 16
_LONGEST_LINE = 300
_BRACKET_WITHIN = 60  # last characters in which a signature in brackets stands
_RULE = re.compile(
    r"^[\s\-_=—–─━*＊·.﹍_☆★]+$"
    r"|^[（(]?(?:此页无正文|完|全文完|盖章|公章|以上|止|END|The end)[）)]?。?$"
    r"|^[（(]?共印\s*\d+\s*份[）)]?。?$|^(?:此致|敬礼|顺祝商祺|祝好|此致敬礼)[!！。]?$"
    r"|^第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?$|^(?:扫一扫|【?打印|分享到|【?关闭)[^。]{0,24}$"
    r"|^(?:[上下]一[篇条]|相关(?:链接|新闻|文章)|返回(?:顶部|首页|列表))(?:[:：][^。]*)?$"
    r"|^[^。]*(?:ICP备|公网安备|网站标识码|版权所有|Copyright|技术支持[:：])[^。]*$"
)
_BEHIND = re.compile(r"(?<=[。！？])\s*([^（）()【】。！？；]{4,45})$")
_BRACKET = re.compile(r"[（(【]([^（）()【】]{2,45})[）)】]\s*[。.]?\s*$")


def without_tail(items: list[Item], evidence: Evidence) -> list[Item]:
    """The items without the signature block, whose facts go to the evidence."""
    kept = list(items)
    lines = [place for place, item in enumerate(items) if isinstance(item, Line)]
    first = lines[0] if lines else -1
    of_head, found = len(evidence.labelled), list[list[Labelled]]()
    for place in reversed(lines[-_DEEPEST:]):
        line, known = items[place], len(evidence.labelled)
        if place == first or not isinstance(line, Line):
            break
        if not (_is_signature(line, evidence) or _is_strange(line, items[place - 1])):
            break
        kept.pop(place)
        found.append(evidence.labelled[known:])
    evidence.signatures.reverse()  # the lines were read from the last one up
    evidence.labelled[of_head:] = [item for line_found in reversed(found) for item in line_found]
    return _without_bracket(kept, evidence)


def _is_signature(line: Line, evidence: Evidence) -> bool:
    """Take one line of the signature block; False when it is running text."""
    text = line.text.strip(" \t\u3000")
    if len(text) > _LONGEST_LINE:
        return False
    if _RULE.match(text):
        return True
    found = labels(text)
    sentence = text.endswith("。") and found and found[0].label is not Label.OTHER
    if found and len(text) <= _LONGEST and not sentence:
        evidence.labelled += found
        return True
    signed = _signed(line, evidence)
    evidence.signatures += reversed(signed)
    return bool(signed)


def _is_strange(line: Line, above: Item) -> bool:
    """Whether a line is 词：值 right below a line of labels."""
    return (
        len(line.text.strip()) <= _SHORT
        and strange_label(line.text)
        and isinstance(above, Line)
        and bool(labels(above.text))
    )


def _signed(line: Line, evidence: Evidence) -> list[Byline]:
    """The signatures of a line, which may set several and labels beside one another."""
    whole = byline(line, evidence.names, evidence.near)
    if whole is not None:
        return [whole]
    parts = parted(line, evidence.names, evidence.near)
    if parts is None:
        return []
    evidence.labelled += parts.labelled
    return list(parts.signed)


def _without_bracket(items: list[Item], evidence: Evidence) -> list[Item]:
    """Cut a signature in brackets off the end of the last paragraph."""
    place = max((at for at, item in enumerate(items) if isinstance(item, Line)), default=None)
    line = items[place] if place is not None else None
    if place is None or not isinstance(line, Line):
        return items
    text = line.text.rstrip()
    skipped = max(len(text) - _BRACKET_WITHIN, 0)
    bracket, behind = _BRACKET.search(text[skipped:]), _BEHIND.search(text[skipped:])
    match = bracket or behind
    start = skipped + match.start() if match else 0
    if match is None or start == 0 or not _take_bracket(match[1], evidence, strict=not bracket):
        return items
    return [*items[:place], cut(line, 0, start), *items[place + 1 :]]


def _take_bracket(text: str, evidence: Evidence, *, strict: bool) -> bool:
    found = labels(text)
    if found:
        evidence.labelled += found
        return True
    signed = byline(Line((Run(f"（{text}）"),)), evidence.names, evidence.near, strict=strict)
    if signed is None or not (signed.has_unit or signed.names):
        return False
    evidence.signatures.append(signed)
    return True
