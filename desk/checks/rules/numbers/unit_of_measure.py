"""N13: a unit symbol in the wrong case, a colloquial or an abolished unit."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_RIGHT = (
    *("kg", "km", "cm", "mm", "kW", "kV", "kVA", "kWh", "Hz", "kHz", "MHz", "GHz", "kPa", "MPa"),
    *("mg", "mg/L", "mL", "kg/m³", "mg/m³", "km/h", "km²", "m²", "m³", "dB", "hm²", "cm²", "mm²"),
    *("MW", "GW", "MWh", "GWh", "MVA", "m³/s", "m³/h", "m³/d", "m/s", "Mbps", "kcal", "kN", "kWp"),
)
_BY_FOLDED = {symbol.replace("²", "2").replace("³", "3").lower(): symbol for symbol in _RIGHT}
_BY_FOLDED |= {"cc": "mL", "kw.h": "kW·h"}
_BY_FOLDED |= {"ug": "μg", "ug/m3": "μg/m³", "μg/m3": "μg/m³", "ug/l": "μg/L", "μg/l": "μg/L"}
_ALSO_RIGHT = frozenset({"ml", "mg/l", "μg/l"})
_SYMBOL = re.compile(
    r"(?<=[\d万亿余多/每一二三四五六七八九十百千])(?P<unit>[KkMmCcHhGgDdUuμ][A-Za-z]{0,3}[23²³]?(?:/[MmHhLlSsDd][3³]?)?"
    r")(?![A-Za-z\d·])"
)
_CODE = re.compile(r"[A-Za-z][\-/]?[\d./\-]*$")

_WORDS = {
    "公分": "厘米",
    "公尺": "米",
    "公升": "升",
    "立升": "升",
    "公厘": "毫米",
    "市斤": "斤",
    "市亩": "亩",
    "平米": "平方米",
    "平方": "平方米",
    "立方": "立方米",
    "度电": "千瓦时电",
    "毫巴": "百帕",
    "大卡": "千卡",
    "海浬": "海里",
    "K瓦": "千瓦",
    "k瓦": "千瓦",
    "M瓦": "兆瓦",
    "瓩": "千瓦",
    "平方公尺": "平方米",
    "立方公尺": "立方米",
    "西西": "毫升",
    "度C": "℃",
    "°c": "℃",
    "方(?=土|石|砂|混凝土|木材)": "立方米",
}
_TO_CONVERT = (
    *("华里", "英里", "英尺", "马力", "市尺", "市寸", "盎司", "加仑", "公担", "英寸", "英亩"),
    *("磅(?![礴秤])", "品脱", "市担", "匹马力", "公斤压力", "大气压", "卡路里"),
)
_OLD = re.compile(  # a length or weight of old behind figures, where no place name goes on
    r"(?<=[\d余多])(?P<word>里|尺|寸|丈|垧|担)(?=[，。；、）高长宽远深厚外]|的?(?:山路|路程|水路|河道|以外)|多[，。])"
)
_SPEED = re.compile(r"时速(?:[^，。；\d]{0,6})\d+(?:[—～~-]\d+)?(?P<word>码|迈)")
_POINTS = re.compile(
    r"(?:增长|提高|提升|上升|下降|降低|回落|高于[^，。；\d]{1,10}|低于[^，。；\d]{1,10})了?\d[\d.]*(?P<word>个点)(?=[，。；、）])"
)
_VOLT = re.compile(
    r"(?<![A-Za-z\d.\-])\d{2,3}(?P<word>v)(?![A-Za-z\d.])|功率[^，。；\d]{0,6}\d+(?P<watt>w)(?![A-Za-z\d])"
)
_SCREEN = re.compile(
    r"(?:屏|电视|显示|显示器|平板|电脑|投影)[^，。；]{0,8}$|^\S{0,4}(?:屏|电视|显示|平板|液晶)"
)
_WORD = re.compile(
    r"(?<=[\d一二两三四五六七八九十百千万亿余多几半每])个?"
    r"(?P<word>平方(?!米|公里|千米|厘米|分米|毫米|英|公尺|数|根|差|和|面积)"
    r"|立方(?!米|厘米|分米|毫米|公里|千米|体|根|数|英|公尺)|"
    + "|".join(sorted([*(_WORDS.keys() - {"平方", "立方"}), *_TO_CONVERT], key=len, reverse=True))
    + ")"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find 85KW, 45公分 and 500立方 behind numbers; model codes are left out, 亩 and 斤 stay."""
    shown = text.printed
    for match in _SYMBOL.finditer(shown):
        unit, start = match["unit"], match.start()
        right = _BY_FOLDED.get(unit.replace("²", "2").replace("³", "3").lower())
        is_code = _CODE.search(shown[max(0, start - 12) : start])
        if right and unit != right and unit not in _ALSO_RIGHT and not is_code:
            yield Hit(start, match.end(), f"“{unit}”应写“{right}”。", right)
    for match in _WORD.finditer(shown):
        word = match["word"]
        beside = shown[max(0, match.start() - 14) : match.start()]
        if word == "英寸" and (_SCREEN.search(beside) or _SCREEN.match(shown[match.end() :][:6])):
            continue  # screens are sold by it
        fix = "立方米" if word == "方" else _WORDS.get(word)
        message = f"“{word}”不是法定计量单位，{f'写“{fix}”' if fix else '请换算'}。"
        yield Hit(match.start(), match.end(), message, fix)
    yield from _others(shown)


def _others(text: str) -> Iterator[Hit]:
    """Units of old, of speed, points for percentage points, and lone letters in the wrong case."""
    for match in _OLD.finditer(text):
        yield Hit(match.start(), match.end(), f"“{match['word']}”不是法定计量单位，请换算。")
    for match in _SPEED.finditer(text):
        message = f"“{match['word']}”不是法定计量单位，时速用“公里”。"
        yield Hit(*match.span("word"), message, choices=("公里",))
    for match in _POINTS.finditer(text):
        yield Hit(*match.span("word"), "“个点”不规范，写“个百分点”。", "个百分点")
    for match in _VOLT.finditer(text):
        group = "word" if match["word"] else "watt"
        right = match[group].upper()
        yield Hit(*match.span(group), f"“{match[group]}”应写“{right}”。", right)


RULE = Rule(
    code="N13",
    name="计量单位",
    severity=Severity.WARNING,
    summary="用法定计量单位，符号大小写正确。",
    reason="口语和已废除的单位不用于公文，农田面积可以用“亩”。",
    source="《中华人民共和国法定计量单位》",
    bad="株距45公分，水泵功率85KW。",
    good="株距45厘米，水泵功率85kW。",
    check=check,
)
