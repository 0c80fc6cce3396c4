"""Concerns about the issue itself: office, number, day, readers, names, points."""

import re
from collections.abc import Iterator
from dataclasses import replace

from desk.adopting import adoptions
from desk.calendar import is_working
from desk.checks.office import Level
from desk.compiling import readers_of, recipients_of
from desk.drafts import Secrecy
from desk.issues import Issue, IssueStatus, Numbered
from desk.item_lines import last_id, lines_of
from desk.numbering import numbering_obstacles
from desk.preflight.remark import Place
from desk.preflight.subject import Concern, Found, Subject
from desk.recipients import copies_for
from desk.secrecy.grades import grade_of_issue

_NO_OFFICE = "编发单位还没有写，报头左边会空着。请先到“设置”里写上单位全称"


def _no_office(subject: Subject) -> Iterator[Found]:
    if not subject.content.fields["issuer"]:
        yield Found(_NO_OFFICE)


def _empty(subject: Subject) -> Iterator[Found]:
    if not subject.items:
        yield Found("这一期还没有条目")


def _number(subject: Subject) -> Iterator[Found]:
    said = numbering_obstacles(subject.work, subject.publication, subject.issue)
    yield from (Found(text) for text in said)


def _day(subject: Subject) -> Iterator[Found]:
    issue = subject.issue
    if issue.day < subject.today:
        yield Found(f"印发日期是 {issue.day:%m-%d}，已经过去了")
    if not is_working(issue.day, subject.specials):
        yield Found(f"印发日期 {issue.day:%m-%d} 不是工作日")
    later = [
        one
        for one in subject.work.issues.numbered(issue.publication_id)
        if one.status is not IssueStatus.OPEN and _is_before(issue, one)
    ]
    if later:
        last = max(later, key=lambda one: one.day)
        yield Found(f"印发日期早于第{last.number}期的 {last.day:%m-%d}")


def _is_before(issue: Issue, one: Numbered) -> bool:
    """Whether an issue with a lower number bears a later day."""
    same = one.series is issue.series and one.day.year == issue.day.year
    return same and one.number < issue.number and one.day > issue.day


def _readers(subject: Subject) -> Iterator[Found]:
    publication, content = subject.publication, subject.content
    recipients = recipients_of(publication, subject.issue)
    if not content.send_to:
        yield Found("报尾没有写发送范围")
    if publication.controlled and not recipients:
        yield Found(f"《{publication.name}》要编份号，还没有列出发送单位和份数")
    total = copies_for(recipients)
    if recipients and content.copies and total > content.copies:
        yield Found(f"发送单位共要 {total} 份，印数只有 {content.copies} 份")


def _known_to(subject: Subject) -> Iterator[Found]:
    """Who may know an issue with a grade, and who gets it though not among those named."""
    grade = grade_of_issue(subject.work, subject.issue.id)
    if grade is Secrecy.NONE:
        return
    readers = readers_of(subject.publication, subject.issue)
    if not readers:
        yield Found(f"本期的密级是“{grade}”，没有写知悉范围")
    for name in _outside(subject, readers):
        yield Found(f"发送单位“{name}”不在知悉范围“{readers}”里")


def _outside(subject: Subject, readers: str) -> list[str]:
    """The recipients not among those who may know; none where that is told in other words."""
    units = {
        name: one.name for one in subject.work.registry.units() for name in (one.name, one.short)
    }
    recipients = [one.name for one in recipients_of(subject.publication, subject.issue)]
    named = {units.get(one, one) for one in re.split("[、，；,;]", readers)}
    if not named <= {*units.values(), *recipients}:
        return []
    return [one for one in recipients if units.get(one, one) not in named]


def _names(subject: Subject) -> Iterator[Found]:
    content = subject.content
    names = {"编辑": content.editors, "审核": content.reviewer, "签发": content.signer}
    lacking = [role for role, name in names.items() if not name]
    if lacking:
        yield Found(f"报尾没有写{'、'.join(lacking)}人的姓名")


def _unpaid(subject: Subject) -> Iterator[Found]:
    """Adoptions that would earn nothing, by the very engine that will count them."""
    facts = list(adoptions(subject.work, subject.issue))
    start = last_id(subject.work, facts) + 1
    lines = lines_of(subject.work, [replace(one, id=at) for at, one in enumerate(facts, start)])
    for text in dict.fromkeys(one.text for one in lines if not one.points and not one.earlier):
        yield Found(text)


CONCERNS = (
    Concern(
        "Y01",
        "没有编发单位",
        Level.ERROR,
        Place.SETTINGS,
        "报头左边是编发单位的全称。",
        _no_office,
        is_fixed=True,
    ),
    Concern(
        "Y02", "没有条目", Level.ERROR, Place.ENTRIES, "空的一期不能印发。", _empty, is_fixed=True
    ),
    Concern(
        "Y31",
        "期号不连续或重复",
        Level.ERROR,
        Place.NUMBER,
        "期号不能跳、不能重；跳过的要登记空号和原因。",
        _number,
        is_fixed=True,
    ),
    Concern(
        "Y32",
        "印发日期可疑",
        Level.WARNING,
        Place.NUMBER,
        "过去的日期、休息日，或者早于前一期。",
        _day,
    ),
    Concern(
        "Y33",
        "发送范围",
        Level.WARNING,
        Place.MATTER,
        "报尾的报、送、发，发送单位的份数和印数。",
        _readers,
    ),
    Concern(
        "Y36",
        "知悉范围",
        Level.WARNING,
        Place.MATTER,
        "有密级的一期要写明谁能知悉；写的都是单位时，核对发送单位在不在里面。",
        _known_to,
    ),
    Concern("Y34", "报尾缺姓名", Level.WARNING, Place.MATTER, "编辑、审核、签发三个姓名。", _names),
    Concern(
        "Y35", "采用后不得分", Level.WARNING, Place.ENTRIES, "计分办法里没有它的分值。", _unpaid
    ),
)
