"""W06: 的, 地 and 得 in each other's place."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_HOW = (
    "高效|高质量|积极|认真|热烈|详细|仔细|切实|深入|广泛|及时|全面|有效|严格|扎实|稳步|有序|迅速|主动|充分|不断|持续|准确|科学|合理|逐步|逐渐|紧密|密切|"
    "牢固|极大|有力|更好|更快|进一步|大力|大幅|快速|顺利|平稳|坚决|自觉|耐心|细致|精准|灵活|妥善|成功|"
    "明显|显著|较好|很好|最大限度|有针对性|创造性|热情|踊跃|圆满|有计划|分批|如实|明确|清楚|熟练|反复|无偿|免费|定期|提前|连夜|逐一|自发|合力"
)
_DO = (
    "开展|推进|落实|完成|做好|抓好|推动|加强|提高|提升|增强|促进|解决|化解|排查|处置|掌握|了解|宣传|组织|参加|参与|配合|支持|帮助|"
    "贯彻|履行|执行|保护|维护|改善|缓解|降低|减少|扩大|减轻|消除|遏制|打击|回应|满足|调动|激发|发挥|保障|保证|带动|拓宽|反映|"
    "转移|疏散|清理|整治|整改|核查|检查|督促|引导|动员|投入|压实|凝聚|节约|减轻|优化|规范|推广|处理|办理|调解|救助|杜绝|防范|"
    "报告|上报|通报|分析|研究|听取|征求|收集|利用|使用|安排|制定|建立|健全|完善|实施|指导|服务|解答|讲解|运用|转化|"
    "实行|推行|填写|填报|投身|走访|查看|抢修|登记|回答|宣讲|引进|发动|争取|巡查|挖掘|关心|倾听|摸清|摸排|吸纳|扶持|协助|承担|遵守|响应|迎接|应对"
)
_HEADS = frozenset(
    {
        "作用",
        "办法",
        "机制",
        "制度",
        "措施",
        "方案",
        "意见",
        "建议",
        "能力",
        "水平",
        "效果",
        "途径",
        "方式",
        "方法",
        "政策",
        "力量",
        "体系",
        "工作",
        "活动",
        "服务",
        "计划",
        "环境",
        "氛围",
        "条件",
        "基础",
        "结果",
        "趋势",
        "势头",
        "态势",
        "关系",
        "过程",
        "情况",
        "局面",
        "渠道",
        "手段",
        "对策",
        "思路",
        "模式",
        "人员",
        "队伍",
        "单位",
        "网络",
        "平台",
        "经验",
        "做法",
        "成果",
        "成效",
        "意识",
        "精神",
        "义务",
        "责任",
        "程序",
        "态度",
        "作风",
        "习惯",
        "报告",
        "指南",
        "手册",
        "意愿",
        "需求",
        "热情",
        "标准",
        "规定",
        "要求",
        "力度",
        "空间",
        "资金",
        "项目",
        "材料",
        "时间",
        "目标",
        "任务",
        "部署",
        "安排",
        "策略",
        "指标",
        "率",
        "性",
        "力",
        "员",
        "点",
        "面",
        "期",
        "制",
        "量",
        "度",
    }
)
_FRAMES = frozenset(
    {
        "机制",
        "制度",
        "办法",
        "措施",
        "方案",
        "体系",
        "模式",
        "情况",
        "意见",
        "作用",
        "队伍",
        "效果",
        "势头",
        "方法",
        "途径",
        "方式",
        "协议",
    }
)
_NOUNS = frozenset(["高效", "高质量"])  # as often before a name
_PREPOSITIONS = frozenset(["把", "向", "将", "对", "按照", "依照", "根据"])
_SURE = re.compile(
    r"[了着过《“\d]|(?:各项|各类|各级|全县|全市|全省|全镇|这|该|其|每|所有|相关|有关|一批|一系列|一次)"
)
_HOW_DO = re.compile(
    rf"(?P<how>{_HOW})(?P<de>的)(?P<do>{_DO}|核实|讨论|学习|走访|协调|沟通|反馈|对待|做|抓|把|向|将|对|按照|依照|根据)"
    rf"(?=[^，。；：、！？\n的])"
)
_GOVERNOR = re.compile(
    r"(?:建立|形成|提供|采取|制定|是|有|给予|得到|具有|起到|发挥|作出|做出|进行|获得|取得|产生|成为|需要|构建|完善|健全|带来|给|最|"
    r"更|很|较|不|为|较为|比较|更加|十分|非常|这种|一种|一个|一套|一项|及|和|与|、|等|缺乏|缺少|探索|保持|实现|加强|强化)了?$"
)
_HOW_WHAT = re.compile(
    r"(?:明显|显著|良好|重要|积极|重大|巨大|强大|深远|坚实|有力|浓厚|突出|丰硕|初步|丰富|广泛|严重|宝贵|较大|较好)(?P<de>地)"
    r"(?:成效|效果|作用|意义|影响|基础|保障|支撑|氛围|成绩|进展|贡献|变化|环境|态势|局面|措施|条件|问题|经验|成果|机遇|挑战|损失|困难|好评|赞誉)"
    r"(?![地了])"
)
_DONE_WELL = re.compile(
    r"(?:做|干|办|说|讲|抓|管|发展|完成|执行|落实|组织|进展|开展|表现|处理|掌握|恢复|运行|解决|配合|长|变|推进|走)(?P<de>[的地])"
    r"(?:很|更|较|非常|十分|比较|不够|特别|越来越)(?:好|快|差|慢|高|大|多|到位|及时|彻底|扎实|迅速|顺利|深入|细致|严格|平稳|出色|理想|完善)"
    r"(?=[，。；！]|$)"
)
_RAN_FAST = re.compile(
    r"(?:涨|跑|走|来|干|做|办|抓|落实|完成|学|写|讲|管|建|修)(?P<de>的)"
    r"(?:快|慢|勤|好|早|晚|准|实|稳|细|严|远)(?=[，。；！]|$)"
)
# After any verb: 清理的很彻底, 落实的到位, 抓的紧.
_DEGREE = re.compile(
    r"(?P<de>的)(?:(?:很|非常|十分|特别|相当|比较|不够|更加|更|极其|格外|越来越|不太|还不|不)(?:好|快|慢|实|紧|严|细|牢|准|稳|深|透|差|"
    r"到位|及时|彻底|扎实|迅速|顺利|深入|细致|严格|平稳|出色|理想|完善|充分|明显|圆满|仔细|认真|清楚|透彻|周密|规范|牢固|干净|整齐|热烈|激烈|突出)"
    r"|有声有色|有条不紊|井井有条|热火朝天|红红火火|如火如荼|清清楚楚|明明白白|干干净净|一清二楚|很到位)(?=[，。；！、]|$)"
)
_DONE_FIRMLY = re.compile(
    r"(?:抓|做|干|办|压|管|查|改|守|防|学|悟|站|走|立|落实|完成|推进|执行|整改|清理|排查|准备|部署|组织|衔接|配合|处置|宣传|领会|掌握)"
    r"(?P<de>的)(?:紧|牢|透|深|到位|彻底|扎实|出色|圆满|及时|稳当|妥当|不错)(?=[，。；！、]|$)"
)
_VERBS = frozenset(
    (
        f"{_DO}|抓|做|干|办|压|管|查|改|守|防|学|悟|站|走|立|讲|说|过|活|搞|建|修|收|种|长|变|打|清理|布置|打扫|收拾|恢复|发展|进展|"
        "准备|部署|衔接|处置|领会|表现|运行|运转|管理|治理|打造|装扮|建设|筹备|谋划|考虑|介绍|汇报|回答|交代|解释|安置|照顾|收割|"
        "播种|维护|养护|经营|销售|卖|结合|融合|吃透|把握|传达|贯通|覆盖|传导|跟进|对接|沟通|协作"
    ).split("|")
)
_QUICKLY = re.compile(
    rf"(?:{_HOW})(?P<de>得)(?!到|以|出|益|知|失|分|票|奖|当|体|主|罪|法|逞|手|力|不偿)(?={_DO})"
)
_WORK_DONE = re.compile(
    r"(?:可喜|明显|优异|显著|取得|开展|完成|存在|反映|提出|采取|形成|制定|建设|投入|发现|面临|遇到)(?P<de>[得地])"
    r"(?:成绩|成效|工作|问题|措施|活动|任务|情况|项目|意见|困难|隐患|建议|矛盾)"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find 积极的推动项目建设, 明显地成效, 做的很好; 积极的推动作用 is right."""
    for match in _HOW_DO.finditer(text.own):
        if _is_adverbial(text, match):
            yield _hit(match, "地", "修饰动词用“地”。")
    for pattern, right, why in (
        (_HOW_WHAT, "的", "修饰名词用“的”。"),
        (_DONE_WELL, "得", "动词后面说明程度用“得”。"),
        (_RAN_FAST, "得", "动词后面说明程度用“得”。"),
        (_QUICKLY, "地", "修饰动词用“地”。"),
        (_WORK_DONE, "的", "修饰名词用“的”。"),
    ):
        for match in pattern.finditer(text.own):
            yield _hit(match, right, why)
    for pattern in (_DEGREE, _DONE_FIRMLY):
        for match in pattern.finditer(text.own):
            if _tells_degree(text, match.start("de")):
                yield _hit(match, "得", "动词后面说明程度用“得”。")


