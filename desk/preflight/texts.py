"""Concerns about what the items say: approval, faults, secrecy, who sent them."""

from collections.abc import Iterator

from desk.body import Picture, Table
from desk.checking import CheckedFinding
from desk.checks.checklist import open_items
from desk.checks.office import Level
from desk.checks.rule import Severity
from desk.compiling import PRINTABLE
from desk.drafts import Secrecy
from desk.obstacles import blocks, obstacles
from desk.preflight.remark import Place
from desk.preflight.subject import Concern, Found, Item, Subject
from desk.secrecy.grades import marked, rank
from desk.ways import approved_revision

_REGISTER = "M03"  # what a missing unit already says
_SECRET = (Secrecy.SECRET, Secrecy.CONFIDENTIAL, Secrecy.TOP)


def _unapproved(subject: Subject) -> Iterator[Found]:
    for item in subject.items:
        if item.draft.status not in PRINTABLE:
            said = f"{item.named}现在是“{item.draft.status}”，请先审签或移出本期"
            yield Found(said, item.draft.id)


def _since_approval(subject: Subject) -> Iterator[Found]:
    """Words that were changed after the approval should be seen by whoever approved them."""
    drafts = subject.work.drafts
    for item in subject.items:
        number = approved_revision(subject.work, item.draft.id)
        last = drafts.last_revision(item.draft.id)
        if number is None or number == last.number:
            continue
        texts = {one.number: (one.title, one.body) for one in drafts.revisions(item.draft.id)}
        if texts.get(number) not in (None, (last.title, last.body)):
            yield Found(f"{item.named}审签后改过文字，请再请领导过目", item.draft.id)


def _without_unit(subject: Subject) -> Iterator[Found]:
    for item in subject.items:
        if not item.draft.unit_ids:
            yield Found(f"{item.named}没有供稿单位，无法计分", item.draft.id)


def _forbidden(subject: Subject) -> Iterator[Found]:
    for item in subject.items:
        title = item.entry.heading or item.draft.title
        yield from (Found(text, item.draft.id) for text in obstacles(title, item.findings))


def _faulty(subject: Subject) -> Iterator[Found]:
    for item in subject.items:
        count = sum(_is_fault(one, item) for one in item.findings)
        if count:
            yield Found(f"{item.named}还有 {count} 处差错没有处理", item.draft.id)


def _is_fault(one: CheckedFinding, item: Item) -> bool:
    """Whether a finding is an open error that no other concern tells."""
    is_open = not one.waived and one.finding.severity is Severity.ERROR
    told = blocks(one) or (one.finding.rule == _REGISTER and not item.draft.unit_ids)
    return is_open and not told


def _unchecked(subject: Subject) -> Iterator[Found]:
    for item in subject.items:
        if waiting := open_items(item.draft):
            said = f"{item.named}的核对清单还有 {len(waiting)} 项没有勾"
            yield Found(said, item.draft.id)


def _above_the_mark(subject: Subject) -> Iterator[Found]:
    mark = subject.content.secrecy
    for item in subject.items:
        if item.draft.secrecy in _SECRET and rank(item.draft.secrecy) > rank(marked(mark)):
            said = f"{item.named}是“{item.draft.secrecy}”件，本期的密级标志是“{mark or '无'}”"
            yield Found(said, item.draft.id)


def _internal_unmarked(subject: Subject) -> Iterator[Found]:
    if marked(subject.content.secrecy) is not Secrecy.NONE:
        return
    named = [item.named for item in subject.items if item.draft.secrecy is Secrecy.INTERNAL]
    if named:
        more = f"等 {len(named)} 条" if len(named) > 1 else ""
        yield Found(f"{named[0]}{more}是“内部”件，本期没有“内部资料”一类的标志，请核对发送范围")


def _without_caption(subject: Subject) -> Iterator[Found]:
    for item in subject.items:
        shown = (one for one in item.draft.body.blocks if isinstance(one, Table | Picture))
        if any(not one.caption for one in shown):
            yield Found(f"{item.named}有表格或图片没有题注", item.draft.id)


CONCERNS = (
    Concern(
        "Y03",
        "没有审签",
        Level.ERROR,
        Place.DRAFT,
        "编入以后又退回修改的稿件不能印发。",
        _unapproved,
        is_fixed=True,
    ),
    Concern(
        "Y04",
        "审签后改过文字",
        Level.WARNING,
        Place.DRAFT,
        "领导签的是改动以前的文字，改动应当再请领导过目。",
        _since_approval,
    ),
    Concern(
        "Y05",
        "没有供稿单位",
        Level.ERROR,
        Place.DRAFT,
        "没有单位的条目登记不了采用，计不了分。",
        _without_unit,
        is_fixed=True,
    ),
    Concern(
        "Y06",
        "有不能印发的内容",
        Level.ERROR,
        Place.DRAFT,
        "涉密、个人信息等规则的问题没有处理。规则的轻重在“检查规则”里设。",
        _forbidden,
        is_fixed=True,
    ),
    Concern(
        "Y07",
        "有差错没有处理",
        Level.WARNING,
        Place.DRAFT,
        "检查出的错误既没有改，也没有写明理由保留。",
        _faulty,
    ),
    Concern(
        "Y08",
        "核对清单没有做完",
        Level.WARNING,
        Place.DRAFT,
        "事实、数字要由人核对，机器查不出来。",
        _unchecked,
    ),
    Concern(
        "Y09",
        "密级高于本期",
        Level.ERROR,
        Place.DRAFT,
        "条目的密级高于本期的密级标志。请改标志、发送范围，或移出本期。",
        _above_the_mark,
        is_fixed=True,
    ),
    Concern(
        "Y10",
        "表格或图片没有题注",
        Level.WARNING,
        Place.DRAFT,
        "读者不知道表里、图上是什么。",
        _without_caption,
    ),
    Concern(
        "Y15",
        "内部件没有标志",
        Level.WARNING,
        Place.MATTER,
        "条目是内部件，期头没有“内部资料”一类的标志，读者不知道不能外传。",
        _internal_unmarked,
    ),
)
