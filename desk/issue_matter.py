"""Use cases on what an issue prints around its items (期头期尾)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk.approvals import Verdict
from desk.auditing import By, note
from desk.body import Body, plain
from desk.compiling import open_issue, publication_of, usual_signature
from desk.errors import NotFoundError
from desk.intake.cleaning.clean import clean
from desk.issues import Issue, Matter
from desk.publications import Publication
from desk.settings import Settings
from desk.store import Store, Work
from desk.ways import signed

WORDS: Mapping[str, str] = {
    "note": "编者按",
    "note_label": "编者按标签",
    "instruction": "领导批示",
    "instruction_label": "批示标签",
    "contents": "目录",
    "label": "刊别",
    "mark": "密级标志",
    "signature": "编辑、审核、签发",
    "send_to": "发送范围",
    "recipients": "发送单位",
    "copies": "印数",
    "readers": "知悉范围",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a leader wrote on an entry at approval: what may be printed as 批示."""

    who: str
    text: str
    title: str  # of the entry


def changes_between(old: Matter, new: Matter) -> dict[str, Any]:
    """What of the matter this form is about was changed, by field."""
    return {name: getattr(new, name) for name in WORDS if getattr(new, name) != getattr(old, name)}


def frame(store: Store, issue_id: int, changes: Mapping[str, Any], *, by: By) -> Issue:
    """Change these fields of an issue's matter and no other, so that nothing else is lost."""
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        changed = work.issues.save(replace(issue, matter=replace(issue.matter, **changes)))
        told = "、".join(WORDS[name] for name in changes)
        note(work, by, "改期头期尾", f"issue:{issue_id}", told)
        return changed


def head_section(store: Store, issue_id: int, section_id: int, words: str, *, by: By) -> Issue:
    """Print these words over a section of an issue; "" or its own name take its name again."""
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        publication = publication_of(work, issue.publication_id)
        section = publication.section(section_id)
        if section is None:
            raise NotFoundError(f"《{publication.name}》没有这个栏目。请刷新后再试。")
        words = words.strip()
        headings = {key: text for key, text in issue.matter.headings if key != section_id}
        if words and words != section.name:
            headings[section_id] = words
        matter = replace(issue.matter, headings=tuple(sorted(headings.items())))
        changed = work.issues.save(replace(issue, matter=matter))
        note(work, by, "改栏目标题", f"issue:{issue_id}", f"{section.name}→{words or section.name}")
        return changed


def typed_text(text: str) -> Body:
    """What was typed as a clean body, one paragraph a line, its marks full width."""
    return clean(plain(text)).body


def usual(publication: Publication, settings: Settings) -> Matter:
    """What an issue prints where its own matter is empty: the publication's, the office's."""
    look = publication.appearance
    return Matter(
        note_label=look.note_label,
        contents=look.contents,
        mark=publication.mark or settings.mark,
        signature=usual_signature(publication, settings),
        send_to=publication.send_to,
        recipients=publication.recipients,
        copies=publication.copies,
        readers=publication.readers,
    )


def opinions(work: Work, issue: Issue) -> list[Opinion]:
    """What was written at the approval of an issue's entries, in printing order."""
    ids = [entry.draft_id for entry in issue.entries]
    ways = work.approvals.last(ids)
    titles = {draft.id: draft.title for draft in work.drafts.several(ids)}
    return [
        Opinion(signed(step), step.opinion, titles[draft_id])
        for draft_id in ids
        if draft_id in ways
        for step in ways[draft_id].steps
        if step.verdict is Verdict.PASSED and step.opinion
    ]
