"""N13: a unit symbol in the wrong case, a colloquial or an abolished unit."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_RIGHT = (
    *("kg", "km", "cm", "mm", "kW", "kV", "kVA", "kWh", "Hz", "kHz", "MHz", "GHz", "kPa", "MPa"),
    *("mg", "mg/L", "mL", "kg/m³", "mg/m³", "km/h", "km²", "m²", "m³", "dB"),
)
_BY_FOLDED = {symbol.replace("²", "2").replace("³", "3").lower(): symbol for symbol in _RIGHT}
_BY_FOLDED |= {"ug": "μg", "ug/m3": "μg/m³", "μg/m3": "μg/m³", "ug/l": "μg/L", "μg/l": "μg/L"}
_ALSO_RIGHT = frozenset({"ml", "mg/l", "μg/l"})
_SYMBOL = re.compile(
    r"(?<=[\d万亿余多/])(?P<unit>[KkMmCcHhGgDdUuμ][A-Za-z]{0,2}[23²³]?(?:/[MmHhLl][3³]?)?"
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
}
_TO_CONVERT = ("华里", "英里", "英尺", "马力", "市尺", "市寸", "盎司", "加仑", "公担")
_WORD = re.compile(
    r"(?<=[\d一二两三四五六七八九十百千万亿余多几半每])个?"
    r"(?P<word>平方(?!米|公里|千米|厘米|分米|毫米|英|公尺|数|根|差|和|面积)"
    r"|立方(?!米|厘米|分米|毫米|公里|千米|体|根|数|英|公尺)|"
    + "|".join([*(_WORDS.keys() - {"平方", "立方"}), *_TO_CONVERT])
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
        fix = _WORDS.get(word)
        message = f"“{word}”不是法定计量单位，{f'写“{fix}”' if fix else '请换算'}。"
        yield Hit(match.start(), match.end(), message, fix)


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