def _hit(match: re.Match[str], right: str, why: str) -> Hit:
    start, end = match.span("de")
    return Hit(start, end, f"“{match[0]}”中的“{match['de']}”应为“{right}”：{why}", right)


def _tells_degree(text: Passage, place: int) -> bool:
    """Whether a verb stands before 的, and the place isn't found already."""
    verb = next((text.text[start:stop] for start, stop in text.words.items() if stop == place), "")
    known = any(
        match.start("de") == place
        for pattern in (_DONE_WELL, _RAN_FAST)
        for match in pattern.finditer(text.own, max(0, place - 4))
    )
    return verb in _VERBS and not known


def _is_adverbial(text: Passage, match: re.Match[str]) -> bool:
    """Whether an object follows the verb, so that it is a verb and no head of a name."""
    before = text.own[max(0, match.start() - 6) : match.start()]
    opens_a_noun = text.words.get(match.start("do"), 0) > match.end("do")  # 认真的学习态度
    if opens_a_noun or _GOVERNOR.search(before):
        return False
    if match["do"] in _PREPOSITIONS:
        return text.words.get(match.start("do")) == match.end("do")
    clause = re.split(r"[，。；：、！？\n\x00]", text.own[match.end() :], maxsplit=1)[0]
    if _SURE.match(clause):
        return match["how"] not in _NOUNS or clause[0] in "了着过"
    if "的" in clause or match["how"] in _NOUNS:
        return False
    return _is_object(_parts(text, match.end(), match.end() + len(clause)))


def _parts(text: Passage, start: int, end: int) -> list[tuple[str, str]]:
    return [
        (text.text[begin:stop], tag)
        for begin, stop, tag in text.tags
        if start <= begin and stop <= end
    ]


def _is_object(parts: list[tuple[str, str]]) -> bool:
    """Whether words after a verb are its object: a noun at first, and no frame at last."""
    if not parts or not parts[0][1].startswith(("n", "v", "r", "m", "j")):
        return False
    if len(parts) == 1:
        return parts[0][0] not in _HEADS | _FRAMES and parts[0][1].startswith("n")
    return parts[-1][0] not in _FRAMES and parts[0][0] not in _FRAMES


RULE = Rule(
    code="W06",
    name="的、地、得混用",
    severity=Severity.WARNING,
    summary="修饰名词用“的”，修饰动词用“地”，说明程度用“得”。",
    reason="“积极地推动工作”的“推动”是动词，“积极的推动作用”的中心是名词。",
    source="现代汉语语法通则",
    bad="各乡镇积极的推动项目建设。",
    good="各乡镇积极地推动项目建设。",
    check=check,
)
