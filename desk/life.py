"""The life line (生平) of a draft: everything that happened to it, in order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise

from desk.audit import AuditRecord
from desk.checks.catalogue import catalogue
from desk.checks.checklist import BY_KIND, COMMON
from desk.closing import standing
from desk.comparison.texts import Text, compare
from desk.comparison.words import summary
from desk.compiling import name_of
from desk.drafts import Draft, Revision
from desk.duplicates.likeness import Likeness
from desk.editing import REVISED
from desk.facts import Fact, FactKind
from desk.issues import Issue
from desk.item_lines import lines_of
from desk.life_events import Event, matter_events
from desk.office_clock import minute_words
from desk.scoring.figures import printed
from desk.scoring.lines import LedgerLine
from desk.store import Store, Work
from desk.units import Unit
from desk.versions import item_of

_ALL = 100_000  # records of one draft
_REGISTERED, _PRINTED = "登记来稿", "印发采用"
_SIGNED = "登记手签"
_TICKED = ("核对", "取消核对")


@dataclass(frozen=True, slots=True)
class Life:
    """A draft with its units, its points so far, and its events, the earliest first."""

    draft: Draft
    units: tuple[Unit, ...]
    points: tuple[tuple[Unit, Decimal], ...]
    events: tuple[Event, ...]


def life(store: Store, draft_id: int) -> Life:
    """Read the life line of a draft; raises NotFoundError."""
    with store.read() as work:
        draft = work.drafts.get(draft_id)
        told = _Telling(work, draft)
        groups = (
            told.arrival(),
            told.likenesses(),
            told.records(),
            told.revisions(),
            told.sources(),
            told.entries(),
            matter_events(work, told.text_ids),
            told.points(),
        )
        ranked = [(event.when, rank, event) for rank, some in enumerate(groups) for event in some]
        ordered = sorted(ranked, key=lambda one: one[:2])
        return Life(draft, told.own_units, told.totals(), tuple(event for *_, event in ordered))


def as_text(told: Life) -> str:
    """A life line as plain lines, to copy."""
    units = "、".join(unit.name for unit in told.units) or "单位未认出"
    lines = [told.draft.title, f"{units}　{told.draft.status}"]
    lines += [f"{unit.short}：{printed(points)} 分" for unit, points in told.points]
    for event in told.events:
        moment = minute_words(event.when)
        lines.append("　".join(filter(None, (moment, event.what, event.who, event.detail))))
    return "\n".join(lines)


class _Telling:
    """Reads what is known of one draft, group by group."""

    def __init__(self, work: Work, draft: Draft) -> None:
        self._work = work
        self._draft = draft
        self._units = {unit.id: unit for unit in work.registry.units()}
        self.own_units = tuple(self._units[one] for one in draft.unit_ids if one in self._units)
        trail = work.audit.records(f"draft:{draft.id}", _ALL)[::-1]
        self._records = [one for one in trail if one.action != REVISED]
        item = item_of(work, draft.id)
        self._texts = (item.original, *item.versions)
        self.text_ids = [one.id for one in self._texts]
        self._issues = [issue for one in self._texts for issue in work.issues.holding(one.id)]
        self._publications = {one.id: one for one in work.catalogue.publications()}
        self._origins: dict[int, str] = {}  # which issue booked an adoption
        self._lines = [line for issue in self._issues for line in self._lines_of(issue)]

    def arrival(self) -> Iterator[Event]:
        """How it came; who registered it stands here when that was at once."""
        draft = self._draft
        first = next((one for one in self._records if one.action == _REGISTERED), None)
        source = f"：{draft.original.name}" if draft.original.name else ""
        length = len(draft.original.body.text.replace("\n", ""))
        detail = f"{draft.channel}{source}，{length} 字"
        who = first.who if first and first.when == draft.received else ""
        yield Event(draft.received, "收到来稿", who, detail)
        name = f"draft:{draft.id}"
        counted = standing(self._work.ledger.booked(name), name)
        booked = [fact.unit_id for fact in counted if fact.kind is FactKind.SUBMISSION]
        if booked:
            moment = first.when if first else draft.received
            each = "各计" if len(booked) > 1 else "计"
            yield Event(moment, "计入报送", "", f"{self._named(booked)}，{each} 1 篇")

    def likenesses(self) -> Iterator[Event]:
        """What it looks like, said when the later of the two came."""
        found = self._work.likenesses.of(self._draft.id)
        ids = [self._other(one) for one in found]
        for one, other in zip(found, self._work.drafts.several(ids), strict=True):
            detail = (
                f"与“{other.title}”（{self._named(other.unit_ids)}）相似 {one.score}%，"
                f"{one.nature}；{one.verdict or '还没有判定'}"
            )
            when = max(self._draft.received, other.received)
            yield Event(when, "发现相似稿件", "", detail, f"draft:{other.id}")

    def _of_another(self, draft_id: int) -> str:
        """Which text of the item stands there, where it is another."""
        if draft_id == self._draft.id:
            return ""
        return "，用的是原稿件" if draft_id == self._draft.version_of else "，用的是刊物版"

    def _named(self, unit_ids: Sequence[int]) -> str:
        names = [self._units[one].short for one in unit_ids if one in self._units]
        return "、".join(names) or "单位未认出"

    def _other(self, one: Likeness) -> int:
        return one.other_id if one.draft_id == self._draft.id else one.draft_id

    def records(self) -> Iterator[Event]:
        """The audit trail, in words; what other groups say better is left to them."""
        released = {issue.released for issue in self._issues if issue.is_frozen}
        for record in self._records:
            at_once = record.action == _REGISTERED and record.when == self._draft.received
            if at_once or (record.action == _PRINTED and record.when in released):
                continue
            what, detail = _in_words(record)
            yield Event(record.when, what, record.who, detail, self._place(record))

    def _place(self, record: AuditRecord) -> str:
        """What a record leads to: the composite it went into, the scan of the slip signed."""
        if "并入" in record.action and self._draft.merged_into:
            return f"draft:{self._draft.merged_into}"
        if record.action != _SIGNED:
            return ""
        ways = self._work.approvals.of(self._draft.id)
        steps = (step for way in reversed(ways) for step in way.steps if step.scan)
        signed = (step for step in steps if record.detail.startswith(step.stage.name))
        return next((f"scan:{step.scan}" for step in signed), "")

    def revisions(self) -> Iterator[Event]:
        """Every saved text after the first, with the size of its change."""
        saved = self._work.drafts.revisions(self._draft.id)
        for before, after in pairwise(saved):
            what = f"第 {after.number} 版：{after.why}" if after.why else f"第 {after.number} 版"
            subject = f"revision:{after.number}"
            yield Event(after.saved, what, after.who, change(before, after), subject)

    def sources(self) -> Iterator[Event]:
        """The drafts that went into this one."""
        ids = [part.draft_id for part in self._work.parts.of(self._draft.id)]
        for source in self._work.drafts.several(ids):
            trail = self._work.audit.records(f"draft:{source.id}", _ALL)
            merged = next((one for one in trail if one.action.endswith("→并入")), None)
            yield Event(
                merged.when if merged else source.received,
                "并入一篇来稿",
                merged.who if merged else "",
                f"“{source.title}”（{self._named(source.unit_ids)}）",
                f"draft:{source.id}",
            )

    def entries(self) -> Iterator[Event]:
        """Where it stands in issues, released or not."""
        for issue in self._issues:
            publication = self._publications[issue.publication_id]
            ids = {one.id for one in self._texts}
            place = next(at for at, one in enumerate(issue.entries) if one.draft_id in ids)
            entry = issue.entries[place]
            section = publication.section(entry.section_id)
            detail = (
                f"{name_of(publication, issue)}{f'（总第{issue.total}期）' if issue.total else ''}"
                f"“{section.name if section else ''}”，全期第 {place + 1} 条，{entry.role}"
                f"{self._of_another(entry.draft_id)}"
            )
            what = _PRINTED if issue.is_frozen else "编入，尚未印发"
            when, who = self._moment(issue)
            yield Event(when, what, who, detail, f"issue:{issue.id}")
            yield from self._replaced(issue)

    def _replaced(self, issue: Issue) -> Iterator[Event]:
        """That the issue was corrected, where the correction leaves this one out or not."""
        if issue.replaced_by:
            newer = self._work.issues.get(issue.replaced_by)
            name = name_of(self._publications[newer.publication_id], newer)
            stays = any(one.id == newer.id for one in self._issues)
            detail = f"由{name}代替" if stays else f"由{name}代替，更正后没有这一条"
            when, who = self._moment(newer)
            yield Event(when, "所在一期已更正", who, detail, f"issue:{newer.id}")

    def points(self) -> Iterator[Event]:
        """What each unit got for it, by which rule."""
        for line in self._lines:
            detail = f"{self._named([line.unit_id])}：{line.text}"
            points = printed(abs(line.points))
            what = f"{_verb(line)} {points} 分"
            subject = f"unit:{line.unit_id}"
            yield Event(self._booked(line.fact), what, "", detail, subject)

    def _booked(self, fact: Fact) -> datetime:
        """When an issue booked a fact: at its release, its own taken back at its withdrawal."""
        issue = self._work.issues.get(int(fact.source.removeprefix("issue:")))
        is_own = self._origins.get(fact.reverses) == fact.source
        return issue.withdrawn if is_own and issue.withdrawn else self._moment(issue)[0]

    def totals(self) -> tuple[tuple[Unit, Decimal], ...]:
        """The points of each unit so far."""
        found: dict[int, Decimal] = {}
        for line in self._lines:
            found[line.unit_id] = found.get(line.unit_id, Decimal(0)) + line.points
        return tuple((self._units[one], sums) for one, sums in found.items() if one in self._units)

    def _lines_of(self, issue: Issue) -> Iterator[LedgerLine]:
        """What this draft, or a version of it, earned by an issue, and what was taken back."""
        source, item = f"issue:{issue.id}", self._draft.item_id
        booked = [fact for fact in self._work.ledger.booked(source) if fact.item_id == item]
        own = {
            fact.id for fact in booked if (fact.source, fact.kind) == (source, FactKind.ADOPTION)
        }
        self._origins |= dict.fromkeys(own, source)
        told = [fact for fact in booked if fact.id in own or fact.reverses in own]
        yield from lines_of(self._work, told)

    def _moment(self, issue: Issue) -> tuple[datetime, str]:
        """When and by whom it was released, else last arranged."""
        trail = self._work.audit.records(f"issue:{issue.id}", _ALL)
        wanted = "印发" if issue.released else "编排条目"
        record = next((one for one in trail if one.action == wanted), None)
        start = datetime(issue.day.year, issue.day.month, issue.day.day, tzinfo=UTC)
        when = issue.released or (record.when if record else start)
        return when, record.who if record else ""


def _verb(line: LedgerLine) -> str:
    """What became of points: taken back with their fact, or for another one, or earned."""
    if line.adopted < 0:
        return "冲销"
    return "扣" if line.points < 0 else "得"


def _in_words(record: AuditRecord) -> tuple[str, str]:
    """A record without codes: rules by their names, items of the checklist by their text."""
    if record.action in _TICKED:
        return record.action, _CHECKLIST.get(record.detail, record.detail)
    verb, _, code = record.action.rpartition(" ")
    if verb.endswith("保留") and code in catalogue():
        return f"{verb}“{catalogue()[code].name}”", record.detail
    return record.action, record.detail


_CHECKLIST = {item.id: item.text for items in (COMMON, *BY_KIND.values()) for item in items}


def change(before: Revision, after: Revision) -> str:
    """How much one text differs from the one before it."""
    found = compare(Text("", before.body), Text("", after.body))
    said = [] if before.title == after.title else ["改了标题"]
    if not found.is_same:
        paragraphs = found.paragraphs
        said.append((f"改动 {paragraphs} 段，" if paragraphs else "") + summary(found))
    return "；".join(said) or "文字没有变"
