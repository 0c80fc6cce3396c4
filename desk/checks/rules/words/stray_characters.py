"""W14: characters that are no text: replacement, zero-width, private-use, control, stray stars."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_JUNK = re.compile(
    "(?:[\ufffd\ud800-\udfff\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ue000-\uf8ff"
    "\U000f0000-\U0010fffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
    f"|(?<=[{HAN}，。；：、])\u200d|\u200d(?=[{HAN}]))+|锟斤拷(?:锟斤拷)*|烫{{3,}}|屯{{3,}}"
)
_STAR = re.compile(rf"(?<=[{HAN}])\*(?=[{HAN}，。；、])")
_MASKED_NAME = re.compile(
    r"(?:^|[者人民员工户属主生师友某长记任理等、，。；：“（(\s])"
    r"[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝邬安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛米贝明成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童郭梅盛林钟徐邱骆高夏蔡田胡凌霍万柯管卢莫房丁邓洪包石崔吉龚程邢裴陆翁甄靳段侯白赖武刘龙叶司黎薄印宿怀蒲鄂池乔阴闻向古易廖文欧曾关游肖][\u4e00-\u9fff]?$"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find junk to delete, and stars in the place of a character, which a person must fill."""
    for match in _JUNK.finditer(text.text):
        codes = "、".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in match[0][:3]))
        yield Hit(match.start(), match.end(), f"有看不见或不能显示的字符（{codes}）。", "")
    for match in _STAR.finditer(text.text):
        if not _MASKED_NAME.search(text.text[max(0, match.start() - 3) : match.start()]):
            yield Hit(match.start(), match.end(), "“*”处疑似缺字，请对照原稿补上。")


RULE = Rule(
    code="W14",
    name="乱码或异常字符",
    severity=Severity.ERROR,
    summary="没有乱码、零宽字符、私用字符和代替汉字的“*”。",
    reason="多为网页、扫描件粘贴带来，印出来是空框。",
    source="种子实例：粘贴文本带入的异常字符",
    bad="全县\ufffd共排查隐患12处。",
    good="全县共排查隐患12处。",
    check=check,
    needs=Need.ANYWHERE,
)
