"""E13: places of a template that nobody filled in."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_X = "X×xＸ"
_LATIN = "A-Za-z0-9"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方俞任袁柳史唐费薛雷贺倪汤罗郝安常于傅齐康"
    "伍余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮蓝季贾江童郭梅盛林钟徐邱骆高夏蔡田胡凌霍万柯管卢莫房丁邓洪包石崔龚程邢裴陆翁段侯白武刘龙叶黎乔廖文欧曾关肖"
)
_HAN = "\u4e00-\u9fff"
_DATE = rf"(?<![{_LATIN}×*+])(?:(?:[{_X}]{{1,4}}|\d{{4}})年)?[{_X}]{{1,2}}月(?:[{_X}\d]{{1,2}}日)?"
_BLANKS = beginning(
    r"X×xＸ\d*○△◇□?？_＿【\[〔{｛<＜（(T此待NＮ \u3000某",
    rf"{_DATE}|(?<!\d)(?:19|20)\d?[{_X}]{{1,2}}年|(?<=月)[{_X}]{{1,2}}日|(?<![{_LATIN}×*+＋.·-])(?:[X×Ｘ]{{2,}}|x{{2,}})(?![{_LATIN}×*.·-])"
    r"|(?<=[\u4e00-\u9fff])[×X](?=个(?!人)|项|户|家(?=企业|单位|公司)|[%％]|[万亿]元)"
    r"|(?<![A-Za-z0-9*])\*{2,}(?=[万亿元个%％户名项家])|(?<![一二三四五六七八九])○{2,}(?=[省市县区镇乡村局])"
    r"|_{3,}|＿{2,}|□{2,}|[○△◇]{2,}(?=[户人万亿元家个]|公司)|[?？]{2,}(?=[万亿元个户家人%％])"
    r"|[【\[〔{｛<＜]\s*(?:待(?![遇业岗办])|请|此处|这里|填写|填入|填报|补充(?!医)|插入|输入|空格)"
    r"[^】\]〕}｝>＞\n]{0,30}[】\]〕}｝>＞]|【\s*】"
    rf"|(?<=[{_HAN}\d])[【\[〔{{｛<＜（(](?:具体|填)?(?:数字|数据|数值|数量|金额|日期|具体时间|姓名|人名|单位名称|单位名|地名)"
    rf"[】\]〕}}｝>＞）)](?=[{_HAN}%％，])"
    r"|[（(]\s*(?:待补|待填|待核|待定稿|待确认|待统计|待查实后补|此处|请填|请补|请核|请确认|请在此|填写|填入)"
    r"[^）)\n]{0,20}[）)]|\bTBD\b|\bTODO\b"
    r"|此处(?:待|请|应|需)?(?:填写|填入|补充|插入|核实|补填)[^，。；\n]{0,8}|待补充(?=[：:])"
    rf"|(?<=[{_HAN}])[NＮ](?=[万亿]元|户|家企业|万人|人次|亩|个百分点)"
    r"|(?<=第)[ \u3000]{2,}(?=[批届期次号])"
    r"|(?:(?<=\d年)|(?<=\d月))[ \u3000]+(?:月[ \u3000]*)?日(?!本)"
    rf"|(?<![{_SURNAMES}])某某(?=[省市县区州局委办厅]|单位|部门|领导|同志|[镇乡]政府)",
)
_PERSON = re.compile(
    rf"(?:^|[者人民员户属主生师友长记任理授官警工手妻夫子女父母弟妹兄姐和与、，。；：“”（(）)\s某匠星范者军标])[{_SURNAMES}]$"
)
_NOT_PERSON = re.compile(r"[%％万亿元个项名户件次年月市县区镇乡村局]")
_PLATE = re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]$")


def check(text: Passage) -> Iterator[Hit]:
    """Find blanks to fill; anonymous persons, plates and numbers of roads are left alone."""
    for match in _BLANKS.finditer(text.printed):
        if not _stands_for_name(text.printed, match):
            yield Hit(match.start(), match.end(), f"“{match[0]}”像是模板里没有填的地方，请补上。")


def _stands_for_name(text: str, match: re.Match[str]) -> bool:
    if set(match[0]) - set(_X):
        return False
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() :][:1]
    if _PLATE.search(before) and len(match[0]) > len("XXXX"):
        return True
    short = len(match[0]) <= len("XX")
    return short and bool(_PERSON.search(before)) and not _NOT_PERSON.match(after)


RULE = Rule(
    code="E13",
    name="模板残留",
    severity=Severity.ERROR,
    summary="模板里的“XX”“××”“【待补】”都已填上。",
    reason="空着印出去就是差错；隐去姓名的“张××”不算。",
    source="种子实例：套用模板留下的XX",
    bad="截至目前，XX县已发放补贴320万元。",
    good="截至目前，云岭县已发放补贴320万元。",
    check=check,
)
