"""W08: a word or character stands twice by mistake."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_TWICE = re.compile(rf"([{HAN}])\1")
_PHRASE = re.compile(rf"(?P<unit>[{HAN}\d]{{3,12}})(?P=unit)")
_PAIR = re.compile(rf"(?P<unit>[{HAN}]{{2}})(?P=unit)")
_NUMERALS = frozenset("一二三四五六七八九十〇零百千万亿")

# Function words: the characters before or after which the pair is right.
_BEFORE = {
    "的": "目打标",
    "了": "不免罢",
    "在": "存现所实潜内自正好",
    "和": "总饱共缓温柔平调中随",
    "是": "还不但于可只就总正若凡",
    "为": "作行认因成较更最颇视称",
    "对": "针反一核校应面相",
    "将": "即必",
    "与": "参给赋授",
    "从": "服听顺",
    "以": "可所得足难加予",
    "及": "以涉普危波顾触",
    "于": "由对关位属至基处等终",
    "向": "方面走趋",
    "被": "棉植",
    "由": "自理事缘",
    "并": "合兼",
    "有": "所没拥具享",
    "要": "主重需必纪摘只想",
    "不": "得从无莫",
}
_AFTER = {
    "的": "确士话",
    "了": "解之结然无望断却事得",
    "在": "建校职岗编册线场位座案外家籍押逃用孕乎地",
    "和": "美气平谐解睦善煦",
    "是": "非否",
    "为": "期止数限难民此何人主首",
    "对": "口接方标照象外内比策应称付话手于",
    "将": "军来要领士",
    "与": "会时此否其",
    "从": "事严业而此前容速宽重轻优",
    "以": "上下内外往来及前后此便色至免",
    "及": "时早格第",
    "于": "是",
    "向": "好上下前导阳",
    "被": "告子动褥害",
    "由": "于此来衷",
    "并": "购网且轨联行举",
    "有": "关效序利力机限所时的人些无",
    "要": "求点素害闻道件领素塞",
    "不": "",
}
_EACH = frozenset("一的")  # 一个问题一个问题解决; 方式的基金的基金份额
_PROJECT = re.compile("[项题栏节数科账纲条]目的|[目指商]标的")  # 目 of 目的 belongs to another word
_MARKS = frozenset("，。；、：")  # 了了 at the head of a clause: 了 is the verb
# Characters that stand alone as a word but are never doubled.
_SINGLE = frozenset("共我他它这该各但或且则若让给未已能应用使到自更较再又也都就还却而此约达占")
# Verbs whose doubling is right in speech.
_TRIED = re.compile(
    "研究|讨论|商量|考虑|了解|学习|锻炼|休息|琢磨|打听|比较|体验|感受|交流|思考|准备|收拾|打扫|"
    r"[一很许渐慢大成整逐].|(.)\1"
)
# Words that are noun and verb, and meet rightly: 社会组织|组织志愿者, 人大代表|代表全体.
_BOTH = re.compile(
    "组织|领导|代表|服务|贷款|报告|建议|报道|编辑|导演|翻译|保管|苏丹|规定|决定|要求|约定|承诺|计划"
)
# Nouns that close the name of a body and open the next word: 信息中心|中心机房.
_BODIES = re.compile("中心|医院|银行|学校|大学|中学|小学|公司|企业|社区|集团|市场|机构|协会")


def check(text: Passage) -> Iterator[Hit]:
    """Find doubled function words, words and phrases; reduplication and 县委|委员 are right."""
    found = [*_phrases(text), *_words(text), *_characters(text)]
    done = -1
    for start, length in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= done:
            done = start + 2 * length
            unit = text.text[start : start + length]
            yield Hit(start, done, f"“{unit}”重复。", unit)


def _phrases(text: Passage) -> Iterator[tuple[int, int]]:
    """Yield phrases that stand twice and end with a word, unlike 龙泉村|龙泉村民小组."""
    for match in _PHRASE.finditer(text.printed):
        signs = set(match["unit"])
        figures = all(sign in _NUMERALS or sign.isdecimal() for sign in signs)
        if match["unit"][0] in _EACH:
            continue
        if len(signs) > 1 and not figures and match.end() in text.words.values():
            yield match.start(), len(match["unit"])


def _words(text: Passage) -> Iterator[tuple[int, int]]:
    """Yield words that stand twice, 工作工作, where the second is no part of a longer word."""
    for match in _PAIR.finditer(text.printed):
        unit, middle = match["unit"], match.start() + len(match["unit"])
        if _TRIED.fullmatch(unit) or _BOTH.fullmatch(unit) or set(unit) <= _NUMERALS:
            continue
        ends = text.words
        closes_a_name = match.start() not in ends and _BODIES.fullmatch(unit)
        if ends.get(middle) == match.end() and _is_word(unit) and not closes_a_name:
            yield match.start(), len(unit)


def _characters(text: Passage) -> Iterator[tuple[int, int]]:
    for match in _TWICE.finditer(text.printed):
        sign, start = match[1], match.start()
        before = text.text[max(0, start - 1) : start]
        after = text.text[match.end() : match.end() + 1]
        if sign in _AFTER:
            wrong = before not in set(_BEFORE.get(sign, "")) and after not in set(_AFTER[sign])
            wrong = wrong or _PROJECT.search(text.text, max(0, start - 2), start + 1) is not None
            wrong = wrong and not (sign == "了" and before in _MARKS)
            wrong = wrong and (sign in "的了" or _stand_alone(text, start))
        else:
            wrong = sign in _SINGLE and _stand_alone(text, start)
            wrong = wrong and not _joins(before, sign) and not _joins(sign, after)
        if wrong:
            yield start, 1


def _stand_alone(text: Passage, start: int) -> bool:
    """Whether both characters are words of their own there."""
    ends = text.words
    return ends.get(start) == start + 1 and ends.get(start + 1) == start + 2


def _joins(left: str, right: str) -> bool:
    return bool(left and right) and _is_word(left + right)


def _is_word(text: str) -> bool:
    from desk.checks.words import is_word  # noqa: PLC0415 - heavy, loaded on use

    return is_word(text)


RULE = Rule(
    code="W08",
    name="字词重复",
    severity=Severity.ERROR,
    summary="没有多打的字词。",
    reason="多为修改时没删净；叠词和“公司司机”一类不算。",
    source="校对通则",
    bad="各乡镇积极开展开展隐患排查。",
    good="各乡镇积极开展隐患排查。",
    check=check,
)
