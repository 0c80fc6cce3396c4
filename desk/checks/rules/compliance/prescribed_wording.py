"""C07: wording about Hong Kong, Macao and Taiwan against the prescribed one."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_NAME = r"(?:中国)?(?:香港|澳门|台湾|港澳台|台港澳|港澳|港台)"
_AMONG = re.compile(
    rf"(?:来自|出口到?|远?销往?|前往|[与和及对向从到赴])?"
    rf"(?P<list>(?:[{HAN}]{{2,4}}[、和与及])*{_NAME}(?:[、和与及][{HAN}]{{2,4}}?)*"
    rf"(?:等?(?:[\d一二三四五六七八九十]{{1,3}}个|[两几数多]个)(?:境外|海外|周边|东南亚|不同)?国家"
    rf"|等(?:境外|海外|周边|东南亚|亚洲|外|诸|多)?国家|等?[两三四五六七八九十]国(?![际内有宝道家外])"
    rf"|等国(?![际内有宝道家外])))"
    rf"(?![和与及、或（(]?地区)"
)
_DENIED = "(?:[不勿莫未非误]|严禁|禁止|避免|防止|纠正)"
_COUNTED_AS = re.compile(  # 港澳 guests taken for foreign ones
    rf"(?P<denied>{_DENIED}[^，。；\n]{{0,8}})?{_NAME}[^。；\n]{{0,40}}?(?P<negated>{_DENIED}[^，。；\n]{{0,6}})?"
    rf"(?:列入|纳入|归入|计入|列为|归为|归类为|统计为|视为|视作|登记为|标注为|算作|当作)"
    rf"(?P<abroad>国外|外国|海外国家|外宾|外籍)"
)
_NAMED = re.compile("香港|澳门|台湾|港澳|台港|港台")
_ABROAD = re.compile("[入为作](?:国外|外[国宾籍]|海外国家)")
_ALONE = re.compile(rf"(?P<names>{_NAME}(?:[、和与及]{_NAME})*)等国家?")


def check(text: Passage) -> Iterator[Hit]:
    """Yield listed wording, and lists of countries that hold one of the three."""
    for one in text.listed("C07"):
        instead = one.entry.instead
        right = f"，应为“{'”或“'.join(instead)}”" if instead else "，请改写"
        message = f"“{one.entry.word}”不规范{right}。"
        if len(instead) == 1:
            yield Hit(one.start, one.end, message, instead[0])
        else:
            yield Hit(one.start, one.end, message, choices=instead)
    for match in _AMONG.finditer(text.own) if _NAMED.search(text.own) else ():
        start, end = match.span("list")
        found = text.text[start:end]
        message = "香港、澳门、台湾不是国家，不能列入“国家”。"
        if alone := _ALONE.fullmatch(found):
            yield Hit(start, end, message, f"{alone['names']}等地区")
        else:
            whole = f"{found}家" if found.endswith("等国") else found
            is_plain = whole.endswith("国家")  # 两国 is to be recast by a person
            yield Hit(start, end, message, choices=(f"{whole}和地区",) if is_plain else ())
    yield from _counted_as(text)


def _counted_as(text: Passage) -> Iterator[Hit]:
    for match in _COUNTED_AS.finditer(text.own) if _ABROAD.search(text.own) else ():
        if not (match["denied"] or match["negated"]):
            message = "香港、澳门、台湾是中国的一部分，不能算作国外，可写“境外”。"
            fix = "境外" if match["abroad"] == "国外" else None
            choices = () if fix else ("境外",)
            yield Hit(*match.span("abroad"), message, fix, choices=choices)


RULE = Rule(
    code="C07",
    name="规范表述",
    severity=Severity.ERROR,
    summary="涉及香港、澳门、台湾的说法按规范写。",
    reason="这类差错是政治性差错，不能印出去。",
    source="新华社：新闻报道中的禁用词和慎用词",
    bad="县文旅局邀请港澳台等国家的旅行商23家踩线。",
    good="县文旅局邀请港澳台等地区的旅行商23家踩线。",
    check=check,
    blocks=True,
)
