"""M02: the title reads like another kind than the one chosen."""

import re
from collections.abc import Iterator

from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole
from desk.drafts import Kind

_TITLES = {
    Kind.PROPOSAL: re.compile(r"建议$|^建议|的(?:几点|[一二三四五六]点)?建议"),
    Kind.FEEDBACK: re.compile(r"反馈|落实情况|办理(?:情况|结果)|答复"),
    Kind.FORECAST: re.compile(r"预测|走势|预警|趋势|研判|预计|有望|将(?:上涨|下降|回落|增长|达到)"),
    Kind.INCIDENT: re.compile(
        r"发生.{0,12}(?:事故|火灾|滑坡|泥石流|地震|中毒|爆炸|泄漏|坍塌|溺水|洪涝|灾害|案件)|遭受|突发"
    ),
    Kind.MEASURE: re.compile(
        r"[一二三四五六七八九十多\d](?:项|条|个)?(?:举措|措施|招)|多措并举|强化.{0,4}措施"
    ),
    Kind.EXPERIENCE: re.compile(r"模式|经验|做法|探索|走出|创新.{0,8}机制|的启示"),
    Kind.PROBLEM: re.compile(
        r"问题|困难|难题|亟[待需]|不足|短缺|滞销|隐患突出|难$|难以|瓶颈|值得关注|引起关注|堪忧|偏低|缓慢|老化"
    ),
}
_OWN = {  # weaker words that speak for the kind that was chosen
    Kind.PROPOSAL: re.compile(r"建议"),
    Kind.FEEDBACK: re.compile(r"办结|解决|回应|整改|落实|反馈|办理|复"),
    Kind.FORECAST: re.compile(r"风险|或将|或|可能|预|将|走势|趋"),
    Kind.MEASURE: re.compile(r"机制|措施|举措|推行|实行|促|破解|防|治|清单|强化|[“”]"),
    Kind.EXPERIENCE: re.compile(r"机制|破解|[“”]|路|法|变"),
    Kind.INCIDENT: re.compile(r"发生|突发|事故|灾|险|续报|首报|终报"),
    Kind.PROBLEM: re.compile(r"反映|影响|风险|隐患|少|弱|低|慢|高|无|缺"),
    Kind.DYNAMIC: re.compile(r"破解|解决|整治|化解|推进会|启动|完成|开展"),
}
_BODIES = {
    Kind.PROBLEM: re.compile(r"原因|问题|困难"),
    Kind.PROPOSAL: re.compile(r"建议"),
    Kind.FEEDBACK: re.compile(r"反馈|回访|办结|批示|转办|落实"),
    Kind.FORECAST: re.compile(r"预计|预测|可能|走势"),
    Kind.INCIDENT: re.compile(r"\d时(?:许|\d|左右)|伤亡|受伤|死亡|转移|救援|损失"),
    Kind.MEASURE: re.compile(r"一是|首先|（一）|第一"),
    Kind.EXPERIENCE: re.compile(r"一是|首先|（一）|第一|探索|机制"),
}


def judge(draft: Whole) -> Iterator[Hit]:
    """Name the kind that title and body agree on where the chosen one isn't in the title."""
    chosen = draft.context.kind
    if chosen is None:
        return
    title, body = draft.title.text, draft.body.text
    cues = {kind: cue.search(title) for kind, cue in _TITLES.items()}
    others = [kind for kind, cue in cues.items() if cue and _BODIES[kind].search(body)]
    if len(others) == 1 and not cues.get(chosen) and not _OWN[chosen].search(title):
        cue = cues[others[0]]
        if cue:
            message = f"选的是“{chosen}”，标题和正文像“{others[0]}”，请核对信息类型。"
            yield Hit(cue.start(), cue.end(), message, field=Field.TITLE)


RULE = Rule(
    code="M02",
    name="类型不符",
    severity=Severity.INFO,
    summary="信息类型要与标题、正文相符。",
    reason="类型决定检查项目、时限和计分。",
    source="种子规则：信息类型",
    bad="云岭县脐橙滞销问题突出\n9月10日，云岭县农业农村局调查，滞销的主要原因是冷库不足。",
    good="云岭县脐橙采收过半\n9月10日，云岭县农业农村局调查，脐橙采收过半。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.DYNAMIC),
)
