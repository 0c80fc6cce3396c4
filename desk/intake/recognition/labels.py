"""Labels such as 报送单位： and what stands behind them."""

import re
from dataclasses import dataclass

from desk.intake.recognition.label_words import WORDS, Label

_GAP = r"[ \u3000]*"
_ASIDE = rf"(?:[（(][^）)]{{1,8}}[）)])?{_GAP}"
_ALTERNATIVES = "|".join(
    _GAP.join(map(re.escape, word)) for word in sorted(WORDS, key=len, reverse=True)
)
_LABEL = re.compile(
    rf"(?:^|(?<=[\s\u3000（(【，,；;。|]))(?P<word>{_ALTERNATIVES}){_GAP}{_ASIDE}[:：]"
)
_LOOSE = re.compile(
    rf"(?<=[\d\u4e00-\u9fff）)])(?P<word>{_GAP.join('联系电话')}|{_GAP.join('电话')}|{_GAP.join('手机')}){_GAP}[:：]"
)
_SLASHED = re.compile(
    r"(?:^|(?<=[\s\u3000（(【，,；;]))(?P<word>图文|文图|文|图|摄影|摄|通讯员)\s?[/／](?![图文])"
)
_STRANGE = re.compile(
    r"(?:^|(?<=[\u3000\t；;])|(?<=  ))(?P<word>[\u4e00-\u9fff]{2,6})(?:[（(][^）)]{1,8}[）)])?[:：]"
)
_BARE = re.compile(rf"^(?P<word>{_ALTERNATIVES}){_GAP}{_ASIDE}[:：]?$")
_FRAMED = re.compile(rf"[【\[〔](?P<word>{_ALTERNATIVES})[】\]〕]{_GAP}[:：]?")
_BODY_WORDS = "|".join(
    _GAP.join(map(re.escape, word))
    for word in sorted(WORDS, key=len, reverse=True)
    if WORDS[word] is Label.BODY
)
_BODY = re.compile(
    rf"[ \t\u3000]*(?:[【\[〔](?:{_BODY_WORDS})[】\]〕]{_GAP}[:：]?|(?:{_BODY_WORDS}){_GAP}[:：])"
    r"[ \t\u3000]*(?=\S)"
)
_LONE = re.compile(
    r"^(?P<word>[\u4e00-\u9fff](?:[ \u3000]*[\u4e00-\u9fff]){1,5})[:：](?P<text>.{0,24})$"
)
_LONGEST = 300  # characters; keeps the blanks of a hostile line from costing time
_SPACED = re.compile(r"[ \u3000]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value, blanks trimmed."""

    label: Label
    text: str
    word: str


def labels(text: str) -> list[Labelled]:
    """The labels of a line that starts with one; empty for running text.

    A word with a colon that is no label we know still ends the value before it.
    """
    line = text.strip(" \t\u3000")
    if len(line) > _LONGEST:
        return []
    if line[:1] in "（(【" and line[-1:] in "）)】":
        line = line[1:-1].strip()
    line = _FRAMED.sub(lambda match: f" {match['word']}：", line).strip()
    known = sorted(
        [*_LABEL.finditer(line), *_LOOSE.finditer(line), *_SLASHED.finditer(line)],
        key=lambda match: match.start(),
    )
    if not known:
        return []
    taken = {match.end() for match in known}
    strange = [match for match in _STRANGE.finditer(line) if match.end() not in taken]
    found = sorted([*known, *strange], key=lambda match: match.start())
    if found[0].start() != 0:
        return []
    ends = [match.start() for match in found[1:]] + [len(line)]
    return [
        _labelled(match["word"], line[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    ]


def body_start(text: str) -> int:
    """Where the running text begins in a line such as 正文：…; 0 in any other line."""
    match = _BODY.match(text)
    return match.end() if match else 0


def strange_label(text: str) -> bool:
    """Whether a short line is 词：值 with a word that is no label we know."""
    line = text.strip(" \t\u3000")
    match = _LONE.match(line) if len(line) <= _LONGEST else None
    return bool(match) and "。" not in line


def cell_label(text: str) -> Label | None:
    """The label a table cell consists of, with or without its colon."""
    match = _BARE.match(" ".join(text.split()[:9]))
    return WORDS[_SPACED.sub("", match["word"])] if match else None


def word_label(word: str) -> Label | None:
    """What a label word is about, such as the head of a sheet's column."""
    return WORDS.get(_SPACED.sub("", word).strip("：:"))


def _labelled(word: str, value: str) -> Labelled:
    bare = _SPACED.sub("", word)
    label = WORDS.get(bare, Label.OTHER)
    return Labelled(label, value.strip(" \t\u3000（(【，,；;|"), bare)
