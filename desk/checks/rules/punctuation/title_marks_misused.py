"""P19: title marks around what is no work: activities, meetings, awards, certificates."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_TITLE = re.compile(r"《(?P<name>[^《》\n]{1,40})》(?=(?P<after>.{0,10}))")
_THING_AFTER = re.compile(
    r"(?![^，。；、]{0,6}(?:学习|宣讲|宣传|诵读|阅读|读书|首发|研读|导读|普法|解读|演出|放映))"
    r"[\u4e00-\u9fff]{0,4}?(?:活动|大会|会议|论坛|大赛|比赛|竞赛"
    r"|培训班|讲座|课程|课题|称号|奖项|奖牌|荣誉"
    r"|项目|工程|品牌|商标|产品|贷款|服务队|机制|工作法|模式|行动(?!方案|计划)|奖(?!励|补|惩))"
)
_THING = re.compile(
    r"(?:执照|许可证|资格证|合格证|身份证|户口簿|毕业证|结婚证|证书|奖状|锦旗|大赛|大会|论坛"
    r"|博览会|展销会|交易会|推介会|音乐节|文化节|艺术节|旅游节|采摘节|丰收节"
    r"|活动|运动会|联谊会|座谈会|培训班|奖|杯|称号|先进集体|先进个人|示范县|示范村|文明村"
    r"|文明单位|专项行动)$"
)
_WORK = beginning(
    "法条办规意方通决纲计报读选准细章典论集书指手文制公协标预要函批清目教刊史志",
    r"(?:法|条例|办法|规定|意见|方案|通知|决定|纲要|规划|计划|报告|读本|选编|准则|细则|章程|典|论"
    r"|集|(?<!证)书|指南|手册|文选|制度|规程|公报|公约|协议|标准|规范|预案|要点|通报|通告|公告|函"
    r"|批复|清单|目录|读物|教材|报|刊|史|志)"
    r"(?:[（(〔].*)?$",
)
_PERFORMED = re.compile(
    r"(?:学习|宣传|宣讲|贯彻|落实|诵读|阅读|朗诵|观看|演出|放映|传唱|合唱|演唱|表演|拍摄|播出"
    r"|发表|出版|印发|出台|制定|修订|刊发|发布|电影|图书|歌曲|节目|戏|剧|解读|新闻"
    r"|题为)[^，。；、]{0,4}$"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find 《……》 around such names; books, papers, documents and shows are left out."""
    for match in _TITLE.finditer(text.printed):
        name = match["name"]
        before = text.printed[max(0, match.start() - 12) : match.start()]
        is_thing = _THING.search(name) or _THING_AFTER.match(match["after"])
        if is_thing and not _WORK.search(name) and not _PERFORMED.search(before):
            end = match.end("name") + 1
            message = f"“{name}”不是书籍、文章、文件等作品，不用书名号。"
            yield Hit(match.start(), end, message, f"“{name}”")


RULE = Rule(
    code="P19",
    name="书名号误用",
    severity=Severity.INFO,
    summary="活动、会议、奖项、证照的名称不用书名号，需要标示时用引号。",
    reason="书名号只标示书、报、文件、歌曲、影视剧等作品的名称。",
    source="GB/T 15834—2011 A.13",
    bad="云岭县举办《第二届采茶节》活动。",
    good="云岭县举办“第二届采茶节”活动。",
    check=check,
)
