"""Units as they are printed, and the ones they are compared in."""

import re

PERCENT = "%"
POINTS = "个百分点"
TIMES = "倍"
DOUBLINGS = "番"
RATES = frozenset({PERCENT, "‰"})

_COUNTED = """
人 户 家 个 项 件 起 处 条 次 场 期 笔 宗 批 套 台 辆 架 艘 只 头 株 棵 份 册 本 张 面 块 顶 床
把 支 队 组 班 所 座 栋 幢 间 口 眼 类 种 门 篇 幅 部 枚 例 站 村 镇 乡 县 社区 单位 部门 乡镇
街道 盏 根 对 届 轮 羽 尾 匹 箱 单 袋 瓶 桶 包 孔 片 学位 床位 岗位
天 个月 年 周 人次 件次 家次 户次 车次 班次 场次 批次 台次 张次 艘次
"""
_MEASURED = """
元 美元 港元 亩 公顷 平方公里 平方米 立方米 立方 方 米 公里 里 毫米 厘米 吨 公斤 斤 克 毫克
微克 升 毫升 千瓦时 千瓦 兆瓦 吨标准煤 小时 个小时 分钟 秒 岁 个工作日 工作日
学时 个学时 课时 层 段 级 字 ℃ 摄氏度 分贝 分 ‰
"""
COUNTED = frozenset(_COUNTED.split())

_SAME = {
    "名": "人",
    "位": "人",
    "千米": "公里",
    "千克": "公斤",
    "度": "千瓦时",
    "％": PERCENT,
    "百分点": POINTS,
    "km": "公里",
    "kg": "公斤",
    "m²": "平方米",
    "m³": "立方米",
    "kWh": "千瓦时",
    "平方千米": "平方公里",
}
_UNITS = {*COUNTED, *_MEASURED.split(), *_SAME, PERCENT, POINTS, TIMES}
UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=lambda unit: (-len(unit), unit)))
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6}
SCALES |= {"千万": 10**7, "亿": 10**8, "万亿": 10**12}


def canonical(unit: str) -> str:
    """The unit a printed one is compared in."""
    return _SAME.get(unit, unit)
