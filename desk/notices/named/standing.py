"""Names for what one unit sent, what was adopted, what it earned and where it stands."""

from collections.abc import Callable, Sequence
from itertools import chain

from desk.bulletins.named.days import so_far_name
from desk.bulletins.named.places import period, year
from desk.bulletins.phrases import figure, percentage
from desk.notices.entries import UnitEntry, UnitMatter, UnitTopic, said, whether
from desk.scoring.results import UnitScore
from desk.surveys.survey import UnitSurvey
from desk.surveys.words import unit_words, unspaced

_Of = Callable[[UnitSurvey], UnitScore]
_NAMED = 3  # units told by name where several are level


def level_with(matter: UnitMatter, of: _Of) -> str:
    """With whom a unit shares its place: 与白水镇并列; "" where with nobody."""
    own = of(matter.one).rank
    level = [
        one.unit.short or one.unit.name
        for one in matter.group.units
        if own and of(one).rank == own and one.unit != matter.one.unit
    ]
    if not level:
        return ""
    who = f"{level[0]}等{len(level)}个单位" if len(level) > _NAMED else "、".join(level)
    return f"与{who}并列"


def _told(matter: UnitMatter, of: _Of) -> str:
    """Sent, adopted, points and place in one phrase."""
    score = of(matter.one)
    beside = level_with(matter, of)
    place = "，不参加排名"
    if score.rank:
        among = f"在{matter.group.group.name}{len(matter.group.units)}个单位中"
        place = f"，{among}排第{score.rank}名{f'（{beside}）' if beside else ''}"
    return (
        f"报送政务信息{score.submitted}条，采用{score.adopted}条，采用率{percentage(score.rate)}，"
        f"得{figure(score.points)}分{place if _tells(matter, score) else ''}"
    )


def _tells(matter: UnitMatter, score: UnitScore) -> bool:
    """Whether a place says anything: not where nobody has points, nor of the only unit."""
    return len(matter.group.units) > 1 and (score.rank != 1 or score.points > 0)


def _in_words(matter: UnitMatter, of: _Of) -> str:
    """All that the card says, as it is read out to a unit that rings up."""
    survey = matter.survey
    if of is period:
        table, told = survey.table, survey.stretch.name
    else:
        table, told = survey.so_far, f"{survey.stretch.last.year}年{so_far_name(survey)}"
    return unspaced(unit_words(of(matter.one), table, told)).rstrip("。")


def _climbed(matter: UnitMatter) -> str:
    one = matter.one
    if one.climbed is None or one.before is None:
        return ""
    if not _tells(matter, one.score) or not _tells(matter, one.before):
        return ""
    before = f"{matter.survey.stretch_before.name}（第{one.before.rank}名）"
    if not one.climbed:
        return f"名次与{before}持平"
    return f"名次比{before}{'上升' if one.climbed > 0 else '下降'}{abs(one.climbed)}位"


def _year_ago(matter: UnitMatter) -> str:
    then = matter.one.points_year_ago
    if then is None:
        return ""
    more = matter.one.score.points - then
    head = f"得分比去年同期（{figure(then)}分）"
    if not more:
        return f"得分与去年同期（{figure(then)}分）持平"
    return f"{head}{'增加' if more > 0 else '减少'}{figure(abs(more))}分"


def _row(word: str, days: str, of: _Of) -> Sequence[UnitEntry]:
    """The figures of some days, each under a name of its own."""
    return (
        said(f"单位{word}报送数", f"{days}报送几条", "12", lambda m: str(of(m.one).submitted)),
        said(f"单位{word}采用数", f"{days}采用几条", "8", lambda m: str(of(m.one).adopted)),
        said(f"单位{word}采用率", days, "66.7%", lambda m: percentage(of(m.one).rate)),
        said(f"单位{word}得分", days, "34.5", lambda m: figure(of(m.one).points)),
        said(
            f"单位{word}名次", f"{days}在本组的名次；不排名的没有", "3",
            lambda m: str(of(m.one).rank or ""),
        ),
        said(f"单位{word}并列", f"{days}和谁并列", "与白水镇并列", lambda m: level_with(m, of)),
        said(
            f"单位{word}情况", f"{days}报送、采用、得分、名次，一句话",
            "报送政务信息12条，采用8条，采用率66.7%，得34.5分，在乡镇、街道16个单位中排第3名",
            lambda m: _told(m, of),
        ),
        said(
            f"单位{word}详情", f"{days}名次、得分、完成、与前一名的差距，几句话",
            "白沙镇，2026年第三季度在乡镇、街道16个单位里排第3名。得34.5分……",
            lambda m: _in_words(m, of),
        ),
    )  # fmt: skip


TOPIC = UnitTopic(
    "单位的情况和名次",
    (
        said("单位", "单位的全称", "云岭县白沙镇人民政府", lambda m: m.one.unit.name),
        said("单位简称", "单位的简称", "白沙镇", lambda m: m.one.unit.short or m.one.unit.name),
        said("组名", "单位所在的分组", "乡镇、街道", lambda m: m.group.group.name),
        said("组内单位数", "这一组有几个单位", "16", lambda m: str(len(m.group.units))),
        *chain(_row("", "本期", period), _row("累计", "年初以来", year)),
        said("单位名次变化", "名次比上期", "名次比2026年第二季度（第5名）上升2位", _climbed),
        said("单位同比", "得分比去年同期", "得分比去年同期（28分）增加6.5分", _year_ago),
        whether(
            "单位居前", "本期在本组前几名、有得分",
            lambda m: 0 < m.one.score.rank <= m.matter.options.places and m.one.score.points > 0,
        ),
        whether(
            "单位名次上升", "名次比上期高",
            lambda m: bool(_climbed(m)) and (m.one.climbed or 0) > 0,
        ),
        whether("单位没有得分", "年初以来得0分", lambda m: m.one.so_far.points == 0),
        whether("单位倒扣", "年初以来的得分低于0分", lambda m: m.one.so_far.points < 0),
        whether(
            "单位仅本期没有得分", "本期得0分、年初以来有得分",
            lambda m: m.one.score.points == 0 < m.one.so_far.points,
        ),
    ),
)  # fmt: skip
