"""Use case: replace words in all drafts of an open issue (全期替换), all or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desk.auditing import By, note
from desk.body import Block, Body, Paragraph, Picture, Table
from desk.compiling import open_issue
from desk.drafts import Draft, Revision, Status
from desk.editing import in_correction
from desk.errors import DeskError, FieldError, NotAllowedError
from desk.store import Store, Work
from desk.writing.finding import CAPTION, TITLE, Pattern, Spot, replaced, spots_in, texts_of

CHANGED_AFTER = "审签后改动"
_AROUND = 16  # characters of context on each side
_SHORT = 30  # characters of either words in a revision's reason


@dataclass(frozen=True, slots=True)
class Hit:
    """Words in a draft of an issue, with what stands around them."""

    draft_id: int
    title: str
    place: str  # 标题, 第2段, 表1第3行第2列, 图1题注
    before: str
    after: str
    found: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is put in the place of words, and why."""

    pattern: Pattern
    new: str
    reason: str

    @property
    def told(self) -> str:
        """As the record has it: 教育局→教体局."""
        return f"{_short(self.pattern.words)}→{_short(self.new)}"


@dataclass(frozen=True, slots=True)
class Changed:
    """The numbers of a draft's texts before and after a replacement."""

    draft_id: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was replaced in an issue."""

    issue_id: int
    drafts: tuple[Changed, ...]
    count: int


def hits_in(store: Store, issue_id: int, pattern: Pattern) -> list[Hit]:
    """Every place of the words in an issue, in printing order; raises for a released one."""
    with store.read() as work:
        return [
            hit
            for draft in _drafts(work, issue_id)
            for hit in _hits(draft, spots_in(draft.title, draft.body, pattern))
        ]


def replace_in_issue(
    store: Store, issue_id: int, what: Replacement, chosen: Iterable[Hit], *, by: By
) -> Replaced:
    """Replace words at the chosen places, one revision a draft; approved drafts stay approved.

    Raises FieldError without words or reason, NotAllowedError for a released issue or draft and
    where a text has changed since the places were found.
    """
    _must_be_complete(what)
    wanted: dict[int, set[Spot]] = {}
    for hit in chosen:
        wanted.setdefault(hit.draft_id, set()).add(hit.spot)
    if not wanted:
        raise FieldError("words", "没有选中要替换的地方。请先查找，再勾选。")
    with store.begin() as work:
        drafts = {one.id: one for one in _drafts(work, issue_id)}
        changed = tuple(
            _replace(work, drafts.get(draft_id), spots, what, by)
            for draft_id, spots in wanted.items()
        )
        count = sum(map(len, wanted.values()))
        detail = f"{what.told}，{len(changed)} 篇 {count} 处：{what.reason.strip()}"
        note(work, by, "全期替换", f"issue:{issue_id}", detail)
    return Replaced(issue_id, changed, count)


def take_back(store: Store, done: Replaced, *, by: By) -> None:
    """Bring all texts back as they were; raises NotAllowedError where one was changed since."""
    with store.begin() as work:
        _drafts(work, done.issue_id)
        for one in done.drafts:
            draft = work.drafts.get(one.draft_id)
            if draft.status is Status.RELEASED and not in_correction(work, draft):
                raise NotAllowedError(
                    f"“{draft.title}”替换以后已经随别的一期印发，不能撤销。要更正请到“编刊”更正那一期。"
                )
            if work.drafts.last_revision(draft.id).number != one.after:
                raise NotAllowedError(
                    f"“{draft.title}”替换以后又改过，没有撤销。请在“编辑”的“经过”里恢复。"
                )
            former = next(
                text for text in work.drafts.revisions(draft.id) if text.number == one.before
            )
            _revise(work, draft, former.title, former.body, "撤销全期替换", by)
            note(work, by, "撤销全期替换", f"draft:{draft.id}")
        note(work, by, "撤销全期替换", f"issue:{done.issue_id}", f"{len(done.drafts)} 篇")


def _must_be_complete(what: Replacement) -> None:
    if not what.pattern.words:
        raise FieldError("words", "请填写要查找的文字。")
    if "\n" in what.new:
        raise FieldError("new", "替换成的文字要写在一行里。请去掉换行。")
    if not what.reason.strip():
        raise FieldError("reason", "全期替换要写明理由，例如“统一单位简称”。")


def _drafts(work: Work, issue_id: int) -> list[Draft]:
    """The drafts of an issue that may still change, in printing order."""
    issue = open_issue(work, issue_id)
    return work.drafts.several([entry.draft_id for entry in issue.entries])


def _replace(
    work: Work, draft: Draft | None, spots: set[Spot], what: Replacement, by: By
) -> Changed:
    if draft is None or not spots <= set(spots_in(draft.title, draft.body, what.pattern)):
        raise NotAllowedError("这一期的文字刚刚有改动，没有替换。请重新查找后再试。")
    if draft.status is Status.RELEASED and not in_correction(work, draft):
        raise NotAllowedError(
            f"“{draft.title}”已经随别的一期印发，文字不能再改。请去掉它的勾再替换。"
        )
    title, body = replaced(draft.title, draft.body, spots, what.new)
    if not title.strip():
        raise DeskError(f"“{draft.title}”的标题会变成空的。请去掉标题那一处的勾。")
    before = work.drafts.last_revision(draft.id).number
    after = _revise(work, draft, title, body, f"全期替换：{what.told}", by)
    action = CHANGED_AFTER if draft.status is Status.READY else "全期替换"
    detail = f"{what.told}，{len(spots)} 处：{what.reason.strip()}"
    note(work, by, action, f"draft:{draft.id}", detail)
    return Changed(draft.id, before, after)


def _revise(work: Work, draft: Draft, title: str, body: Body, why: str, by: By) -> int:
    """Write a text as a new revision; returns its number."""
    revision = Revision(0, by.now, by.who, why, title, body)
    work.drafts.revise(replace(draft, title=title, body=body), revision)
    return work.drafts.last_revision(draft.id).number


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else words[:_SHORT] + "…"


def _hits(draft: Draft, spots: Sequence[Spot]) -> Iterator[Hit]:
    places = _places(draft.body.blocks)
    for spot in spots:
        if spot.block == TITLE:
            text, place = draft.title, "标题"
        else:
            block = draft.body.blocks[spot.block]
            text = dict(texts_of(block))[spot.cell]
            place = places[spot.block] + _inside(block, spot)
        found = text[spot.start : spot.end]
        yield Hit(draft.id, draft.title, place, *_around(text, spot), found, spot)


def _around(text: str, spot: Spot) -> tuple[str, str]:
    """What stands before and after, with … where more does."""
    first, last = max(0, spot.start - _AROUND), spot.end + _AROUND
    before = ("…" if first else "") + text[first : spot.start]
    return before, text[spot.end : last] + ("…" if last < len(text) else "")


def _places(blocks: Sequence[Block]) -> list[str]:
    """What each block is called: 第2段, 表1, 图1."""
    counts = {Paragraph: 0, Table: 0, Picture: 0}
    names = {Paragraph: "第{}段", Table: "表{}", Picture: "图{}"}
    found = []
    for block in blocks:
        counts[type(block)] += 1
        found.append(names[type(block)].format(counts[type(block)]))
    return found


def _inside(block: Block, spot: Spot) -> str:
    if isinstance(block, Paragraph):
        return ""
    if spot.cell.row == CAPTION:
        return "题注"
    return f"第{spot.cell.row + 1}行第{spot.cell.column + 1}列"
