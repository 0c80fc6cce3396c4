"""The kind of information by cue words (seed 001 and 003 say what each kind is about)."""

import re

from desk.drafts import Kind

_REPORT = re.compile(
    r"(?:首报|初报|续报|终报)(?:[（(]?[一二三四五六七八九十\d]+[）)]?)?[”）)》]?$|^【?(?:首报|续报|终报)"
)
_FORM = re.compile(r"突发(?:事件)?信息|突发事件(?:报告|快报)|紧急信息报告")
_SOLVED = re.compile(
    r"(?:破解|化解|解决|补齐|攻克|突破|打通).{0,12}(?:问题|困难|短板|难题|瓶颈|堵点)"
)
_PREVENTED = re.compile(r"演练|演习|培训|宣传|防范|预防|排查|整治")
_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.INCIDENT,
        re.compile(
            r"(?:发生|遭受|突发|遭遇).{0,12}?(?:事故|险情|火灾|灾害|地震|洪灾|溺水|坍塌|滑坡|泥石流|泄漏|疫情|案件|事件)"
            r"|(?:事故|险情|灾情|火情)(?:情况)?(?:的)?(?:报告|快报|专报)$"
            r"|被困|获救|火情(?!防)|(?:泄漏|爆裂|跳闸|坍塌).{0,10}(?:受伤|伤亡|处置|抢修|修复|受影响|恢复)"
        ),
    ),
    (
        Kind.FORECAST,
        re.compile(r"^预计|预计.{0,24}(?:将|有望)|预测|走势(?:分析|研判)|趋势(?:预判|研判)|苗头性"),
    ),
    (
        Kind.PROBLEM,
        re.compile(
            r"(?:问题|困难|隐患|短板|难题|瓶颈|堵点)(?:及|与|和|、|需|应|要|待|亟待|亟需|突出|不容忽视|值得|仍|较|$)|亟待(?:解决|重视|规范)|不容忽视|值得关注|问题$"
        ),
    ),
    (Kind.PROPOSAL, re.compile(r"^建议(?!书|提案)|建议$|建言")),
    (
        Kind.FEEDBACK,
        re.compile(
            r"贯彻(?:落实|执行)?.{0,30}(?:精神|会议|讲话|批示|指示|文件|通知|要求)|(?:批示|指示|约稿|交办).{0,12}(?:情况|反馈|报告)$"
            r"|传达学习"
        ),
    ),
    (
        Kind.EXPERIENCE,
        re.compile(
            r"(?:做法|经验|启示|探索与实践|实践与思考|模式)$|(?:做法|经验)(?:和|与|及)|经验(?:材料|做法)"
        ),
    ),
    (
        Kind.MEASURE,
        re.compile(
            r"[两三四五六七八九十多]招(?!商|聘|生|标|工)|[三四五六]措并举|"
            r"[一二三四五六七八九十\d][项条大]?”?(?:措施|举措)|(?<!多)(?:措施|举措)(?:$|[确保推促抓])"
        ),
    ),
)


def reported_kind(title: str, mast: str) -> Kind | None:
    """突发型 where the title or the form's name says that it reports an incident."""
    return Kind.INCIDENT if _REPORT.search(title) or _FORM.search(mast) else None


def cued_kind(title: str) -> Kind | None:
    """The only kind that the title's words speak for; None when they speak for two."""
    found = [kind for kind, cue in _CUES if cue.search(title)]
    if Kind.PROBLEM in found and _SOLVED.search(title):
        found.remove(Kind.PROBLEM)
    if Kind.INCIDENT in found and _PREVENTED.search(title):
        found.remove(Kind.INCIDENT)
    if Kind.PROPOSAL in found and len(found) > 1:
        found.remove(Kind.PROPOSAL)  # problems and forecasts are told with advice (seed 001)
    return found[0] if len(found) == 1 else None
