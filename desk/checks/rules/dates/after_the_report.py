"""D08: something told as past that lies after the day of the report."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from desk.checks.dates import DateMention
from desk.checks.manuscript import Manuscript
from desk.checks.masks import BLANK
from desk.checks.passage import Passage
from desk.checks.periods import UNKNOWN_YEAR
from desk.checks.rule import Hit, Need, Rule, Severity

_UNTIL = re.compile(r"(?:截至|截止[到至]?)$|^(?:截至|截止)")
_PLANNED = re.compile(
    r"将|(?<![模虚])拟|计划|预计|预期|预定|预测|定于|力争|确保|争取|务必|必须|须|应[于在当]|限[期于]|期限|有效|到期|届时|安排|推迟|延期|延长"
    r"|(?<![接招对优看])待|下一?步|接下来|今后|后续|目标|可望|有望|公示|合同|约定|承诺|责令|要求|明确|规定|部署|规划|方案|通知|日程|为止|请[于在各按]|如果|若(?!干)|一旦"
)
_AHEAD = re.compile(r"下一?步|接下来|今后|后续|打算|计划|将|拟|预计|预测|安排|方案|对策|建议")
_OPEN = re.compile(
    r"\s?(?:之前|以前|前|起|止|截止|到期|后|以后|之后|为|是|（?含|[—~～-]|[至到]|、|和)"
)
_RANGE_END = re.compile(r"(?:[至到—~～－-]|[日号]?[、和])$")
_DONE = re.compile(
    r"了|已|过(?!程)|完成|通过|发生|印发|接到|发现|竣工|投用|恢复|抵达|建成|签订|签约|下发|收到|查处|查获|发放|兑付|转移|扑灭|办结|交付|回访"
)
_PAST = re.compile(  # of a date that begins its sentence, as a tale does
    rf"{_DONE.pattern}|召开|举行|举办|开展|组织|启动|投入|开工|开通|公布|发布|出台|揭牌|检查|调研|培训|验收|上线|运行|座谈|会议|收获|播种|新增"
)
_STILL_TO_COME = re.compile(
    r"将|(?<![模虚])拟|计划|预计|应[于在当该]|须|前完成|可(?![持研视靠燃])|届时"
)
_PAUSE = re.compile(r"[，。；：！？\n]")
_MONTH_END = re.compile(r"月[底末]?$|[年季半][底末度]$")
_SEVERAL = re.compile(r"[至到—–~～、和-]")
_SLACK = timedelta(days=10)  # 截至9月底 is said some days before its end
_REACH = timedelta(days=92)  # a date without a year that lies further ahead may be last year's


def check(text: Passage) -> Iterator[Hit]:
    """Find cut-off dates and past events later than the report; plans are left alone."""
    report = text.context.report_date
    if report is None:
        return
    for mention in text.dates:
        if _is_later(text, mention, report):
            yield _hit(mention.start, mention.end, text, report)
    for period in text.periods:
        ends = text.text[period.start : period.end]
        if (
            period.first is None
            and _UNTIL.search(ends)
            and _MONTH_END.search(ends)
            and period.last.year != UNKNOWN_YEAR
            and period.last > report + _SLACK
            and not _is_planned(text, period.start, period.end)
        ):
            yield _hit(period.start, period.end, text, report)


def _is_later(text: Passage, mention: DateMention, report: date) -> bool:
    days = mention.days
    if not days or min(days) <= report or BLANK in text.own[mention.start : mention.end]:
        return False
    if _is_planned(text, mention.start, mention.end):
        return False
    before = text.own[max(0, mention.start - 4) : mention.start]
    return bool(_UNTIL.search(before)) or (
        not _AHEAD.search(text.own, text.own.rfind("\n", 0, mention.start) + 1, mention.start)
        and _is_told_as_past(text.own, before, mention, report)
    )


def _is_told_as_past(own: str, before: str, mention: DateMention, report: date) -> bool:
    tells_year = "年" in own[mention.start : mention.end]
    if not tells_year and mention.days[0] > report + _REACH:
        return False
    if _SEVERAL.search(own, mention.start, mention.end) or _RANGE_END.search(before):
        return False
    if _OPEN.match(own, mention.end):
        return False
    clause = _main_clause(own, mention.end)
    begins = not before.strip() or before.rstrip()[-1] in "。；！？\n"
    return bool((_PAST if begins else _DONE).search(clause))


def _main_clause(text: str, start: int) -> str:
    """What is said of a date: the rest of its clause, or the next one where the date ends it."""
    end = _PAUSE.search(text, start)
    if end and end.start() - start <= len("上午10时") and end[0] == "，":
        end = _PAUSE.search(text, end.end())
    return text[start : end.start()] if end else text[start:]


def _is_planned(text: Passage, start: int, end: int) -> bool:
    own = text.own
    begin = max(own.rfind(sign, 0, start) for sign in "。！？\n") + 1
    return bool(_PLANNED.search(own, begin, start) or _STILL_TO_COME.search(_main_clause(own, end)))


def _hit(start: int, end: int, text: Passage, report: date) -> Hit:
    words = text.text[start:end]
    message = (
        f"“{words}”晚于报送日期{report.month}月{report.day}日，请核对；若是计划，请写“计划”“将”。"
    )
    return Hit(start, end, message)


RULE = Rule(
    code="D08",
    name="晚于报送日",
    severity=Severity.ERROR,
    summary="写成已经发生的事，日期不晚于报送日期。",
    reason="日期写错，或者把计划写成了结果。",
    source="报刊差错实例",
    bad="截至9月28日，云岭县收获油菜7.8万亩。",
    good="截至9月18日，云岭县收获油菜7.8万亩。",
    check=check,
    needs=Need.BODY,
    sample=Manuscript(report_date=date(2026, 9, 20)),
)
