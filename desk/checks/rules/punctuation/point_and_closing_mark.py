"""P13: a full stop on the wrong side of a quotation mark or a bracket."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_QUOTED = re.compile(r"(?P<before>.?)“(?P<said>[^“”\n]{1,60})(?P<point>[。，；、])”(?P<after>.?)")
_LONGEST = 24  # a longer quotation may be told in full
_PARTIAL = re.compile(rf"[{HAN}%％\d、（》”]")
_GOES_ON = re.compile(r"[的等之和与及并或，。；、）]")
_TELLS = re.compile(r"(?:说|说道|写道|问|答|喊|称|道|云|曰|表示|回忆|感慨|感叹|介绍|告诉记者)$")
_NOTE = re.compile(
    r"(?<!……)(?P<point>。)(?P<note>[（(](?:其中|均?含|均?不含|不?包括|同比|环比|较|比|即|折合"
    r"|约合|占|另有|下同|以下[统简]称)"
    r"[^（）()。\n]{1,60}(?P<inner>。?)[）)])(?P<after>。?)"
)
_BRACKET_END = re.compile(rf"(?<=[{HAN}%％\d”》])[（(][^（）()。！？\n]{{1,60}}(?P<point>。)[）)]")


def check(text: Passage) -> Iterator[Hit]:
    """Find ……。” around part of a sentence, 。（其中…… and a full stop within a bracket."""
    shown = text.printed
    if "。”" in shown or "，”" in shown or "；”" in shown or "、”" in shown:
        yield from _quotations(shown)
    if "。（" in shown or "。(" in shown:
        yield from _notes(shown)
    if "。）" in shown or "。)" in shown:
        for match in _BRACKET_END.finditer(shown):
            yield Hit(match.start("point"), match.end("point"), "句内括号里末尾不用句号。", "")


def _quotations(text: str) -> Iterator[Hit]:
    for match in _QUOTED.finditer(text):
        before, after, point = match["before"], match["after"], match["point"]
        place, end = match.start("point"), match.end("point") + 1
        if point == "。" and after == "。":
            if before in "：:":
                message = "引文完整，句号在引号里，后面不再用句号。"
                yield Hit(end, end + 1, message, "")
            else:
                yield Hit(place, end - 1, "引号前后句号重叠，引文是句子的一部分，留后一个。", "")
        elif _is_part(match, text):
            message = f"引文是句子的一部分，“{point}”不放在引号里。"
            if _GOES_ON.match(after):
                yield Hit(place, end - 1, message, "")
            elif point == "。":
                yield Hit(place, end, message, "”。")


def _is_part(match: re.Match[str], text: str) -> bool:
    """Whether a quotation is woven into its sentence: short, and no full speech."""
    before, said, point = match["before"], match["said"], match["point"]
    if not _PARTIAL.match(before) or len(said) > _LONGEST or re.search("[。！？]", said):
        return False
    if point == "。":
        lead = text[max(0, match.start("said") - 6) : match.start("said") - 1]
        return not _TELLS.search(lead) or "，" not in said
    return match["after"] in ("的", "等", "之")


def _notes(text: str) -> Iterator[Hit]:
    for match in _NOTE.finditer(text):
        note = match["note"].replace("。", "")
        message = "括注说明前面句子的一部分，句号放在括号后面。"
        if match["after"]:
            yield Hit(match.start(), match.start("note"), message, "")
        else:
            yield Hit(match.start(), match.end(), message, f"{note}。")


RULE = Rule(
    code="P13",
    name="句末点号与引号、括号",
    severity=Severity.WARNING,
    summary="引文是句子的一部分，句号放在引号外；说明句子一部分的括注，句号放在括号后。",
    reason="点号的位置表明引文、括注是整句还是句中成分。",
    source="GB/T 15834—2011 B.2.1、B.2.2",
    bad="要求各乡镇做到“不漏一户、不落一人。”",
    good="要求各乡镇做到“不漏一户、不落一人”。",
    check=check,
)
