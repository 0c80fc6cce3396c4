"""P17: a blank between Chinese characters within a sentence."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.spots import beginning

_BLANK = "[ \\u3000\\xa0\\t\\u2002-\\u200a]"
_ANY = re.compile(_BLANK)
_BETWEEN = beginning(
    r" \u3000\xa0\t\u2002-\u200a\d",
    rf"(?<=[{HAN}]){_BLANK}+(?=[{HAN}])|(?<=[{HAN}”）》\d%％]){_BLANK}+(?=[，。；、：？！])"
    rf"|(?<=[，、；]){_BLANK}+(?=[{HAN}“《])"
    rf"|(?<=[{HAN}]){_BLANK}+(?=\d[\d.,]*{_BLANK}?(?:[{HAN}%％，。；、）]|$))"
    rf"|(?<![A-Za-z\d.\-/])(?<![A-Za-z] )(?P<number>\d(?:[\d.,]*\d)?){_BLANK}+(?=[{HAN}%％])",
)
_CONTEXT = 24
_SENTENCE = re.compile("[，。；！？]")
_NUMBERED = re.compile(r"(?:第[一二三四五六七八九十百\d]+[条章节编款项届期]|[表图]|附[件表图录])$")
_ITEM = re.compile(
    r"(?:^|[。；：:，\n])[ \u3000\t]*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.．、]?"
    r"|[一二三四五六七八九十]{1,3})$"
)
_CREDIT = re.compile(
    r"[（(](?:记者|通讯员|供稿|图|文|摄影|责编|作者|编辑|审核|来源|撰稿)[^（）()。]{0,20}$"
    r"|(?:记者|通讯员|供稿|星期.)$"
)
_LABEL = re.compile(rf"[{HAN}]{{2,6}}[：:]|星期|农历")
_SURNAME = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于"
    "蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖"
    "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_NAME = re.compile(
    rf"[{_SURNAME}][ \u3000]{{1,2}}[{HAN}](?:[、，。；）\s]|等|出席|参加|主持|率|同志|$)"
)


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find blanks in running text; headings, spaced names and slogans in quotes are left out."""
    text = paragraph.own
    if not (_ANY.search(text) and _SENTENCE.search(text)):
        return
    for match in _BETWEEN.finditer(text):
        start = match.end("number") if match["number"] else match.start()
        before = text[max(0, start - 8) : start]
        is_name = _NAME.match(text, start - 1)
        is_set_apart = _CREDIT.search(text[max(0, start - _CONTEXT) : start]) or _LABEL.match(
            text, match.end()
        )
        if not (is_name or is_set_apart or _NUMBERED.search(before) or _ITEM.search(before)):
            yield Hit(start, match.end(), "句子里多了空格。", "")


RULE = Rule(
    code="P17",
    name="字间空格",
    severity=Severity.WARNING,
    summary="句子中的汉字之间不留空格。",
    reason="多为粘贴或换行时带入，排版后显出空洞。",
    source="编辑通则",
    bad="全县各 乡镇已完成排查。",
    good="全县各乡镇已完成排查。",
    check=check,
    needs=Need.BODY,
    yields_to=frozenset({"P01", "P03", "P06"}),
)
